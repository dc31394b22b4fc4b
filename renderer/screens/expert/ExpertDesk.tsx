import { Alert } from 'antd';
import { useEffect } from 'react';
import { listCandidates } from '../../../shared/contract/applications.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Waiting } from '../../components/Waiting.tsx';
import { signedInOwner, useOwnSheet } from '../../state/own-sheet.ts';
import { isSameOwner } from '../../state/score-drafts.ts';
import { useSession } from '../../state/session.ts';
import { useEndpoint } from '../../state/use-endpoint.ts';
import { text } from '../../text/text.ts';
import './desk.css';
import { Desk } from './Desk.tsx';

/** The expert's only screen: reads the candidates and the own sheet, then hands over to the desk. */
export function ExpertDesk(): React.JSX.Element | null {
  const person = useSession((state) => state.session?.person.id ?? null);
  const candidates = useEndpoint(listCandidates, {});
  const { sheet, loadProblem, owner, open } = useOwnSheet();
  useEffect(() => {
    const own = signedInOwner();
    if (own !== null) void open(own);
  }, [person, open]);
  useEffect(() => {
    document.title = text.frame.titleOf(text.frame.screens['my-marks']);
  }, []);
  // The secretariat may have handed the sheet back, or declared a recusal, while the window was in the background.
  useEffect(() => {
    const readAgain = () => {
      const own = signedInOwner();
      if (own !== null && document.visibilityState === 'visible') void open(own);
    };
    window.addEventListener('focus', readAgain);
    return () => window.removeEventListener('focus', readAgain);
  }, [open]);

  const own = signedInOwner();
  if (own === null) return null;
  if (candidates.state === 'failed')
    return <FailureNotice failure={candidates.failure} onRetry={candidates.refresh} />;
  if (sheet === null && loadProblem !== null)
    return (
      <FailureNotice
        failure={{ code: '', message: loadProblem, details: {} }}
        onRetry={() => void open(own)}
      />
    );
  if (candidates.state === 'loading' || sheet === null || !isSameOwner(owner, own)) return <Waiting />;
  if (candidates.value.candidates.length === 0)
    return <EmptyState title={text.expert.noCandidates} advice={text.expert.noCandidatesAdvice} />;
  return (
    <>
      {candidates.failure !== null && <Alert type="warning" showIcon title={text.common.staleValue} />}
      <Desk key={own.id} candidates={candidates.value.candidates} sheet={sheet} />
    </>
  );
}
