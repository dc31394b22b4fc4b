import { Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { addPerson, type Person } from '../../../../shared/contract/workspace.ts';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { useChange } from '../../../state/use-change.ts';
import { text } from '../../../text/text.ts';
import { PasswordOnce } from './PasswordOnce.tsx';

interface Values {
  readonly name: string;
  readonly role: 'secretariat' | 'observer';
  readonly organisation: string;
}

interface Properties {
  readonly onAdded: () => void;
  readonly onClose: () => void;
}

/** Adds a secretary or an observer; the temporary password is shown once. */
export function AddPerson({ onAdded, onClose }: Properties): React.JSX.Element {
  const { run, isRunning, failure } = useChange(addPerson);
  const [added, setAdded] = useState<{ readonly person: Person; readonly temporaryPassword: string } | null>(
    null,
  );
  const texts = text.people;
  const add = async (values: Values): Promise<void> => {
    const outcome = await run(
      { ...values, name: values.name.trim(), organisation: values.organisation.trim() },
      texts.added(values.name.trim()),
    );
    if (!outcome.ok) return;
    setAdded(outcome.value);
    onAdded();
  };
  if (added !== null) {
    return <PasswordOnce person={added.person} password={added.temporaryPassword} onClose={onClose} />;
  }
  return (
    <FormDialog<Values>
      title={texts.addTitle}
      actName={texts.submit}
      initialValues={{ name: '', role: 'secretariat', organisation: '' }}
      isRunning={isRunning}
      failure={failure}
      onSave={(values) => void add(values)}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={texts.fields.name}
        rules={[{ required: true, whitespace: true, message: texts.nameNeeded }]}
      >
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="role" label={texts.fields.role}>
        <Radio.Group className="radio-column">
          {(['secretariat', 'observer'] as const).map((role) => (
            <Radio key={role} value={role}>
              {text.frame.roles[role]} <span className="field-hint">{texts.rights[role]}</span>
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      <Form.Item name="organisation" label={texts.fields.organisation}>
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  );
}
