import { useState } from 'react';
import type { Standing } from '../../../../shared/ballots/rejection.ts';
import { standingsByCode } from '../../../../shared/ballots/standing-codes.ts';
import type { Funnel, VoteBatch } from '../../../../shared/contract/votes.ts';
import { text } from '../../../text/text.ts';
import { BallotDrawer } from './BallotDrawer.tsx';
import { BatchChoice } from './BatchChoice.tsx';
import { FunnelBars } from './FunnelBars.tsx';
import { RejectedExport } from './RejectedExport.tsx';

interface Properties {
  /** All batches in force together. */
  readonly overall: Funnel;
  readonly batches: readonly VoteBatch[];
}

/** The funnel of everything in force, or of one batch; each step opens its rows. */
export function FunnelSection({ overall, batches }: Properties): React.JSX.Element {
  const [chosen, setChosen] = useState<number | null>(null);
  const [opened, setOpened] = useState<Standing | null>(null);
  const inForce = batches.filter(({ withdrawn }) => withdrawn === null);
  const batch = inForce.find((each) => each.batch === chosen) ?? null;
  return (
    <section className="votes-section" aria-labelledby="votes-funnel">
      <div className="votes-section-head">
        <h2 id="votes-funnel">{text.votes.funnel}</h2>
        <BatchChoice inForce={inForce} batch={batch?.batch ?? null} onChange={setChosen} />
      </div>
      <FunnelBars
        funnel={batch?.funnel ?? overall}
        onOpen={(step) => setOpened(standingsByCode.find((standing) => standing === step) ?? null)}
      />
      <RejectedExport batch={batch?.batch ?? null} />
      {opened !== null && (
        <BallotDrawer standing={opened} batch={batch?.batch ?? null} onClose={() => setOpened(null)} />
      )}
    </section>
  );
}
