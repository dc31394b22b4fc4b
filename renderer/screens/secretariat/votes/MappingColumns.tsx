import { Select } from 'antd';
import type { ColumnReference } from '../../../../shared/ballots/mapping.ts';
import { columnKey } from '../../../../shared/ballots/mapping-columns.ts';
import type { VotePreview } from '../../../../shared/contract/vote-preview.ts';
import { text } from '../../../text/text.ts';
import { isOptional, layoutUses, type MappingDraft, type SingleUse } from './mapping-draft.ts';
import { samplesText, searchable } from './mapping-words.ts';
import type { DraftProperties } from './MappingReading.tsx';

export type FileColumn = VotePreview['columns'][number];

/** Which column of the file is the account, which the time, and so on, each with a few of its cells. */
export function MappingColumns({ draft, preview, onChange }: DraftProperties): React.JSX.Element {
  const words = text.voteMapping;
  return (
    <fieldset className="mapping-part">
      <legend>{words.columns}</legend>
      <table className="plain-table mapping-table">
        <thead>
          <tr>
            <th scope="col" className="mapping-use">
              {words.use}
            </th>
            <th scope="col" className="mapping-choice">
              {words.column}
            </th>
            <th scope="col">{words.samples}</th>
          </tr>
        </thead>
        <tbody>
          {layoutUses[draft.kind].map((use) => (
            <UseLine key={use} use={use} draft={draft} preview={preview} onChange={onChange} />
          ))}
        </tbody>
      </table>
      <p className="field-hint">{words.samplesNote}</p>
    </fieldset>
  );
}

/** Stands for "no such column", which a list of choices cannot hold otherwise. */
const none = 'none';

function UseLine({
  use,
  draft,
  preview,
  onChange,
}: DraftProperties & { readonly use: SingleUse }): React.JSX.Element {
  const words = text.voteMapping;
  const name = text.votes.fields[use];
  const column = draft.columns[use];
  const choose = (key: string): void => {
    const found = preview.columns.find((each) => columnKey(each) === key);
    onChange(withColumn(draft, use, found === undefined ? null : referenceTo(found, preview.columns)));
  };
  const key = column === undefined ? null : columnKey(column);
  const chosen = preview.columns.find((each) => columnKey(each) === key);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="mapping-choice">
        <Select
          aria-label={words.columnOf(name)}
          className="mapping-select"
          showSearch={searchable}
          placeholder={isOptional(use) ? words.noColumn : words.chooseColumn}
          status={!isOptional(use) && chosen === undefined ? 'warning' : ''}
          value={key}
          options={[
            ...(isOptional(use) ? [{ value: none, label: words.noColumn }] : []),
            // A column that the mapping names and the file has not is shown by its name, not by its key.
            ...(key !== null && chosen === undefined ? [{ value: key, label: column?.header ?? key }] : []),
            ...preview.columns.map((each) => ({
              value: columnKey(each),
              label: words.columnName(each.header, each.position),
            })),
          ]}
          onChange={choose}
        />
      </td>
      <td className="mapping-samples">{samplesText(chosen?.samples ?? [])}</td>
    </tr>
  );
}

/** A column has one use: taking it for another leaves the first without. */
function withColumn(draft: MappingDraft, use: SingleUse, column: ColumnReference | null): MappingDraft {
  const { [use]: _, ...others } = draft.columns;
  if (column === null) return { ...draft, columns: others };
  const key = columnKey(column);
  const kept = Object.entries<ColumnReference>(others).filter(([, each]) => columnKey(each) !== key);
  const options = draft.options.filter((each) => columnKey(each.column) !== key);
  return { ...draft, options, columns: { ...Object.fromEntries(kept), [use]: column } };
}

/** The header alone says which column it is, unless several have the same. */
export function referenceTo({ header, index }: FileColumn, columns: readonly FileColumn[]): ColumnReference {
  const isAlone = columns.filter((each) => each.header === header).length === 1;
  return isAlone ? { header } : { header, index };
}
