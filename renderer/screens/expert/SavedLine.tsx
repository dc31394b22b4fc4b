import { Button } from 'antd';
import dayjs from 'dayjs';
import { useOwnSheet } from '../../state/own-sheet.ts';
import { unsavedKeys, type FieldPhase } from '../../state/score-drafts.ts';
import { fieldOf, type FieldKey } from '../../state/score-fields.ts';
import { text } from '../../text/text.ts';

interface Properties {
  /** The candidate being read. */
  readonly current: number;
  /** Goes to a candidate and into its marks. */
  readonly onGoTo: (candidate: number) => void;
}

/** What is certain: saved at which second, being saved, or not saved and why. The top bar speaks it to a screen reader. */
export function SavedLine({ current, onGoTo }: Properties): React.JSX.Element {
  const fields = useOwnSheet((state) => state.fields);
  const lastSavedAt = useOwnSheet((state) => state.lastSavedAt);
  const retry = useOwnSheet((state) => state.retry);
  const open = unsavedKeys(fields);
  const inPhase = (phase: FieldPhase): readonly FieldKey[] =>
    open.filter((key) => fields[key]?.phase === phase);
  const refused = inPhase('unsaved');
  const wrong = inPhase('invalid');
  const places = [...new Set([...refused, ...wrong].map((key) => fieldOf(key).candidate))];
  const [elsewhere] = places.filter((candidate) => candidate !== current);
  if (places.length > 0) {
    const [first] = refused;
    return (
      <div className="saved-line saved-line-wrong" role="alert">
        <strong>{text.expert.unsavedAt(places, refused.length + wrong.length)}</strong>
        <span>{first === undefined ? wrongSentence(wrong) : fields[first]?.problem}</span>
        <span className="saved-line-acts">
          {refused.length > 0 && (
            <Button
              type="primary"
              onClick={() => {
                retry();
                // This button may be gone with the answer: the keyboard goes on in the marks.
                onGoTo(current);
              }}
            >
              {text.expert.retry}
            </Button>
          )}
          {elsewhere !== undefined && (
            <Button onClick={() => onGoTo(elsewhere)}>{text.expert.goToUnsaved(elsewhere)}</Button>
          )}
        </span>
      </div>
    );
  }
  return (
    <div className="saved-line">
      {calmSentence(
        open.map((key) => fields[key]?.phase),
        lastSavedAt,
      )}
    </div>
  );
}

function wrongSentence(wrong: readonly FieldKey[]): string {
  const isOnlyComments = wrong.every((key) => fieldOf(key).criterion === null);
  return isOnlyComments ? text.expert.wrongComment : text.expert.wrongMark;
}

function calmSentence(phases: readonly (string | undefined)[], lastSavedAt: string | null): string {
  if (phases.includes('saving')) return text.expert.savingNow;
  if (phases.length > 0) return text.expert.typingNow;
  if (lastSavedAt === null) return text.expert.nothingTyped;
  return text.expert.savedAt(dayjs(lastSavedAt).format('HH:mm:ss'));
}
