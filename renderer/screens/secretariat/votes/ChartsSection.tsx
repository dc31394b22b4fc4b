import { Segmented, Select } from 'antd';
import { useMemo, useState } from 'react';
import type { VoteBatch } from '../../../../shared/contract/votes.ts';
import {
  readVoteStatistics,
  type VoteStatisticsReport,
} from '../../../../shared/contract/vote-statistics.ts';
import { Loaded } from '../../../components/Loaded.tsx';
import { ScrollRegion } from '../../../components/ScrollRegion.tsx';
import { useEndpoint } from '../../../state/use-endpoint.ts';
import { text } from '../../../text/text.ts';
import {
  categoryName,
  chartNames,
  chartView,
  type ChartName,
  type ChartTable,
  type ChosenCandidates,
} from './chart-view.ts';
import { BatchChoice } from './BatchChoice.tsx';
import { SeriesChart } from './SeriesChart.tsx';

interface Properties {
  readonly batches: readonly VoteBatch[];
  readonly titleOf: (candidate: number) => string;
  /** Reads again when it changes. */
  readonly version: number;
}

/** The votes over time and by choices, each chart with its numbers; of everything in force or of one batch. */
export function ChartsSection({ batches, titleOf, version }: Properties): React.JSX.Element {
  const [chosen, setChosen] = useState<number | null>(null);
  const inForce = batches.filter(({ withdrawn }) => withdrawn === null);
  const batch = inForce.find((each) => each.batch === chosen)?.batch;
  const statistics = useEndpoint(readVoteStatistics, batch === undefined ? {} : { batch }, version);
  return (
    <section className="votes-section" aria-labelledby="votes-charts">
      <div className="votes-section-head">
        <h2 id="votes-charts">{text.voteCharts.title}</h2>
        <BatchChoice inForce={inForce} batch={batch ?? null} onChange={setChosen} />
      </div>
      <Loaded of={statistics}>{(value) => <Charts statistics={value} titleOf={titleOf} />}</Loaded>
    </section>
  );
}

function Charts({
  statistics,
  titleOf,
}: {
  readonly statistics: VoteStatisticsReport;
  readonly titleOf: (candidate: number) => string;
}): React.JSX.Element {
  const words = text.voteCharts;
  const [name, setName] = useState<ChartName>('days');
  const [chosen, setChosen] = useState<ChosenCandidates>({
    candidate: statistics.candidates[0] ?? 0,
    compared: null,
  });
  const view = useMemo(() => chartView(statistics, name, chosen), [statistics, name, chosen]);
  return (
    <>
      <Segmented<ChartName>
        className="chart-choice"
        aria-label={words.which}
        value={name}
        options={chartNames.map((value) => ({ value, label: words.views[value] }))}
        onChange={setName}
      />
      <p className="votes-quiet">
        {words.notes[name]}
        {name !== 'choices' && words.clock(statistics.timeZone)}
      </p>
      {name === 'candidates' && (
        <CandidateChoice
          candidates={statistics.candidates}
          titleOf={titleOf}
          chosen={chosen}
          onChoose={setChosen}
        />
      )}
      {view.categories.length === 0 ? (
        <p className="votes-quiet">{words.empty}</p>
      ) : (
        <>
          <SeriesChart view={view} label={words.label(words.views[name])} />
          <details className="chart-numbers">
            <summary>{words.numbers}</summary>
            <NumbersTable name={name} table={view.table} />
          </details>
        </>
      )}
    </>
  );
}

interface ChoiceProperties {
  readonly candidates: readonly number[];
  readonly titleOf: (candidate: number) => string;
  readonly chosen: ChosenCandidates;
  readonly onChoose: (chosen: ChosenCandidates) => void;
}

function CandidateChoice({ candidates, titleOf, chosen, onChoose }: ChoiceProperties): React.JSX.Element {
  const words = text.voteCharts;
  const options = candidates.map((candidate) => ({
    value: candidate,
    label: `${words.votes(candidate)} ${titleOf(candidate)}`,
  }));
  return (
    <div className="chart-candidates">
      <Select<number>
        aria-label={words.candidate}
        showSearch={{ optionFilterProp: 'label' }}
        value={chosen.candidate}
        options={options}
        onChange={(candidate) => onChoose({ ...chosen, candidate })}
      />
      <Select<number>
        aria-label={words.compared}
        showSearch={{ optionFilterProp: 'label' }}
        value={chosen.compared ?? 0}
        options={[{ value: 0, label: words.noComparison }, ...options]}
        onChange={(compared) => onChoose({ ...chosen, compared: compared === 0 ? null : compared })}
      />
    </div>
  );
}

function NumbersTable({
  name,
  table: { columns, rows },
}: {
  readonly name: ChartName;
  readonly table: ChartTable;
}): React.JSX.Element {
  const label = text.voteCharts.numbersOf(text.voteCharts.views[name]);
  return (
    <ScrollRegion className="scroll-region" label={label}>
      <table className="plain-table" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{categoryName(name)}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className="figure">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">{row.name}</th>
              {row.figures.map((figure, place) => (
                <td key={columns[place]} className="figure">
                  {text.votes.number(figure)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
