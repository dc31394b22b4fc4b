const grouped = (count: number): string => count.toLocaleString('zh-CN');

/** Charts of the votes. */
export const texts = {
  title: '时间与选择',
  which: '看哪一张图',
  views: {
    days: '每日选票',
    hours: '每小时选票',
    candidates: '每小时得票',
    choices: '每票选几项',
    accounts: '新老账号',
  },
  notes: {
    days: '每天读入的选票，按有效和不计票分开。',
    hours: '每小时读入的选票，按有效和不计票分开。',
    candidates: '有效票里选这个项目的张数，可以和另一个项目对比。',
    choices: '有效票各选了多少个项目。',
    accounts: '当天有有效票的账号里，第一次投票的和以前投过的各有多少。',
  },
  clock: (timeZone: string): string =>
    timeZone === 'Asia/Shanghai' ? '日期和时刻都按北京时间。' : `日期和时刻都按 ${timeZone} 的当地时间。`,
  accepted: '有效',
  rejected: '不计票',
  votes: (candidate: number): string => `${candidate} 号`,
  newAccounts: '第一次投票',
  returningAccounts: '以前投过',
  day: '日期',
  hour: '时段',
  hourOf: (hour: string): string => `${hour} 时`,
  choices: '选的项数',
  allBallots: '有效票',
  before: '投票开始前',
  after: '投票截止后',
  untimed: '时间认不出',
  numbers: '看数字',
  numbersOf: (view: string): string => `${view}的数字`,
  candidate: '项目',
  compared: '对比项目',
  noComparison: '不对比',
  label: (view: string): string => `${view}，数字见图下的“看数字”`,
  point: (place: string, figures: readonly (readonly [string, number])[]): string =>
    [place, ...figures.map(([name, value]) => `${name} ${grouped(value)}`)].join('\n'),
  empty: '投票时间内还没有选票。',
};
