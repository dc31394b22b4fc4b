import { Button } from 'antd';
import dayjs from 'dayjs';
import type { Expert } from '../../../../shared/contract/experts.ts';
import { ScrollRegion } from '../../../components/ScrollRegion.tsx';
import { text } from '../../../text/text.ts';

export interface ExpertAct {
  readonly kind: 'edit' | 'pin' | 'recusals' | 'reopen';
  readonly expert: Expert;
}

interface Properties {
  readonly experts: readonly Expert[];
  readonly canChange: boolean;
  readonly onAct: (act: ExpertAct) => void;
}

export function ExpertTable({ experts, canChange, onAct }: Properties): React.JSX.Element {
  const texts = text.experts;
  return (
    <ScrollRegion className="table-frame table-wide" label={texts.list}>
      <table className="plain-table" aria-label={texts.list}>
        <thead>
          <tr>
            <th scope="col">{texts.columns.name}</th>
            <th scope="col">{texts.columns.organisation}</th>
            <th scope="col">{texts.columns.district}</th>
            <th scope="col">{texts.columns.pin}</th>
            <th scope="col" className="figure">
              {texts.columns.recusals}
            </th>
            <th scope="col">{texts.columns.sheet}</th>
            {canChange && <th scope="col">{text.common.actions}</th>}
          </tr>
        </thead>
        <tbody>
          {experts.map((expert) => (
            <tr key={expert.id}>
              <th scope="row">
                {expert.name}
                {expert.code !== '' && <span className="row-code"> {expert.code}</span>}
              </th>
              <td>{expert.organisation}</td>
              <td className="no-wrap">{expert.district}</td>
              <td>
                <PinState pin={expert.pin} />
              </td>
              <td className="figure">
                <Button
                  type="link"
                  size="small"
                  aria-label={texts.recusalCountOf(text.common.count(expert.recusals), expert.name)}
                  onClick={() => {
                    onAct({ kind: 'recusals', expert });
                  }}
                >
                  {text.common.count(expert.recusals)}
                </Button>
              </td>
              <td>
                <SheetState submittedAt={expert.submittedAt} />
              </td>
              {canChange && (
                <td>
                  <RowActions expert={expert} onAct={onAct} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function PinState({ pin }: { readonly pin: Expert['pin'] }): React.JSX.Element {
  const tone = { none: 'state-attention', temporary: '', own: 'state-done' }[pin];
  return <span className={`state-badge ${tone}`}>{text.experts.pin[pin]}</span>;
}

function SheetState({ submittedAt }: { readonly submittedAt: string | null }): React.JSX.Element {
  return submittedAt === null ? (
    <span className="no-wrap">{text.experts.sheetOpen}</span>
  ) : (
    <span className="state-badge state-done">
      {text.experts.submittedAt(dayjs(submittedAt).format(text.common.momentFormat))}
    </span>
  );
}

interface RowProperties {
  readonly expert: Expert;
  readonly onAct: (act: ExpertAct) => void;
}

function RowActions({ expert, onAct }: RowProperties): React.JSX.Element {
  const texts = text.experts;
  const issue = expert.pin === 'none' ? texts.issue : texts.reissue;
  return (
    <div className="row-actions">
      <Button
        size="small"
        aria-label={texts.actOf(texts.edit, expert.name)}
        onClick={() => {
          onAct({ kind: 'edit', expert });
        }}
      >
        {texts.edit}
      </Button>
      <Button
        size="small"
        type={expert.pin === 'none' ? 'primary' : 'default'}
        aria-label={texts.actOf(issue, expert.name)}
        onClick={() => {
          onAct({ kind: 'pin', expert });
        }}
      >
        {issue}
      </Button>
      {expert.submittedAt !== null && (
        <Button
          size="small"
          aria-label={texts.actOf(texts.reopen, expert.name)}
          onClick={() => {
            onAct({ kind: 'reopen', expert });
          }}
        >
          {texts.reopen}
        </Button>
      )}
    </div>
  );
}
