import { Form, Input } from 'antd';
import {
  changeApplication,
  createApplication,
  type Application,
  type ApplicationFields,
} from '../../../../shared/contract/applications.ts';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { useChange } from '../../../state/use-change.ts';
import { text } from '../../../text/text.ts';

interface Properties {
  readonly title: string;
  /** Null adds a new one. */
  readonly application: Application | null;
  readonly onSaved: (application: Application) => void;
  readonly onClose: () => void;
}

const nothingYet: ApplicationFields = { code: '', title: '', organisation: '', district: '', text: '' };

export function ApplicationDialog({ title, application, onSaved, onClose }: Properties): React.JSX.Element {
  const creation = useChange(createApplication);
  const change = useChange(changeApplication);
  const texts = text.applications;
  const save = async (values: ApplicationFields): Promise<void> => {
    const outcome =
      application === null
        ? await creation.run(values, texts.added)
        : await change.run({ ...values, id: application.id }, texts.changed);
    if (outcome.ok) onSaved(outcome.value);
  };
  return (
    <FormDialog<ApplicationFields>
      width={820}
      title={title}
      actName={text.common.save}
      initialValues={application === null ? nothingYet : fieldsOf(application)}
      isRunning={creation.isRunning || change.isRunning}
      failure={creation.failure ?? change.failure}
      onSave={(values) => void save(values)}
      onClose={onClose}
    >
      <Form.Item
        name="title"
        label={texts.fields.title}
        rules={[{ required: true, whitespace: true, message: texts.titleNeeded }]}
      >
        <Input.TextArea rows={2} maxLength={300} />
      </Form.Item>
      <div className="form-row">
        <Form.Item name="organisation" label={texts.fields.organisation}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="district" label={texts.fields.district}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="code" label={texts.fields.code}>
          <Input maxLength={60} />
        </Form.Item>
      </div>
      <Form.Item name="text" label={texts.fields.text} extra={texts.textHint}>
        <Input.TextArea rows={12} maxLength={20_000} />
      </Form.Item>
    </FormDialog>
  );
}

function fieldsOf(application: Application): ApplicationFields {
  const { code, title, organisation, district, text: content } = application;
  return { code, title, organisation, district, text: content };
}
