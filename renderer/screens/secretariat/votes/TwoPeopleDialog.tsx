import { Alert, Button, Form, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { listPeople } from '../../../../shared/contract/workspace.ts';
import type { SecondPerson } from '../../../../shared/contract/vote-flags.ts';
import type { Failure } from '../../../client/outcome.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { ReasonField } from '../../../components/ReasonField.tsx';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { routeHash } from '../../../state/route.ts';
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
  readonly isDestructive?: boolean;
  readonly isRunning: boolean;
  readonly failure: Failure | null;
  readonly onConfirm: (minute: string, second: SecondPerson) => void;
  readonly onClose: () => void;
}

/** An act that two people answer for: the minute, and another person who types their own password here. */
export function TwoPeopleDialog(properties: Properties): React.JSX.Element {
  const self = useSession((state) => state.session?.person.id);
  const people = useEndpoint(listPeople, {});
  const others = people.value?.people.filter(({ id }) => id !== self) ?? [];
  if (people.value !== null && others.length === 0)
    return <NobodyElse title={properties.title} onClose={properties.onClose} />;
  return <Confirmation {...properties} others={others} peopleFailure={people.failure} />;
}

interface ConfirmationProperties extends Properties {
  readonly others: readonly {
    readonly id: number;
    readonly name: string;
    readonly role: keyof typeof text.frame.roles;
  }[];
  readonly peopleFailure: Failure | null;
}

function Confirmation(properties: ConfirmationProperties): React.JSX.Element {
  const { explanation, failure, onConfirm, others, peopleFailure, ...dialog } = properties;
  const words = text.voteFlags;
  const [form] = Form.useForm<Values>();
  const [asked, setAsked] = useState('');
  const wrong = failure?.code === 'wrong-password' ? failure : null;
  useEffect(() => {
    if (wrong === null) return;
    // It was the other person's password that was typed: what may be done about one's own does not help here.
    form.setFields([
      { name: 'password', value: '', errors: [text.voteFlags.wrongPassword(asked, waitOf(wrong))] },
    ]);
    form.focusField('password');
  }, [wrong, asked, form]);
  return (
    <FormDialog<Values>
      {...dialog}
      form={form}
      initialValues={{ minute: '', person: undefined, password: '' }}
      failure={wrong === null ? (failure ?? peopleFailure) : null}
      onSave={({ minute, person, password }) => {
        if (person === undefined) return;
        setAsked(others.find(({ id }) => id === person)?.name ?? '');
        onConfirm(minute.trim(), { person, password });
      }}
    >
      <p>{explanation}</p>
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

function waitOf({ details }: Failure): number {
  const seconds =
    typeof details === 'object' && details !== null && 'waitSeconds' in details ? details.waitSeconds : 0;
  return typeof seconds === 'number' ? seconds : 0;
}

/** Without another person there is nothing to fill in. */
function NobodyElse({ title, onClose }: Pick<Properties, 'title' | 'onClose'>): React.JSX.Element {
  const words = text.voteFlags;
  return (
    <Dialog
      title={title}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{text.common.cancel}</Button>
          <Button type="primary" href={routeHash('people')}>
            {words.goToPeople}
          </Button>
        </>
      }
    >
      <Alert type="warning" showIcon title={words.nobodyElse} />
    </Dialog>
  );
}
