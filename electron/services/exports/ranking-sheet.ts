import type { DetailedCandidate } from '../../../shared/merging/detail.ts';
import type { SheetColumn, SheetValue, TableSheet } from '../tables/write-workbook.ts';
import { cutLineStyles } from './cut-line-styles.ts';
import { demonstrationBanner, type ExportSource } from './export-source.ts';
import { finalistWords, tieWords } from './rule-words.ts';

const score = { numberFormat: '0.0000', width: 12 } as const;
const count = { numberFormat: '#,##0', width: 10 } as const;

/** The columns of the ranking, in the workbook and in the CSV alike. */
export const rankingColumns: readonly SheetColumn[] = [
  { header: '名次', width: 7, numberFormat: '0', alignment: 'center' },
  { header: '候选编号', width: 9, numberFormat: '0', alignment: 'center' },
  { header: '项目名称', width: 48 },
  { header: '申报单位', width: 26 },
  { header: '所在区', width: 11 },
  { header: '入围', width: 10, alignment: 'center' },
  { header: '专家评分', ...score },
  { header: '专家评分（换算后）', ...score },
  { header: '得票数', ...count },
  { header: '公众得分（换算后）', ...score },
  { header: '合并得分', ...score },
  { header: '评分人数', ...count },
  { header: '去掉的分数', ...count },
  { header: '并列说明', width: 32 },
];

/** The text before figures that are figures: name and place of each candidate, as the CSV gives them too. */
export interface RankingRow {
  readonly rank: number | null;
  readonly candidate: number;
  readonly texts: readonly [title: string, organisation: string, district: string, finalist: string];
  /** Decimal texts with six places, or null. */
  readonly panel: string | null;
  readonly panelScaled: string | null;
  readonly votes: number;
  readonly public: string | null;
  readonly combined: string | null;
  readonly scores: number;
  readonly dropped: number;
  readonly tie: string;
}

export function rankingRow(source: ExportSource, ranked: DetailedCandidate): RankingRow {
  const known = source.candidates.get(ranked.candidate);
  const { rank, candidate, panel, panelScaled, votes, combined, scores, dropped } = ranked;
  return {
    rank,
    candidate,
    panel,
    panelScaled,
    votes,
    public: ranked.public,
    combined,
    scores,
    dropped,
    texts: [ranked.title, known?.organisation ?? '', known?.district ?? '', finalistWords(ranked.finalist)],
    tie: tieWords(ranked.tie, source.round.criteria),
  };
}

/** A row's values in the order of `rankingColumns`; `figure` decides how a decimal text is written. */
export function rankingValues(row: RankingRow, figure: (text: string) => SheetValue): SheetValue[] {
  const shown = (text: string | null): SheetValue => (text === null ? null : figure(text));
  return [
    row.rank,
    row.candidate,
    ...row.texts,
    shown(row.panel),
    shown(row.panelScaled),
    row.votes,
    shown(row.public),
    shown(row.combined),
    row.scores,
    row.dropped,
    row.tie,
  ];
}

/** 排名: finalists shaded, the strongest line of the sheet below the last of them. */
export function rankingSheet(source: ExportSource): TableSheet {
  const { ranking } = source.merge.detail;
  return {
    name: '排名',
    banner: source.isDemonstration ? demonstrationBanner : undefined,
    columns: rankingColumns,
    rows: ranking.map((ranked) => rankingValues(rankingRow(source, ranked), Number)),
    rowStyles: cutLineStyles(ranking),
    frozenColumns: 3,
  };
}
