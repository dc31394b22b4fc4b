import { Dialog } from '../../../components/Dialog.tsx';
import { Button } from 'antd';
import { useState } from 'react';
import { listCandidates } from '../../../../shared/contract/applications.ts';
import {
  listRecusals,
  setRecusal,
  type Expert,
  type RecusalRecord,
} from '../../../../shared/contract/experts.ts';
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx';
import { Loaded } from '../../../components/Loaded.tsx';
import { useCanChange } from '../../../state/session.ts';
import { useChange } from '../../../state/use-change.ts';
import { useEndpoint } from '../../../state/use-endpoint.ts';
import { text } from '../../../text/text.ts';
import { AddRecusal } from './AddRecusal.tsx';

interface Properties {
  readonly expert: Expert;
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

/** What one expert steps aside from; the secretariat may add to it and take back. */
export function RecusalsDialog({ expert, onChanged, onClose }: Properties): React.JSX.Element {
  const recusals = useEndpoint(listRecusals, {});
  const candidates = useEndpoint(listCandidates, {});
  const canChange = useCanChange();
  const texts = text.experts;
  const titleOf = (number: number): string =>
    candidates.value?.candidates.find((each) => each.candidate === number)?.title ?? '';
  const own = (recusals.value?.recusals ?? []).filter((recusal) => recusal.expert === expert.id);
  const changed = (): void => {
    recusals.refresh();
    onChanged();
  };
  return (
    <Dialog
      width={820}
      title={texts.recusalsOf(expert.name)}
      footer={<Button onClick={onClose}>{text.common.close}</Button>}
      onCancel={onClose}
    >
      <div className="dialog-body">
        <p>{texts.recusalsAdvice}</p>
        <Loaded of={recusals}>
          {() =>
            own.length === 0 ? (
              <p>{texts.noRecusals}</p>
            ) : (
              <RecusalTable
                expert={expert}
                recusals={own}
                titleOf={titleOf}
                canChange={canChange}
                onChanged={changed}
              />
            )
          }
        </Loaded>
        {canChange && candidates.value !== null && recusals.value !== null && (
          <AddRecusal
            expert={expert}
            candidates={candidates.value.candidates.filter(
              ({ candidate }) => !own.some((recusal) => recusal.candidate === candidate),
            )}
            onAdded={changed}
          />
        )}
      </div>
    </Dialog>
  );
}

interface TableProperties {
  readonly expert: Expert;
  readonly recusals: readonly RecusalRecord[];
  readonly titleOf: (candidate: number) => string;
  readonly canChange: boolean;
  readonly onChanged: () => void;
}

function RecusalTable({
  expert,
  recusals,
  titleOf,
  canChange,
  onChanged,
}: TableProperties): React.JSX.Element {
  const [cancelling, setCancelling] = useState<number | null>(null);
  const { run, isRunning, failure, clear } = useChange(setRecusal);
  const texts = text.experts;
  const close = (): void => {
    setCancelling(null);
    clear();
  };
  const cancel = async (candidate: number): Promise<void> => {
    const outcome = await run(
      { expert: expert.id, candidate, recused: false, reason: '' },
      texts.recusalRemoved,
    );
    if (!outcome.ok) return;
    close();
    onChanged();
  };
  return (
    <div className="scroll-region">
      <table className="plain-table" aria-label={texts.recusalsOf(expert.name)}>
        <thead>
          <tr>
            <th scope="col">{texts.recusalColumns.candidate}</th>
            <th scope="col">{texts.recusalColumns.reason}</th>
            <th scope="col">{texts.recusalColumns.declaredBy}</th>
            {canChange && <th scope="col">{text.common.actions}</th>}
          </tr>
        </thead>
        <tbody>
          {recusals.map((recusal) => (
            <tr key={recusal.candidate}>
              <td>
                {recusal.candidate} {titleOf(recusal.candidate)}
              </td>
              <td>{recusal.reason === '' ? text.common.empty : recusal.reason}</td>
              <td className="no-wrap">{texts.declaredBy[recusal.declaredBy]}</td>
              {canChange && (
                <td>
                  <Button
                    size="small"
                    aria-label={texts.cancelRecusalOf(recusal.candidate)}
                    onClick={() => {
                      setCancelling(recusal.candidate);
                    }}
                  >
                    {texts.cancelRecusal}
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {cancelling !== null && (
        <ConfirmDialog
          title={texts.cancelRecusalTitle(cancelling)}
          explanation={texts.cancelRecusalExplanation(expert.name, titleOf(cancelling))}
          actName={texts.cancelRecusal}
          isRunning={isRunning}
          failure={failure}
          onConfirm={() => void cancel(cancelling)}
          onClose={close}
        />
      )}
    </div>
  );
}
