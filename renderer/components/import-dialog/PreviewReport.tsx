import { Alert } from 'antd';
import type { ImportPreview } from '../../../shared/contract/uploads.ts';
import { text } from '../../text/text.ts';
import { ScrollRegion } from '../ScrollRegion.tsx';

/** What an import would do, row by row where something is wrong. Nothing has been written yet, and it says so. */
export function PreviewReport({ preview }: { readonly preview: ImportPreview }): React.JSX.Element {
  const hasProblems = preview.problemCount > 0;
  const isNothingNew = preview.created + preview.completed === 0;
  return (
    <>
      <p>
        {text.imports.fileLine(preview.file, preview.rows)} {text.imports.nothingWritten}
      </p>
      {hasProblems ? (
        <Problems preview={preview} />
      ) : (
        <Alert
          type={isNothingNew ? 'info' : 'success'}
          showIcon
          title={
            isNothingNew
              ? text.imports.nothingNew
              : text.imports.summary(preview.created, preview.completed, preview.unchanged)
          }
        />
      )}
      <dl className="facts">
        <dt>{text.imports.recognised}</dt>
        <dd>
          {preview.columns.map((column) => columnName(column.field, column.header)).join('、') ||
            text.common.none}
        </dd>
        {preview.ignoredColumns.length > 0 && (
          <>
            <dt>{text.imports.ignored}</dt>
            <dd>{preview.ignoredColumns.join('、')}</dd>
          </>
        )}
      </dl>
      {!hasProblems && preview.sample.length > 0 && <Sample preview={preview} />}
    </>
  );
}

function Problems({ preview }: { readonly preview: ImportPreview }): React.JSX.Element {
  const { problems, problemCount } = preview;
  return (
    <>
      <Alert
        type="error"
        showIcon
        role="alert"
        title={text.imports.problems(problemCount)}
        description={text.imports.problemsAdvice}
      />
      <ScrollRegion className="scroll-region" label={text.imports.problems(problemCount)}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col" className="figure">
                {text.imports.problemColumns.row}
              </th>
              <th scope="col">{text.imports.problemColumns.column}</th>
              <th scope="col">{text.imports.problemColumns.problem}</th>
            </tr>
          </thead>
          <tbody>
            {problems.map((problem, index) => (
              <tr key={`${problem.row}-${problem.column}-${index}`}>
                <td className="figure">{problem.row}</td>
                <td>{fieldName(problem.column)}</td>
                <td>{problem.problem}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {problems.length < problemCount && (
        <p className="field-hint">{text.imports.problemsShown(problems.length, problemCount)}</p>
      )}
    </>
  );
}

function Sample({ preview }: { readonly preview: ImportPreview }): React.JSX.Element {
  return (
    <>
      <h3>{text.imports.sample}</h3>
      <ScrollRegion className="scroll-region" label={text.imports.sample}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col" className="figure">
                {text.imports.sampleRow}
              </th>
              {preview.columns.map((column) => (
                <th scope="col" key={column.field}>
                  {fieldName(column.field, column.header)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.sample.map((row) => (
              <tr key={row.row}>
                <td className="figure">{row.row}</td>
                {preview.columns.map((column) => (
                  <td key={column.field}>
                    <span className="two-lines">{row.cells[column.field] ?? ''}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}

/** A field's name as a person knows it; a criterion's field has none of ours and keeps the header. */
function fieldName(field: string, header = field): string {
  return text.imports.fields[field] ?? header;
}

function columnName(field: string, header: string): string {
  const name = fieldName(field, header);
  return name === header ? name : `${name}（${header}）`;
}
