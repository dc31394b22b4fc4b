const listed = (numbers: readonly number[], most: number): string =>
  numbers.slice(0, most).join('、') + (numbers.length > most ? ` 等 ${numbers.length} 个` : '');

export const texts = {
  title: '合并',
  summary: (sheets: number, experts: number, ballots: number): string =>
    `评分表 ${sheets} / ${experts} 份已提交，有效选票 ${ballots.toLocaleString('zh-CN')} 张。这里只计算和显示，不改动任何内容。`,

  // Nothing to merge yet
  empty: '还没有可以合并的评分',
  emptyAdvice: '至少有一份评分表提交以后，这里会排出名次。请先到“评分”看看各位委员的进度。',
  goToMarks: '查看评分进度',
  goToVotes: '导入选票',
  warnings: '使用这份名次以前，请注意',

  // Rules
  rules: '在用规则',
  rulesLocked: (at: string): string => `已于 ${at} 锁定`,
  rulesOpen: '默认规则，还没有锁定',
  weights: '权重',
  expertWeight: '专家评分',
  publicWeight: '公众投票',
  criteria: '评审标准权重',
  trim: '去分',
  trimText: (low: number, high: number, atLeast: number): string =>
    low + high === 0 ? '不去分' : `满 ${atLeast} 个总分时，去掉最低 ${low} 个、最高 ${high} 个`,
  trimLow: '去掉最低',
  trimHigh: '去掉最高',
  trimAtLeast: '满几个才去',
  severity: '宽严校正',
  severities: { none: '不校正', 'z-score': '按标准分校正' },
  panelScale: '评审分折算',
  publicScale: '得票折算',
  scales: {
    points: '用原分',
    'share-of-max': '占最高的百分比',
    'share-of-total': '占总和的百分比',
    'min-max': '最低到最高拉成 0–100',
    'z-score': '标准分（50 ± 10）',
    rank: '按名次折算',
  },
  tieBreak: '同分时先比',
  tieBreakRules: { expert: '评审分', public: '得票数' } as Readonly<Record<string, string>>,
  tieBreakNone: '不分先后，并列',
  finalists: '入围名额',
  finalistsText: (places: number): string => `前 ${places} 名`,
  minimumMarks: '最少评分数',
  quorum: '最低评委比例',

  // Trial rules
  tryRules: '试算别的规则',
  trial: '试算，未保存',
  trialExplanation: (changes: string): string =>
    `${changes}。正式规则没有变。要采用，请到“规则”里修改并写明原因。`,
  trialUnchanged: '改动任何一项，右边的名次会马上按新规则重算。正式规则不会变。',
  trialChange: (rule: string, before: string, after: string): string => `${rule} ${before} → ${after}`,
  endTrial: '回到在用规则',
  resetTrial: '恢复在用的数值',
  incomplete: '有一项还没有填数，名次暂时不变。',
  rankBefore: (rank: number | null): string => (rank === null ? '原无名次' : `原第 ${rank}`),

  // The ranking
  ranking: '名次',
  rankingTrial: '名次（试算）',
  columns: {
    rank: '名次',
    candidate: '编号',
    title: '项目',
    outcome: '结果',
    expertGroup: '专家评分',
    publicGroup: '公众投票',
    panel: '评审分',
    panelScaled: '折算',
    votes: '得票',
    public: '折算',
    combined: '综合分',
    scores: '总分数',
  },
  weightOf: (weight: number): string => `权重 ${weight}`,
  scoresHint: '计入评审分的总分个数；括号里是去掉的个数',
  scores: (counted: number, dropped: number): string =>
    dropped === 0 ? `${counted}` : `${counted}（去 ${dropped}）`,
  finalist: '入围',
  outside: '未入围',
  undecided: '待定',
  open: (title: string): string => `${title}：看每一步怎么算出来`,
  tieBroken: (rule: string): string => `同分，按${rule}分出先后`,
  tieBrokenByLot: '同分，按抽签分出先后',
  tieOpen: (others: readonly number[]): string => `与 ${listed(others, 6)} 号并列`,
  cutLine: '入围线',
  cutPlaces: (places: number): string => `前 ${places} 名入围`,
  cutMargin: (margin: string): string => `线上线下相差 ${margin} 分`,
  cutNobodyOutside: '线下没有项目',
  cutOpen: (places: number, candidates: number): string =>
    `还剩 ${places} 个名额，下面 ${candidates} 个项目并列，规则分不出先后。定稿前须抽签或由评委会表决，并记录在案。`,
  cutOpenEnd: '以上并列项目待定，以下未入围',
  unranked: '没有完整评分，不参加折算和排名',
  noFigure: '—',

  // One candidate
  detailTitle: (candidate: number): string => `第 ${candidate} 号怎么算出来`,
  detailRank: (rank: number | null): string => (rank === null ? '没有名次' : `第 ${rank} 名`),
  previous: '上一名',
  next: '下一名',
  steps: {
    totals: '一、各位委员的总分',
    panel: '二、评审分',
    public: '三、公众投票',
    combined: '四、综合分',
  },
  criterionScores: '各项标准的评审分',
  criterion: '标准',
  criterionScore: '评审分',
  marksCounted: '评分数',
  expert: '委员',
  total: '总分',
  rebased: '校正后',
  standing: '是否计入',
  counted: '计入',
  dropped: { low: '去掉的最低分', high: '去掉的最高分' },
  unknownExpert: (id: number): string => `委员 ${id}`,
  noTotals: '没有一位委员评齐这个项目。',
  severityNote: (mean: string, deviation: string): string => `全体总分：平均 ${mean}，标准差 ${deviation}`,
  panelFormula: (terms: readonly string[], panel: string): string =>
    terms.length === 1 ? `只有一个总分：${panel}` : `（${terms.join(' ＋ ')}）÷ ${terms.length} ＝ ${panel}`,
  scaledFormula: {
    points: (value: string): string => `用原分：${value}`,
    'share-of-max': (figure: string, divisor: string, value: string): string =>
      `100 × ${figure} ÷ ${divisor}（最高） ＝ ${value}`,
    'share-of-total': (figure: string, divisor: string, value: string): string =>
      `100 × ${figure} ÷ ${divisor}（总和） ＝ ${value}`,
    other: (rule: string, figure: string, value: string): string => `${figure}，${rule}，得 ${value}`,
  },
  panelIs: '评审分',
  panelScaledIs: '折算后',
  votesAre: '得票',
  votesCount: (votes: string): string => `${votes} 票`,
  publicIs: '折算后',
  combinedFormula: (
    expertWeight: string,
    panel: string,
    publicWeight: string,
    publicScore: string,
    combined: string,
  ): string =>
    `（${expertWeight} × ${panel} ＋ ${publicWeight} × ${publicScore}）÷（${expertWeight} ＋ ${publicWeight}） ＝ ${combined}`,
  noCombined: '没有评审分，所以没有综合分，排在最后。',
  tieFigures: '同分时比较的数',
  rounding: '表里的数四舍五入到几位小数，只为好看；名次按没有舍入的数比较。',

  // The chart
  chart: '综合分的构成',
  chartLabel: '综合分由专家评分和公众投票两部分构成，按名次排列，数字见名次表',
  chartExpert: '专家评分部分',
  chartPublic: '公众投票部分',
  chartPoint: (
    rank: number | null,
    candidate: number,
    title: string,
    expert: string,
    publicPart: string,
  ): string =>
    `第 ${rank ?? '—'} 名  ${candidate} 号 ${title.length > 22 ? `${title.slice(0, 22)}……` : title}\n专家评分部分 ${expert}，公众投票部分 ${publicPart}`,
};
