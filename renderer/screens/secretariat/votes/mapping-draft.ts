import {
  voteMappingSchema,
  type ChosenTexts,
  type ColumnReference,
  type VoteLayout,
  type VoteLayoutKind,
  type VoteMapping,
} from '../../../../shared/ballots/mapping.ts';
import type { VotePreview } from '../../../../shared/contract/vote-preview.ts';
import { text } from '../../../text/text.ts';

/** The uses that one column alone can have; options are a list of their own. */
export type SingleUse = 'account' | 'time' | 'choices' | 'candidate' | 'ballot' | 'ip' | 'votes';

type OptionsLayout = Extract<VoteLayout, { kind: 'ballot-columns' }>;
type FilesLayout = Extract<VoteLayout, { kind: 'candidate-files' }>;
/** How the cells of options say that one was chosen: by a 1, by anything, or by these texts. */
export type ChosenForm = Exclude<OptionsLayout['chosen'], ChosenTexts> | 'texts';
export type Correspondence = VoteMapping['choices']['correspondence'];

/** A mapping while it is corrected: any column may still be missing, and a change of layout forgets nothing. */
export interface MappingDraft {
  readonly name: string;
  readonly encoding: VoteMapping['encoding'] | null;
  readonly delimiter: VoteMapping['delimiter'] | null;
  readonly headerRow: number | null;
  readonly kind: VoteLayoutKind;
  readonly columns: Readonly<Partial<Record<SingleUse, ColumnReference>>>;
  readonly chosen: ChosenForm;
  /** Kept while another form is tried. */
  readonly chosenTexts: ChosenTexts;
  readonly options: OptionsLayout['options'];
  readonly files: FilesLayout['candidates'];
  readonly time: VoteMapping['time'];
  readonly separator: string | null;
  /** What a person has confirmed. */
  readonly correspondence: Correspondence;
  /** What the program proposes; it has no effect before somebody confirms it. */
  readonly guesses: Correspondence;
}

/** The uses of each layout in the order in which they are asked for; those that no ballot can do without first. */
export const layoutUses: Readonly<Record<VoteLayoutKind, readonly SingleUse[]>> = {
  'ballot-list': ['account', 'time', 'choices', 'ip'],
  'ballot-columns': ['account', 'time', 'ip'],
  'choice-rows': ['account', 'time', 'candidate', 'ballot', 'ip'],
  'candidate-files': ['account', 'time', 'ip'],
  totals: ['candidate', 'votes'],
};

const optionalUses: ReadonlySet<SingleUse> = new Set(['time', 'ballot', 'ip']);

export function isOptional(use: SingleUse): boolean {
  return optionalUses.has(use);
}

export const emptyDraft: MappingDraft = {
  name: text.voteMapping.defaultName,
  encoding: null,
  delimiter: null,
  headerRow: null,
  kind: 'ballot-list',
  columns: {},
  chosen: 'one',
  chosenTexts: { yes: [], no: [] },
  options: [],
  files: [],
  time: { zone: null, numbers: null, dayOrder: null },
  separator: null,
  correspondence: [],
  guesses: [],
};

/** What the program would take the file for, a set only for a file per candidate; undefined where it proposes nothing. */
export function proposalOf(
  { proposals }: Pick<VotePreview, 'proposals'>,
  isOfSet: boolean,
): VotePreview['proposals'][number] | undefined {
  return isOfSet ? proposals.find(({ mapping }) => mapping.layout.kind === 'candidate-files') : proposals[0];
}

/** Of a set of files: whatever one of them is taken for by itself, each is a candidate's, and a person may say which. */
export function draftOfSet(preview: VotePreview): MappingDraft {
  const mapping = proposalOf(preview, true)?.mapping ?? preview.mapping;
  return { ...(mapping === null ? emptyDraft : draftOf(mapping, false)), kind: 'candidate-files' };
}

/** @param isConfirmed whether a person stands behind the correspondence of the texts, or the program only proposes it */
export function draftOf(mapping: VoteMapping, isConfirmed: boolean): MappingDraft {
  const { layout, choices } = mapping;
  const single: Partial<Record<SingleUse, ColumnReference>> = {};
  for (const use of layoutUses[layout.kind]) {
    const column = (layout as Partial<Record<SingleUse, ColumnReference | null>>)[use];
    if (column !== undefined && column !== null) single[use] = column;
  }
  return {
    ...emptyDraft,
    name: mapping.name,
    encoding: mapping.encoding ?? null,
    delimiter: mapping.delimiter ?? null,
    headerRow: mapping.headerRow ?? null,
    kind: layout.kind,
    columns: single,
    ...(layout.kind === 'ballot-columns' ? { ...chosenOf(layout), options: layout.options } : {}),
    files: layout.kind === 'candidate-files' ? layout.candidates : [],
    time: mapping.time,
    separator: choices.separator,
    correspondence: isConfirmed ? choices.correspondence : [],
    guesses: isConfirmed ? [] : choices.correspondence,
  };
}

function chosenOf({ chosen }: OptionsLayout): Partial<Pick<MappingDraft, 'chosen' | 'chosenTexts'>> {
  return typeof chosen === 'string' ? { chosen } : { chosen: 'texts', chosenTexts: chosen };
}

export interface DraftedMapping {
  /** Null where it contradicts itself; a column that is missing is stood in for, so that the file can be looked at. */
  readonly mapping: VoteMapping | null;
  readonly missing: readonly SingleUse[];
  /** Why it contradicts itself, as a sentence. */
  readonly problem: string | null;
}

export function mappingOf(draft: MappingDraft): DraftedMapping {
  const missing = layoutUses[draft.kind].filter(
    (use) => !isOptional(use) && draft.columns[use] === undefined,
  );
  const parsed = voteMappingSchema.safeParse({
    format: 'judging-workstation/vote-mapping',
    version: 1,
    name: draft.name.trim() === '' ? text.voteMapping.defaultName : draft.name,
    ...(draft.encoding === null ? {} : { encoding: draft.encoding }),
    ...(draft.delimiter === null ? {} : { delimiter: draft.delimiter }),
    ...(draft.headerRow === null ? {} : { headerRow: draft.headerRow }),
    layout: layoutOf(draft),
    time: draft.time,
    choices: { separator: draft.separator, correspondence: draft.correspondence },
  });
  if (parsed.success) return { mapping: parsed.data, missing, problem: null };
  if (draft.kind === 'candidate-files' && draft.files.length === 0)
    return { mapping: null, missing, problem: text.voteMapping.noFileNamed };
  const issue = parsed.error.issues.find(({ code }) => code === 'custom');
  return { mapping: null, missing, problem: issue?.message ?? text.voteMapping.wrongContent };
}

function layoutOf({ kind, columns, chosen: form, chosenTexts, options, files }: MappingDraft): unknown {
  const optional = (use: SingleUse): ColumnReference | null => columns[use] ?? null;
  const needed = (use: SingleUse): ColumnReference => columns[use] ?? { header: `（${use}）` };
  const shared = { account: optional('account'), time: optional('time'), ip: optional('ip') };
  switch (kind) {
    case 'ballot-list':
      return { kind, ...shared, choices: needed('choices') };
    case 'ballot-columns': {
      const chosen = form === 'texts' ? chosenTexts : form;
      const nothingChosen = [{ column: { header: '（option）' }, candidate: null }];
      return { kind, ...shared, chosen, options: options.length === 0 ? nothingChosen : options };
    }
    case 'choice-rows':
      return { kind, ...shared, candidate: needed('candidate'), ballot: optional('ballot') };
    case 'candidate-files':
      return { kind, ...shared, candidates: files };
    case 'totals':
      return { kind, candidate: needed('candidate'), votes: needed('votes') };
  }
}

/** Confirms or, with null, takes back what a text means. */
export function withCorrespondence(
  draft: MappingDraft,
  choice: string,
  candidate: number | null,
): MappingDraft {
  const others = draft.correspondence.filter((each) => each.text !== choice);
  return {
    ...draft,
    correspondence: candidate === null ? others : [...others, { text: choice, candidate }],
  };
}
