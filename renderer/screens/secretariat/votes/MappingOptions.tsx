import { Radio, Select } from 'antd';
import { columnKey } from '../../../../shared/ballots/mapping-columns.ts';
import { text } from '../../../text/text.ts';
import { candidateChoices, samplesText, searchable, type TitledCandidate } from './mapping-words.ts';
import { referenceTo, type FileColumn } from './MappingColumns.tsx';
import type { ChosenForm } from './mapping-draft.ts';
import { Field, type DraftProperties } from './MappingReading.tsx';

interface Properties extends DraftProperties {
  readonly candidates: readonly TitledCandidate[];
}

/** What a column or a file is, when it is no candidate. */
const notRead = 'not-read';
const noCandidate = 'no-candidate';
type Meaning = number | typeof notRead | typeof noCandidate;

const chosenForms: readonly ChosenForm[] = ['one', 'texts', 'non-empty'];

/** Which option's column is which candidate, and which cells mean that it was chosen. */
export function MappingOptions({ draft, preview, onChange, candidates }: Properties): React.JSX.Element {
  const words = text.voteMapping;
  const taken = new Set(Object.values(draft.columns).map(columnKey));
  const columns = preview.columns.filter((each) => !taken.has(columnKey(each)));
  const options = new Map(draft.options.map((each) => [columnKey(each.column), each.candidate]));
  const choose = (column: FileColumn, meaning: Meaning): void => {
    const others = draft.options.filter((each) => columnKey(each.column) !== columnKey(column));
    const candidate = typeof meaning === 'number' ? meaning : null;
    const own = { column: referenceTo(column, preview.columns), candidate };
    onChange({ ...draft, options: meaning === notRead ? others : [...others, own] });
  };
  const choices = [
    { value: notRead, label: words.notOption },
    { value: noCandidate, label: words.otherOption },
    ...candidateChoices(candidates),
  ];
  return (
    <fieldset className="mapping-part">
      <legend>{words.options}</legend>
      <Radio.Group
        aria-label={words.chosen}
        value={draft.chosen}
        options={chosenForms.map((chosen) => ({ value: chosen, label: words.chosenMeanings[chosen] }))}
        onChange={(event) => onChange({ ...draft, chosen: event.target.value as ChosenForm })}
      />
      {draft.chosen === 'texts' && <ChosenTexts draft={draft} onChange={onChange} />}
      <div className="scroll-region mapping-scroll" tabIndex={0} role="region" aria-label={words.options}>
        <table className="plain-table mapping-table">
          <thead>
            <tr>
              <th scope="col">{words.option}</th>
              <th scope="col">{words.samples}</th>
              <th scope="col" className="mapping-choice">
                {words.candidate}
              </th>
            </tr>
          </thead>
          <tbody>
            {columns.map((column) => (
              <tr key={column.position}>
                <th scope="row">{words.columnName(column.header, column.position)}</th>
                <td className="mapping-samples">{samplesText(column.samples)}</td>
                <td className="mapping-choice">
                  <Select<Meaning>
                    aria-label={words.candidateOf(column.header)}
                    className="mapping-select"
                    showSearch={searchable}
                    value={meaningOf(options, columnKey(column))}
                    options={choices}
                    onChange={(meaning) => choose(column, meaning)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </fieldset>
  );
}

/** The texts that mean chosen and not chosen, each to be typed or taken away. */
function ChosenTexts({ draft, onChange }: Pick<DraftProperties, 'draft' | 'onChange'>): React.JSX.Element {
  const words = text.voteMapping;
  return (
    <div className="mapping-fields">
      {(['yes', 'no'] as const).map((meaning) => (
        <Field key={meaning} label={words.chosenTexts[meaning]} isWide>
          <Select<string[]>
            aria-label={words.chosenTexts[meaning]}
            mode="tags"
            open={false}
            value={draft.chosenTexts[meaning]}
            onChange={(texts) =>
              onChange({ ...draft, chosenTexts: { ...draft.chosenTexts, [meaning]: texts } })
            }
          />
        </Field>
      ))}
    </div>
  );
}

function meaningOf(meanings: ReadonlyMap<string, number | null>, key: string): Meaning {
  const meaning = meanings.get(key);
  return meaning === undefined ? notRead : (meaning ?? noCandidate);
}
