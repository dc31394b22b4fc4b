import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import {
  exportFormats,
  rejectedBallotsPath,
  type ExportFormat,
} from '../../../../shared/contract/exports.ts';
import { download } from '../../../client/download.ts';
import type { Failure } from '../../../client/outcome.ts';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { announce } from '../../../state/announcement.ts';
import { text } from '../../../text/text.ts';
import './vote-check.css';

interface Properties {
  /** Null: all batches in force. */
  readonly batch: number | null;
}

/** Takes out every ballot that is not counted, with its reason. */
export function RejectedExport({ batch }: Properties): React.JSX.Element {
  const [failure, setFailure] = useState<Failure | null>(null);
  const { voteCheck } = text;
  async function take(format: ExportFormat): Promise<void> {
    setFailure(null);
    const outcome = await download(rejectedBallotsPath(format, batch));
    if (outcome.ok) announce(voteCheck.exportStarted);
    else setFailure(outcome.failure);
  }
  return (
    <div className="rejected-export">
      <span>{voteCheck.exportRejected}</span>
      {exportFormats.map((format) => (
        <Button
          key={format}
          icon={<DownloadOutlined aria-hidden />}
          aria-label={voteCheck.exportLabel(voteCheck.formats[format])}
          onClick={() => void take(format)}
        >
          {voteCheck.formats[format]}
        </Button>
      ))}
      <span className="votes-quiet">{voteCheck.exportNote}</span>
      {failure !== null && <FailureNotice failure={failure} />}
    </div>
  );
}
