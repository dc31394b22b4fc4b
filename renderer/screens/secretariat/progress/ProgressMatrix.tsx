import { CheckOutlined } from '@ant-design/icons';
import { memo } from 'react';
import type { Progress } from '../../../../shared/contract/experts.ts';
import { ScrollRegion } from '../../../components/ScrollRegion.tsx';
import { routeHash } from '../../../state/route.ts';
import { text } from '../../../text/text.ts';
import { cellState } from './cell-state.ts';
import './progress.css';

type ExpertProgress = Progress['experts'][number];
type CandidateHead = Progress['candidates'][number];

/** Expert by candidate; the matrix scrolls inside its own frame, its heads stay. */
export function ProgressMatrix({ progress }: { readonly progress: Progress }): React.JSX.Element {
  const { criteria, candidates, experts } = progress;
  const texts = text.progress;
  return (
    <ScrollRegion className="matrix-frame" label={texts.matrix}>
      <table className="matrix">
        <thead>
          <tr>
            <th scope="col" className="matrix-expert">
              {texts.expert}
            </th>
            <th scope="col" className="matrix-state">
              {texts.state}
            </th>
            <th scope="col" className="matrix-done">
              {texts.done}
            </th>
            {candidates.map(({ candidate, title }) => (
              <th
                scope="col"
                key={candidate}
                className="matrix-number"
                title={texts.candidateTitle(candidate, title)}
              >
                {candidate}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {experts.map((expert) => (
            <ExpertRow key={expert.id} expert={expert} candidates={candidates} criteria={criteria} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3} className="matrix-expert">
              {texts.perCandidate}
            </th>
            {candidates.map(({ candidate }, position) => (
              <td key={candidate} className="matrix-number">
                {
                  experts.filter((expert) => cellState(expert.cells[position] ?? 0, criteria) === 'complete')
                    .length
                }
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  );
}

interface RowProperties {
  readonly expert: ExpertProgress;
  readonly candidates: readonly CandidateHead[];
  readonly criteria: number;
}

const ExpertRow = memo(function ExpertRow({
  expert,
  candidates,
  criteria,
}: RowProperties): React.JSX.Element {
  const texts = text.progress;
  const missing = candidates.length - expert.recused - expert.complete;
  return (
    <tr>
      <th scope="row" className="matrix-expert">
        <a href={routeHash('experts', expert.id)} title={expert.organisation}>
          {expert.name}
        </a>
      </th>
      <td className="matrix-state">
        {expert.submittedAt === null ? (
          texts.open
        ) : (
          <span className={missing > 0 ? 'matrix-submitted matrix-submitted-short' : 'matrix-submitted'}>
            <CheckOutlined aria-hidden /> {texts.submitted}
            {missing > 0 && texts.missing(missing)}
          </span>
        )}
      </td>
      <td className="matrix-done">{texts.doneOf(expert.complete, candidates.length - expert.recused)}</td>
      {candidates.map(({ candidate, title }, position) => {
        const marked = expert.cells[position] ?? 0;
        const state = cellState(marked, criteria);
        return (
          <td
            key={candidate}
            className={`matrix-cell matrix-${state}`}
            title={texts.cellTitle(expert.name, candidate, title, stateName(state, marked, criteria))}
          >
            {state === 'partial' ? texts.cell.partial(marked, criteria) : texts.cell[state]}
          </td>
        );
      })}
    </tr>
  );
});

function stateName(state: ReturnType<typeof cellState>, marked: number, criteria: number): string {
  const { legend, cell } = text.progress;
  return state === 'partial' ? cell.partial(marked, criteria) : legend[state];
}
