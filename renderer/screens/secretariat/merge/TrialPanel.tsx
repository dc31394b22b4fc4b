import { Alert, Button, InputNumber, Select } from 'antd';
import { useId } from 'react';
import type { MergeRulesInForce } from '../../../../shared/merging/report.ts';
import { panelScales, publicScales, severities } from '../../../../shared/round/round.ts';
import { text } from '../../../text/text.ts';
import { tieBreakName } from './rule-words.ts';
import { trialOf, type TrialRules } from './trial-rules.ts';

interface Properties {
  readonly rules: MergeRulesInForce;
  readonly trial: TrialRules;
  readonly isIncomplete: boolean;
  /** Why the ranking was not recomputed. */
  readonly problem: string | null;
  readonly onChange: (trial: TrialRules) => void;
  readonly onEnd: () => void;
}

/** Other rules to try: each change recomputes the ranking, and nothing of it is kept. */
export function TrialPanel({
  rules,
  trial,
  isIncomplete,
  problem,
  onChange,
  onEnd,
}: Properties): React.JSX.Element {
  const words = text.merge;
  const change = (changed: Partial<TrialRules>) => onChange({ ...trial, ...changed });
  const tieRules = ['expert', 'public', ...rules.criteria.map(({ id }) => id)];
  return (
    <section className="merge-rules merge-rules-trial" aria-labelledby="merge-trial">
      <h2 id="merge-trial">{words.trial}</h2>
      <p className="merge-trial-note">{isIncomplete ? words.incomplete : words.trialUnchanged}</p>
      {problem !== null && <Alert type="error" showIcon role="alert" title={problem} />}
      <NumberRow
        name={words.expertWeight}
        value={trial.expertWeight}
        onChange={(expertWeight) => change({ expertWeight })}
      />
      <NumberRow
        name={words.publicWeight}
        value={trial.publicWeight}
        onChange={(publicWeight) => change({ publicWeight })}
      />
      <h3>{words.criteria}</h3>
      {rules.criteria.map(({ id, name }) => (
        <NumberRow
          key={id}
          name={name}
          value={trial.criterionWeights[id] ?? null}
          onChange={(weight) => change({ criterionWeights: { ...trial.criterionWeights, [id]: weight } })}
        />
      ))}
      <h3>{words.trim}</h3>
      <NumberRow name={words.trimLow} value={trial.trimLow} onChange={(trimLow) => change({ trimLow })} />
      <NumberRow name={words.trimHigh} value={trial.trimHigh} onChange={(trimHigh) => change({ trimHigh })} />
      <NumberRow
        name={words.trimAtLeast}
        value={trial.trimAtLeast}
        onChange={(trimAtLeast) => change({ trimAtLeast })}
      />
      <ChoiceRow
        name={words.severity}
        value={trial.severity}
        options={severities.map((value) => ({ value, label: words.severities[value] }))}
        onChange={(severity) => change({ severity })}
      />
      <ChoiceRow
        name={words.panelScale}
        value={trial.panelScale}
        options={panelScales.map((value) => ({ value, label: words.scales[value] }))}
        onChange={(panelScale) => change({ panelScale })}
      />
      <ChoiceRow
        name={words.publicScale}
        value={trial.publicScale}
        options={publicScales.map((value) => ({ value, label: words.scales[value] }))}
        onChange={(publicScale) => change({ publicScale })}
      />
      <TieRow
        value={trial.tieBreak}
        options={tieRules.map((value) => ({ value, label: tieBreakName(value, rules.criteria) }))}
        onChange={(tieBreak) => change({ tieBreak })}
      />
      <NumberRow
        name={words.finalists}
        value={trial.finalists}
        onChange={(finalists) => change({ finalists })}
      />
      <div className="merge-trial-acts">
        <Button onClick={() => onChange(trialOf(rules))}>{words.resetTrial}</Button>
        <Button type="primary" onClick={onEnd}>
          {words.endTrial}
        </Button>
      </div>
    </section>
  );
}

interface NumberProperties {
  readonly name: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

/** Without limits: what was typed stays, and the rules say what is wrong with it. */
function NumberRow({ name, value, onChange }: NumberProperties): React.JSX.Element {
  const id = useId();
  return (
    <div className="merge-trial-row">
      <label htmlFor={id}>{name}</label>
      <InputNumber id={id} value={value} onChange={onChange} />
    </div>
  );
}

interface ChoiceProperties<Value extends string> {
  readonly name: string;
  readonly value: Value;
  readonly options: { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

function ChoiceRow<Value extends string>({
  name,
  value,
  options,
  onChange,
}: ChoiceProperties<Value>): React.JSX.Element {
  const id = useId();
  return (
    <div className="merge-trial-choice">
      <label htmlFor={id}>{name}</label>
      <Select<Value>
        id={id}
        value={value}
        options={options}
        onChange={onChange}
        popupMatchSelectWidth={false}
      />
    </div>
  );
}

interface TieProperties {
  readonly value: readonly string[];
  readonly options: { readonly value: string; readonly label: string }[];
  readonly onChange: (value: readonly string[]) => void;
}

/** The order of choosing is the order of comparing. */
function TieRow({ value, options, onChange }: TieProperties): React.JSX.Element {
  const id = useId();
  return (
    <div className="merge-trial-choice">
      <label htmlFor={id}>{text.merge.tieBreak}</label>
      <Select<string[]>
        id={id}
        mode="multiple"
        allowClear
        value={[...value]}
        options={options}
        placeholder={text.merge.tieBreakNone}
        onChange={onChange}
      />
    </div>
  );
}
