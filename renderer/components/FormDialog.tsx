import { Form, type FormInstance } from 'antd';
import { useRef } from 'react';
import type { Failure } from '../client/outcome.ts';
import { text } from '../text/text.ts';
import { Dialog } from './Dialog.tsx';
import { FailureNotice } from './FailureNotice.tsx';

interface Properties<Values> {
  readonly title: string;
  readonly actName: string;
  readonly isDestructive?: boolean;
  readonly width?: number;
  readonly initialValues: Values;
  readonly isRunning: boolean;
  readonly failure: Failure | null;
  readonly onSave: (values: Values) => void;
  readonly onClose: () => void;
  /** For a caller that changes fields itself. */
  readonly form?: FormInstance<Values>;
  /** The fields, as `Form.Item`. */
  readonly children: React.ReactNode;
}

/**
 * A form in a dialog: the first field has the focus, Enter in a field saves, a refusal stands below the fields and nothing
 * typed is lost.
 */
export function FormDialog<Values extends object>(properties: Properties<Values>): React.JSX.Element {
  const {
    title,
    actName,
    isDestructive = false,
    width = 520,
    initialValues,
    isRunning,
    failure,
    onSave,
    onClose,
    children,
  } = properties;
  const [form] = Form.useForm<Values>(properties.form);
  const body = useRef<HTMLDivElement>(null);
  return (
    <Dialog
      width={width}
      title={title}
      okText={actName}
      okButtonProps={{ danger: isDestructive }}
      cancelText={text.common.cancel}
      confirmLoading={isRunning}
      onOk={() => {
        form.submit();
      }}
      onCancel={onClose}
      afterOpenChange={(isOpen) => {
        if (isOpen) body.current?.querySelector<HTMLElement>('input, textarea')?.focus();
      }}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={initialValues}
        onFinish={onSave}
      >
        <div ref={body} className="form-dialog-body">
          {children}
        </div>
        {failure !== null && <FailureNotice failure={failure} />}
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
      </Form>
    </Dialog>
  );
}
