import type { Expert } from '../../../../shared/contract/experts.ts';
import { SecretSlip } from '../../../components/SecretSlip.tsx';
import { useWorkspace } from '../../../state/workspace.ts';
import { text } from '../../../text/text.ts';

export function PinSlip({
  expert,
  pin,
}: {
  readonly expert: Expert;
  readonly pin: string;
}): React.JSX.Element {
  const roundTitle = useWorkspace((state) => state.workspace?.roundTitle ?? '');
  const texts = text.experts.slip;
  return (
    <SecretSlip
      heading={texts.heading}
      roundTitle={roundTitle}
      forWhom={texts.forWhom(expert.name, expert.organisation)}
      label={texts.pin}
      secret={pin}
      advice={texts.advice}
    />
  );
}
