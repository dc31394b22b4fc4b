import { KeyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { changePassword, type Person } from '../../../shared/contract/workspace.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { PasswordFields } from '../../screens/sign-in/PasswordFields.tsx';
import { useSession } from '../../state/session.ts';
import { useChange } from '../../state/use-change.ts';
import { text } from '../../text/text.ts';

interface Values {
  readonly current: string;
  readonly next: string;
  readonly again: string;
}

/** Everybody replaces their own PIN or password here, whenever they like. */
export function OwnPassword({ person }: { readonly person: Person }): React.JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const { run, isRunning, failure, clear } = useChange(changePassword);
  const texts = text.signIn.change;
  const actName = texts.ownAct[person.role];
  const close = (): void => {
    setOpen(false);
    clear();
  };
  const save = async ({ current, next }: Values): Promise<void> => {
    const outcome = await run({ current, next }, texts.announced);
    if (!outcome.ok) return;
    close();
    // The earlier sign-in ended with the earlier password.
    useSession.getState().begin(outcome.value);
  };
  return (
    <>
      <Button
        icon={<KeyOutlined aria-hidden />}
        onClick={() => {
          setOpen(true);
        }}
      >
        {actName}
      </Button>
      {isOpen && (
        <FormDialog<Values>
          title={actName}
          actName={text.common.save}
          initialValues={{ current: '', next: '', again: '' }}
          isRunning={isRunning}
          failure={failure}
          onSave={(values) => void save(values)}
          onClose={close}
        >
          <PasswordFields role={person.role} currentLabel={texts.ownCurrent[person.role]} />
        </FormDialog>
      )}
    </>
  );
}
