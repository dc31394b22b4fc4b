import type { Status } from '../../../../shared/contract/workspace.ts';
import { routeHash } from '../../../state/route.ts';
import { text } from '../../../text/text.ts';

type Stage = Status['stages'][number];

/** The process once more, with its figures side by side. */
export function StageTable({ status }: { readonly status: Status }): React.JSX.Element {
  const texts = text.overview;
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{texts.columns.stage}</th>
          <th scope="col">{texts.columns.state}</th>
          <th scope="col" className="figure">
            {texts.columns.done}
          </th>
          <th scope="col" className="figure">
            {texts.columns.expected}
          </th>
          <th scope="col">{texts.columns.detail}</th>
        </tr>
      </thead>
      <tbody>
        {status.stages.map((stage) => (
          <tr key={stage.id}>
            <th scope="row">
              {stage.id === 'freeze' ? (
                text.frame.screens[stage.id]
              ) : (
                <a href={routeHash(stage.id)}>{text.frame.screens[stage.id]}</a>
              )}
            </th>
            <td>
              <StageState stage={stage} />
            </td>
            <td className="figure">
              {hasFigures(stage) ? stage.done.toLocaleString('zh-CN') : texts.unknownExpected}
            </td>
            <td className="figure">
              {hasFigures(stage) && stage.expected !== null
                ? stage.expected.toLocaleString('zh-CN')
                : texts.unknownExpected}
            </td>
            <td>{detailOf(stage, status)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const hasFigures = (stage: Stage): boolean => stage.id !== 'freeze' && stage.id !== 'export';

function StageState({ stage }: { readonly stage: Stage }): React.JSX.Element {
  const texts = text.frame.stage;
  if (stage.id === 'freeze') return <span className="state-badge">{texts.notOffered}</span>;
  if (stage.isComplete) return <span className="state-badge state-done">{texts.complete}</span>;
  return stage.done > 0 ? (
    <span className="state-badge state-attention">{texts.started}</span>
  ) : (
    <span className="state-badge">{texts.waiting}</span>
  );
}

function detailOf(stage: Stage, { counts, totals }: Status): string {
  const { details } = text.overview;
  if (stage.id === 'votes') return details.votes(counts.voteBatches, counts.ballotRows, totals);
  if (stage.id === 'marks') return details.marks(counts.recusals);
  return details[stage.id];
}
