import { Button } from 'antd';
import { useState } from 'react';
import {
  listApplications,
  numberCandidate,
  removeApplication,
  type Application,
} from '../../../../shared/contract/applications.ts';
import { call } from '../../../client/call.ts';
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx';
import { ReadingPane } from '../../../components/ReadingPane.tsx';
import { ReasonDialog } from '../../../components/ReasonDialog.tsx';
import { go } from '../../../state/route.ts';
import { useCanChange } from '../../../state/session.ts';
import { useChange } from '../../../state/use-change.ts';
import { text } from '../../../text/text.ts';
import { ApplicationDialog } from './ApplicationDialog.tsx';
import { NumberDialog } from './NumberDialog.tsx';

interface Properties {
  readonly application: Application;
  readonly onChanged: () => void;
}

type Wanted = 'edit' | 'number' | 'take-back' | 'remove' | null;

/** One application's full text with what may be done to it. */
export function ApplicationReading({ application, onChanged }: Properties): React.JSX.Element {
  const [wanted, setWanted] = useState<Wanted>(null);
  const [suggestion, setSuggestion] = useState(1);
  const numbering = useChange(numberCandidate);
  const removal = useChange(removeApplication);
  const canChange = useCanChange();
  const texts = text.applications;
  const { candidate } = application;
  const close = (): void => {
    setWanted(null);
    numbering.clear();
    removal.clear();
  };
  const finish = (): void => {
    close();
    onChanged();
  };
  const takeBack = async (): Promise<void> => {
    const outcome = await numbering.run({ id: application.id, candidate: null }, texts.takenBack);
    if (outcome.ok) finish();
  };
  const remove = async (reason: string): Promise<void> => {
    const outcome = await removal.run({ id: application.id, reason }, texts.removed);
    if (!outcome.ok) return;
    finish();
    go('applications');
  };
  const askNumber = async (): Promise<void> => {
    setSuggestion(await lowestFreeNumber());
    setWanted('number');
  };
  return (
    <>
      <ReadingPane
        title={application.title}
        facts={[
          candidate === null ? texts.notCandidate : texts.candidateNumber(candidate),
          application.organisation,
          application.district,
          application.code,
        ]}
        content={application.text}
      >
        {canChange && (
          <>
            <Button
              onClick={() => {
                setWanted('edit');
              }}
            >
              {text.common.edit}
            </Button>
            <Button onClick={() => void askNumber()}>
              {candidate === null ? texts.makeCandidate : texts.changeNumber}
            </Button>
            {candidate === null ? (
              <Button
                danger
                onClick={() => {
                  setWanted('remove');
                }}
              >
                {texts.remove}
              </Button>
            ) : (
              <Button
                onClick={() => {
                  setWanted('take-back');
                }}
              >
                {texts.takeBack}
              </Button>
            )}
          </>
        )}
      </ReadingPane>
      {wanted === 'edit' && (
        <ApplicationDialog
          title={texts.editTitle}
          application={application}
          onSaved={finish}
          onClose={close}
        />
      )}
      {wanted === 'number' && (
        <NumberDialog application={application} suggestion={suggestion} onSaved={finish} onClose={close} />
      )}
      {wanted === 'take-back' && candidate !== null && (
        <ConfirmDialog
          title={texts.takeBackTitle}
          explanation={texts.takeBackExplanation(candidate, application.title)}
          actName={texts.takeBack}
          isRunning={numbering.isRunning}
          failure={numbering.failure}
          onConfirm={() => void takeBack()}
          onClose={close}
        />
      )}
      {wanted === 'remove' && (
        <ReasonDialog
          title={texts.removeTitle}
          explanation={texts.removeExplanation(application.title)}
          actName={texts.remove}
          isDestructive
          isRunning={removal.isRunning}
          failure={removal.failure}
          onConfirm={(reason) => void remove(reason)}
          onClose={close}
        />
      )}
    </>
  );
}

/** Over all applications, also those a search hides at the moment. */
async function lowestFreeNumber(): Promise<number> {
  const answer = await call(listApplications, { search: '' });
  const taken = new Set(answer.ok ? answer.value.applications.map((each) => each.candidate) : []);
  let number = 1;
  while (taken.has(number)) number += 1;
  return number;
}
