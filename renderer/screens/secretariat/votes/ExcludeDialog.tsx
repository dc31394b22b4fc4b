import type { FlagThresholds } from '../../../../shared/ballots/suspicion/thresholds.ts';
import { excludeVoteFlag, type SecondPerson, type VoteFlag } from '../../../../shared/contract/vote-flags.ts';
import { useChange } from '../../../state/use-change.ts';
import { text } from '../../../text/text.ts';
import { TwoPeopleDialog } from './TwoPeopleDialog.tsx';

interface Properties {
  readonly flag: VoteFlag;
  /** With which the flag was found. */
  readonly thresholds: FlagThresholds;
  readonly onClose: () => void;
}

/** Takes the ballots of a flag out of the count. */
export function ExcludeDialog({ flag, thresholds, onClose }: Properties): React.JSX.Element {
  const { run, isRunning, failure } = useChange(excludeVoteFlag);
  const words = text.voteFlags;
  async function exclude(minute: string, second: SecondPerson): Promise<void> {
    const input = { flag: flag.id, digest: flag.digest, thresholds, minute, second };
    const outcome = await run(input, words.excluded);
    if (outcome.ok) onClose();
  }
  return (
    <TwoPeopleDialog
      title={words.excludeTitle}
      explanation={`${words.evidence(flag.evidence)}${words.excludeExplanation(flag.ballots - flag.excluded)}`}
      actName={words.excludeAct}
      isDestructive
      isRunning={isRunning}
      failure={failure}
      onConfirm={(minute, second) => void exclude(minute, second)}
      onClose={onClose}
    />
  );
}
