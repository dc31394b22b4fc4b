import { Form } from 'antd';
import type { Failure } from '../client/outcome.ts';
import { text } from '../text/text.ts';
import { Dialog } from './Dialog.tsx';
import { FailureNotice } from './FailureNotice.tsx';

interface Properties<Values> {
  readonly title: string;
  readonly actName: string;
  readonly width?: number;
  readonly initialValues: Values;
  readonly isRunning: boolean;
  readonly failure: Failure | null;
  readonly onSave: (values: Values) => void;
  readonly onClose: () => void;
  /** The fields, as `Form.Item`. */
  readonly children: React.ReactNode;
}

/** A form in a dialog: Enter in a field saves, a refusal stands below the fields and nothing typed is lost. */
export function FormDialog<Values extends object>(properties: Properties<Values>): React.JSX.Element {
  const {
    title,
    actName,
    width = 520,
    initialValues,
    isRunning,
    failure,
    onSave,
    onClose,
    children,
  } = properties;
  const [form] = Form.useForm<Values>();
  return (
    <Dialog
      width={width}
      title={title}
      okText={actName}
      cancelText={text.common.cancel}
      confirmLoading={isRunning}
      onOk={() => {
        form.submit();
      }}
      onCancel={onClose}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={initialValues}
        onFinish={onSave}
      >
        {children}
        {failure !== null && <FailureNotice failure={failure} />}
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
      </Form>
    </Dialog>
  );
}
