import { Button } from 'antd';
import { useState } from 'react';
import type { FlagKind } from '../../../../shared/ballots/suspicion/evidence.ts';
import { defaultThresholds, type FlagThresholds } from '../../../../shared/ballots/suspicion/thresholds.ts';
import { searchVoteFlags, type VoteFlag } from '../../../../shared/contract/vote-flags.ts';
import { Loaded } from '../../../components/Loaded.tsx';
import { useEndpoint } from '../../../state/use-endpoint.ts';
import { text } from '../../../text/text.ts';
import { ExcludeDialog } from './ExcludeDialog.tsx';
import { FlagKindGroup } from './FlagKindGroup.tsx';
import { ThresholdsForm } from './ThresholdsForm.tsx';

interface Properties {
  readonly canChange: boolean;
  readonly titleOf: (candidate: number) => string;
  /** Searches again when it changes. */
  readonly version: number;
}

/** Suspicious groups of ballots with their evidence. Searched when somebody asks: it reads every ballot. */
export function FlagsSection(properties: Properties): React.JSX.Element {
  const [thresholds, setThresholds] = useState<FlagThresholds | null>(null);
  return (
    <section className="votes-section" aria-labelledby="votes-flags">
      <h2 id="votes-flags">{text.voteFlags.title}</h2>
      <p className="votes-quiet">{text.voteFlags.intro}</p>
      {thresholds === null ? (
        <div>
          <Button onClick={() => setThresholds(defaultThresholds)}>{text.voteFlags.search}</Button>
        </div>
      ) : (
        <>
          <ThresholdsForm thresholds={thresholds} onSearch={setThresholds} />
          <Flags {...properties} thresholds={thresholds} />
        </>
      )}
    </section>
  );
}

function Flags({
  canChange,
  titleOf,
  version,
  thresholds,
}: Properties & { readonly thresholds: FlagThresholds }): React.JSX.Element {
  const found = useEndpoint(searchVoteFlags, { thresholds }, version);
  const [asked, setAsked] = useState<VoteFlag | null>(null);
  return (
    <Loaded of={found}>
      {(value) => (
        <>
          <p role="status">{text.voteFlags.looked(value.ballots, value.flags.length)}</p>
          {!value.hasAddresses && value.ballots > 0 && (
            <p className="votes-quiet">{text.voteFlags.noAddresses}</p>
          )}
          {kindsOf(value.flags).map((kind) => (
            <FlagKindGroup
              key={kind}
              kind={kind}
              flags={value.flags.filter(({ evidence }) => evidence.kind === kind)}
              titleOf={titleOf}
              onExclude={canChange ? setAsked : null}
            />
          ))}
          {asked !== null && (
            <ExcludeDialog flag={asked} thresholds={value.thresholds} onClose={() => setAsked(null)} />
          )}
        </>
      )}
    </Loaded>
  );
}

/** In the order in which they were found: the strongest first. */
function kindsOf(flags: readonly VoteFlag[]): FlagKind[] {
  return [...new Set(flags.map(({ evidence }) => evidence.kind))];
}
