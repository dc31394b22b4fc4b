import dayjs from 'dayjs';
import type { RoundState } from '../../../../shared/contract/workspace.ts';
import { text } from '../../../text/text.ts';

export function RuleChanges({ changes }: { readonly changes: RoundState['changes'] }): React.JSX.Element {
  const texts = text.rules.changes;
  return (
    <section className="panel">
      <h2>{text.rules.sections.changes}</h2>
      {changes.length === 0 ? (
        <p>{texts.none}</p>
      ) : (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{texts.at}</th>
              <th scope="col">{texts.actor}</th>
              <th scope="col">{texts.act}</th>
              <th scope="col">{texts.difference}</th>
              <th scope="col">{texts.reason}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <tr key={`${change.at}-${change.origin}`}>
                <td className="no-wrap">{dayjs(change.at).format('YYYY-MM-DD HH:mm')}</td>
                <td className="no-wrap">{change.actor}</td>
                <td className="no-wrap">{change.origin === 'lock' ? texts.locked : texts.edited}</td>
                <td>
                  {change.differences.length === 0 ? (
                    texts.noDifference
                  ) : (
                    <ul className="rule-differences">
                      {change.differences.map(({ field, before, after }) => (
                        <li key={field}>
                          {field} <strong>{texts.differenceOf(before, after)}</strong>
                        </li>
                      ))}
                    </ul>
                  )}
                </td>
                <td>{change.reason === '' ? texts.noReason : change.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
