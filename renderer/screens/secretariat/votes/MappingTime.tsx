import { Select } from 'antd';
import { text } from '../../../text/text.ts';
import type { MappingDraft } from './mapping-draft.ts';
import { Field } from './MappingReading.tsx';

interface Properties {
  readonly draft: MappingDraft;
  readonly onChange: (draft: MappingDraft) => void;
}

/** Stands for null, which a list of choices cannot hold. */
const unsaid = 'unsaid' as const;
const numberMeanings = ['epoch-seconds', 'epoch-milliseconds', 'excel-serial'] as const;
const dayOrders = ['day-first', 'month-first'] as const;

/** What the times mean where their text does not say. */
export function MappingTime({ draft, onChange }: Properties): React.JSX.Element {
  const words = text.voteMapping;
  const { zone, numbers, dayOrder } = draft.time;
  const change = (time: Partial<MappingDraft['time']>): void =>
    onChange({ ...draft, time: { ...draft.time, ...time } });
  const zones = [...new Set(['+00:00', '+08:00', ...(zone === null ? [] : [zone])])];
  return (
    <fieldset className="mapping-part">
      <legend>{words.time}</legend>
      <div className="mapping-fields">
        <Field label={words.zone}>
          <Select
            aria-label={words.zone}
            value={zone ?? unsaid}
            options={[
              { value: unsaid, label: words.roundZone },
              ...zones.map((each) => ({ value: each, label: each === '+00:00' ? words.utc : each })),
            ]}
            onChange={(value) => change({ zone: value === unsaid ? null : value })}
          />
        </Field>
        <Field label={words.numbers}>
          <Select
            aria-label={words.numbers}
            value={numbers ?? unsaid}
            options={[
              { value: unsaid, label: words.notTime },
              ...numberMeanings.map((each) => ({ value: each, label: words.numberMeanings[each] })),
            ]}
            onChange={(value) => change({ numbers: value === unsaid ? null : value })}
          />
        </Field>
        <Field label={words.dayOrder}>
          <Select
            aria-label={words.dayOrder}
            value={dayOrder ?? unsaid}
            options={[
              { value: unsaid, label: words.noOrder },
              ...dayOrders.map((each) => ({ value: each, label: words.dayOrders[each] })),
            ]}
            onChange={(value) => change({ dayOrder: value === unsaid ? null : value })}
          />
        </Field>
      </div>
    </fieldset>
  );
}
