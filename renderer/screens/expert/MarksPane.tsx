import { Button, Input } from 'antd';
import type { OwnSheet } from '../../../shared/contract/marks.ts';
import { longestComment } from '../../state/mark-draft.ts';
import { useOwnSheet } from '../../state/own-sheet.ts';
import { emptyField, type Field } from '../../state/score-drafts.ts';
import { commentKey, markKey, type FieldKey } from '../../state/score-fields.ts';
import { text } from '../../text/text.ts';
import { KeyHelp } from './KeyHelp.tsx';
import { MarkField, markFieldId } from './MarkField.tsx';
import { NotRecorded } from './NotRecorded.tsx';
import { ownTotal } from './own-total.ts';
import { RecusedNotice } from './RecusedNotice.tsx';
import { SavedLine } from './SavedLine.tsx';

interface Properties {
  readonly sheet: OwnSheet;
  readonly candidate: number;
  /** After the last mark. */
  readonly onFinished: () => void;
  readonly onRecuse: () => void;
  readonly onGoTo: (candidate: number) => void;
}

/** The right pane: the marks of the candidate being read. */
export function MarksPane({ sheet, candidate, onFinished, onRecuse, onGoTo }: Properties): React.JSX.Element {
  const isReadOnly = sheet.submittedAt !== null;
  const recusal = sheet.recusals.find((each) => each.candidate === candidate);
  return (
    <section className="desk-marks" aria-label={text.expert.marks}>
      <div className="desk-marks-scroll">
        {(isReadOnly || recusal !== undefined) && (
          <NotRecorded sheet={sheet} candidate={candidate} because={isReadOnly ? 'submitted' : 'recused'} />
        )}
        {recusal === undefined ? (
          <>
            <Marks sheet={sheet} candidate={candidate} isReadOnly={isReadOnly} onFinished={onFinished} />
            {!isReadOnly && (
              <Button className="recuse-button" onClick={onRecuse}>
                {text.expert.recuse}
              </Button>
            )}
          </>
        ) : (
          <RecusedNotice recusal={recusal} isReadOnly={isReadOnly} />
        )}
      </div>
      {!isReadOnly && (
        <div className="desk-marks-foot">
          <SavedLine current={candidate} onGoTo={onGoTo} />
          <KeyHelp />
        </div>
      )}
    </section>
  );
}

interface MarksProperties extends Pick<Properties, 'sheet' | 'candidate' | 'onFinished'> {
  readonly isReadOnly: boolean;
}

function Marks({ sheet, candidate, isReadOnly, onFinished }: MarksProperties): React.JSX.Element {
  const { criteria } = sheet;
  const fields = useOwnSheet((state) => state.fields);
  const type = useOwnSheet((state) => state.type);
  const commit = useOwnSheet((state) => state.commit);

  /** Enter and the arrows walk through the criteria; a mark that is none keeps the focus until it is put right. */
  function onKeyDown(event: React.KeyboardEvent, index: number): void {
    if (event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing) return;
    const step = event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const own = criteria[index];
    if (step === 0 || own === undefined) return;
    event.preventDefault();
    const key = markKey(candidate, own.id);
    commit(key);
    if (useOwnSheet.getState().fields[key]?.phase === 'invalid') return;
    const next = criteria[index + step];
    if (next !== undefined) document.getElementById(markFieldId(next.id))?.focus();
    else if (event.key === 'Enter') onFinished();
  }

  /** What can no longer be changed is shown as it is recorded, whatever was typed after that. */
  function fieldAt(key: FieldKey): Field {
    const field = fields[key] ?? emptyField;
    if (!isReadOnly) return field;
    return { ...emptyField, text: field.confirmed, confirmed: field.confirmed };
  }

  const comment = commentKey(candidate);
  const commentField = fieldAt(comment);
  return (
    <>
      <div className="mark-fields">
        {criteria.map((criterion, index) => {
          const key = markKey(candidate, criterion.id);
          return (
            <MarkField
              key={key}
              criterion={criterion}
              field={fieldAt(key)}
              isReadOnly={isReadOnly}
              onType={(typed) => type(key, typed)}
              onCommit={() => commit(key)}
              onKeyDown={(event) => onKeyDown(event, index)}
            />
          );
        })}
      </div>
      <Total
        sheet={sheet}
        isReadOnly={isReadOnly}
        textOf={(criterion) => fieldAt(markKey(candidate, criterion)).text}
      />
      <div className="mark-comment">
        <label htmlFor="mark-comment">{text.expert.comment}</label>
        <Input.TextArea
          key={comment}
          id="mark-comment"
          value={commentField.text}
          readOnly={isReadOnly}
          rows={2}
          status={commentField.phase === 'invalid' || commentField.phase === 'unsaved' ? 'error' : ''}
          aria-invalid={commentField.phase === 'invalid'}
          aria-describedby="mark-comment-state"
          onChange={(event) => type(comment, event.target.value)}
          onBlur={() => commit(comment)}
        />
        <span id="mark-comment-state" className="mark-problem">
          {commentField.phase === 'invalid'
            ? commentField.problem
            : commentField.text.length > longestComment * 0.9 &&
              text.expert.commentLimit(commentField.text.length, longestComment)}
        </span>
      </div>
    </>
  );
}

interface TotalProperties extends Pick<MarksProperties, 'sheet' | 'isReadOnly'> {
  readonly textOf: (criterion: string) => string;
}

/** Shown only when every criterion has a mark: an absent mark is absent, never 0. */
function Total({ sheet: { criteria }, isReadOnly, textOf }: TotalProperties): React.JSX.Element {
  const total = ownTotal(criteria, textOf);
  const missing = criteria.filter(({ id }) => textOf(id).trim() === '').length;
  const { totalAbsent, totalInvalid, totalMissing } = text.expert;
  const why = isReadOnly ? totalAbsent : missing === 0 ? totalInvalid : totalMissing(missing);
  return (
    <div className="mark-total">
      <span className="mark-total-name">{text.expert.total}</span>
      {total === null ? (
        <span className="mark-total-missing">{why}</span>
      ) : (
        <output className="mark-total-figure">
          {total}
          <small>{text.expert.totalOf}</small>
        </output>
      )}
    </div>
  );
}
