import { FileExcelOutlined } from '@ant-design/icons';
import { Button, Progress } from 'antd';
import { useRef, useState } from 'react';
import type { z } from 'zod';
import { openFile, type Upload } from '../../shared/contract/uploads.ts';
import { call } from '../client/call.ts';
import type { Failure } from '../client/outcome.ts';
import { uploadFile } from '../client/upload.ts';
import { useWorkspace } from '../state/workspace.ts';
import { text } from '../text/text.ts';
import { FailureNotice } from './FailureNotice.tsx';

interface Properties {
  readonly purpose: z.output<typeof openFile.input>['purpose'];
  readonly multiple?: boolean;
  /** The endings the page's own file dialog offers, such as `.xlsx,.csv`. */
  readonly accept: string;
  readonly hint: string;
  readonly onChosen: (uploads: readonly Upload[]) => void;
}

/**
 * Chooses files for an import. In Electron the main process shows its dialog and opens the file by path; elsewhere, and for
 * files dropped here, the page sends the bytes. Both end in the same handle.
 */
export function FileChooser({
  purpose,
  multiple = false,
  accept,
  hint,
  onChosen,
}: Properties): React.JSX.Element {
  const canOpenFiles = useWorkspace((state) => state.workspace?.host.canOpenFiles ?? false);
  const picker = useRef<HTMLInputElement>(null);
  const [sent, setSent] = useState<number | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isOver, setOver] = useState(false);
  const isBusy = sent !== null;

  const send = async (files: readonly File[]): Promise<void> => {
    const chosen = multiple ? files : files.slice(0, 1);
    if (chosen.length === 0 || isBusy) return;
    setFailure(null);
    const uploads: Upload[] = [];
    for (const [index, file] of chosen.entries()) {
      setSent(index / chosen.length);
      const outcome = await uploadFile(file, (fraction) => {
        setSent((index + fraction) / chosen.length);
      });
      if (!outcome.ok) {
        setSent(null);
        setFailure(outcome.failure);
        return;
      }
      uploads.push(outcome.value);
    }
    setSent(null);
    onChosen(uploads);
  };

  const choose = async (): Promise<void> => {
    if (!canOpenFiles) {
      picker.current?.click();
      return;
    }
    setFailure(null);
    const opened = await call(openFile, { purpose, multiple });
    if (!opened.ok) setFailure(opened.failure);
    else if (opened.value.uploads.length > 0) onChosen(opened.value.uploads);
  };

  return (
    <div className="file-chooser">
      <div
        className={isOver ? 'drop-area drop-area-over' : 'drop-area'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => {
          setOver(false);
        }}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void send([...event.dataTransfer.files]);
        }}
      >
        <FileExcelOutlined className="drop-sign" aria-hidden />
        <span>{hint}</span>
        <Button type="primary" loading={isBusy} onClick={() => void choose()}>
          {text.imports.choose}
        </Button>
        <input
          ref={picker}
          className="visually-hidden"
          type="file"
          tabIndex={-1}
          accept={accept}
          multiple={multiple}
          aria-label={text.imports.chooseLabel}
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            // So that the same file can be chosen again after it was mended.
            event.target.value = '';
            void send(files);
          }}
        />
      </div>
      {sent !== null && (
        <div role="status">
          <Progress percent={Math.floor(sent * 100)} aria-label={text.imports.reading} showInfo={false} />
          {text.imports.sent(sent)}
        </div>
      )}
      {failure !== null && <FailureNotice failure={failure} />}
    </div>
  );
}
