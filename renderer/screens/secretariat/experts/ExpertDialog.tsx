import { Dialog } from '../../../components/Dialog.tsx';
import { Form, Input } from 'antd';
import {
  changeExpert,
  createExpert,
  type Expert,
  type ExpertFields,
} from '../../../../shared/contract/experts.ts';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { useChange } from '../../../state/use-change.ts';
import { text } from '../../../text/text.ts';

interface Properties {
  /** Null adds a new one. */
  readonly expert: Expert | null;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

const nothingYet: ExpertFields = { code: '', name: '', organisation: '', district: '' };

export function ExpertDialog({ expert, onSaved, onClose }: Properties): React.JSX.Element {
  const [form] = Form.useForm<ExpertFields>();
  const creation = useChange(createExpert);
  const change = useChange(changeExpert);
  const failure = creation.failure ?? change.failure;
  const texts = text.experts;
  const save = async (values: ExpertFields): Promise<void> => {
    const outcome =
      expert === null
        ? await creation.run(values, texts.added(values.name.trim()))
        : await change.run({ ...values, id: expert.id }, texts.changed(values.name.trim()));
    if (outcome.ok) onSaved();
  };
  return (
    <Dialog
      title={expert === null ? texts.addTitle : texts.editTitle(expert.name)}
      okText={text.common.save}
      cancelText={text.common.cancel}
      confirmLoading={creation.isRunning || change.isRunning}
      onOk={() => {
        form.submit();
      }}
      onCancel={onClose}
    >
      <Form<ExpertFields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={expert === null ? nothingYet : fieldsOf(expert)}
        onFinish={(values) => void save(values)}
      >
        <Form.Item
          name="name"
          label={texts.fields.name}
          rules={[{ required: true, whitespace: true, message: texts.nameNeeded }]}
        >
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="organisation" label={texts.fields.organisation}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="district" label={texts.fields.district}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="code" label={texts.fields.code} extra={texts.codeHint}>
          <Input maxLength={60} />
        </Form.Item>
        {failure !== null && <FailureNotice failure={failure} />}
        {/* Enter in a field saves, as in every form. */}
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
      </Form>
    </Dialog>
  );
}

function fieldsOf({ code, name, organisation, district }: Expert): ExpertFields {
  return { code, name, organisation, district };
}
