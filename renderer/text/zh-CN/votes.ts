const grouped = (count: number): string => count.toLocaleString('zh-CN');

export const texts = {
  title: '投票',
  summary: (accepted: number, rows: number, batches: number, hasBatches: boolean): string =>
    batches === 0
      ? hasBatches
        ? '没有计票中的批次'
        : '还没有导入选票'
      : `${batches} 个批次计票中，读入 ${grouped(rows)} 行，有效 ${grouped(accepted)} 张`,
  number: grouped,

  // Choosing files
  import: '导入选票',
  drop: '把选票文件拖到这里，可以一次放几个；或者',
  recognising: '正在辨认格式……',
  remove: '移除',
  removeLabel: (file: string): string => `移除 ${file}`,
  clear: '全部移除',
  fileCount: (files: number): string => `${files} 个文件`,
  setName: (files: number): string => `${files} 个文件，每个文件一个候选项目`,
  join: '合成一组：每个文件一个候选项目',
  joinNote: '投票平台按项目分别导出的文件，要合在一起才是完整的选票。合成一组后，作为一个批次导入。',
  part: '拆开',
  partHint: '这些文件不是一组，逐个来读',
  example: '最简单的选票文件是什么样：三列，第一行是表头',
  exampleRows: [
    ['账号', '投票时间', '所选项目'],
    ['wx_8f31', '2017-03-22 08:15:00', '1;4;7;9;12;15;20;23;31;44'],
    ['wx_02ac', '2017/3/22 8:16', '2、3、5、8、13、21、28、34、40、47'],
  ],
  exampleNote:
    '问卷星、腾讯问卷等平台导出的 CSV、Excel、JSON 或压缩包可以直接拿来，列名不同时由您在这里核对。表头也可以写作 account、time、choices。',

  // Preview
  facts: {
    encoding: '文字编码',
    container: '文件类型',
    layout: '版式',
    columns: '认出的列',
    confidence: '辨认',
    size: '大小',
    fingerprint: '指纹（SHA-256）',
  },
  /** The codes of the recognition; what is not here is shown as it is. */
  recognised: {
    csv: '文本表格（CSV 等）',
    text: '文本',
    xlsx: 'Excel 工作簿（XLSX）',
    spreadsheet: 'Excel 工作簿（XLSX）',
    xls: '旧版 Excel 工作簿（XLS）',
    'spreadsheet-xml': 'Excel 2003 XML 表格',
    spreadsheetml: 'Excel 2003 XML 表格',
    json: 'JSON',
    'json-lines': 'JSON Lines',
    html: '网页表格',
    zip: 'ZIP 压缩包',
    'utf-8': 'UTF-8',
    'utf-16le': 'UTF-16',
    'utf-16be': 'UTF-16',
    gb18030: '国标（GB18030）',
    'ballot-list': '一行一票，所选项目在一格里',
    'ballot-columns': '一行一票，每个项目一列',
    'choice-rows': '一行一个选项，同一张票的各行合在一起',
    'candidate-files': '每个项目一个文件或工作表',
    totals: '只有各项目的票数合计',
  } as Readonly<Record<string, string>>,
  fields: {
    account: '账号',
    time: '时间',
    ip: 'IP',
    choices: '所选项目',
    candidate: '候选项目',
    ballot: '选票编号',
    votes: '得票数',
  },
  optionColumns: (count: number): string => `${count} 列选项`,
  columnFor: (field: string, header: string): string => `${field}←“${header}”`,
  alreadyImported: (batch: number): string =>
    `内容与批次 ${batch} 完全相同，已经在计票。再导入一次不会增加任何选票。要换一种读法，请先撤回批次 ${batch}，再导入。`,
  sample: '开头几行（账号只显示片段）',
  row: '行',
  source: '文件或工作表',
  account: '账号',
  time: '时间（原文）',
  timeRead: '读作',
  timeUnread: '读不成',
  ip: 'IP',
  choices: '所选项目',
  verdict: '单看这一行',
  good: '有效',
  sampleNote: '当日重复投票要等全部读完才能判断，这里不显示。',

  locksRules: '第一次导入选票会锁定现行规则，此后修改规则要写明原因。规则还没有经评审会确认的，请先核对。',
  toRules: '到“规则”核对',

  // The job
  dryRun: '试算',
  dryRunHint: '从头到尾查一遍，不写入任何内容',
  confirm: '导入',
  importHint: '整个文件一起导入；中途取消不会留下任何内容',
  actsNote: '先试算，看清有效的和不计票的各多少，再导入。',
  filesUndecided: '有文件还要您核对并确认，或改正后才能导入；也可以把它移除。',
  minutesEqual: '只写到分钟的时间，可以当作与精确到秒的同一时间',
  minutesEqualNote:
    '有文件的时间没有秒。勾选后，同一账号、同一分钟、选项相同的选票与另一份精确到秒的记录算作同一张，不重复计；不勾选则按不同的选票判断。',
  filesNotReady: '有文件还没有读好，或读不出来。请等一等，或把它移除。',
  running: { dryRun: '正在试算', import: '正在导入' },
  finished: { dryRun: '试算完成，没有写入任何内容', import: '导入完成' },
  jobLabel: '导入的进度和结果',
  finishedWithout:
    '导入完成，但没有一张有效选票。请看下面哪一步不计票；多半是列或选项认错了，可以撤回后改正读法再导入。',
  finishedBefore: '这些文件以前都导入过，没有增加任何内容',
  refused: { dryRun: '试算没有完成', import: '没有导入，原有选票不变' },
  cancelled: '已取消，没有留下任何改动',
  lost: '看不到进度了',
  lostAdvice: '任务可能还在进行。请稍后看批次列表，确认是否已经导入。',
  cancelJob: '取消导入',
  cancelDryRun: '取消试算',
  dismiss: '知道了',
  rowsRead: (rows: number): string => `已读 ${grouped(rows)} 行`,
  timeLeft: (seconds: number): string =>
    seconds < 120 ? `大约还要 ${seconds} 秒` : `大约还要 ${Math.ceil(seconds / 60)} 分钟`,
  runningFunnelNote: '这是逐行检查的结果。当日重复投票要等全部读完再判断。',
  elsewhere: '您可以离开这个画面做别的事，导入会继续。',
  announceDone: (accepted: number): string => `选票导入完成，有效 ${grouped(accepted)} 张。`,
  announceTotals: (files: number): string => `${files} 个文件只有票数合计，已保存，还没有计入。`,
  announceNothing: '这些文件以前都导入过，没有写入新的内容。',
  announceDryRun: '试算完成，没有写入任何内容。',
  fileResult: {
    notWritten: '未写入',
    already: '以前已导入，没有重复计',
    alreadyHint: (batch: number): string =>
      `下面是批次 ${batch} 当时的结果。要换一种读法，请先撤回批次 ${batch}，再导入。`,
  },

  // Batches
  batches: '导入批次',
  batch: (batch: number): string => `批次 ${batch}`,
  columns: {
    batch: '批次',
    file: '文件',
    fingerprint: '指纹',
    rows: '读入',
    accepted: '有效',
    rejected: '不计票',
    imported: '导入',
    state: '状态',
  },
  inForce: '计票中',
  withdrawn: '已撤回',
  withdrawnBy: (by: string, at: string, reason: string): string => `${by} 于 ${at} 撤回：${reason}`,
  withdraw: '撤回',
  withdrawLabel: (batch: number): string => `撤回批次 ${batch}`,
  withdrawTitle: (batch: number): string => `撤回批次 ${batch}`,
  withdrawExplanation: (file: string, accepted: number): string =>
    `《${file}》的选票将不再计票（其中有效 ${grouped(accepted)} 张）。内容会保留，以后可以恢复。其他批次里因它而判为重复的选票会重新判定。`,
  withdrawAct: '撤回这一批',
  withdrawDone: (batch: number): string => `批次 ${batch} 已撤回。`,
  restore: '恢复',
  restoreLabel: (batch: number): string => `恢复批次 ${batch}`,
  restoreTitle: (batch: number): string => `恢复批次 ${batch}`,
  restoreExplanation: (file: string): string => `《${file}》的选票将重新计票，并与其他批次一起重新判定重复。`,
  restoreAct: '恢复这一批',
  restoreDone: (batch: number): string => `批次 ${batch} 已恢复计票。`,

  // The funnel
  funnel: '有效与无效',
  funnelOf: '看哪一批',
  allBatches: '全部计票批次',
  read: '读入',
  share: (share: string): string => `${share}%`,
  showRows: (step: string, count: number): string => `查看“${step}”的 ${grouped(count)} 行`,
  addsUp: (accepted: number, rejected: number, rows: number): string =>
    `合计：有效 ${grouped(accepted)} ＋ 不计票 ${grouped(rejected)} ＝ 读入 ${grouped(rows)} ✓`,
  doesNotAddUp: (sum: number, rows: number): string =>
    `各项合计 ${grouped(sum)}，与读入 ${grouped(rows)} 不符。请不要使用这份结果，并告诉技术人员。`,
  explanations: {
    accepted: '计入得票',
    unreadable: '没有账号、时间认不出，或没有所选项目一栏',
    'outside-window': '早于开始时间或晚于截止时间',
    'too-few': '所选项目少于规定',
    'too-many': '所选项目多于规定（重复的也算）',
    'unknown-project': '选了不存在的编号',
    'repeated-choice': '同一项目选了两次',
    'second-that-day': '同一账号当天已有有效票',
    'already-recorded': '与另一批次中的同一张票相同，不重复计',
    excluded: '按会议决定剔除，见“剔除记录”',
  } as Readonly<Record<string, string>>,

  // Votes per candidate
  tally: '各项目得票',
  tallyEmpty: '还没有有效选票。',
  tallyColumns: { place: '名次', candidate: '编号', title: '项目', votes: '得票数', share: '占有效票' },
  orderLabel: '排列次序',
  orders: { votes: '按得票数', candidate: '按编号' },
  placeNote: '名次只按得票数排列，不是评选结果；得票相同的名次相同。',
  chartPoint: (candidate: number, title: string, votes: number): string =>
    `${candidate} 号 ${title.length > 24 ? `${title.slice(0, 24)}……` : title}\n${grouped(votes)} 票`,
  chartLabel: '各候选项目得票数柱形图，数字见图下的表',
  chartVotes: '得票数',

  // Nothing yet
  empty: '还没有选票',
  emptyAdvice: '请把投票平台导出的选票文件拖到上面，先“试算”看看有效多少，再“导入”。',
  emptyObserver: '秘书处导入选票后，这里会显示有效与无效的明细。',
};
