import { Alert } from 'antd';
import dayjs from 'dayjs';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Candidate } from '../../../shared/contract/applications.ts';
import type { OwnSheet } from '../../../shared/contract/marks.ts';
import { useOwnSheet } from '../../state/own-sheet.ts';
import { unsavedKeys } from '../../state/score-drafts.ts';
import { fieldOf } from '../../state/score-fields.ts';
import { text } from '../../text/text.ts';
import { CandidateList, listId } from './CandidateList.tsx';
import { markFieldId } from './MarkField.tsx';
import { MarksPane } from './MarksPane.tsx';
import { ownProgress } from './own-progress.ts';
import { ReadingPane } from './ReadingPane.tsx';
import { RecusalDialog } from './RecusalDialog.tsx';
import { neighbour, shownCandidates, type ListFilter } from './shown-candidates.ts';
import { SubmitDialog } from './SubmitDialog.tsx';
import { useDeskKeys } from './use-desk-keys.ts';

interface Properties {
  readonly candidates: readonly Candidate[];
  readonly sheet: OwnSheet;
}

/** Three panes: the list, the text, the marks. Nothing else moves. */
export function Desk({ candidates, sheet }: Properties): React.JSX.Element {
  const fields = useOwnSheet((state) => state.fields);
  const progress = useMemo(() => ownProgress(candidates, sheet, fields), [candidates, sheet, fields]);
  const [chosen, setChosen] = useState<number | null>(
    () => progress.missing[0] ?? candidates[0]?.candidate ?? null,
  );
  const [filter, setFilter] = useState<ListFilter>('all');
  const [search, setSearch] = useState('');
  const [dialog, setDialog] = useState<'none' | 'recusal' | 'submit'>('none');
  /** Set where the focus has to follow the candidate into the marks once they are drawn. */
  const focusMarks = useRef(true);

  const candidate = candidates.find((each) => each.candidate === chosen) ?? candidates[0];
  const current = candidate?.candidate ?? null;
  const shown = shownCandidates(progress.all, filter, search, current);
  const isReadOnly = sheet.submittedAt !== null;

  function select(next: number, andMark: boolean): void {
    // The fields of the candidate that is left lose their focus by being replaced, not by a blur.
    for (const key of unsavedKeys(useOwnSheet.getState().fields))
      if (fieldOf(key).candidate === current) useOwnSheet.getState().commit(key);
    focusMarks.current = andMark;
    if (next === current && andMark) moveFocusToMarks(sheet);
    setChosen(next);
  }

  function step(by: 1 | -1): void {
    const next = neighbour(shown, current, by);
    if (next !== null) select(next, document.activeElement?.id !== listId);
  }

  useDeskKeys({ onStep: step });
  useEffect(() => {
    if (focusMarks.current) moveFocusToMarks(useOwnSheet.getState().sheet);
    focusMarks.current = false;
  }, [current]);

  // A recusal, its withdrawal and the submission take away the button that was pressed; the focus must not be lost with it.
  const isRecused = sheet.recusals.some((each) => each.candidate === current);
  useEffect(() => {
    if (dialog === 'none' && document.activeElement === document.body)
      moveFocusToMarks(useOwnSheet.getState().sheet);
  }, [dialog, isRecused, isReadOnly]);

  if (candidate === undefined || current === null) return <></>;
  return (
    <div className="desk">
      <Standing sheet={sheet} />
      <div className="desk-panes">
        <CandidateList
          progress={progress}
          shown={shown}
          current={current}
          criteria={sheet.criteria.length}
          filter={filter}
          search={search}
          isReadOnly={isReadOnly}
          onFilter={setFilter}
          onSearch={setSearch}
          onSelect={select}
          onSubmit={() => setDialog('submit')}
        />
        <ReadingPane
          candidate={candidate}
          hasPrevious={neighbour(shown, current, -1) !== null}
          hasNext={neighbour(shown, current, 1) !== null}
          onStep={step}
        />
        <MarksPane
          sheet={sheet}
          candidate={current}
          onFinished={() => {
            const next = neighbour(shown, current, 1, true);
            if (next !== null) select(next, true);
          }}
          onRecuse={() => setDialog('recusal')}
          onGoTo={(number) => select(number, true)}
        />
      </div>
      {dialog === 'recusal' && (
        <RecusalDialog
          candidate={current}
          title={candidate.title}
          hasMarks={(progress.all.find((each) => each.candidate === current)?.marked ?? 0) > 0}
          onClose={() => setDialog('none')}
        />
      )}
      {dialog === 'submit' && (
        <SubmitDialog
          progress={progress}
          onGoTo={(number) => {
            setDialog('none');
            setFilter('all');
            setSearch('');
            select(number, true);
          }}
          onClose={() => setDialog('none')}
        />
      )}
    </div>
  );
}

/** Submitted or handed back: said calmly above the panes; nothing while the expert is simply marking. */
function Standing({
  sheet: { submittedAt, reopenedReason },
}: Pick<Properties, 'sheet'>): React.JSX.Element | null {
  const { expert } = text;
  if (submittedAt === null && reopenedReason === null) return null;
  const [type, title, explanation] =
    submittedAt !== null
      ? ([
          'success',
          expert.submittedAt(dayjs(submittedAt).format('YYYY-MM-DD HH:mm')),
          expert.submittedExplanation,
        ] as const)
      : (['warning', expert.reopened, expert.reopenedReason(reopenedReason ?? '')] as const);
  return (
    <Alert
      type={type}
      showIcon
      className="desk-standing"
      title={
        <>
          <strong>{title}</strong> {explanation}
        </>
      }
    />
  );
}

function moveFocusToMarks(sheet: OwnSheet | null): void {
  const first = sheet?.criteria[0];
  const field = first === undefined ? null : document.getElementById(markFieldId(first.id));
  (field ?? document.getElementById('recused-title'))?.focus();
}
