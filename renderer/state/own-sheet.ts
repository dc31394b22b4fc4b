import {
  declareRecusal,
  readOwnSheet,
  saveComment,
  saveScore,
  submitSheet,
} from '../../shared/contract/marks.ts';
import { call } from '../client/call.ts';
import { text } from '../text/text.ts';
import { showSaved } from './saved.ts';
import { createScoreDrafts, unsavedKeys, type ScoreDrafts } from './score-drafts.ts';
import { sessionStore } from './session.ts';

/** The sheet of the expert who is signed in on this page. */
export const useOwnSheet = createScoreDrafts({
  readSheet: () => call(readOwnSheet, {}),
  saveScore: (input) => call(saveScore, input),
  saveComment: (input) => call(saveComment, input),
  declareRecusal: (input) => call(declareRecusal, input),
  submitSheet: (input) => call(submitSheet, input),
});

// Signing out or another person signing in clears the sheet. An expired session keeps it: its person signs in again and
// finds what was not saved.
sessionStore.subscribe(({ session, hasExpired }) => {
  const { person, forget } = useOwnSheet.getState();
  if (person === null) return;
  const isLeft = session === null ? !hasExpired : session.person.id !== person;
  if (isLeft) forget();
});

// The top bar repeats what the marks pane says.
useOwnSheet.subscribe((drafts, before) => {
  if (drafts.fields !== before.fields || drafts.lastSavedAt !== before.lastSavedAt) tellTopBar(drafts);
});

function tellTopBar({ person, fields, lastSavedAt }: ScoreDrafts): void {
  if (person === null) return;
  const phases = new Set(unsavedKeys(fields).map((key) => fields[key]?.phase));
  if (phases.has('unsaved') || phases.has('invalid'))
    showSaved({ kind: 'not-saved', message: text.expert.unsavedCount(unsavedKeys(fields).length) });
  else if (phases.size > 0) showSaved({ kind: 'saving' });
  else if (lastSavedAt !== null) showSaved({ kind: 'saved', at: new Date(lastSavedAt) });
}

/** True while something typed on this page is not on the disk; signing out asks first. */
export function hasUnsavedMarks(): boolean {
  return unsavedKeys(useOwnSheet.getState().fields).length > 0;
}
