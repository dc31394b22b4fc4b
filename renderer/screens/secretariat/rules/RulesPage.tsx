import type { Round } from '../../../../shared/round/round.ts';
import { text } from '../../../text/text.ts';
import { tieRuleName } from './tie-rule-name.ts';
import { wallClock } from './zone-time.ts';

/** The rules as a page one can read aloud in a meeting. */
export function RulesPage({ round }: { readonly round: Round }): React.JSX.Element {
  const texts = text.rules;
  const { counts, ballot, panel, merge } = round;
  const weights = round.criteria.reduce((sum, criterion) => sum + criterion.weight, 0);
  const shown = (time: string | null): string =>
    time === null ? texts.ballot.open : wallClock(time, round.timeZone);
  return (
    <div className="rules-page">
      <div>
        <section className="panel">
          <h2>{texts.sections.round}</h2>
          <dl className="facts">
            <Fact name={texts.round.title} value={round.title} />
            <Fact name={texts.round.applications} value={texts.round.places(counts.applications)} />
            <Fact name={texts.round.candidates} value={texts.round.places(counts.candidates)} />
            <Fact name={texts.round.finalists} value={texts.round.places(counts.finalists)} />
            <Fact name={texts.round.winners} value={texts.round.places(counts.winners)} />
            <Fact name={texts.round.timeZone} value={round.timeZone} />
          </dl>
        </section>
        <section className="panel">
          <h2>{texts.sections.criteria}</h2>
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{texts.criteria.name}</th>
                <th scope="col" className="figure">
                  {texts.criteria.weight}
                </th>
                <th scope="col" className="figure">
                  {texts.criteria.share}
                </th>
                <th scope="col" className="figure">
                  {texts.criteria.max}
                </th>
                <th scope="col" className="figure">
                  {texts.criteria.step}
                </th>
              </tr>
            </thead>
            <tbody>
              {round.criteria.map((criterion) => (
                <tr key={criterion.id}>
                  <th scope="row">{criterion.name}</th>
                  <td className="figure">{criterion.weight}</td>
                  <td className="figure">{percent(criterion.weight, weights)}</td>
                  <td className="figure">{criterion.max}</td>
                  <td className="figure">{criterion.step}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="field-hint">{texts.criteria.totalNote}</p>
        </section>
      </div>
      <div>
        <section className="panel">
          <h2>{texts.sections.ballot}</h2>
          <dl className="facts">
            <Fact
              name={texts.ballot.choices}
              value={texts.ballot.choicesValue(ballot.minChoices, ballot.maxChoices)}
            />
            <Fact
              name={texts.ballot.window}
              value={texts.ballot.windowValue(shown(ballot.opensAt), shown(ballot.closesAt))}
            />
            <Fact name={texts.ballot.perAccount} value={texts.ballot.frequencies[ballot.perAccount]} />
          </dl>
        </section>
        <section className="panel">
          <h2>{texts.sections.panel}</h2>
          <dl className="facts">
            <Fact
              name={texts.panel.trim}
              value={texts.panel.trimValue(panel.trim.low, panel.trim.high, panel.trim.atLeast)}
            />
            <Fact name={texts.panel.severity} value={texts.panel.severities[panel.severity]} />
            {panel.minimumMarks !== undefined && (
              <Fact name={texts.panel.minimumMarks} value={String(panel.minimumMarks)} />
            )}
            {panel.quorum !== undefined && <Fact name={texts.panel.quorum} value={panel.quorum} />}
          </dl>
        </section>
        <section className="panel">
          <h2>{texts.sections.merge}</h2>
          <dl className="facts">
            <Fact
              name={texts.merge.weights}
              value={texts.merge.weightsValue(merge.expertWeight, merge.publicWeight)}
            />
            <Fact name={texts.merge.panelScale} value={texts.merge.scales[merge.panelScale]} />
            <Fact name={texts.merge.publicScale} value={texts.merge.scales[merge.publicScale]} />
            <Fact
              name={texts.merge.tieBreak}
              value={
                merge.tieBreak.length === 0
                  ? texts.merge.tieBreakNone
                  : merge.tieBreak.map((rule) => tieRuleName(rule, round.criteria)).join(' → ')
              }
            />
            <Fact name={texts.merge.cut} value={texts.merge.cutValue(counts.finalists)} />
          </dl>
        </section>
      </div>
    </div>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }): React.JSX.Element {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

function percent(weight: number, weights: number): string {
  return weights === 0 ? '' : `${Number(((100 * weight) / weights).toFixed(2))}%`;
}
