import { Button } from 'antd';
import { useState } from 'react';
import type { OwnSheet } from '../../../shared/contract/marks.ts';
import { announce } from '../../state/announcement.ts';
import { useOwnSheet } from '../../state/own-sheet.ts';
import { text } from '../../text/text.ts';

interface Properties {
  readonly recusal: OwnSheet['recusals'][number];
  readonly isReadOnly: boolean;
}

/** In place of the marks of a recused candidate: why, by whom, and how to undo it. */
export function RecusedNotice({ recusal, isReadOnly }: Properties): React.JSX.Element {
  const declareRecusal = useOwnSheet((state) => state.declareRecusal);
  const [isRunning, setRunning] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const isOwn = recusal.declaredBy === 'expert';

  async function withdraw(): Promise<void> {
    setRunning(true);
    const refusal = await declareRecusal(recusal.candidate, false, '');
    setRunning(false);
    setProblem(refusal);
    if (refusal === null) announce(text.expert.recusalWithdrawn(recusal.candidate));
  }

  return (
    <div className="recused-notice">
      <h2 id="recused-title" tabIndex={-1}>
        {text.expert.recusedTitle}
      </h2>
      <p>{text.expert.recusedExplanation}</p>
      <p>{text.expert.recusedReason(recusal.reason)}</p>
      <p className="recused-by">{isOwn ? text.expert.recusedBy.expert : text.expert.recusedBySecretariat}</p>
      {problem !== null && (
        <p role="alert" className="mark-problem">
          {problem}
        </p>
      )}
      {isOwn && !isReadOnly && (
        <Button loading={isRunning} onClick={() => void withdraw()}>
          {text.expert.withdrawRecusal}
        </Button>
      )}
    </div>
  );
}
