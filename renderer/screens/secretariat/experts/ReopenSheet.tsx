import { reopenSheet, type Expert } from '../../../../shared/contract/experts.ts';
import { ReasonDialog } from '../../../components/ReasonDialog.tsx';
import { useChange } from '../../../state/use-change.ts';
import { text } from '../../../text/text.ts';

interface Properties {
  readonly expert: Expert;
  readonly onReopened: () => void;
  readonly onClose: () => void;
}

export function ReopenSheet({ expert, onReopened, onClose }: Properties): React.JSX.Element {
  const { run, isRunning, failure } = useChange(reopenSheet);
  const texts = text.experts;
  const reopen = async (reason: string): Promise<void> => {
    const outcome = await run({ id: expert.id, reason }, texts.reopened(expert.name));
    if (outcome.ok) onReopened();
  };
  return (
    <ReasonDialog
      title={texts.reopenTitle(expert.name)}
      explanation={texts.reopenExplanation(expert.name)}
      actName={texts.reopen}
      isRunning={isRunning}
      failure={failure}
      onConfirm={(reason) => void reopen(reason)}
      onClose={onClose}
    />
  );
}
