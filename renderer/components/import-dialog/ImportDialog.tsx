import { Dialog } from '../Dialog.tsx';
import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { templatePath } from '../../../shared/contract/exports.ts';
import {
  confirmImport,
  discardUpload,
  previewImport,
  type ImportableTable,
  type ImportOutcome,
  type ImportPreview,
  type Upload,
} from '../../../shared/contract/uploads.ts';
import { call } from '../../client/call.ts';
import { download } from '../../client/download.ts';
import type { Failure } from '../../client/outcome.ts';
import { announce } from '../../state/announcement.ts';
import { text } from '../../text/text.ts';
import { FailureNotice } from '../FailureNotice.tsx';
import { FileChooser } from '../FileChooser.tsx';
import { Waiting } from '../Waiting.tsx';
import { PreviewReport } from './PreviewReport.tsx';

interface Properties {
  readonly table: ImportableTable;
  readonly onImported: () => void;
  readonly onClose: () => void;
}

type Step =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'reading' }
  | {
      readonly kind: 'shown';
      readonly upload: Upload;
      readonly preview: ImportPreview;
      readonly isRunning: boolean;
    }
  | { readonly kind: 'done'; readonly outcome: ImportOutcome };

/** The way of every table into the workspace: choose, look at what would happen, confirm. Rendered only while it is open. */
export function ImportDialog({ table, onImported, onClose }: Properties): React.JSX.Element {
  const [step, setStep] = useState<Step>({ kind: 'choosing' });
  const [failure, setFailure] = useState<Failure | null>(null);

  const show = async (upload: Upload): Promise<void> => {
    setFailure(null);
    setStep({ kind: 'reading' });
    const answer = await call(previewImport, { table, upload: upload.upload });
    if (answer.ok) {
      setStep({ kind: 'shown', upload, preview: answer.value, isRunning: false });
      return;
    }
    setFailure(answer.failure);
    setStep({ kind: 'choosing' });
    void call(discardUpload, { upload: upload.upload });
  };
  const discard = (): void => {
    if (step.kind === 'shown') void call(discardUpload, { upload: step.upload.upload });
  };
  const confirm = async (): Promise<void> => {
    if (step.kind !== 'shown') return;
    setFailure(null);
    setStep({ ...step, isRunning: true });
    const answer = await call(confirmImport, { table, upload: step.upload.upload });
    if (!answer.ok) {
      setFailure(answer.failure);
      setStep({ ...step, isRunning: false });
      return;
    }
    setStep({ kind: 'done', outcome: answer.value });
    announce(text.imports.announced(table, answer.value.created + answer.value.completed));
    onImported();
  };
  const close = (): void => {
    discard();
    onClose();
  };

  return (
    <Dialog width={920} title={text.imports.title(table)} onCancel={close} footer={footer()}>
      <div className="dialog-body">
        {failure !== null && <FailureNotice failure={failure} />}
        {step.kind === 'choosing' && <Choosing table={table} onChosen={(upload) => void show(upload)} />}
        {step.kind === 'reading' && <Waiting />}
        {step.kind === 'shown' && <PreviewReport preview={step.preview} />}
        {step.kind === 'done' && (
          <div className="import-done" role="status">
            <h3>{text.imports.doneTitle}</h3>
            <p>{text.imports.done(step.outcome.created, step.outcome.completed, step.outcome.unchanged)}</p>
          </div>
        )}
      </div>
    </Dialog>
  );

  function footer(): React.ReactNode {
    if (step.kind === 'done') {
      return (
        <Button type="primary" onClick={close}>
          {text.common.close}
        </Button>
      );
    }
    if (step.kind !== 'shown') return <Button onClick={close}>{text.common.cancel}</Button>;
    const { preview, isRunning } = step;
    const writing = preview.created + preview.completed;
    return (
      <>
        <Button
          disabled={isRunning}
          onClick={() => {
            discard();
            setFailure(null);
            setStep({ kind: 'choosing' });
          }}
        >
          {text.imports.chooseAnother}
        </Button>
        <Button disabled={isRunning} onClick={close}>
          {text.common.cancel}
        </Button>
        <Button
          type="primary"
          loading={isRunning}
          disabled={preview.problemCount > 0 || writing === 0}
          onClick={() => void confirm()}
        >
          {text.imports.confirm(preview.problemCount > 0 ? 0 : writing)}
        </Button>
      </>
    );
  }
}

interface ChoosingProperties {
  readonly table: ImportableTable;
  readonly onChosen: (upload: Upload) => void;
}

function Choosing({ table, onChosen }: ChoosingProperties): React.JSX.Element {
  const [failure, setFailure] = useState<Failure | null>(null);
  const fetchTemplate = async (): Promise<void> => {
    const outcome = await download(templatePath(table));
    setFailure(outcome.ok ? null : outcome.failure);
  };
  return (
    <>
      <p>{text.imports.columnsNeeded[table]}</p>
      {table === 'scores' && <p>{text.imports.scoresLockRules}</p>}
      <p>
        <Button icon={<DownloadOutlined aria-hidden />} onClick={() => void fetchTemplate()}>
          {text.imports.template}
        </Button>{' '}
        <span className="field-hint">{text.imports.templateHint}</span>
      </p>
      {failure !== null && <FailureNotice failure={failure} />}
      <FileChooser
        purpose={table}
        accept={table === 'candidates' ? '.xlsx,.csv,.json' : '.xlsx,.csv'}
        hint={text.imports.dropHint}
        onChosen={([upload]) => {
          if (upload !== undefined) onChosen(upload);
        }}
      />
    </>
  );
}
