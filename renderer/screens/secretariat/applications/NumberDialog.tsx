import { Dialog } from '../../../components/Dialog.tsx';
import { InputNumber } from 'antd';
import { useId, useState } from 'react';
import { numberCandidate, type Application } from '../../../../shared/contract/applications.ts';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { useChange } from '../../../state/use-change.ts';
import { text } from '../../../text/text.ts';

interface Properties {
  readonly application: Application;
  readonly suggestion: number;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

/** Makes an application a candidate under a number, or gives a candidate another number. */
export function NumberDialog({ application, suggestion, onSaved, onClose }: Properties): React.JSX.Element {
  const [number, setNumber] = useState<number | null>(application.candidate ?? suggestion);
  const { run, isRunning, failure } = useChange(numberCandidate);
  const field = useId();
  const texts = text.applications;
  const isValid = number !== null && Number.isInteger(number) && number > 0;
  const save = async (): Promise<void> => {
    if (!isValid) return;
    const outcome = await run({ id: application.id, candidate: number }, texts.numbered(number));
    if (outcome.ok) onSaved();
  };
  const act = application.candidate === null ? texts.makeCandidate : texts.changeNumber;
  return (
    <Dialog
      title={application.candidate === null ? texts.makeCandidateTitle : texts.changeNumberTitle}
      okText={act}
      cancelText={text.common.cancel}
      okButtonProps={{ disabled: !isValid }}
      confirmLoading={isRunning}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <div className="dialog-body">
        <p>{application.title}</p>
        <div>
          <label htmlFor={field} className="field-label">
            {texts.number}
          </label>
          <InputNumber
            id={field}
            min={1}
            precision={0}
            value={number}
            onChange={setNumber}
            onPressEnter={() => void save()}
          />
          <p className="field-hint">{texts.numberHint}</p>
        </div>
        {failure !== null && <FailureNotice failure={failure} />}
      </div>
    </Dialog>
  );
}
