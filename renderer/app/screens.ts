import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { Role } from '../../shared/round/roles.ts';
import type { Status } from '../../shared/contract/workspace.ts';

export type StageId = Status['stages'][number]['id'];

/** One screen of the program. `id` is its address (`#/votes`); its title stands in the catalogue under `frame.screens`. */
export interface Screen {
  readonly id: ScreenId;
  readonly roles: readonly Role[];
  /** Where it stands in the rail: a step of the process, or in the group before or after it. */
  readonly place: 'before' | 'process' | 'after' | 'none';
  /** The step of the process whose figures the rail shows beside it. */
  readonly stage: StageId | null;
  readonly component: LazyExoticComponent<ComponentType> | null;
}

export type ScreenId =
  | 'overview'
  | 'applications'
  | 'candidates'
  | 'votes'
  | 'marks'
  | 'merge'
  | 'freeze'
  | 'export'
  | 'experts'
  | 'rules'
  | 'people'
  | 'my-marks';

const readers: readonly Role[] = ['secretariat', 'observer'];

/** Every screen, in the order of the rail. `component: null` is a step this version does not offer yet. */
export const screens: readonly Screen[] = [
  {
    id: 'overview',
    roles: readers,
    place: 'before',
    stage: null,
    component: lazy(async () => ({
      default: (await import('../screens/secretariat/overview/OverviewScreen.tsx')).OverviewScreen,
    })),
  },
  {
    id: 'applications',
    roles: readers,
    place: 'process',
    stage: 'applications',
    component: lazy(async () => ({
      default: (await import('../screens/secretariat/applications/ApplicationsScreen.tsx'))
        .ApplicationsScreen,
    })),
  },
  {
    id: 'candidates',
    roles: readers,
    place: 'process',
    stage: 'candidates',
    component: lazy(async () => ({
      default: (await import('../screens/secretariat/candidates/CandidatesScreen.tsx')).CandidatesScreen,
    })),
  },
  {
    id: 'votes',
    roles: readers,
    place: 'process',
    stage: 'votes',
    component: lazy(async () => ({
      default: (await import('../screens/secretariat/votes/VotesScreen.tsx')).VotesScreen,
    })),
  },
  {
    id: 'marks',
    roles: readers,
    place: 'process',
    stage: 'marks',
    component: lazy(async () => ({
      default: (await import('../screens/secretariat/progress/ProgressScreen.tsx')).ProgressScreen,
    })),
  },
  {
    id: 'merge',
    roles: readers,
    place: 'process',
    stage: 'merge',
    component: lazy(async () => ({
      default: (await import('../screens/secretariat/merge/MergeScreen.tsx')).MergeScreen,
    })),
  },
  { id: 'freeze', roles: readers, place: 'process', stage: 'freeze', component: null },
  {
    id: 'export',
    roles: readers,
    place: 'process',
    stage: 'export',
    component: lazy(async () => ({
      default: (await import('../screens/secretariat/export/ExportScreen.tsx')).ExportScreen,
    })),
  },
  {
    id: 'experts',
    roles: readers,
    place: 'after',
    stage: null,
    component: lazy(async () => ({
      default: (await import('../screens/secretariat/experts/ExpertsScreen.tsx')).ExpertsScreen,
    })),
  },
  {
    id: 'rules',
    roles: readers,
    place: 'after',
    stage: null,
    component: lazy(async () => ({
      default: (await import('../screens/secretariat/rules/RulesScreen.tsx')).RulesScreen,
    })),
  },
  {
    id: 'people',
    roles: readers,
    place: 'after',
    stage: null,
    component: lazy(async () => ({
      default: (await import('../screens/secretariat/people/PeopleScreen.tsx')).PeopleScreen,
    })),
  },
  {
    id: 'my-marks',
    roles: ['expert'],
    place: 'none',
    stage: null,
    component: lazy(async () => ({ default: (await import('../screens/expert/ExpertDesk.tsx')).ExpertDesk })),
  },
];

/** The screens of a role; the first is where that person begins. */
export function screensOf(role: Role): readonly Screen[] {
  return screens.filter((screen) => screen.roles.includes(role));
}

/** The screen an address names, if that role has it; otherwise the role's first screen. */
export function screenAt(role: Role, id: string): Screen | undefined {
  const own = screensOf(role);
  return own.find((screen) => screen.id === id && screen.component !== null) ?? own[0];
}
