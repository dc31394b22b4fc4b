/** What happened to a row of a votes file, by the code the rules use. */
export const texts = {
  accepted: '有效票',
  rejected: '无效票',
  standing: {
    accepted: '有效',
    unreadable: '无法识别',
    'outside-window': '不在投票时间内',
    'too-few': '少选',
    'too-many': '多选',
    'unknown-project': '项目不存在',
    'repeated-choice': '重复选择',
    'second-that-day': '当日重复投票',
    'already-recorded': '已登记过',
    excluded: '已剔除',
  } as Readonly<Record<string, string>>,
};
