import { DownloadOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { exportPath, templatePath, type ExportFormat } from '../../../../shared/contract/exports.ts';
import { importableTables } from '../../../../shared/contract/uploads.ts';
import { download } from '../../../client/download.ts';
import type { Failure } from '../../../client/outcome.ts';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { ScreenHeading } from '../../../components/ScreenHeading.tsx';
import { announce } from '../../../state/announcement.ts';
import { useWorkspace } from '../../../state/workspace.ts';
import { text } from '../../../text/text.ts';
import './export.css';

/** What can be taken out, and what is in each file. */
export function ExportScreen(): React.JSX.Element {
  const isDemonstration = useWorkspace((state) => state.workspace?.kind === 'demonstration');
  const [failure, setFailure] = useState<Failure | null>(null);
  const words = text.exports;

  async function take(path: string, name: string): Promise<void> {
    setFailure(null);
    const outcome = await download(path);
    if (outcome.ok) announce(words.started(name));
    else setFailure(outcome.failure);
  }

  return (
    <div className="export">
      <ScreenHeading title={words.title} summary={words.summary} />
      {isDemonstration && <Alert type="warning" showIcon title={words.demonstration} />}
      {failure !== null && <FailureNotice failure={failure} />}
      <section aria-labelledby="export-ranking">
        <h2 id="export-ranking">{words.ranking}</h2>
        <p className="export-note">{words.rankingNote}</p>
        <div className="export-cards">
          <Card words={words.workbook} format="xlsx" onTake={take} />
          <Card words={words.csv} format="csv" onTake={take} />
        </div>
      </section>
      <section aria-labelledby="export-templates">
        <h2 id="export-templates">{words.templates}</h2>
        <p className="export-note">{words.templatesNote}</p>
        <ul className="export-templates">
          {importableTables.map((table) => {
            const name = words.template(words.templateNames[table]);
            return (
              <li key={table}>
                <Button
                  icon={<DownloadOutlined aria-hidden />}
                  onClick={() => void take(templatePath(table), name)}
                >
                  {name}
                </Button>
              </li>
            );
          })}
        </ul>
      </section>
    </div>
  );
}

interface CardProperties {
  readonly words: {
    readonly name: string;
    readonly holds: readonly string[];
    readonly note: string;
    readonly act: string;
  };
  readonly format: ExportFormat;
  readonly onTake: (path: string, name: string) => Promise<void>;
}

function Card({ words, format, onTake }: CardProperties): React.JSX.Element {
  const [isRunning, setRunning] = useState(false);
  async function take(): Promise<void> {
    setRunning(true);
    await onTake(exportPath('ranking', format), words.name);
    setRunning(false);
  }
  return (
    <article className="export-card">
      <h3>{words.name}</h3>
      <ul>
        {words.holds.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      <p className="export-note">{words.note}</p>
      <Button
        type={format === 'xlsx' ? 'primary' : 'default'}
        size="large"
        icon={<DownloadOutlined aria-hidden />}
        loading={isRunning}
        onClick={() => void take()}
      >
        {words.act}
      </Button>
    </article>
  );
}
