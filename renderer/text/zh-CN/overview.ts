import type { Status } from '../../../shared/contract/workspace.ts';

const grouped = (count: number): string => count.toLocaleString('zh-CN');

export const texts = {
  title: '概览',
  summary: '什么已经有了，还缺什么，接下来做什么。',
  next: '接下来要做',
  nothingLeft: '材料都齐了',
  nothingLeftAdvice: '申报、候选、投票和评分都已到位。请在“合并”核对名次，在“导出”取出结果。',
  steps: {
    applications: (missing: number): string => `补录 ${missing} 项申报项目`,
    applicationsDetail: (recorded: number, expected: number): string =>
      `已登记 ${recorded} / ${expected} 项。可以用 Excel 或 CSV 一次导入；不影响候选项目的投票和评分。`,
    candidates: (missing: number): string => `确定还缺的 ${missing} 个候选项目`,
    candidatesTooMany: (more: number): string => `核对候选项目：多了 ${more} 个`,
    candidatesTooManyDetail: '登记的候选项目比规则规定的多。请取消多列的，或请评审会修改规则里的数目。',
    candidatesDetail: '在“申报”里列为候选并给编号，或导入候选清单。',
    rules: '请评审会确认规则，然后锁定',
    rulesDetail: '权重、去掉最高最低分、并列办法是默认值，公告没有写明。锁定后再改要写原因。',
    experts: '登记评审委员',
    expertsDetail: '导入名单，给每位发临时 PIN，并登记回避。',
    votes: '导入公众投票',
    votesDetail: '先预览，确认无误再导入；无效票会按原因分开列出。',
    totals: '请评审会决定票数合计是否计入',
    totalsDetail: (files: number): string =>
      `已保存 ${files} 份只有票数合计的文件，都还没有计入；除此以外没有导入选票。决定计入的，请在“投票”里写明会议记录；有选票明细的，请导入明细。`,
    marks: (missing: number): string => `还有 ${missing} 位委员没有提交评分表`,
    marksDetail: (started: number): string =>
      started === 0
        ? '都还没有开始。在“评分”里看每位的进度。'
        : `其中 ${started} 位评了一部分。在“评分”里看每位的进度。`,
    merge: '核对合并结果',
    mergeDetail: '公众投票和评分都已到位，请核对名次、入围线和并列。',
    mergeEarlyDetail: '可以先看按现有评分算出的名次；其余评分表交来后名次会变。',
  },
  stagesTitle: '各步骤进度',
  columns: { stage: '步骤', state: '状态', done: '已有', expected: '应有', detail: '说明' },
  unknownExpected: '—',
  details: {
    applications: '申报项目',
    candidates: '有编号的候选项目',
    votes: (batches: number, rows: number, totals: Status['totals']): string =>
      [
        batches === 0 ? '没有计票中的批次' : `有效票；${batches} 批，共 ${grouped(rows)} 行`,
        ...(totals.counting === 0
          ? []
          : [
              `计入 ${totals.counting} 份票数合计，共 ${grouped(totals.votes)} 票，${totals.insteadOfBallots ? '代替全部选票' : '加在选票上'}`,
            ]),
        ...(totals.waiting === 0 ? [] : [`${totals.waiting} 份票数合计没有计入`]),
      ].join('；'),
    marks: (recusals: number): string =>
      recusals === 0 ? '提交评分表的委员' : `提交评分表的委员；登记回避 ${recusals} 项`,
    merge: '入围项目；候选、投票和评分都齐了才算完成',
    freeze: '本版尚未提供',
    export: '名次表，Excel 或 CSV',
  },
  rulesLocked: '规则已锁定',
  rulesUnconfirmed: {
    'first import': '规则：首次导入时自动锁定，评审会尚未确认',
    'first mark': '规则：第一个评分存入时自动锁定，评审会尚未确认',
  } as Readonly<Record<string, string>>,
  rulesDefault: '规则：默认值，待评审会确认',
};
