import { Form, Input } from 'antd';
import {
  changeExpert,
  createExpert,
  type Expert,
  type ExpertFields,
} from '../../../../shared/contract/experts.ts';
import { FormDialog } from '../../../components/FormDialog.tsx';
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
  const creation = useChange(createExpert);
  const change = useChange(changeExpert);
  const texts = text.experts;
  const save = async (values: ExpertFields): Promise<void> => {
    const outcome =
      expert === null
        ? await creation.run(values, texts.added(values.name.trim()))
        : await change.run({ ...values, id: expert.id }, texts.changed(values.name.trim()));
    if (outcome.ok) onSaved();
  };
  return (
    <FormDialog<ExpertFields>
      title={expert === null ? texts.addTitle : texts.editTitle(expert.name)}
      actName={text.common.save}
      initialValues={expert === null ? nothingYet : fieldsOf(expert)}
      isRunning={creation.isRunning || change.isRunning}
      failure={creation.failure ?? change.failure}
      onSave={(values) => void save(values)}
      onClose={onClose}
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
    </FormDialog>
  );
}

function fieldsOf({ code, name, organisation, district }: Expert): ExpertFields {
  return { code, name, organisation, district };
}
