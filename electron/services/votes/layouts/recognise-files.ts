import type { MappingProposal } from '../../../../shared/ballots/mapping-proposal.ts';
import { sameBareTitle } from '../../../../shared/ballots/title-likeness.ts';
import { choiceReader, type TitledCandidate } from '../../../../shared/ballots/written-choices.ts';
import type { SourceName } from '../source/source-table.ts';
import { plainChoices } from './recognise-choices.ts';
import type { TableHead } from './recognise.ts';
import {
  confidenceOf,
  headerReasons,
  proposedMapping,
  recogniseVoter,
  type TableView,
} from './table-view.ts';

/**
 * A file or sheet per candidate: accounts and no choices in the table, the candidate in its name. Names are never certain, so
 * this is always for a person to confirm.
 */
export function recogniseFiles(view: TableView, heads: readonly TableHead[]): MappingProposal | null {
  if (view.named.account.length === 0) return null;
  const named = heads.flatMap(({ name }) => {
    const source = sourceText(name, heads);
    const candidate = candidateInName(source, view.basis.candidates);
    return candidate === null ? [] : [{ source, candidate }];
  });
  const candidates = new Set(named.map(({ candidate }) => candidate));
  if (named.length === 0 || candidates.size < named.length) return null;
  const holdsChoices = view.named.choices.length > 0 || view.named.candidate.length > 0;
  if (holdsChoices && heads.length === 1) return null;
  const voter = recogniseVoter(view);
  const problems = [...voter.problems, 'candidates-from-names' as const];
  const fit = (named.length / heads.length) * (holdsChoices ? 0.3 : 1);
  return {
    mapping: proposedMapping(view, '一个项目一个文件', {
      layout: { kind: 'candidate-files', ...voter.columns, candidates: named },
      time: voter.time,
      choices: plainChoices,
    }),
    confidence: confidenceOf(problems, fit),
    reasons: [...headerReasons(view, true), 'names-of-candidates'],
    problems,
  };
}

/** The sheet where one workbook holds all, else the file; as `candidate-files` refers to tables. */
function sourceText(name: SourceName, heads: readonly TableHead[]): string {
  const files = new Set(heads.map((each) => each.name.file));
  return name.sheet !== null && files.size < heads.length ? name.sheet : name.file;
}

const extension = /\.[A-Za-z]{1,5}$/;
const onlyNumber = /^\D*(\d{1,6})\D*$/;

/** By the number or title that the name is; else by the only number in it: `12`, `候选12号.csv`, `A12`. */
function candidateInName(source: string, candidates: readonly TitledCandidate[]): number | null {
  const stem = source
    .replace(extension, '')
    .replace(/^.*[/\\]/, '')
    .trim();
  const whole =
    choiceReader(candidates, plainChoices).candidateOf(stem) ?? sameBareTitle(stem, candidates)?.candidate;
  if (whole !== undefined && whole !== null) return whole;
  const number = Number(onlyNumber.exec(stem)?.[1] ?? NaN);
  return candidates.some(({ candidate }) => candidate === number) ? number : null;
}
