import type { Person } from '../../../../shared/contract/workspace.ts';
import { SecretSlip } from '../../../components/SecretSlip.tsx';
import { SlipDialog } from '../../../components/SlipDialog.tsx';
import { useWorkspace } from '../../../state/workspace.ts';
import { text } from '../../../text/text.ts';

interface Properties {
  readonly person: Person;
  readonly password: string;
  readonly onClose: () => void;
}

/** A temporary password, shown this once. */
export function PasswordOnce({ person, password, onClose }: Properties): React.JSX.Element {
  const roundTitle = useWorkspace((state) => state.workspace?.roundTitle ?? '');
  const texts = text.people.slip;
  return (
    <SlipDialog title={text.people.passwordTitle(person.name)} closeName={texts.close} onClose={onClose}>
      <SecretSlip
        heading={texts.heading}
        roundTitle={roundTitle}
        forWhom={`${text.frame.roles[person.role]} ${person.name}`}
        label={texts.password}
        secret={password}
        advice={texts.advice}
      />
    </SlipDialog>
  );
}
