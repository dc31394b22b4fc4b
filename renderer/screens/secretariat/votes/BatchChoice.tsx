import { Select } from 'antd';
import type { VoteBatch } from '../../../../shared/contract/votes.ts';
import { text } from '../../../text/text.ts';

interface Properties {
  readonly inForce: readonly VoteBatch[];
  /** Null: all that are in force. */
  readonly batch: number | null;
  readonly onChange: (batch: number | null) => void;
}

/** Which batch a section shows, or all together; nothing while there is no choice. */
export function BatchChoice({ inForce, batch, onChange }: Properties): React.JSX.Element | null {
  if (inForce.length < 2) return null;
  return (
    <Select<number | 'all'>
      aria-label={text.votes.funnelOf}
      value={batch ?? 'all'}
      popupMatchSelectWidth={false}
      className="votes-batch-choice"
      options={[
        { value: 'all' as const, label: text.votes.allBatches },
        ...inForce.map((each) => ({
          value: each.batch,
          label: `${text.votes.batch(each.batch)} ${each.file}`,
        })),
      ]}
      onChange={(value) => onChange(value === 'all' ? null : value)}
    />
  );
}
