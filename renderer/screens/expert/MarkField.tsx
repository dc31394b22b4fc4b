import { Input } from 'antd';
import type { Criterion } from '../../../shared/round/round.ts';
import type { Field } from '../../state/score-drafts.ts';
import { text } from '../../text/text.ts';

interface Properties {
  readonly criterion: Criterion;
  readonly field: Field;
  readonly isReadOnly: boolean;
  readonly onType: (text: string) => void;
  readonly onCommit: () => void;
  readonly onKeyDown: (event: React.KeyboardEvent) => void;
}

export const markFieldId = (criterion: string): string => `mark-${criterion}`;

/** One mark: a text field, because the arrow keys move between criteria and must never change a mark. */
export function MarkField({
  criterion,
  field,
  isReadOnly,
  onType,
  onCommit,
  onKeyDown,
}: Properties): React.JSX.Element {
  const id = markFieldId(criterion.id);
  const isWrong = field.phase === 'invalid' || field.phase === 'unsaved';
  return (
    <div className="mark-field">
      <label htmlFor={id}>
        <span className="mark-name">{criterion.name}</span>
        <span className="mark-rule">{text.expert.range(criterion.max, criterion.step)}</span>
      </label>
      <span className="mark-input">
        <Input
          id={id}
          size="large"
          value={field.text}
          readOnly={isReadOnly}
          inputMode="decimal"
          autoComplete="off"
          maxLength={20}
          status={isWrong ? 'error' : ''}
          aria-invalid={field.phase === 'invalid'}
          aria-describedby={`${id}-state`}
          onChange={(event) => {
            onType(event.target.value);
          }}
          onFocus={(event) => {
            event.target.select();
          }}
          onBlur={onCommit}
          onKeyDown={onKeyDown}
        />
        <FieldSign field={field} />
      </span>
      <span
        id={`${id}-state`}
        className="mark-problem"
        role={field.phase === 'invalid' ? 'alert' : undefined}
      >
        {field.phase === 'invalid' && field.problem}
      </span>
    </div>
  );
}

/** Beside the field: on the disk, under way, or not saved. An empty saved field needs no sign. */
function FieldSign({ field }: { readonly field: Field }): React.JSX.Element {
  if (field.phase === 'saved' && field.confirmed === '') return <span className="mark-sign" />;
  const sign = { saved: '✓', typing: '…', saving: '…', unsaved: '!', invalid: '!' }[field.phase];
  return (
    <span
      className={`mark-sign mark-sign-${field.phase}`}
      role="img"
      aria-label={text.expert.field[field.phase]}
    >
      {sign}
    </span>
  );
}
