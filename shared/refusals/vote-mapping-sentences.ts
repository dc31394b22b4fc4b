import { mappingProblemWords, type MappingProblem } from '../ballots/mapping-proposal.ts';

/** Failures of reading a votes file by a mapping; a part of `refusalSentences`. */

/** Names of columns or files, at most ten of them. */
export function quoted(names: readonly string[]): string {
  const shown = names.slice(0, 10).map((name) => `“${name}”`);
  return `${shown.join('、')}${names.length > shown.length ? `等 ${names.length} 个` : ''}`;
}

function examples(texts: readonly { readonly row: number; readonly text: string }[]): string {
  const shown = texts.map(({ row, text }) => `第 ${row} 行“${text}”`);
  return shown.length === 0 ? '' : `（${shown.join('、')}）`;
}

/** A file, or the sheet of a workbook, that was to hold votes. */
export function votesTable({
  file,
  sheet,
}: {
  readonly file: string;
  readonly sheet?: string | null;
}): string {
  return typeof sheet === 'string' ? `“${file}”的工作表“${sheet}”` : `“${file}”`;
}

export const voteMappingSentences = {
  'votes-mapping-unconfirmed': (details: {
    readonly file: string;
    readonly sheet?: string | null;
    readonly problems: readonly MappingProblem[];
    /** The first texts that are exactly no candidate's, with their rows. */
    readonly texts: readonly { readonly row: number; readonly text: string }[];
  }) =>
    `${votesTable(details)}的格式认得大概，但有不能替您决定的地方：${details.problems
      .map((each) => mappingProblemWords[each] + (each === 'correspondence' ? examples(details.texts) : ''))
      .join('；')}。请在导入预览里核对并确认列的对应，或用 --mapping 给出确认过的对应文件，再导入。`,
  'mapping-file-invalid': (details: { readonly file: string; readonly problem: string }) =>
    `对应文件“${details.file}”不合规则：${details.problem}。可以从预览里另存一份，或用 votes mapping 重新生成。`,
  'mapping-columns-absent': (details: {
    readonly file: string;
    readonly absent: readonly string[];
    readonly repeated: readonly string[];
    readonly found: readonly string[];
  }) =>
    [
      `“${details.file}”和这份对应对不上`,
      ...(details.absent.length === 0 ? [] : [`文件里没有这些列：${quoted(details.absent)}`]),
      ...(details.repeated.length === 0
        ? []
        : [`不止一列叫这个名字，要指明是第几个：${quoted(details.repeated)}`]),
      `现有的列：${quoted(details.found) || '（没有）'}。请改正对应，或换一份对应文件。`,
    ].join('。'),
  'mapping-header-absent': (details: { readonly file: string; readonly row: number }) =>
    `“${details.file}”没有第 ${details.row} 行，或者那一行是空的，而对应里说列名在那一行。请改正对应。`,
  'mapping-header-is-ballot': (details: { readonly file: string; readonly row: number }) =>
    `“${details.file}”第 ${details.row} 行像是一张选票，不是列名。请在文件开头补上一行列名，或在对应里写明列名在第几行。`,
  'mapping-needs-column': (details: { readonly file: string; readonly field: 'account' | 'time' }) =>
    details.field === 'account'
      ? `“${details.file}”的对应里还没有账号所在的列，分不清哪些票是同一个人投的，不能导入。请指定账号列；如果文件里确实没有，请让投票平台重新导出带 openid 的明细。`
      : `“${details.file}”的对应里没有投票时间所在的列，而本轮规则要看时间。请指定时间列。`,
  'mapping-candidates-unknown': (details: { readonly candidates: readonly number[] }) =>
    `对应里写到的候选编号不存在：${details.candidates.slice(0, 10).join('、')}。请改正对应。`,
  'mapping-source-unknown': (details: { readonly source: string }) =>
    `对应里没有说“${details.source}”是哪个候选项目的选票。请补上；如果它不是选票，请注明不读。`,
  'votes-table-unread': (details: {
    readonly file: string;
    readonly sheet: string | null;
    readonly fault: 'other-columns' | 'more-totals';
  }) => {
    const table = votesTable(details);
    return details.fault === 'more-totals'
      ? `${table}里还有一份票数合计。一次只能读一份，是分天的、累计的还是重复的，要由您决定，所以什么也没有导入。请把每份各存成一个文件再导入；不要的工作表请在 Excel 里隐藏或删去。`
      : `${table}里像是有选票，但它的列名和先读的工作表对不上（可能多了标题行，或列名的写法不同），所以什么也没有导入。请把这张工作表另存成单独的文件导入，或把它的列名改得一样；如果它不是选票，请在 Excel 里隐藏它，保存后再导入。`;
  },
  'files-not-together': (details: { readonly files: readonly string[] }) =>
    `${quoted(details.files)}各自都是完整的选票文件，请逐个预览；只有“每个候选项目一个文件”的选票才合在一起读。`,
  'set-names-repeated': (details: { readonly files: readonly string[] }) =>
    `有不止一个文件叫${quoted(details.files)}。“每个候选项目一个文件”靠文件名分清项目，请先改名，再一起选。`,
  'votes-too-many-to-gather': (details: {
    readonly file: string;
    readonly rows: number;
    readonly ballots: number;
  }) =>
    `“${details.file}”要把许多行合成一张张选票，最多能合 ${details.rows} 行、${details.ballots} 张票，这份文件超过了。请让投票平台按天分开导出。`,
} as const;
