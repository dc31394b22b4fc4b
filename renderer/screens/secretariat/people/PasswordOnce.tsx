import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Person } from '../../../../shared/contract/workspace.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { SecretSlip } from '../../../components/SecretSlip.tsx';
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
    <Dialog
      width={600}
      title={text.people.passwordTitle(person.name)}
      closable={false}
      keyboard={false}
      footer={
        <>
          <Button
            icon={<PrinterOutlined aria-hidden />}
            onClick={() => {
              window.print();
            }}
          >
            {texts.print}
          </Button>
          <Button type="primary" onClick={onClose}>
            {texts.close}
          </Button>
        </>
      }
    >
      <p>{texts.once}</p>
      <SecretSlip
        heading={texts.heading}
        roundTitle={roundTitle}
        forWhom={`${text.frame.roles[person.role]} ${person.name}`}
        label={texts.password}
        secret={password}
        advice={texts.advice}
      />
    </Dialog>
  );
}
