import { Alert, Form, Input, Select } from 'antd';
import { listPeople } from '../../../../shared/contract/workspace.ts';
import type { SecondPerson } from '../../../../shared/contract/vote-flags.ts';
import type { Failure } from '../../../client/outcome.ts';
import { ReasonField } from '../../../components/ReasonField.tsx';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { useSession } from '../../../state/session.ts';
import { useEndpoint } from '../../../state/use-endpoint.ts';
import { text } from '../../../text/text.ts';

interface Values {
  readonly minute: string;
  readonly person: number | undefined;
  readonly password: string;
}

interface Properties {
  readonly title: string;
  readonly explanation: string;
  readonly actName: string;
  readonly isRunning: boolean;
  readonly failure: Failure | null;
  readonly onConfirm: (minute: string, second: SecondPerson) => void;
  readonly onClose: () => void;
}

/** An act that two people answer for: the minute, and another person who types their own password here. */
export function TwoPeopleDialog(properties: Properties): React.JSX.Element {
  const { title, explanation, actName, isRunning, failure, onConfirm, onClose } = properties;
  const words = text.voteFlags;
  const self = useSession((state) => state.session?.person.id);
  const people = useEndpoint(listPeople, {});
  const others = people.value?.people.filter(({ id }) => id !== self) ?? [];
  return (
    <FormDialog<Values>
      title={title}
      actName={actName}
      initialValues={{ minute: '', person: undefined, password: '' }}
      isRunning={isRunning}
      failure={failure ?? people.failure}
      onSave={({ minute, person, password }) => {
        if (person !== undefined) onConfirm(minute.trim(), { person, password });
      }}
      onClose={onClose}
    >
      <p>{explanation}</p>
      {people.value !== null && others.length === 0 && (
        <Alert type="warning" showIcon title={words.nobodyElse} />
      )}
      <ReasonField name="minute" label={words.minute} hint={words.minuteHint} needed={words.minuteNeeded} />
      <Form.Item
        name="person"
        label={words.second}
        extra={words.secondHint}
        rules={[{ required: true, message: words.secondNeeded }]}
      >
        <Select
          options={others.map(({ id, name, role }) => ({
            value: id,
            label: `${name}（${text.frame.roles[role]}）`,
          }))}
        />
      </Form.Item>
      <Form.Item
        name="password"
        label={words.secondPassword}
        rules={[{ required: true, message: words.passwordNeeded }]}
      >
        <Input.Password autoComplete="off" />
      </Form.Item>
    </FormDialog>
  );
}
