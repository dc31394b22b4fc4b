import { Alert, Button } from 'antd';
import type { OwnSheet } from '../../../shared/contract/marks.ts';
import { useOwnSheet } from '../../state/own-sheet.ts';
import { unsavedKeys } from '../../state/score-drafts.ts';
import { fieldOf } from '../../state/score-fields.ts';
import { text } from '../../text/text.ts';
import { markFieldId } from './MarkField.tsx';

interface Properties {
  readonly sheet: OwnSheet;
  readonly candidate: number;
  readonly because: 'submitted' | 'recused';
}

const longestQuote = 40;

/** What was typed for a candidate and came too late: said in so many words, until its writer has seen it. */
export function NotRecorded({ sheet, candidate, because }: Properties): React.JSX.Element {
  const fields = useOwnSheet((state) => state.fields);
  const drop = useOwnSheet((state) => state.drop);
  const texts = text.expert.notRecorded;
  const late = unsavedKeys(fields).filter((key) => fieldOf(key).candidate === candidate);
  return (
    <>
      {late.map((key) => {
        const typed = (fields[key]?.text ?? '').trim();
        const criterion = sheet.criteria.find(({ id }) => id === fieldOf(key).criterion);
        const quote = typed.length > longestQuote ? `${typed.slice(0, longestQuote)}……` : typed;
        const what =
          typed === ''
            ? texts.cleared(criterion?.name ?? text.expert.comment)
            : criterion === undefined
              ? texts.comment(quote)
              : texts.mark(criterion.name, quote);
        return (
          <Alert
            key={key}
            type="warning"
            showIcon
            role="alert"
            title={`${what}${texts.because[because]}`}
            action={
              <Button
                onClick={() => {
                  drop(key);
                  // The button goes; the keyboard stays at the marks.
                  const first = sheet.criteria[0];
                  const field = first === undefined ? null : document.getElementById(markFieldId(first.id));
                  (field ?? document.getElementById('recused-title'))?.focus();
                }}
              >
                {texts.seen}
              </Button>
            }
          />
        );
      })}
    </>
  );
}
