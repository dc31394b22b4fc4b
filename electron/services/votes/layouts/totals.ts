import type { VoteMapping } from '../../../../shared/ballots/mapping.ts';
import { choiceReader, type TitledCandidate } from '../../../../shared/ballots/written-choices.ts';
import { refused } from '../../../../shared/refusals/refusal.ts';
import { SourceBroken, type SourceRecord } from '../source/source-record.ts';
import { shortened, shownName } from '../shortened.ts';
import { columnPlaces } from './columns.ts';

/** Votes of a candidate as the vendor counted them; no ballots stand behind them. */
export interface CandidateTotal {
  readonly candidate: number;
  readonly votes: number;
}

const wholeNumber = /^\d{1,12}$/;
/** `1,234` as spreadsheets show thousands. */
const withThousands = /^\d{1,3}(?:,\d{3})+$/;

/**
 * The totals of a table. Every row must be understood, because a row left out would be votes lost: all that are not are
 * named in one refusal.
 *
 * @throws SourceBroken
 */
export function readTotals(
  table: { readonly file: string; readonly header: readonly string[] },
  mapping: VoteMapping,
  candidates: readonly TitledCandidate[],
  records: readonly SourceRecord[],
): CandidateTotal[] {
  const { layout } = mapping;
  if (layout.kind !== 'totals') throw new Error(`${layout.kind} holds no totals`);
  const place = columnPlaces(table.file, table.header, mapping);
  const [candidatePlace, votesPlace] = [place(layout.candidate), place(layout.votes)];
  const reader = choiceReader(candidates, mapping.choices);
  const seen = new Map<number, number>();
  const problems: { row: number; problem: string }[] = [];
  const totals: CandidateTotal[] = [];
  for (const { row, cells } of records) {
    const name = (cells[candidatePlace] ?? '').trim();
    const votes = votesOf(cells[votesPlace] ?? '');
    const candidate = reader.candidateOf(name);
    const problem =
      candidate === null
        ? `“${shownName(name)}”不是候选项目的编号或名称，请在对应里指明它是哪一个，或从文件里删去合计等行`
        : votes === null
          ? `票数“${shortened((cells[votesPlace] ?? '').trim())}”不是 0 或正整数`
          : seen.has(candidate)
            ? `候选项目 ${candidate} 在第 ${seen.get(candidate) ?? 0} 行已经有了`
            : null;
    if (problem !== null) problems.push({ row, problem });
    else if (candidate !== null && votes !== null) {
      seen.set(candidate, row);
      totals.push({ candidate, votes });
    }
  }
  if (problems.length > 0)
    throw new SourceBroken(refused('rows-invalid', { file: table.file, count: problems.length, problems }));
  return totals;
}

function votesOf(cell: string): number | null {
  const text = cell.trim();
  if (!wholeNumber.test(text) && !withThousands.test(text)) return null;
  return Number(text.replaceAll(',', ''));
}
