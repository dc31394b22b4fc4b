import { quoted, voteMappingSentences, votesTable } from './vote-mapping-sentences.ts';

/**
 * Every expected failure, once: its code, the details it carries and the sentence a person reads. A sentence says what is
 * wrong, where, and what to do next. Codes are part of the command line's and the HTTP door's interface: keep them stable.
 */

type Nothing = Readonly<Record<string, never>>;

/** Where in a source something is wrong; `row` counts from 1 as the spreadsheet shows it (the header is row 1). */
export interface SourcePlace {
  readonly file: string;
  readonly sheet?: string | undefined;
  readonly row?: number | undefined;
}

type VoteField = 'account' | 'time' | 'choices';

function voteFields(fields: readonly VoteField[]): string {
  const names = { account: 'account（账号）', time: 'time（时间）', choices: 'choices（所选项目）' };
  return fields.map((field) => names[field]).join('、');
}

function at(place: SourcePlace): string {
  const sheet = place.sheet === undefined ? '' : `工作表“${place.sheet}”`;
  const row = place.row === undefined ? '' : `第 ${place.row} 行`;
  return `“${place.file}”${sheet}${row}`;
}

export const refusalSentences = {
  // Sign-in and rights
  'not-signed-in': (_: Nothing) => '您还没有登录，或者登录已经过期。请重新登录。',
  'not-allowed': (details: { readonly needs: readonly string[] }) =>
    `您的身份不能做这件事（需要：${details.needs.join('、')}）。请换有权限的人登录。`,
  'wrong-password': (details: { readonly waitSeconds: number }) =>
    details.waitSeconds > 0
      ? `密码或 PIN 不对。为防止试错，请等 ${details.waitSeconds} 秒后再试。`
      : '密码或 PIN 不对，请检查后再试。忘记了请找秘书处；秘书处人员可用恢复码。',
  'sign-in-paused': (details: { readonly waitSeconds: number }) =>
    `连续多次输错，请等 ${details.waitSeconds} 秒后再试。`,
  'wrong-recovery-code': (_: Nothing) => '恢复码不对。恢复码是首次启动时打印的那一串，请逐字核对。',
  'weak-password': (details: { readonly atLeast: number }) => `太短了：至少要 ${details.atLeast} 位。`,
  'own-password': (_: Nothing) => '自己的密码请自己修改；忘记了请用恢复码重设，或请另一位秘书处人员重发。',
  'password-change-needed': (_: Nothing) => '这是临时 PIN，请先设置您自己的 PIN。',
  'already-set-up': (_: Nothing) => '这个工作区已经有秘书处人员了，请直接登录。',
  'gate-closed': (_: Nothing) =>
    '这个地址只对启动程序的人开放：网址不完整，或者程序重新启动过。请在同一个浏览器的新标签页里打开程序启动时打印的完整地址；正在填写的页面不要关闭，之后回到那一页再试一次，没保存的内容都还在。',

  // Workspace
  'workspace-missing': (details: { readonly folder: string }) =>
    `“${details.folder}”里没有工作区。请先运行 init 建立工作区，或用 --data 指定另一个文件夹。`,
  'workspace-exists': (details: { readonly folder: string }) =>
    `“${details.folder}”里已经有工作区了，没有做任何改动。要重新开始，请换一个文件夹。`,
  'workspace-newer': (details: { readonly found: number; readonly known: number }) =>
    `这个工作区由更新版本的程序建立（结构 ${details.found}，本程序认识到 ${details.known}）。请升级程序后再打开。`,
  'workspace-damaged': (details: { readonly folder: string; readonly reason: string }) =>
    `“${details.folder}”里的数据库打不开（${details.reason}）。请不要改动该文件夹，用最近一次备份恢复。`,
  'workspace-on-network': (details: { readonly folder: string }) =>
    `“${details.folder}”在网络共享上，数据可能损坏。请把工作区放在本机硬盘上。`,
  'folder-unusable': (details: { readonly folder: string; readonly reason: string }) =>
    `文件夹“${details.folder}”不能使用（${details.reason}）。请换一个可以写入的文件夹。`,
  'workspace-busy': (details: { readonly folder: string }) =>
    `“${details.folder}”正被另一个程序写入，请稍后再试。`,
  'workspace-in-use': (details: { readonly names: readonly string[] }) =>
    `${details.names.slice(0, 5).join('、')}${details.names.length > 5 ? `等 ${details.names.length} 人` : ''}还在登录，现在不能换工作区。请先在各自的页面退出登录；页面已经找不到的，请重新启动程序。`,
  'audit-broken': (details: { readonly sequence: number }) =>
    `审计记录从第 ${details.sequence} 条起对不上：有人绕过程序改动了数据库。请停止使用这个工作区，用备份核对。`,
  'record-contradicted': (details: { readonly contradictions: readonly string[] }) =>
    `有 ${details.contradictions.length} 处与审计记录对不上：有人绕过程序改动了数据库。请停止使用这个工作区，用备份核对。\n` +
    details.contradictions
      .slice(0, 20)
      .map((each) => `${each}。`)
      .join('\n') +
    (details.contradictions.length > 20 ? '\n……' : ''),
  'disk-full': (_: Nothing) => '磁盘空间不足，这一步没有保存。请腾出空间后再试。',
  'demonstration-data': (details: SourcePlace) =>
    `${at(details)}是演示数据，不能放进正式工作区。请选用正式的文件。`,

  // Not found
  'not-found': (details: { readonly what: string; readonly id: string }) =>
    `没有找到${details.what}“${details.id}”。可能已被改动，请刷新后再试。`,

  // Input
  'invalid-input': (details: { readonly field: string; readonly problem: string }) =>
    details.field === '' ? `输入有误：${details.problem}。` : `“${details.field}”有误：${details.problem}。`,
  'round-file-invalid': (details: { readonly file: string; readonly problem: string }) =>
    `轮次文件“${details.file}”不合规则：${details.problem}。请改正后再用。`,
  'rule-unknown': (details: { readonly rule: string }) =>
    `没有“${details.rule}”这条规则。写法如 merge.expertWeight=60。`,

  // Files
  'file-missing': (details: { readonly file: string }) =>
    `找不到文件“${details.file}”。请检查文件名和所在文件夹。`,
  'file-unreadable': (details: { readonly file: string; readonly reason: string }) =>
    `文件“${details.file}”读不出来（${details.reason}）。`,
  'file-empty': (details: { readonly file: string }) => `文件“${details.file}”是空的，没有可导入的内容。`,
  'sheets-hidden': (details: { readonly file: string }) =>
    `“${details.file}”里有内容的工作表都隐藏了，看得见的没有可导入的内容。请在 Excel 里取消隐藏要导入的工作表（右击工作表标签，选“取消隐藏”；没有这一项时，请从投票平台重新导出），保存后再导入。`,
  'file-too-large': (details: { readonly file: string; readonly limitMegabytes: number }) =>
    `文件“${details.file}”超过 ${details.limitMegabytes} MB 的上限。请确认选对了文件。`,
  'file-not-recognised': (details: { readonly file: string; readonly expected: string }) =>
    `认不出文件“${details.file}”的格式。这里需要：${details.expected}。`,
  'spreadsheet-unsafe': (details: { readonly file: string; readonly reason: string }) =>
    `表格“${details.file}”没有打开：${details.reason}。请确认文件来源，或用 Excel 另存一份再试。`,
  'archive-unsafe': (details: { readonly file: string; readonly reason: string }) =>
    `压缩包“${details.file}”没有打开：${details.reason}。请确认文件来源，或重新压缩一份再试。`,
  'spreadsheet-damaged': (details: { readonly file: string }) =>
    `表格“${details.file}”已损坏或不完整。请重新导出或重新拷贝。`,
  'text-undecodable': (details: { readonly file: string; readonly row: number }) =>
    `文件“${details.file}”第 ${details.row} 行的文字编码认不出来。请另存为 UTF-8 编码的 CSV。`,
  'columns-missing': (details: {
    readonly file: string;
    readonly missing: readonly string[];
    readonly found: readonly string[];
  }) =>
    `文件“${details.file}”缺少列：${details.missing.join('、')}。现有的列是：${quoted(details.found) || '（没有）'}。请按模板补齐表头。`,
  'columns-repeated': (details: { readonly file: string; readonly columns: readonly string[] }) =>
    `文件“${details.file}”的表头有重复或同义的列：${details.columns.join('、')}。每一列只留一个。`,
  'table-too-large': (details: { readonly file: string; readonly limit: number; readonly unit: string }) =>
    `文件“${details.file}”太大：最多 ${details.limit} ${details.unit}。请确认选对了文件。`,
  'rows-invalid': (details: {
    readonly file: string;
    readonly count: number;
    readonly problems: readonly { readonly row: number; readonly problem: string }[];
  }) =>
    `文件“${details.file}”有 ${details.count} 处问题，改正以前一行也不导入。` +
    details.problems
      .slice(0, 5)
      .map((each) => `第 ${each.row} 行：${each.problem}`)
      .join('；') +
    (details.count > 5 ? '；……' : '') +
    '。请改正后重新导入。',
  'upload-missing': (_: Nothing) => '要导入的文件已经不在暂存区了。请重新选择文件。',

  // Applications and candidates
  'candidate-number-taken': (details: { readonly candidate: number; readonly title: string }) =>
    `候选编号 ${details.candidate} 已经给了“${details.title}”。请换一个编号。`,
  'candidate-in-use': (details: { readonly candidate: number }) =>
    `候选项目 ${details.candidate} 已经有评分或选票，不能取消或改号。`,
  'application-is-candidate': (details: { readonly candidate: number }) =>
    `这个申报项目是第 ${details.candidate} 号候选项目，不能删除。请先取消它的候选编号。`,
  'candidates-fixed-by-votes': (_: Nothing) =>
    '已经按现有的候选项目导入了选票，候选编号不能再变。请先撤回选票批次，改好编号后重新导入选票文件。',
  'too-many-candidates': (details: { readonly limit: number }) => `候选项目最多 ${details.limit} 个。`,

  // Experts and marks
  'expert-name-taken': (details: { readonly name: string }) =>
    `已经有一位叫“${details.name}”的人。同名时请给其中一位另加编号或单位以便区分。`,
  'code-taken': (details: { readonly code: string; readonly owner: string }) =>
    `编号“${details.code}”已经给了“${details.owner}”。请换一个编号，或留空。`,
  'sheet-submitted': (details: { readonly expert: string }) =>
    `${details.expert} 的评分表已经提交，不能再改。确需修改，请秘书处退回并写明原因。`,
  'sheet-not-submitted': (details: { readonly expert: string }) => `${details.expert} 的评分表还没有提交。`,
  'sheet-incomplete': (details: { readonly missing: readonly number[] }) =>
    `还有 ${details.missing.length} 个项目没有评完（${details.missing.slice(0, 8).join('、')}${details.missing.length > 8 ? '……' : ''}）。请评完，或确认缺项后再提交。`,
  'pair-recused': (details: { readonly candidate: number }) =>
    `您已回避第 ${details.candidate} 号项目，不能评分。如登记有误，请先取消回避。`,
  'recusal-by-secretariat': (details: { readonly candidate: number }) =>
    `第 ${details.candidate} 号项目的回避由秘书处登记，您不能自己取消。如有疑问，请找秘书处。`,
  'mark-out-of-range': (details: {
    readonly criterion: string;
    readonly max: number;
    readonly step: number;
    readonly mark: string;
  }) =>
    details.step === 1
      ? `“${details.criterion}”的分数 ${details.mark} 不对：应是 0 到 ${details.max} 的整数。`
      : `“${details.criterion}”的分数 ${details.mark} 不对：应在 0 到 ${details.max} 之间，每档 ${details.step} 分。`,

  // Rules
  'rules-locked': (_: Nothing) => '规则已经锁定。修改需要写明原因，并会记录在案。',
  'criterion-in-use': (details: { readonly criterion: string }) =>
    `已经有评委按“${details.criterion}”打过分，这条评审标准不能删除。`,
  'criterion-marks-outside': (details: {
    readonly criterion: string;
    readonly max: number;
    readonly step: number;
    readonly mark: string;
  }) =>
    `“${details.criterion}”已有 ${details.mark} 分，与新的满分 ${details.max}、每档 ${details.step} 分不合。请保留原来的满分和档距。`,
  'criterion-too-late': (details: { readonly criterion: string }) =>
    `已经有评委提交了评分表，不能再增加评审标准“${details.criterion}”。请先退回已提交的评分表。`,
  'ballot-rules-in-use': (_: Nothing) =>
    '已经按现有的投票规则导入了选票，投票规则和时区不能再变。请先撤回选票批次，改好规则后重新导入选票文件。',
  'reason-needed': (_: Nothing) => '请写明原因：这一步会记录在案。',

  // Votes
  'votes-no-ballots': (details: { readonly file: string }) =>
    `“${details.file}”里只有各项目的票数合计，没有一张一张的选票，不能逐票检查。`,
  'batch-unknown': (details: { readonly batch: string }) => `没有编号为 ${details.batch} 的选票批次。`,
  'batch-zone-changed': (details: { readonly batch: number }) =>
    `选票批次 ${details.batch} 是按另一个时区读入的，不能按现在的规则恢复。请重新导入它的原始文件。`,
  'votes-of-earlier-form': (details: { readonly folder: string; readonly batches: number }) =>
    `工作区“${details.folder}”里有 ${details.batches} 批选票是用早期试用版导入的，账号摘要的算法不同，不能与新导入的选票一起查重。工作区没有改动；请新建一个工作区，重新导入原始文件。`,
  'batch-withdrawn': (details: { readonly batch: number }) => `选票批次 ${details.batch} 已经撤回了。`,
  'batch-in-force': (details: { readonly batch: number }) =>
    `选票批次 ${details.batch} 正在计票，不需要恢复。`,
  'votes-layout-unknown': (details: {
    readonly file: string;
    readonly sheet?: string | null;
    readonly found: readonly string[];
    readonly missing: readonly VoteField[];
    readonly repeated: readonly VoteField[];
  }) => {
    const missing = voteFields(details.missing);
    const repeated = voteFields(details.repeated);
    return [
      `${votesTable(details)}不像选票文件，第一行应当是列名`,
      ...(missing === '' ? [] : [`缺少的列：${missing}`]),
      ...(repeated === '' ? [] : [`不止一列、分不清该用哪一列的：${repeated}`]),
      `现有的列：${quoted(details.found) || '（没有）'}。`,
    ].join('。');
  },
  ...voteMappingSentences,
  'account-digits-lost': (details: SourcePlace & { readonly account: string }) =>
    `${at(details)}的账号是“${details.account}”：表格软件把账号当成数字存过，后面几位已经丢失，不同的人会变成同一个人。请从投票平台重新导出，不要用 Excel 打开后再存。`,
  'batch-bytes-in-force': (details: { readonly batch: number; readonly other: number }) =>
    `批次 ${details.batch} 的文件已经作为批次 ${details.other} 重新导入并在计票，不能再恢复，否则同一份文件会计两次。`,
  'line-missing': (details: { readonly file: string; readonly line: number }) =>
    `“${details.file}”的第 ${details.line} 行没有选票。行号从文件的第一行（通常是表头）数起，请核对。`,
  'check-too-long': (details: { readonly file: string; readonly limit: number }) =>
    `“${details.file}”的选票超过 ${details.limit} 行，不逐行列出。请用 --line 写明要看哪一行。`,
  'votes-basis-changed': (_: Nothing) =>
    '处理期间规则、候选项目或选票被改动了，没有留下任何结果。请再做一次。',
  'second-person-needed': (_: Nothing) =>
    '这一步要由另一位秘书处人员或监督员当场输入自己的密码确认，自己不能给自己确认。请另一位来确认。',
  'second-person-temporary': (details: { readonly name: string }) =>
    `${details.name}用的还是临时密码，不能确认。请先登录一次，改成自己的密码，再来确认。`,
  'flag-changed': (_: Nothing) =>
    '这组选票和您看到的已经不一样了（选票有变动），没有剔除。请重新查找，看过新的说明再决定。',
  'flag-excluded': (_: Nothing) => '这组选票已经全部剔除了，不用再剔除一次。',
  'exclusion-lifted': (details: { readonly exclusion: number }) =>
    `第 ${details.exclusion} 次剔除已经撤销，选票已恢复计票。`,
  'candidates-fixed-by-totals': (details: { readonly file: string }) =>
    `“${details.file}”的票数正按现有的候选编号计入，候选编号不能再变。请先让它不再计入。`,
  'totals-unknown': (details: { readonly totals: string }) => `没有编号为 ${details.totals} 的票数合计。`,
  'totals-counted': (details: { readonly file: string }) =>
    `“${details.file}”的票数已经计入了。要换一种方式计入，请先让它不再计入。`,
  'totals-not-counted': (details: { readonly file: string }) => `“${details.file}”的票数本来就没有计入。`,
  'totals-count-still': (details: { readonly file: string }) =>
    `“${details.file}”的票数正在计入，不能移除。请先按会议记录让它不再计入，再移除。`,
  'totals-removed': (details: { readonly totals: number; readonly file: string; readonly reason: string }) =>
    `票数合计 ${details.totals}（“${details.file}”）已经移除，原因：${details.reason}。要用这个文件的票数，请重新导入。`,
  'totals-instead-stands': (details: { readonly file: string }) =>
    `“${details.file}”的票数正代替全部选票计入，不能再计入别的票数合计。请先让它不再计入。`,
  'totals-others-stand': (details: { readonly files: readonly string[] }) =>
    `已有票数合计加在选票上计入（${details.files.map((file) => `“${file}”`).join('、')}），不能再用另一份代替全部选票。请先让它们不再计入。`,
  'totals-candidates-gone': (details: { readonly file: string; readonly candidates: readonly number[] }) =>
    `“${details.file}”里的 ${details.candidates.slice(0, 10).join('、')}${details.candidates.length > 10 ? '……' : ''} 号现在不是候选项目，计入会丢掉这些票。请先核对候选编号。`,
  'candidates-missing': (_: Nothing) => '还没有候选项目，不能导入选票或评分。请先登记候选项目。',

  // Work in the background
  'job-cancelled': (_: Nothing) => '已取消，没有留下任何改动。',
  'job-busy': (details: { readonly running: string }) => `正在${details.running}，请等它完成或先取消。`,
  'marking-open': (details: { readonly outstanding: readonly string[] }) =>
    `评分还在进行（${details.outstanding.join('、')}），现在不能合并。请先结束评分。`,
  'internal-fault': (details: { readonly reference: string }) =>
    `程序内部出了问题，这一步没有完成（编号 ${details.reference}）。请重试；若再次出现，请把编号告诉技术人员。`,
  'not-available': (details: { readonly what: string }) => `${details.what}在这里不可用。`,
} as const;
