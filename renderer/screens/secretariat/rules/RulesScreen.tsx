import { LockOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { readRound, type RoundState } from '../../../../shared/contract/workspace.ts';
import { Loaded } from '../../../components/Loaded.tsx';
import { ScreenHeading } from '../../../components/ScreenHeading.tsx';
import { useCanChange } from '../../../state/session.ts';
import { useEndpoint } from '../../../state/use-endpoint.ts';
import { text } from '../../../text/text.ts';
import { LockDialog } from './LockDialog.tsx';
import { RuleChanges } from './RuleChanges.tsx';
import { RulesForm } from './RulesForm.tsx';
import { RulesPage } from './RulesPage.tsx';
import './rules.css';

/** The round's rules: to be read as a page, changed on the record, and locked before votes or marks open. */
export function RulesScreen(): React.JSX.Element {
  const state = useEndpoint(readRound, {});
  const [isEditing, setEditing] = useState(false);
  const [isLocking, setLocking] = useState(false);
  const canChange = useCanChange();
  const texts = text.rules;
  const { value } = state;
  return (
    <>
      <ScreenHeading
        title={isEditing ? texts.form.title : texts.title}
        summary={value === null ? undefined : standingOf(value)}
      >
        {canChange && value !== null && !isEditing && (
          <>
            <Button
              onClick={() => {
                setEditing(true);
              }}
            >
              {texts.edit}
            </Button>
            {(value.lockedAt === null || unconfirmedOf(value) !== undefined) && (
              <Button
                type="primary"
                icon={<LockOutlined aria-hidden />}
                onClick={() => {
                  setLocking(true);
                }}
              >
                {value.lockedAt === null ? texts.lock : texts.confirm}
              </Button>
            )}
          </>
        )}
      </ScreenHeading>
      <Loaded of={state}>
        {(current) =>
          isEditing ? (
            <RulesForm
              state={current}
              onSaved={() => {
                setEditing(false);
                state.refresh();
              }}
              onClose={() => {
                setEditing(false);
              }}
            />
          ) : (
            <>
              {current.lockedAt === null && (
                <Alert className="rules-notice" type="warning" showIcon title={texts.defaultNotice} />
              )}
              {unconfirmedOf(current) !== undefined && (
                <Alert
                  className="rules-notice"
                  type="warning"
                  showIcon
                  title={unconfirmedOf(current)}
                  description={canChange ? texts.confirmAdvice : undefined}
                />
              )}
              <RulesPage round={current.round} />
              <RuleChanges changes={current.changes} />
            </>
          )
        }
      </Loaded>
      {isLocking && (
        <LockDialog
          isConfirmation={value?.lockedAt !== null}
          onLocked={() => {
            setLocking(false);
            state.refresh();
          }}
          onClose={() => {
            setLocking(false);
          }}
        />
      )}
    </>
  );
}

/** What to say of rules that an import or a mark locked before anybody confirmed them; undefined for all others. */
function unconfirmedOf({ lockOrigin, changes }: RoundState): string | undefined {
  const isChanged = changes.some(({ origin }) => origin === 'secretariat');
  return text.rules[isChanged ? 'unconfirmedChanged' : 'unconfirmed'][lockOrigin ?? ''];
}

function standingOf(state: RoundState): React.JSX.Element {
  const { lockedAt, lockOrigin } = state;
  const texts = text.rules;
  if (lockedAt === null) return <span className="state-badge state-attention">{texts.summaryDefault}</span>;
  const origin = texts.lockOrigins[lockOrigin ?? ''] ?? lockOrigin ?? '';
  return (
    <span
      className={
        unconfirmedOf(state) === undefined ? 'state-badge state-done' : 'state-badge state-attention'
      }
    >
      {texts.summaryLocked(dayjs(lockedAt).format('YYYY-MM-DD HH:mm'), origin)}
    </span>
  );
}
