import type { MappingProposal } from '../../../../shared/ballots/mapping-proposal.ts';
import { sameBareTitle } from '../../../../shared/ballots/title-likeness.ts';
import { choiceReader, type TitledCandidate } from '../../../../shared/ballots/written-choices.ts';
import { columnsNamed, vendorWords } from './header-words.ts';
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
export function recogniseFiles(
  view: TableView,
  heads: readonly TableHead[],
  hasOptions: boolean,
): MappingProposal | null {
  if (view.named.account.length === 0) return null;
  const files = [...new Set(heads.map(({ name }) => name.file))];
  // One workbook may hold all of them, or several workbooks some each; a single sheet's own name says nothing.
  const sheets = files.length < heads.length ? heads.flatMap(({ name }) => name.sheet ?? []) : [];
  const byFile = namedSources(files, view.basis.candidates);
  const bySheet = namedSources(sheets, view.basis.candidates);
  const [named, sources] = bySheet.length > byFile.length ? [bySheet, sheets] : [byFile, files];
  if (named.length === 0) return null;
  const holdsChoices = hasOptions || view.named.choices.length > 0 || view.named.candidate.length > 0;
  if (holdsChoices && heads.length === 1) return null;
  if (!holdsChoices && heads.some((head) => head.name.file !== files[0] && isWhole(head))) return null;
  const voter = recogniseVoter(view);
  const problems = [...voter.problems, 'candidates-from-names' as const];
  const fit = (named.length / sources.length) * (holdsChoices ? 0.3 : 1);
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

/** The sources whose names tell a candidate; of those that tell the same one a person has to say which is which. */
function namedSources(
  sources: readonly string[],
  candidates: readonly TitledCandidate[],
): { readonly source: string; readonly candidate: number }[] {
  if (new Set(sources).size < sources.length) return [];
  const named = sources.flatMap((source) => {
    const candidate = candidateInName(source, candidates);
    return candidate === null ? [] : [{ source, candidate }];
  });
  const times = Map.groupBy(named, ({ candidate }) => candidate);
  return named.filter(({ candidate }) => times.get(candidate)?.length === 1);
}

/** A file of ballots by itself, which belongs to no set. */
function isWhole({ records }: TableHead): boolean {
  const header = records[0]?.cells ?? [];
  return [vendorWords.account, vendorWords.choices].every((words) => columnsNamed(header, words).length > 0);
}

const extension = /\.[A-Za-z]{1,5}$/;
const onlyNumber = /^\D*(\d{1,6})\D*$/;
/** `03_12345热线`: what parts it from the title shows that the number comes first. */
const leadingNumber = /^(\d{1,6})[号\s_.．、\-—–－]/;

/**
 * By the number or title that the name is; else by the only number in it, or the one at its beginning: `12`, `候选12号.csv`,
 * `A12`, `03_12345热线`.
 */
function candidateInName(source: string, candidates: readonly TitledCandidate[]): number | null {
  const stem = source
    .replace(extension, '')
    .replace(/^.*[/\\]/, '')
    .trim();
  const whole =
    choiceReader(candidates, plainChoices).candidateOf(stem) ?? sameBareTitle(stem, candidates)?.candidate;
  if (whole !== undefined && whole !== null) return whole;
  const number = Number((onlyNumber.exec(stem) ?? leadingNumber.exec(stem))?.[1] ?? NaN);
  return candidates.some(({ candidate }) => candidate === number) ? number : null;
}
