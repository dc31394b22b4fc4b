import { Dialog } from '../../../components/Dialog.tsx';
import { Button, Progress } from 'antd';
import { useState } from 'react';
import { issuePin, type Expert } from '../../../../shared/contract/experts.ts';
import { call } from '../../../client/call.ts';
import type { Failure } from '../../../client/outcome.ts';
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { ScrollRegion } from '../../../components/ScrollRegion.tsx';
import { SlipDialog } from '../../../components/SlipDialog.tsx';
import { announce } from '../../../state/announcement.ts';
import { text } from '../../../text/text.ts';
import { PinSlip } from './PinSlip.tsx';

interface Properties {
  readonly experts: readonly Expert[];
  readonly onIssued: () => void;
}

interface Issued {
  readonly expert: Expert;
  readonly pin: string;
}

type Step =
  | { readonly kind: 'closed' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'running'; readonly done: number; readonly all: number }
  | { readonly kind: 'shown'; readonly issued: readonly Issued[]; readonly failure: Failure | null };

/** A whole panel's PINs on slips of paper in one go, for those who have none yet. */
export function IssueAllPins({ experts, onIssued }: Properties): React.JSX.Element {
  const [step, setStep] = useState<Step>({ kind: 'closed' });
  const texts = text.experts;
  const close = (): void => {
    setStep({ kind: 'closed' });
    onIssued();
  };
  const issue = async (): Promise<void> => {
    const issued: Issued[] = [];
    // One after the other: each PIN costs the computer about a second on purpose.
    for (const expert of experts) {
      setStep({ kind: 'running', done: issued.length, all: experts.length });
      const outcome = await call(issuePin, { id: expert.id });
      if (!outcome.ok) {
        setStep({ kind: 'shown', issued, failure: outcome.failure });
        return;
      }
      issued.push({ expert, pin: outcome.value.pin });
    }
    announce(texts.issued(issued.length));
    setStep({ kind: 'shown', issued, failure: null });
  };
  return (
    <>
      <Button
        onClick={() => {
          setStep({ kind: 'asking' });
        }}
      >
        {texts.issueAll(experts.length)}
      </Button>
      {step.kind === 'asking' && (
        <ConfirmDialog
          title={texts.issueAllTitle}
          explanation={texts.issueAllExplanation(experts.length)}
          actName={texts.issueAct}
          isRunning={false}
          failure={null}
          onConfirm={() => void issue()}
          onClose={close}
        />
      )}
      {step.kind === 'running' && (
        <Dialog title={texts.issueAllTitle} footer={null} closable={false} keyboard={false}>
          <p role="status">{texts.issuing(step.done, step.all)}</p>
          <Progress
            percent={Math.round((100 * step.done) / step.all)}
            showInfo={false}
            aria-label={texts.issueAllTitle}
          />
        </Dialog>
      )}
      {step.kind === 'shown' && (
        <SlipDialog title={texts.issueAllTitle} closeName={texts.slip.closeAll} onClose={close}>
          {step.failure !== null && <FailureNotice failure={step.failure} />}
          <ScrollRegion className="slip-list" label={texts.issueAllTitle}>
            {step.issued.map(({ expert, pin }) => (
              <PinSlip key={expert.id} expert={expert} pin={pin} />
            ))}
          </ScrollRegion>
        </SlipDialog>
      )}
    </>
  );
}
