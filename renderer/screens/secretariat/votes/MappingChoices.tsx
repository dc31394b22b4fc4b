import { Button, Select } from 'antd';
import { useState } from 'react';
import { text } from '../../../text/text.ts';
import { withCorrespondence, type Correspondence } from './mapping-draft.ts';
import { candidateChoices, searchable, type TitledCandidate } from './mapping-words.ts';
import type { DraftProperties } from './MappingReading.tsx';

interface Properties extends DraftProperties {
  readonly candidates: readonly TitledCandidate[];
}

interface Line {
  readonly text: string;
  /** How often it occurs in the rows looked at; null for what was confirmed or guessed and did not occur there. */
  readonly times: number | null;
  readonly guess: number | null;
}

/** Texts of choices that are no candidate's title: a person says which is meant, and nothing counts before they did. */
export function MappingChoices({
  draft,
  preview,
  onChange,
  candidates,
}: Properties): React.JSX.Element | null {
  // What was chosen in a line and not yet confirmed.
  const [picked, setPicked] = useState<ReadonlyMap<string, number>>(new Map());
  // A line stays where it was first seen, also once it is confirmed and the file is read again without it.
  const [seen, setSeen] = useState<readonly Line[]>([]);
  const lines = linesOf(seen, draft.guesses, draft.correspondence, preview.unmatched);
  if (lines.length > seen.length) setSeen(lines);
  if (lines.length === 0) return null;
  const words = text.voteMapping;
  const confirmed = new Map(draft.correspondence.map((each) => [each.text, each.candidate]));
  // A merely similar title is confirmed one by one; together only what the program proposes for one reason.
  const proposed = new Set(draft.guesses.map((each) => each.text));
  const pending = lines.filter((line) => proposed.has(line.text) && !confirmed.has(line.text));
  const choices = candidateChoices(candidates);
  const titles = new Map(candidates.map(({ candidate, title }) => [candidate, title]));
  const confirmAll = (): void =>
    onChange(
      pending.reduce(
        (all, line) => withCorrespondence(all, line.text, picked.get(line.text) ?? line.guess),
        draft,
      ),
    );
  return (
    <fieldset className="mapping-part">
      <legend>{words.choices}</legend>
      <p className="field-hint">{words.choicesNote(preview.rowsLookedAt)}</p>
      <div className="scroll-region mapping-scroll" tabIndex={0} role="region" aria-label={words.choices}>
        <table className="plain-table mapping-table">
          <thead>
            <tr>
              <th scope="col">{words.choiceText}</th>
              <th scope="col" className="figure">
                {words.times}
              </th>
              <th scope="col" className="mapping-choice">
                {words.candidate}
              </th>
              <th scope="col">{words.state}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => {
              const candidate = picked.get(line.text) ?? null;
              const agreed = confirmed.get(line.text);
              const meant = candidate ?? line.guess;
              return (
                <tr key={line.text}>
                  <th scope="row">{line.text}</th>
                  <td className="figure">{line.times}</td>
                  <td className="mapping-choice">
                    {agreed === undefined ? (
                      <Select<number | null>
                        aria-label={words.candidateOf(line.text)}
                        className="mapping-select"
                        showSearch={searchable}
                        placeholder={
                          line.guess === null
                            ? words.noGuess
                            : words.guess(words.candidateName(line.guess, titles.get(line.guess) ?? ''))
                        }
                        value={candidate}
                        options={choices}
                        onChange={(value) => {
                          if (value !== null) setPicked(new Map(picked).set(line.text, value));
                        }}
                      />
                    ) : (
                      words.candidateName(agreed, titles.get(agreed) ?? '')
                    )}
                  </td>
                  <td className="mapping-state">
                    {agreed === undefined ? (
                      <Button
                        disabled={meant === null}
                        aria-label={words.confirmOneLabel(line.text)}
                        onClick={() => onChange(withCorrespondence(draft, line.text, meant))}
                      >
                        {words.confirmOne}
                      </Button>
                    ) : (
                      <>
                        <span className="verdict-good">{words.agreed}</span>
                        <Button
                          type="link"
                          aria-label={words.takeBackLabel(line.text)}
                          onClick={() => onChange(withCorrespondence(draft, line.text, null))}
                        >
                          {words.takeBack}
                        </Button>
                      </>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {pending.length > 1 && <Button onClick={confirmAll}>{words.confirmAll(pending.length)}</Button>}
    </fieldset>
  );
}

function linesOf(
  seen: readonly Line[],
  guesses: Correspondence,
  confirmed: Correspondence,
  unmatched: DraftProperties['preview']['unmatched'],
): readonly Line[] {
  const lines = new Map(seen.map((line) => [line.text, line]));
  const guessed = new Map(guesses.map((each) => [each.text, each.candidate]));
  for (const { text: choice, times, suggestions } of unmatched) {
    const guess = guessed.get(choice) ?? suggestions[0]?.candidate ?? null;
    if (!lines.has(choice)) lines.set(choice, { text: choice, times, guess });
  }
  for (const { text: choice, candidate } of [...guesses, ...confirmed])
    if (!lines.has(choice)) lines.set(choice, { text: choice, times: null, guess: candidate });
  return [...lines.values()];
}
