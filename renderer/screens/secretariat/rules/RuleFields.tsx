import { Form, Input, Select, type FormRule } from 'antd';
import {
  ballotFrequencies,
  panelScales,
  publicScales,
  severities,
  type Criterion,
  type Round,
} from '../../../../shared/round/round.ts';
import { text } from '../../../text/text.ts';
import { NumberField } from './NumberField.tsx';
import { tieRuleName } from './tie-rule-name.ts';
import { instantTextOf } from './zone-time.ts';

export function RoundFields(): React.JSX.Element {
  const texts = text.rules.round;
  return (
    <section className="panel">
      <h2>{text.rules.sections.round}</h2>
      <Form.Item
        name="title"
        label={texts.title}
        rules={[{ required: true, whitespace: true, message: text.rules.form.needed }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <div className="rules-row">
        <NumberField name={['counts', 'applications']} label={texts.applications} />
        <NumberField name={['counts', 'candidates']} label={texts.candidates} min={1} max={1000} />
        <NumberField
          name={['counts', 'finalists']}
          label={texts.finalists}
          min={1}
          together={{
            fields: [['counts', 'candidates']],
            problem: (finalists, form) => {
              const candidates: unknown = form.getFieldValue(['counts', 'candidates']);
              return typeof candidates === 'number' && finalists > candidates
                ? texts.tooMany(candidates)
                : null;
            },
          }}
        />
        <NumberField name={['counts', 'winners']} label={texts.winners} min={1} />
      </div>
    </section>
  );
}

export function BallotFields({ timeZone }: { readonly timeZone: string }): React.JSX.Element {
  const texts = text.rules.ballot;
  const isTime = {
    validator: async (_: unknown, value: unknown) => {
      const typed = typeof value === 'string' ? value.trim() : '';
      if (typed !== '' && instantTextOf(typed, timeZone) === null) throw new Error(texts.timeInvalid);
    },
  };
  const instantOf = (typed: unknown): number =>
    Date.parse((typeof typed === 'string' ? instantTextOf(typed, timeZone) : null) ?? '');
  const isAfterOpening: FormRule = ({ getFieldValue }) => ({
    validator: async (_: unknown, value: unknown) => {
      // An open end and a time that is not understood compare as neither.
      if (instantOf(value) < instantOf(getFieldValue(['ballot', 'opensAt'])))
        throw new Error(texts.closesBeforeOpening);
    },
  });
  return (
    <section className="panel">
      <h2>{text.rules.sections.ballot}</h2>
      <div className="rules-row">
        <NumberField name={['ballot', 'minChoices']} label={texts.minChoices} />
        <NumberField
          name={['ballot', 'maxChoices']}
          label={texts.maxChoices}
          min={1}
          together={{
            fields: [['ballot', 'minChoices']],
            problem: (most, form) =>
              most < Number(form.getFieldValue(['ballot', 'minChoices'])) ? texts.choicesCrossed : null,
          }}
        />
        <Form.Item name={['ballot', 'perAccount']} label={texts.perAccount}>
          <Select options={ballotFrequencies.map((value) => ({ value, label: texts.frequencies[value] }))} />
        </Form.Item>
      </div>
      <div className="rules-row">
        <Form.Item name={['ballot', 'opensAt']} label={texts.opensAt} extra={texts.timeHint} rules={[isTime]}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item
          name={['ballot', 'closesAt']}
          label={texts.closesAt}
          dependencies={[['ballot', 'opensAt']]}
          rules={[isTime, isAfterOpening]}
        >
          <Input maxLength={40} />
        </Form.Item>
      </div>
    </section>
  );
}

export function PanelFields(): React.JSX.Element {
  const texts = text.rules.panel;
  return (
    <section className="panel">
      <h2>{text.rules.sections.panel}</h2>
      <div className="rules-row">
        <NumberField name={['panel', 'trim', 'low']} label={texts.low} />
        <NumberField name={['panel', 'trim', 'high']} label={texts.high} />
        <NumberField
          name={['panel', 'trim', 'atLeast']}
          label={texts.atLeast}
          together={{
            fields: [
              ['panel', 'trim', 'low'],
              ['panel', 'trim', 'high'],
            ],
            problem: (atLeast, form) => {
              const { low, high } = form.getFieldValue(['panel', 'trim']) as Round['panel']['trim'];
              return low + high > 0 && low + high >= atLeast ? texts.trimTooMuch : null;
            },
          }}
        />
      </div>
      <Form.Item name={['panel', 'severity']} label={texts.severity}>
        <Select options={severities.map((value) => ({ value, label: texts.severities[value] }))} />
      </Form.Item>
    </section>
  );
}

export function MergeFields(): React.JSX.Element {
  const texts = text.rules.merge;
  const criteria = (Form.useWatch('criteria') ?? []) as readonly Criterion[];
  const ties = ['expert', 'public', ...criteria.map((criterion) => criterion.id)];
  return (
    <section className="panel">
      <h2>{text.rules.sections.merge}</h2>
      <div className="rules-row">
        <NumberField name={['merge', 'expertWeight']} label={texts.expertWeight} isWhole={false} />
        <NumberField
          name={['merge', 'publicWeight']}
          label={texts.publicWeight}
          isWhole={false}
          together={{
            fields: [['merge', 'expertWeight']],
            problem: (publicWeight, form) =>
              publicWeight === 0 && form.getFieldValue(['merge', 'expertWeight']) === 0
                ? texts.noWeight
                : null,
          }}
        />
      </div>
      <div className="rules-row">
        <Form.Item name={['merge', 'panelScale']} label={texts.panelScale}>
          <Select options={panelScales.map((value) => ({ value, label: texts.scales[value] }))} />
        </Form.Item>
        <Form.Item name={['merge', 'publicScale']} label={texts.publicScale}>
          <Select options={publicScales.map((value) => ({ value, label: texts.scales[value] }))} />
        </Form.Item>
      </div>
      <Form.Item name={['merge', 'tieBreak']} label={texts.tieBreak} extra={texts.tieBreakHint}>
        <Select
          mode="multiple"
          options={ties.map((value) => ({ value, label: tieRuleName(value, criteria) }))}
        />
      </Form.Item>
    </section>
  );
}
