import type { Funnel } from '../../../../shared/contract/votes.ts';
import { text } from '../../../text/text.ts';
import { funnelView, type FunnelStep } from './funnel-steps.ts';

interface Properties {
  readonly funnel: Funnel;
  /** Opens the rows of a step; without it the steps are only shown. */
  readonly onOpen?: (standing: string) => void;
  /** While rows are still being read the sum line would only flicker. */
  readonly isRunning?: boolean;
}

/** The rows read, and what became of each: numbers with bars, and below them the sum that proves nothing was dropped. */
export function FunnelBars({ funnel, onOpen, isRunning = false }: Properties): React.JSX.Element {
  const view = funnelView(funnel);
  const name = (standing: string): string => text.ballots.standing[standing] ?? standing;
  const line = (step: FunnelStep): React.JSX.Element => (
    <FunnelLine key={step.standing} step={step} name={name(step.standing)} onOpen={onOpen} />
  );
  return (
    <div className="funnel">
      <table className="funnel-table">
        <tbody>
          <tr className="funnel-read">
            <th scope="row">{text.votes.read}</th>
            <td className="figure">{text.votes.number(view.rows)}</td>
            <td className="funnel-percent">{view.rows > 0 && text.votes.share('100.0')}</td>
            <td className="funnel-bar-cell">
              <Bar percent={view.rows === 0 ? 0 : 100} kind="read" />
            </td>
          </tr>
          {line(view.accepted)}
          {view.rejected.map(line)}
        </tbody>
      </table>
      {!isRunning &&
        (view.addsUp ? (
          <p className="funnel-sum">
            {text.votes.addsUp(view.accepted.count, view.rejectedCount, view.rows)}
          </p>
        ) : (
          <p className="funnel-sum funnel-sum-wrong" role="alert">
            {text.votes.doesNotAddUp(view.sum, view.rows)}
          </p>
        ))}
    </div>
  );
}

interface LineProperties {
  readonly onOpen: Properties['onOpen'] | undefined;
  readonly step: FunnelStep;
  readonly name: string;
}

function FunnelLine({ step, name, onOpen }: LineProperties): React.JSX.Element {
  const isAccepted = step.standing === 'accepted';
  return (
    <tr className={isAccepted ? 'funnel-accepted' : step.count === 0 ? 'funnel-none' : ''}>
      <th scope="row" title={text.votes.explanations[step.standing]}>
        {step.count > 0 && onOpen !== undefined ? (
          <button
            type="button"
            className="link-button"
            aria-label={text.votes.showRows(name, step.count)}
            onClick={() => onOpen(step.standing)}
          >
            {name}
          </button>
        ) : (
          name
        )}
      </th>
      <td className="figure">{text.votes.number(step.count)}</td>
      <td className="funnel-percent">{step.count > 0 && text.votes.share(step.percent.toFixed(1))}</td>
      <td className="funnel-bar-cell">
        <Bar percent={step.percent} kind={isAccepted ? 'accepted' : 'rejected'} />
      </td>
    </tr>
  );
}

function Bar({
  percent,
  kind,
}: {
  readonly percent: number;
  readonly kind: 'read' | 'accepted' | 'rejected';
}) {
  return (
    <svg
      className={`funnel-bar funnel-bar-${kind}`}
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect width="100" height="10" className="funnel-bar-ground" />
      {/* A step that holds rows is never invisible. */}
      <rect width={percent === 0 ? 0 : Math.max(percent, 0.6)} height="10" className="funnel-bar-fill" />
    </svg>
  );
}
