export const texts = {
  program: '评审工作站',
  skipToContent: '跳到正文',
  titleOf: (screen: string): string => `${screen} · 评审工作站`,
  roles: { expert: '评审委员', secretariat: '秘书处', observer: '监督员' },
  kinds: { real: '正式', demonstration: '演示' },
  demonstrationBand: '演示工作区：人员、评分和选票都是虚构的，结果不作任何依据',
  process: '评审流程',
  otherPages: '名册与规则',
  screens: {
    overview: '概览',
    applications: '申报',
    candidates: '候选',
    votes: '投票',
    marks: '评分',
    merge: '合并',
    freeze: '定稿',
    export: '导出',
    experts: '评审委员',
    rules: '规则',
    people: '人员',
    'my-marks': '我的评分',
  },
  stage: {
    complete: '已完成',
    started: '进行中',
    waiting: '未开始',
    notOffered: '本版尚未提供',
    notOfferedHint: '定稿、签字和公示将在后续版本提供。本版请用“合并”核对名次，用“导出”取出结果。',
  },
  stageFigures: {
    applications: (done: number, expected: number | null): string =>
      expected === null ? `${done} 项` : `${done} / ${expected} 项`,
    candidates: (done: number, expected: number | null): string =>
      expected === null ? `${done} 项` : `${done} / ${expected} 项`,
    votes: (done: number, _expected: number | null, isComplete: boolean): string =>
      done > 0 ? `${done.toLocaleString('zh-CN')} 张有效` : isComplete ? '按票数合计' : '还没有选票',
    marks: (done: number, expected: number | null): string =>
      expected === null || expected === 0 ? '还没有委员' : `${done} / ${expected} 人已交`,
    merge: (done: number): string => (done === 0 ? '还没有评分表' : `前 ${done} 项`),
    freeze: (): string => '',
    export: (done: number): string => (done === 0 ? '' : `已导出 ${done} 次`),
  },
  saved: {
    saving: '正在保存……',
    saved: (time: string): string => `已保存 ${time}`,
    notSaved: '未保存',
  },
  appearance: '外观',
  appearances: { system: '跟随系统', light: '浅色', dark: '深色' },
  signOut: '退出登录',
  observerNotice: '只能查看',
  leaveUnsaved: '还有没保存的内容，确定要退出吗？',
  defect: {
    title: '这个画面出了问题',
    advice: '已保存的内容不受影响。请点“重新打开”；如果再次出现，请把下面这行告诉技术人员。',
    reopen: '重新打开',
  },
};
