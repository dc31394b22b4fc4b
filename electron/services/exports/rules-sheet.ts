import type { Round } from '../../../shared/round/round.ts';
import { actorName } from '../actor-name.ts';
import { headerStyle, type SheetCell, type SheetValue, type TableSheet } from '../tables/write-workbook.ts';
import { demonstrationBanner, type ExportSource } from './export-source.ts';
import { localTime } from './local-time.ts';
import { frequencyWords, scaleWords, severityWords, tieRuleWords, totalsUseWords } from './rule-words.ts';

type Line = readonly (SheetValue | SheetCell)[];

/** 规则: everything the ranking follows from, in words and values, with the hashes of what went in. */
export function rulesSheet(source: ExportSource): TableSheet {
  const { round } = source;
  return {
    name: '规则',
    banner: source.isDemonstration ? demonstrationBanner : undefined,
    columns: [
      { header: '项目', width: 28, alignment: 'left' },
      { header: '内容', width: 70, alignment: 'left' },
      { header: '轮次文件中的名称', width: 30, alignment: 'left' },
    ],
    rows: [
      ...roundLines(round),
      section('评审标准'),
      ...round.criteria.map((criterion): Line => [
        criterion.name,
        `权重 ${criterion.weight}，满分 ${criterion.max}，每档 ${criterion.step} 分`,
        `criteria: ${criterion.id}`,
      ]),
      ...panelLines(round),
      ...mergeLines(round),
      ...ballotLines(round),
      ...recordLines(source),
      ...inputLines(source),
      ...exclusionLines(source),
    ],
  };
}

function roundLines(round: Round): readonly Line[] {
  return [
    ['轮次', round.title, `id: ${round.id}`],
    ['预计申报项目', round.counts.applications, 'counts.applications'],
    ['候选项目', round.counts.candidates, 'counts.candidates'],
    ['入围名额', round.counts.finalists, 'counts.finalists'],
    ['最终名额', round.counts.winners, 'counts.winners'],
    ['时区', round.timeZone, 'timeZone'],
  ];
}

function panelLines({ panel }: Round): readonly Line[] {
  const { low, high, atLeast } = panel.trim;
  const trim = low + high === 0 ? '不去分' : `满 ${atLeast} 个总分时，去掉最低 ${low} 个、最高 ${high} 个`;
  return [
    section('专家评分'),
    ['去分', trim, 'panel.trim'],
    ['宽严校正', severityWords[panel.severity], 'panel.severity'],
    ...(panel.minimumMarks === undefined
      ? []
      : [['每个项目至少要有的评分', panel.minimumMarks, 'panel.minimumMarks']]),
    ...(panel.quorum === undefined ? [] : [['法定比例', panel.quorum, 'panel.quorum']]),
  ];
}

function mergeLines({ merge, criteria }: Round): readonly Line[] {
  const list = merge.tieBreak.map((rule) => tieRuleWords(rule, criteria)).join('，再比');
  return [
    section('合并'),
    ['专家权重', merge.expertWeight, 'merge.expertWeight'],
    ['公众权重', merge.publicWeight, 'merge.publicWeight'],
    ['专家评分的换算', scaleWords[merge.panelScale], `merge.panelScale: ${merge.panelScale}`],
    ['得票数的换算', scaleWords[merge.publicScale], `merge.publicScale: ${merge.publicScale}`],
    ['合并得分', '（专家权重 × 专家评分 + 公众权重 × 公众得分）÷（专家权重 + 公众权重）', ''],
    ['合并得分相同时', list === '' ? '并列，不再区分' : `依次比：${list}`, 'merge.tieBreak'],
  ];
}

function ballotLines({ ballot, timeZone }: Round): readonly Line[] {
  const end = (at: string | null): string => (at === null ? '不限' : localTime(at, timeZone));
  return [
    section('公众投票'),
    ['每票选几项', `${ballot.minChoices} 到 ${ballot.maxChoices} 项`, 'ballot.minChoices, ballot.maxChoices'],
    ['开始', end(ballot.opensAt), 'ballot.opensAt'],
    ['结束', end(ballot.closesAt), 'ballot.closesAt'],
    ['投票次数', frequencyWords[ballot.perAccount], `ballot.perAccount: ${ballot.perAccount}`],
  ];
}

function recordLines(source: ExportSource): readonly Line[] {
  const { lock, round } = source;
  const origin = lock?.origin === 'first import' ? '首次导入时自动锁定' : (lock?.origin ?? '');
  return [
    section('出处'),
    [
      '规则锁定',
      lock === null ? '尚未锁定（仍是默认规则）' : `${localTime(lock.at, round.timeZone)}，${origin}`,
      '',
    ],
    ['规则 SHA-256', source.rulesHash, ''],
    ['状态', source.isDemonstration ? demonstrationBanner : '未定稿，仅供核对', ''],
    ['导出人', source.exportedBy, ''],
    ['导出时间', localTime(source.exportedAt, round.timeZone), ''],
    ['程序版本', source.version, ''],
  ];
}

function inputLines(source: ExportSource): readonly Line[] {
  const { round } = source;
  return [
    section('依据（SHA-256）'),
    ...source.batches
      .filter(({ withdrawn }) => withdrawn === null)
      .map(({ batch, file, sha256 }): Line => [`选票批次 ${batch}`, file, sha256]),
    ...source.totals.flatMap(({ file, sha256, counted }): readonly Line[] =>
      counted === null
        ? []
        : [[`票数合计：${totalsUseWords[counted.as]}`, `${file}（会议记录：${counted.minute}）`, sha256]],
    ),
    ...source.tables.map(({ table, file, at, sha256 }): Line => [
      `导入表格：${tableWords[table] ?? table}`,
      `${file}（${localTime(at, round.timeZone)}）`,
      sha256,
    ]),
    ...source.panel.map(({ name, submittedAt, sheetHash }): Line => [
      `评分表：${name}`,
      `提交于 ${localTime(submittedAt, round.timeZone)}`,
      sheetHash,
    ]),
  ];
}

/** Who took ballots out of the count, and by which minute. */
function exclusionLines({ exclusions, merge, round }: ExportSource): readonly Line[] {
  if (exclusions.length === 0) return [];
  const shortfalls = new Map(
    merge.withoutExclusions?.shortfalls.map(({ exclusion, excludedNow }) => [exclusion, excludedNow]),
  );
  const ballotsOf = (exclusion: number, ballots: number): string => {
    const now = shortfalls.get(exclusion);
    return now === undefined ? `${ballots} 张` : `${ballots} 张，现在只有 ${now} 张`;
  };
  return [
    section('剔除的选票'),
    ...exclusions.map(({ exclusion, ballots, minute, excludedAt, excludedBy, confirmedBy }): Line => [
      `第 ${exclusion} 次剔除`,
      `${ballotsOf(exclusion, ballots)}（会议记录：${minute}）`,
      `${localTime(excludedAt, round.timeZone)}，${actorName(excludedBy)}；${actorName(confirmedBy)} 确认`,
    ]),
  ];
}

const tableWords: Readonly<Record<string, string>> = {
  applications: '申报项目',
  candidates: '候选项目',
  experts: '评审委员',
  recusals: '回避',
  scores: '评分',
};

function section(title: string): SheetCell[] {
  return [title, '', ''].map((value) => ({ value, style: headerStyle }));
}
