import { choiceReader } from '../../../../shared/ballots/written-choices.ts';
import { plainChoices } from './recognise-choices.ts';
import type { TableView } from './table-view.ts';

/**
 * Whether the row under the header goes on with it: a question stands over the columns of its options, their titles below. A
 * ballot whose titles fell into several cells has an account and a time there.
 */
export function isHeaderContinued({ header, body, named, basis }: TableView): boolean {
  const [below = []] = body;
  const isVoter = [...named.account, ...named.time].some((place) => {
    const cell = (below[place] ?? '').trim();
    return cell !== '' && cell !== header[place]?.trim();
  });
  if (isVoter) return false;
  const { candidateOf } = choiceReader(basis.candidates, plainChoices);
  const titles = below.flatMap((cell, place) =>
    !/^\s*\d*\s*$/.test(cell) && candidateOf(cell) !== null ? [(header[place] ?? '').trim()] : [],
  );
  // Titles that each stand under a header of their own are what was chosen there.
  const isUnderOne = new Set(titles).size < titles.length || titles.includes('');
  return titles.length > 1 && isUnderOne;
}
