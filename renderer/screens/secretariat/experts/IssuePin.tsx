import { useState } from 'react';
import { issuePin, type Expert } from '../../../../shared/contract/experts.ts';
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx';
import { SlipDialog } from '../../../components/SlipDialog.tsx';
import { useChange } from '../../../state/use-change.ts';
import { text } from '../../../text/text.ts';
import { PinSlip } from './PinSlip.tsx';

interface Properties {
  readonly expert: Expert;
  readonly onIssued: () => void;
  readonly onClose: () => void;
}

/** Says what issuing does, then shows the PIN once. */
export function IssuePin({ expert, onIssued, onClose }: Properties): React.JSX.Element {
  const { run, isRunning, failure } = useChange(issuePin);
  const [pin, setPin] = useState<string | null>(null);
  const texts = text.experts;
  const issue = async (): Promise<void> => {
    const outcome = await run({ id: expert.id }, texts.issued(1));
    if (!outcome.ok) return;
    setPin(outcome.value.pin);
    onIssued();
  };
  if (pin === null) {
    return (
      <ConfirmDialog
        title={texts.issueTitle(expert.name)}
        explanation={texts.issueExplanation[expert.pin]}
        actName={texts.issueAct}
        isRunning={isRunning}
        failure={failure}
        onConfirm={() => void issue()}
        onClose={onClose}
      />
    );
  }
  return (
    <SlipDialog title={texts.issueTitle(expert.name)} closeName={texts.slip.close} onClose={onClose}>
      <PinSlip expert={expert} pin={pin} />
    </SlipDialog>
  );
}
