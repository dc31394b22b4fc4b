import type { VoteChoices } from '../../../../shared/ballots/mapping.ts';
import type { MappingProblem, MappingProposal } from '../../../../shared/ballots/mapping-proposal.ts';
import { choiceReader } from '../../../../shared/ballots/written-choices.ts';
import { referenceTo } from './columns.ts';
import {
  choiceEvidence,
  isCode,
  plainChoices,
  separatorOf,
  type ChoiceEvidence,
} from './recognise-choices.ts';
import { recogniseOptions } from './recognise-options.ts';
import { plainTime, recogniseTime } from './recognise-time.ts';
import { hasUnnamedBehind } from './run-over.ts';
import {
  cellsOf,
  confidenceOf,
  headerReasons,
  proposedMapping,
  recogniseVoter,
  type TableView,
} from './table-view.ts';

/** Each layout within one table: a proposal, or null where nothing speaks for it. */

/** The share of the choices that must be understood before a column is taken for the one of the choices. */
const leastMatched = 0.6;
/** Whole titles stand nowhere else: with some among them fewer are enough. */
const leastWithTitles = 0.3;

const matchedShare = ({ matched, listed }: ChoiceEvidence): number => (listed === 0 ? 0 : matched / listed);

function isUnderstood(evidence: ChoiceEvidence): boolean {
  return (
    evidence.listed > 0 && matchedShare(evidence) >= (evidence.titles > 0 ? leastWithTitles : leastMatched)
  );
}

/** The texts that a column holds as choices, read by the separator that they show. */
function evidenceOf(view: TableView, place: number): ChoiceEvidence {
  const cells = cellsOf(view, place);
  return choiceEvidence(cells, view.basis.candidates, separatorOf(cells));
}

export function recogniseBallotList(view: TableView): MappingProposal | null {
  return recogniseOwnHeader(view) ?? vendorList(view);
}

/**
 * The program's own header: each column once. Cells of any kind are then read as DESIGN.md section 7 says; only titles that
 * are no candidate's as they stand, and codes where nothing else is, are asked for: without an answer they would be no votes.
 */
export function recogniseOwnHeader(view: TableView): MappingProposal | null {
  const { account, time, choices } = view.canonical;
  const [accountPlace] = account;
  const [choicesPlace] = choices;
  const [timePlace] = time;
  const isOnce = account.length === 1 && choices.length === 1 && time.length <= 1;
  if (!isOnce || accountPlace === undefined || choicesPlace === undefined) return null;
  if (timePlace === undefined && view.basis.needsTime) return null;
  const foreign = foreignChoices(view, choicesPlace);
  const recognised =
    timePlace === undefined ? { time: plainTime, problems: [] } : recogniseTime(cellsOf(view, timePlace));
  const problems: MappingProblem[] = [
    ...unnamedCells(view, choicesPlace),
    ...recognised.problems.filter((problem) => problem !== 'times-unreadable'),
    ...(foreign === null ? [] : (['correspondence'] as const)),
  ];
  return {
    mapping: proposedMapping(view, '本程序的选票格式', {
      layout: {
        kind: 'ballot-list',
        account: referenceTo(view.header, accountPlace),
        time: timePlace === undefined ? null : referenceTo(view.header, timePlace),
        ip: recogniseVoter(view).columns.ip,
        choices: referenceTo(view.header, choicesPlace),
      },
      time: recognised.time,
      choices: foreign ?? plainChoices,
    }),
    confidence: problems.length === 0 ? 1 : confidenceOf(problems, 1),
    reasons: ['canonical-header', ...headerReasons(view, true)],
    problems,
  };
}

/** How choices are read that are nearly titles, or codes and nothing else; null where there are none. */
function foreignChoices(view: TableView, place: number): VoteChoices | null {
  const cells = cellsOf(view, place);
  const plain = choiceEvidence(cells, view.basis.candidates, null);
  const separator = separatorOf(cells);
  // A title whose comma was changed is whole only between the signs that alone part choices.
  const parted = separator === null ? plain : choiceEvidence(cells, view.basis.candidates, separator);
  const best = parted.translated > plain.translated ? parted : plain;
  const isAsked = best.matched === 0 || best.choices.correspondence.some(({ text }) => !isCode(text));
  return best.translated > 0 && isAsked ? best.choices : null;
}

function vendorList(view: TableView): MappingProposal | null {
  const voter = recogniseVoter(view);
  const known = view.named.choices;
  const places = known.length > 0 ? known : columnsOfChoices(view);
  const [place] = places;
  if (place === undefined) return null;
  const evidence = evidenceOf(view, place);
  const isRead = isUnderstood(evidence);
  // A column that is known neither by its word nor by what it holds is no list of choices.
  if (!isRead && known.length === 0 && evidence.choices.correspondence.length === 0) return null;
  const problems: MappingProblem[] = [...voter.problems];
  problems.push(...unnamedCells(view, place));
  if (places.length > 1) problems.push('columns-ambiguous');
  // Numbers in a column without a known word may be ages or points.
  if (known.length === 0 && evidence.titles === 0 && evidence.choices.correspondence.length === 0)
    problems.push('choices-unsure');
  if (evidence.matched < evidence.listed) problems.push('correspondence');
  return {
    mapping: proposedMapping(view, '一行一票、选项在一格', {
      layout: { kind: 'ballot-list', ...voter.columns, choices: referenceTo(view.header, place) },
      time: voter.time,
      choices: evidence.choices,
    }),
    confidence: confidenceOf([...new Set(problems)], isRead ? 1 : 0.7),
    reasons: [
      ...headerReasons(view, true),
      ...(known.length > 0 ? (['known-headers'] as const) : []),
      ...(isRead ? (['choices-match'] as const) : []),
    ],
    problems: [...new Set(problems)],
  };
}

/** Delimited text may run over its header; that is then the matter of the row. */
function unnamedCells({ header, body, isDelimited }: TableView, choices: number): MappingProblem[] {
  const isUnnamed = body.some((cells) =>
    hasUnnamedBehind(header, choices, isDelimited ? cells.slice(0, header.length) : cells),
  );
  return isUnnamed ? ['cells-unnamed'] : [];
}

/** Columns that no word tells, whose cells are whole titles or lists of candidates' numbers, or codes for them all. */
function columnsOfChoices(view: TableView): number[] {
  const taken = new Set(Object.values(view.named).flat());
  const found = view.header.flatMap((_, place) => {
    if (taken.has(place)) return [];
    const evidence = evidenceOf(view, place);
    const isList = evidence.longest > 1;
    if (!isList && evidence.titles === 0) return [];
    const isTranslated = evidence.translated > 0 && evidence.translated >= evidence.listed * leastMatched;
    return isTranslated || isUnderstood(evidence) ? [{ place, evidence }] : [];
  });
  const withTitles = found.filter(({ evidence }) => evidence.titles > 0);
  return (withTitles.length > 0 ? withTitles : found).map(({ place }) => place);
}

export function recogniseBallotColumns(view: TableView): MappingProposal | null {
  const recognised = recogniseOptions(view.header, view.body, view.basis.candidates);
  if (recognised === null) return null;
  const voter = recogniseVoter(view);
  const problems = [...new Set([...voter.problems, ...recognised.problems])];
  return {
    mapping: proposedMapping(view, '一行一票、一项一列', {
      layout: {
        kind: 'ballot-columns',
        ...voter.columns,
        chosen: recognised.chosen,
        options: recognised.options,
      },
      time: voter.time,
      choices: plainChoices,
    }),
    confidence: confidenceOf(problems, 0.5 + recognised.coverage / 2),
    reasons: [...headerReasons(view, false), 'choices-match'],
    problems,
  };
}

export function recogniseChoiceRows(view: TableView): MappingProposal | null {
  // A header of the program's own means a list, also where every list is of one choice.
  const places = view.named.candidate.filter((place) => !view.canonical.choices.includes(place));
  // A number beside a title may be any number.
  const place = places.find((each) => evidenceOf(view, each).titles > 0) ?? places[0];
  if (place === undefined || view.named.account.length === 0) return null;
  const voter = recogniseVoter(view);
  const cells = cellsOf(view, place).filter((cell) => cell.trim() !== '');
  const whole = choiceEvidence(cells, view.basis.candidates, '\n');
  if (choiceEvidence(cells, view.basis.candidates, separatorOf(cells)).longest > 1 && whole.matched === 0)
    return null;
  const problems: MappingProblem[] = [...voter.problems];
  if (places.length > 1) problems.push('columns-ambiguous');
  if (whole.matched < whole.listed) problems.push('correspondence');
  if (!rowsBelongTogether(view)) problems.push('choices-unsure');
  const [ballot] = view.named.ballot;
  return {
    mapping: proposedMapping(view, '一行一个选项', {
      layout: {
        kind: 'choice-rows',
        ...voter.columns,
        candidate: referenceTo(view.header, place),
        ballot: ballot === undefined ? null : referenceTo(view.header, ballot),
      },
      time: voter.time,
      choices: { separator: null, correspondence: whole.choices.correspondence },
    }),
    confidence: confidenceOf([...new Set(problems)], 0.5 + matchedShare(whole) / 2),
    reasons: [...headerReasons(view, true), 'known-headers'],
    problems: [...new Set(problems)],
  };
}

/** Whether some ballot among the first rows has several: else it is not seen that a row is one choice and not a ballot. */
function rowsBelongTogether(view: TableView): boolean {
  const keys = [...view.named.account.slice(0, 1), ...view.named.time.slice(0, 1)];
  const ballots = view.body.map((cells) => JSON.stringify(keys.map((place) => cells[place]?.trim())));
  return new Set(ballots).size < ballots.length;
}

const votesCell = /^(?:\d{1,12}|\d{1,3}(?:,\d{3})+)$/;

export function recogniseTotals(view: TableView): MappingProposal | null {
  const [votes] = view.named.votes;
  if (votes === undefined || view.named.account.length > 0) return null;
  const places = new Set([...view.named.candidate, ...view.header.keys()]);
  const fits = [...places]
    .filter((place) => !view.named.votes.includes(place))
    .map((place) => ({
      place,
      evidence: choiceEvidence(cellsOf(view, place), view.basis.candidates, '\n'),
    }))
    .filter(({ evidence }) => matchedShare(evidence) >= leastMatched);
  // Numbers beside titles may be ranks or the lines of a list.
  const best = fits.find(({ evidence }) => evidence.titles > 0) ?? fits[0];
  const counts = cellsOf(view, votes).filter((cell) => votesCell.test(cell.trim()));
  if (best === undefined || counts.length < view.body.length * leastMatched) return null;
  // A known word says which of several columns of numbers it is.
  const isKnown = best.evidence.titles === 0 && view.named.candidate.includes(best.place);
  const rivals = fits.filter(({ place }) => !isKnown || view.named.candidate.includes(place));
  const problems: MappingProblem[] = ['totals-only'];
  if (view.named.votes.length > 1 || rivals.some(({ place }) => isOtherCandidate(view, best.place, place)))
    problems.push('columns-ambiguous');
  return {
    mapping: proposedMapping(view, '各项目票数合计', {
      layout: {
        kind: 'totals',
        candidate: referenceTo(view.header, best.place),
        votes: referenceTo(view.header, votes),
      },
      time: plainTime,
      choices: { separator: null, correspondence: best.evidence.choices.correspondence },
    }),
    // Which column of several it is does not speak against totals.
    confidence: confidenceOf(['totals-only'], matchedShare(best.evidence)),
    reasons: ['votes-per-candidate'],
    problems,
  };
}

/** Whether another column, which names a candidate at most once, names another one in some row. */
function isOtherCandidate(view: TableView, place: number, other: number): boolean {
  const { candidateOf } = choiceReader(view.basis.candidates, plainChoices);
  const named = view.body.map((cells) => [candidateOf(cells[place] ?? ''), candidateOf(cells[other] ?? '')]);
  const others = named.flatMap(([, each]) => each ?? []);
  const isOnce = new Set(others).size === others.length;
  return isOnce && named.some(([one, each]) => one !== null && each !== null && one !== each);
}
