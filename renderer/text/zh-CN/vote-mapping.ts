const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join('、');

/** At most ten of them. */
function numbered(candidates: readonly number[]): string {
  const shown = candidates.slice(0, 10).join('、');
  return candidates.length > 10 ? `${shown} 号等 ${candidates.length} 个` : `${shown} 号`;
}

/** How a votes file is read: what the program proposes, and the panel in which it is corrected by hand. */
export const texts = {
  correct: '更正对应关系',
  correctLabel: (file: string): string => `更正对应关系：${file}`,
  check: '核对并确认',
  title: (file: string): string => `“${file}”怎么读`,
  setTitle: (files: number): string => `这 ${files} 个文件怎么读`,
  confirmed: (name: string): string => `已按您确认的对应“${name}”读取`,
  unconfirmed: '这份文件还不能导入：有的地方要由您定。请点“核对并确认”，看过下面几点再导入。',
  setUnconfirmed:
    '这组文件还不能导入。请点“核对并确认”，看清每个文件是哪个候选项目再导入；如果不是一组，请点“拆开”。',
  unrecognised: '认不出这份文件的列。请点“核对并确认”，指明哪一列是账号、时间和所选项目。',
  totalsOnly:
    '这份文件只有各项目的票数合计，没有逐张选票，查不出重复投票。导入后单独保存，不和选票相加；要不要计入，须评审会决定并有记录。有条件的话，请让投票平台导出逐张明细。',

  // The program's confidence
  certain: '表头完全认得，可以直接导入',
  likely: '很可能是这样，请核对',
  unsure: '不太有把握，请仔细核对',
  because: (reasons: readonly string[]): string => `依据：${reasons.join('；')}`,
  reasons: {
    'canonical-header': '表头就是本程序的选票格式',
    'wjx-text': '像问卷星导出（按文本）',
    'wjx-numbers': '像问卷星导出（按序号）',
    tencent: '像腾讯问卷导出',
    'known-headers': '要用的列名都认得',
    'choices-match': '开头各行的选项多数是候选编号或全名',
    'header-below-titles': '列名上面还有标题行',
    'names-of-candidates': '文件名或工作表名是候选项目',
    'votes-per-candidate': '每个候选项目旁有一个票数',
  } as Readonly<Record<string, string>>,
  toCheck: '请核对',

  // The panel
  name: '这份对应叫什么',
  nameHint: '下次收到同一平台的文件，可以打开它直接用',
  proposal: '程序的建议',
  proposalName: (layout: string, certainty: string, header: number | null): string =>
    `${layout}（${certainty}${header === null ? '' : `，列名在第 ${header} 行`}）`,
  reading: '文件的读法',
  encoding: '文字编码',
  automatic: '自动辨认',
  encodings: {
    'utf-8': 'UTF-8',
    gb18030: '国标（GB18030、GBK）',
    'utf-16le': 'UTF-16（小端）',
    'utf-16be': 'UTF-16（大端）',
  } as Readonly<Record<string, string>>,
  delimiter: '列的分隔符',
  delimiters: { ',': '逗号', ';': '分号', '\t': '制表符', '|': '竖线' } as Readonly<Record<string, string>>,
  headerRow: '列名在第几行',
  headerRowHint: '空着：第一个有内容的行',
  layout: '版式',
  columns: '哪一列是什么',
  use: '用途',
  column: '文件里的列',
  samples: '这一列的开头几格',
  samplesNote: '账号、电话一类只显示片段。',
  noColumn: '没有这一列',
  chooseColumn: '请选择',
  columnOf: (use: string): string => `“${use}”所在的列`,
  columnName: (header: string, position: number): string =>
    header === '' ? `第 ${position} 列（没有列名）` : `${header}（第 ${position} 列）`,
  missing: (uses: readonly string[]): string => `还没有选定${quoted(uses)}所在的列。`,
  time: '时间怎么读',
  zone: '没写时区的时间是',
  roundZone: '本轮时区的时间',
  utc: '世界协调时（UTC）',
  numbers: '纯数字的时间是',
  numberMeanings: {
    'epoch-seconds': '1970 年起的秒数',
    'epoch-milliseconds': '1970 年起的毫秒数',
    'excel-serial': 'Excel 的日期数',
  } as Readonly<Record<string, string>>,
  notTime: '不是时间',
  dayOrder: '03/04/2017 是',
  dayOrders: { 'day-first': '4 月 3 日（日在前）', 'month-first': '3 月 4 日（月在前）' } as Readonly<
    Record<string, string>
  >,
  noOrder: '没有这种写法',

  // Options and candidates
  chosen: '怎样算选了',
  chosenMeanings: {
    one: '填 1（0 是没选）',
    texts: '填下面的写法，或选项自己的名称',
    'non-empty': '不是空的（-2、-3、(空)、(跳过) 不算）',
  },
  chosenTexts: { yes: '算选了的写法', no: '算没选的写法' },
  options: '各选项列是哪个候选项目',
  option: '选项列',
  candidate: '候选项目',
  candidateOf: (option: string): string => `“${option}”对应的候选项目`,
  candidateName: (candidate: number, title: string): string => `${candidate} 号 ${title}`,
  notOption: '不是选项，不读',
  otherOption: '是选项，但不是候选项目',
  files: '各文件或工作表是哪个候选项目',
  file: '文件或工作表',
  notRead: '不是选票，不读',
  filesNamed: (named: number, open: number): string =>
    open === 0 ? `${named} 个都已指定。` : `已指定 ${named} 个，还有 ${open} 个没有指定。`,
  candidatesWithoutFile: (candidates: readonly number[]): string =>
    `没有文件的候选项目：${numbered(candidates)}。`,
  candidatesTwice: (candidates: readonly number[]): string =>
    `${numbered(candidates)}有不止一个文件。如果不是分成几份导出的，请核对。`,
  noFileNamed: '还没有指定任何文件是哪个候选项目。',
  notForSet: (name: string): string =>
    `“${name}”不是“每个项目一个文件”的对应，这组文件用不上。请换一份对应文件。`,
  setFiles: '各文件是哪个候选项目',
  fileIs: (file: string, meaning: string): string => `${file}：${meaning}`,
  candidateNumber: (candidate: number): string => `${candidate} 号`,
  notNamed: '还没有指定',
  skipped: (tables: number): string => `有 ${tables} 处没有读`,
  choices: '选项文字是哪个候选项目',
  choicesNote: (rows: number): string =>
    `下面是开头 ${rows} 行里和候选项目名称、编号都对不上的选项。灰色的只是猜测，您确认了才算；没有确认的，那些票按“项目不存在”判为无效。`,
  choiceText: '文件里的写法',
  times: '次数',
  state: '确认',
  confirmOne: '确认',
  confirmOneLabel: (choice: string): string => `确认“${choice}”的对应`,
  takeBack: '改',
  takeBackLabel: (choice: string): string => `重新选择“${choice}”的对应`,
  guess: (name: string): string => `猜：${name}`,
  noGuess: '请选择项目',
  agreed: '已确认 ✓',
  confirmAll: (count: number): string => `这 ${count} 项猜测我都核对过，全部确认`,

  // Raw and decoded
  raw: '原始字节与解码后的文字',
  rawNote:
    '左边是文件里的字节，右边是按这种编码读出的文字。哪一种读得通，就选哪一种。这里显示完整账号，投影时请不要打开。',
  rawBytes: '字节',
  rawText: (encoding: string): string => `按“${encoding}”读`,

  // Trying it
  trying: '正在按这份对应试读……',
  tried: '按这份对应读出的开头几行',
  nothingRead: '还没有读出选票。',
  triedTotals: (candidates: number, votes: number): string =>
    `按这份对应读出的票数：${candidates} 个项目，合计 ${votes.toLocaleString('zh-CN')} 票`,
  candidateColumn: '编号',
  titleColumn: '项目',
  votesColumn: '得票数',
  votes: (votes: number): string => votes.toLocaleString('zh-CN'),
  confirm: '确认这份对应',
  /** Texts of choices in the first rows that are nobody's, and how often they occur. */
  unmatchedChoices: (kinds: number, times: number): string =>
    `有 ${kinds} 种写法（${times} 次）没有对应到候选项目，列有它们的票都会判为“项目不存在”。`,
  save: '存为文件',
  open: '打开对应文件',
  openLabel: '选择对应文件',
  notMapping: (file: string, problem: string): string =>
    `“${file}”不是能用的对应文件：${problem}。请选择从这里或 votes mapping 存出的文件。`,
  notJson: '内容不完整，或不是 JSON',
  wrongContent: '内容不合规定',
  defaultName: '选票文件的对应',
  savedName: (name: string): string => `选票对应-${name.replaceAll(/[\\/:*?"<>|]/g, '_')}.json`,
};
