import { Alert, Button, Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { announce } from '../../state/announcement.ts';
import { useOwnSheet } from '../../state/own-sheet.ts';
import { unsavedKeys } from '../../state/score-drafts.ts';
import { fieldOf } from '../../state/score-fields.ts';
import { text } from '../../text/text.ts';
import type { OwnProgress } from './own-progress.ts';

interface Properties {
  readonly progress: OwnProgress;
  readonly onGoTo: (candidate: number) => void;
  readonly onClose: () => void;
}

/** What will be submitted, counted; what is missing, one click away; and nothing submitted that is not on the disk. */
export function SubmitDialog({ progress, onGoTo, onClose }: Properties): React.JSX.Element {
  const fields = useOwnSheet((state) => state.fields);
  const settle = useOwnSheet((state) => state.settle);
  const submit = useOwnSheet((state) => state.submit);
  const [acceptsMissing, setAcceptsMissing] = useState(false);
  const [isRunning, setRunning] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { missing } = progress;
  const unsaved = [...new Set(unsavedKeys(fields).map((key) => fieldOf(key).candidate))];

  async function run(): Promise<void> {
    setRunning(true);
    setProblem(null);
    if (await settle()) {
      const refusal = await submit(acceptsMissing);
      setProblem(refusal);
      if (refusal === null) {
        announce(text.expert.submitDone);
        onClose();
      }
    }
    setRunning(false);
  }

  return (
    <Modal
      open
      width={560}
      title={text.expert.submitTitle}
      okText={text.expert.submitConfirm}
      cancelText={text.common.back}
      confirmLoading={isRunning}
      okButtonProps={{ disabled: missing.length > 0 && !acceptsMissing }}
      onOk={() => void run()}
      onCancel={onClose}
    >
      <div className="desk-dialog">
        <dl className="submit-summary">
          <Count name={text.expert.summary.complete} count={progress.complete} />
          <Count name={text.expert.summary.recused} count={progress.recused} />
          <Count name={text.expert.summary.missing} count={missing.length} />
        </dl>
        {missing.length > 0 && (
          <>
            <p>{text.expert.missingHint}</p>
            <ul className="submit-missing">
              {missing.map((candidate) => (
                <li key={candidate}>
                  <Button
                    aria-label={text.expert.missingNumber(candidate, titleOf(progress, candidate))}
                    title={titleOf(progress, candidate)}
                    onClick={() => onGoTo(candidate)}
                  >
                    {candidate}
                  </Button>
                </li>
              ))}
            </ul>
            <Checkbox checked={acceptsMissing} onChange={(event) => setAcceptsMissing(event.target.checked)}>
              {text.expert.acceptMissing}
            </Checkbox>
          </>
        )}
        {unsaved.length > 0 && !isRunning && (
          <Alert type="error" showIcon role="alert" title={text.expert.unsavedBeforeSubmit(unsaved)} />
        )}
        {problem !== null && <Alert type="error" showIcon role="alert" title={problem} />}
        <p className="submit-final">{text.expert.submitFinal}</p>
      </div>
    </Modal>
  );
}

function Count({ name, count }: { readonly name: string; readonly count: number }): React.JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{text.expert.projects(count)}</dd>
    </div>
  );
}

function titleOf(progress: OwnProgress, candidate: number): string {
  return progress.all.find((each) => each.candidate === candidate)?.title ?? '';
}
