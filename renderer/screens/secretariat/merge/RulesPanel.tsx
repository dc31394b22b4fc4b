import { Button, Tag } from 'antd';
import dayjs from 'dayjs';
import type { MergeRulesInForce } from '../../../../shared/merging/report.ts';
import { text } from '../../../text/text.ts';
import { tieBreakNames } from './rule-words.ts';

interface Properties {
  readonly rules: MergeRulesInForce;
  readonly lockedAt: string | null;
  readonly lockOrigin: string | null;
  readonly onTry: () => void;
}

/** The rules in force, compact, beside the ranking that follows from them. */
export function RulesPanel({
  rules: { merge, panel, criteria, counts },
  lockedAt,
  lockOrigin,
  onTry,
}: Properties): React.JSX.Element {
  const words = text.merge;
  const unconfirmed = words.rulesLockedUnconfirmed[lockOrigin ?? ''];
  return (
    <section className="merge-rules" aria-labelledby="merge-rules">
      <h2 id="merge-rules">{words.rules}</h2>
      <p className="merge-lock">
        <Tag color={lockedAt === null || unconfirmed !== undefined ? 'warning' : 'success'}>
          {lockedAt === null
            ? words.rulesOpen
            : (unconfirmed ?? words.rulesLocked(dayjs(lockedAt).format('YYYY-MM-DD HH:mm')))}
        </Tag>
      </p>
      <dl>
        <dt>{words.weights}</dt>
        <dd>
          <Pairs
            pairs={[
              [words.expertWeight, String(merge.expertWeight)],
              [words.publicWeight, String(merge.publicWeight)],
            ]}
          />
        </dd>
        <dt>{words.criteria}</dt>
        <dd>
          <Pairs pairs={criteria.map(({ name, weight }) => [name, String(weight)])} />
        </dd>
        <dt>{words.trim}</dt>
        <dd>{words.trimText(panel.trim.low, panel.trim.high, panel.trim.atLeast)}</dd>
        <dt>{words.severity}</dt>
        <dd>{words.severities[panel.severity]}</dd>
        <dt>{words.panelScale}</dt>
        <dd>{words.scales[merge.panelScale]}</dd>
        <dt>{words.publicScale}</dt>
        <dd>{words.scales[merge.publicScale]}</dd>
        <dt>{words.tieBreak}</dt>
        <dd>{tieBreakNames(merge.tieBreak, criteria)}</dd>
        <dt>{words.finalists}</dt>
        <dd>{words.finalistsText(counts.finalists)}</dd>
        {panel.minimumMarks !== undefined && (
          <>
            <dt>{words.minimumMarks}</dt>
            <dd>{panel.minimumMarks}</dd>
          </>
        )}
        {panel.quorum !== undefined && (
          <>
            <dt>{words.quorum}</dt>
            <dd>{panel.quorum}</dd>
          </>
        )}
      </dl>
      <Button block onClick={onTry}>
        {words.tryRules}
      </Button>
    </section>
  );
}

function Pairs({ pairs }: { readonly pairs: readonly (readonly [string, string])[] }): React.JSX.Element {
  return (
    <span className="merge-pairs">
      {pairs.map(([name, value]) => (
        <span key={name}>
          {name} <strong>{value}</strong>
        </span>
      ))}
    </span>
  );
}
