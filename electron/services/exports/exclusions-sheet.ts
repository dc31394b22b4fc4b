import type { DetailedCandidate } from '../../../shared/merging/detail.ts';
import type { WithoutExclusions } from '../../../shared/merging/without-exclusions.ts';
import type { SheetValue, TableSheet } from '../tables/write-workbook.ts';
import { cutLineStyles } from './cut-line-styles.ts';
import { demonstrationBanner, type ExportSource } from './export-source.ts';
import { finalistWords } from './rule-words.ts';

const count = { numberFormat: '#,##0', width: 12 } as const;
const rank = { numberFormat: '0', width: 12, alignment: 'center' } as const;

/**
 * 剔除前名次: the ranking as it would be if no ballots had been excluded, in its own order, beside the one that counts. Null while no
 * excluded ballots make a difference to the votes.
 */
export function exclusionsSheet({ merge, isDemonstration }: ExportSource): TableSheet | null {
  const without = merge.withoutExclusions;
  if (without === null) return null;
  const now = new Map(merge.detail.ranking.map((each) => [each.candidate, each]));
  return {
    name: '剔除前名次',
    banner: isDemonstration ? demonstrationBanner : undefined,
    columns: [
      { header: '剔除前名次', ...rank },
      { header: '候选编号', width: 9, numberFormat: '0', alignment: 'center' },
      { header: '项目名称', width: 48 },
      { header: '剔除前入围', width: 12, alignment: 'center' },
      { header: '剔除前得票数', ...count },
      { header: '现在名次', ...rank },
      { header: '现在入围', width: 12, alignment: 'center' },
      { header: '现在得票数', ...count },
      { header: '有无变化', width: 18, alignment: 'center' },
    ],
    rows: without.ranking.flatMap((before) => {
      const ranked = now.get(before.candidate);
      return ranked === undefined ? [] : [comparison(before, ranked)];
    }),
    rowStyles: cutLineStyles(without.ranking),
    frozenColumns: 3,
  };
}

/** What stands behind the ranking in a plain table, which has no second sheet: none of it while nothing is excluded. */
export interface BeforeExclusions {
  readonly headers: readonly string[];
  readonly valuesOf: (candidate: number) => readonly SheetValue[];
}

/** Place, finalist and votes of each candidate as they would be if no ballots had been excluded. */
export function beforeExclusions({ merge }: Pick<ExportSource, 'merge'>): BeforeExclusions {
  const without = merge.withoutExclusions;
  if (without === null) return { headers: [], valuesOf: () => [] };
  const ranked = new Map(without.ranking.map((each) => [each.candidate, each]));
  return {
    headers: ['剔除前名次', '剔除前入围', '剔除前得票数'],
    valuesOf: (candidate) => {
      const before = ranked.get(candidate);
      return before === undefined
        ? [null, null, null]
        : [before.rank, finalistWords(before.finalist), before.votes];
    },
  };
}

function comparison(before: WithoutExclusions['ranking'][number], now: DetailedCandidate) {
  const changes = [
    ...(before.rank === now.rank ? [] : ['名次不同']),
    ...(before.finalist === now.finalist ? [] : ['入围不同']),
  ];
  return [
    before.rank,
    before.candidate,
    now.title,
    finalistWords(before.finalist),
    before.votes,
    now.rank,
    finalistWords(now.finalist),
    now.votes,
    changes.join('，'),
  ];
}
