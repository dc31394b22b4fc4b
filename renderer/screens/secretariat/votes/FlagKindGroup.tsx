import { Button } from 'antd';
import { useState } from 'react';
import type { FlagKind } from '../../../../shared/ballots/suspicion/evidence.ts';
import type { VoteFlag } from '../../../../shared/contract/vote-flags.ts';
import { text } from '../../../text/text.ts';
import { FlagCard } from './FlagCard.tsx';

interface Properties {
  readonly kind: FlagKind;
  readonly flags: readonly VoteFlag[];
  readonly titleOf: (candidate: number) => string;
  /** Asks to exclude a group; null for those who only look. */
  readonly onExclude: ((flag: VoteFlag) => void) | null;
}

/** Nobody looks through dozens at once, and what stands below them has to be reached. */
const shownFirst = 5;

/** The groups of one kind: how many there are, what else they may come from, and the first of them. */
export function FlagKindGroup({ kind, flags, titleOf, onExclude }: Properties): React.JSX.Element {
  const [isWhole, setWhole] = useState(false);
  const words = text.voteFlags;
  const more = flags.length - shownFirst;
  return (
    <div className="vote-flag-kind">
      <h3>{words.kindCount(kind, flags.length)}</h3>
      <p className="votes-quiet">
        {words.caution}
        {words.cautions[kind]}
      </p>
      {(isWhole ? flags : flags.slice(0, shownFirst)).map((flag) => (
        <FlagCard
          key={flag.id}
          flag={flag}
          titleOf={titleOf}
          onExclude={onExclude !== null && flag.excluded < flag.ballots ? () => onExclude(flag) : null}
        />
      ))}
      {more > 0 && (
        <div>
          <Button aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
            {isWhole ? words.fewer(shownFirst) : words.more(more)}
          </Button>
        </div>
      )}
    </div>
  );
}
