import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { listExperts, type Expert } from '../../../../shared/contract/experts.ts';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ImportButton } from '../../../components/ImportButton.tsx';
import { Loaded } from '../../../components/Loaded.tsx';
import { ScreenHeading } from '../../../components/ScreenHeading.tsx';
import { SearchField } from '../../../components/SearchField.tsx';
import { useRoute } from '../../../state/route.ts';
import { useCanChange } from '../../../state/session.ts';
import { useEndpoint } from '../../../state/use-endpoint.ts';
import { text } from '../../../text/text.ts';
import { ExpertDialog } from './ExpertDialog.tsx';
import { ExpertTable, type ExpertAct } from './ExpertTable.tsx';
import { IssueAllPins } from './IssueAllPins.tsx';
import { IssuePin } from './IssuePin.tsx';
import { RecusalsDialog } from './RecusalsDialog.tsx';
import { ReopenSheet } from './ReopenSheet.tsx';

/** The experts: who they are, whether they can sign in, what they step aside from, whether they have submitted. */
export function ExpertsScreen(): React.JSX.Element {
  const experts = useEndpoint(listExperts, {});
  const [act, setAct] = useState<ExpertAct | null>(null);
  const [isAdding, setAdding] = useState(false);
  const canChange = useCanChange();
  const texts = text.experts;
  const all = experts.value?.experts ?? [];
  const withoutPin = all.filter((expert) => expert.pin === 'none');
  const close = (): void => {
    setAct(null);
    setAdding(false);
  };
  const finish = (): void => {
    close();
    experts.refresh();
  };
  return (
    <>
      <ScreenHeading
        title={texts.title}
        summary={
          experts.value === null
            ? undefined
            : texts.summary(all.length, all.filter((expert) => expert.submittedAt !== null).length)
        }
      >
        {canChange && (
          <>
            {withoutPin.length > 1 && <IssueAllPins experts={withoutPin} onIssued={experts.refresh} />}
            <ImportButton table="recusals" label={texts.importRecusals} onImported={experts.refresh} />
            <ImportButton table="experts" onImported={experts.refresh} />
            <Button
              type="primary"
              icon={<PlusOutlined aria-hidden />}
              onClick={() => {
                setAdding(true);
              }}
            >
              {texts.add}
            </Button>
          </>
        )}
      </ScreenHeading>
      <Loaded of={experts}>
        {(list) =>
          list.experts.length === 0 ? (
            <EmptyState title={texts.empty} advice={texts.emptyAdvice} />
          ) : (
            <Roll experts={list.experts} canChange={canChange} onAct={setAct} />
          )
        }
      </Loaded>
      {isAdding && <ExpertDialog expert={null} onSaved={finish} onClose={close} />}
      {act?.kind === 'edit' && <ExpertDialog expert={act.expert} onSaved={finish} onClose={close} />}
      {act?.kind === 'pin' && <IssuePin expert={act.expert} onIssued={experts.refresh} onClose={close} />}
      {act?.kind === 'recusals' && (
        <RecusalsDialog expert={act.expert} onChanged={experts.refresh} onClose={close} />
      )}
      {act?.kind === 'reopen' && <ReopenSheet expert={act.expert} onReopened={finish} onClose={close} />}
    </>
  );
}

interface RollProperties {
  readonly experts: readonly Expert[];
  readonly canChange: boolean;
  readonly onAct: (act: ExpertAct) => void;
}

function Roll({ experts, canChange, onAct }: RollProperties): React.JSX.Element {
  // The marks screen links to one expert by id: the list then opens with that person's name as the search.
  const linked = useRoute((route) => route.item);
  const [search, setSearch] = useState(
    () => experts.find((expert) => String(expert.id) === linked)?.name ?? '',
  );
  const sought = search.trim();
  const shown = experts.filter(
    ({ name, code, organisation, district }) =>
      sought === '' || [name, code, organisation, district].some((part) => part.includes(sought)),
  );
  const texts = text.experts;
  return (
    <>
      <div className="toolbar">
        <SearchField label={texts.search} value={search} onChange={setSearch} />
        <span className="field-hint" role="status">
          {texts.shown(shown.length, experts.length)}
        </span>
      </div>
      {shown.length === 0 ? (
        <EmptyState title={texts.nothingFound} advice={texts.nothingFoundAdvice} />
      ) : (
        <ExpertTable experts={shown} canChange={canChange} onAct={onAct} />
      )}
    </>
  );
}
