import { Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import type { Candidate } from '../../../../shared/contract/applications.ts';
import { setRecusal, type Expert } from '../../../../shared/contract/experts.ts';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { useChange } from '../../../state/use-change.ts';
import { text } from '../../../text/text.ts';

interface Properties {
  readonly expert: Expert;
  readonly candidates: readonly Candidate[];
  readonly onAdded: () => void;
}

export function AddRecusal({ expert, candidates, onAdded }: Properties): React.JSX.Element {
  const [candidate, setCandidate] = useState<number | null>(null);
  const [reason, setReason] = useState('');
  const { run, isRunning, failure } = useChange(setRecusal);
  const candidateField = useId();
  const reasonField = useId();
  const texts = text.experts;
  const add = async (): Promise<void> => {
    if (candidate === null) return;
    const outcome = await run(
      { expert: expert.id, candidate, recused: true, reason: reason.trim() },
      texts.recusalAdded,
    );
    if (!outcome.ok) return;
    setCandidate(null);
    setReason('');
    onAdded();
  };
  return (
    <form
      className="inline-form"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <div className="inline-form-wide">
        <label htmlFor={candidateField} className="field-label">
          {texts.candidate}
        </label>
        <Select<number>
          id={candidateField}
          className="full-width"
          placeholder={texts.chooseCandidate}
          showSearch={{ optionFilterProp: 'label' }}
          value={candidate}
          onChange={setCandidate}
          options={candidates.map((each) => ({
            value: each.candidate,
            label: `${each.candidate} ${each.title}`,
          }))}
        />
      </div>
      <div>
        <label htmlFor={reasonField} className="field-label">
          {texts.recusalReason}
        </label>
        <Input
          id={reasonField}
          maxLength={500}
          placeholder={texts.recusalReasonExample}
          value={reason}
          onChange={(event) => {
            setReason(event.target.value);
          }}
        />
      </div>
      <Button
        htmlType="submit"
        type="primary"
        loading={isRunning}
        disabled={candidate === null || reason.trim() === ''}
      >
        {texts.addRecusal}
      </Button>
      {failure !== null && (
        <div className="inline-form-all">
          <FailureNotice failure={failure} />
        </div>
      )}
    </form>
  );
}
