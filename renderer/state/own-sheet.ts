import {
  declareRecusal,
  readOwnSheet,
  saveComment,
  saveScore,
  submitSheet,
} from '../../shared/contract/marks.ts';
import { call } from '../client/call.ts';
import { text } from '../text/text.ts';
import { holdPageWhile } from './leaving.ts';
import { showSaved, useSaved } from './saved.ts';
import {
  createScoreDrafts,
  isSameOwner,
  unsavedKeys,
  type DraftOwner,
  type ScoreDrafts,
} from './score-drafts.ts';
import { sessionStore } from './session.ts';
import { useWorkspace } from './workspace.ts';

/** The sheet of the expert who is signed in on this page. */
export const useOwnSheet = createScoreDrafts({
  readSheet: () => call(readOwnSheet, {}),
  saveScore: (input) => call(saveScore, input),
  saveComment: (input) => call(saveComment, input),
  declareRecusal: (input) => call(declareRecusal, input),
  submitSheet: (input) => call(submitSheet, input),
});

/** The expert who is signed in on this page, as the owner of drafts. */
export function signedInOwner(): DraftOwner | null {
  const person = sessionStore.getState().session?.person;
  if (person?.role !== 'expert') return null;
  return {
    workspace: useWorkspace.getState().workspace?.kind ?? 'real',
    id: person.id,
    name: person.name,
  };
}

// Signing out or another person signing in clears the sheet. An expired session keeps it: its person signs in again, and
// what was not saved is sent again.
sessionStore.subscribe(({ session, hasExpired }, before) => {
  const { owner, open, forget, retry } = useOwnSheet.getState();
  if (owner === null) return;
  if (session === null) {
    if (!hasExpired) forget();
  } else if (!isSameOwner(owner, signedInOwner())) forget();
  else if (!session.mustChangePassword && session.token !== before.session?.token)
    void open(owner).then(retry);
});

// The same number is somebody else in another workspace.
useWorkspace.subscribe(({ workspace }) => {
  const { owner, forget } = useOwnSheet.getState();
  if (owner !== null && workspace !== null && workspace.kind !== owner.workspace) forget();
});

// The top bar repeats what the marks pane says.
useOwnSheet.subscribe((drafts, before) => {
  if (drafts.fields !== before.fields || drafts.lastSavedAt !== before.lastSavedAt) tellTopBar(drafts);
});

function tellTopBar({ fields, lastSavedAt }: ScoreDrafts): void {
  const phases = new Set(unsavedKeys(fields).map((key) => fields[key]?.phase));
  if (phases.has('unsaved') || phases.has('invalid'))
    showSaved({ kind: 'not-saved', message: text.expert.unsavedCount(unsavedKeys(fields).length) });
  else if (phases.size > 0) showSaved({ kind: 'saving' });
  else if (lastSavedAt !== null) showSaved({ kind: 'saved', at: new Date(lastSavedAt) });
  else if (useSaved.getState().saved.kind !== 'saved') showSaved({ kind: 'nothing' });
}

/** True while something typed on this page is not on the disk; signing out asks first. */
export function hasUnsavedMarks(): boolean {
  return unsavedKeys(useOwnSheet.getState().fields).length > 0;
}

// Also on the sign-in page: after a restart of the program the marks are nowhere but here.
holdPageWhile(hasUnsavedMarks);

/** Whose marks this page still keeps without having saved them, and how many; null when there are none. */
export interface KeptDrafts {
  readonly owner: DraftOwner;
  readonly count: number;
}

export function useKeptDrafts(): KeptDrafts | null {
  const owner = useOwnSheet((state) => state.owner);
  const count = useOwnSheet((state) => unsavedKeys(state.fields).length);
  return owner === null || count === 0 ? null : { owner, count };
}
