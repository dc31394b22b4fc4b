import type { ImportableTable } from '../../../shared/contract/uploads.ts';

const tableNames: Readonly<Record<ImportableTable, string>> = {
  applications: '申报项目',
  candidates: '候选项目',
  experts: '评审委员',
  recusals: '回避',
  scores: '评分表',
};

export const texts = {
  button: '导入表格',
  scoresButton: '导入纸质评分',
  title: (table: ImportableTable): string => `导入${tableNames[table]}`,
  columnsNeeded: {
    applications: '需要一列“项目名称”（title）；可以有编号、单位、所在区、正文。原有的记录不会被删除。',
    candidates:
      '需要“候选编号”（candidate）和“项目名称”（title）两列；可以有单位、所在区、正文。也可以是候选项目清单的 JSON 文件。',
    experts: '需要一列“评审委员”（expert），即姓名；可以有编号、单位、所在区。两位同名的委员必须有编号。',
    recusals:
      '需要三列：评审委员（expert）、候选编号（candidate）、原因（reason）。有同名的委员时，另加一列编号（id）。',
    scores:
      '需要评审委员（expert）、候选编号（candidate），以及每个评审标准一列；可以有评语，有同名的委员时可以有编号（id）。空着的格子就是没有评分，不会当作 0 分。导入的评分表按已提交登记。',
  } satisfies Record<ImportableTable, string> as Readonly<Record<ImportableTable, string>>,
  scoresLockRules: '第一次导入评分会锁定现行规则，此后修改规则要写明原因。',
  template: '下载模板',
  templateHint: '模板的表头已经写好，照着填即可。',
  choose: '选择文件',
  chooseAnother: '换一个文件',
  chooseLabel: '选择要导入的文件',
  dropHint: '把 Excel（.xlsx）或 CSV 文件拖到这里，或者',
  reading: '正在读取文件……',
  sent: (fraction: number): string => `已读入 ${Math.floor(fraction * 100)}%`,
  nothingWritten: '现在还没有写入任何内容。',
  fileLine: (file: string, rows: number): string => `“${file}”共 ${rows} 行。`,
  summary: (created: number, completed: number, unchanged: number): string =>
    `将新登记 ${created} 行${completed === 0 ? '' : `，补全 ${completed} 行`}${
      unchanged === 0 ? '' : `，另有 ${unchanged} 行已经登记过、不会重复`
    }。`,
  problems: (count: number): string => `有 ${count} 处问题，请在表格里改正后重新选择文件`,
  problemsAdvice: '有问题时一行也不会导入，免得只进去一半。',
  problemsShown: (shown: number, all: number): string => `只列出前 ${shown} 处，共 ${all} 处。`,
  problemColumns: { row: '表格行号', column: '列', problem: '问题' },
  sample: '将这样登记（前几行）',
  sampleRow: '行',
  recognised: '认出的列',
  ignored: '没有用到的列',
  confirm: (rows: number): string => (rows === 0 ? '导入' : `导入这 ${rows} 行`),
  nothingNew: '这些内容都已经登记过，没有要导入的。',
  doneTitle: '导入完成',
  done: (created: number, completed: number, unchanged: number): string =>
    `新登记 ${created} 行${completed === 0 ? '' : `，补全 ${completed} 行`}${
      unchanged === 0 ? '' : `，${unchanged} 行原已登记、没有重复`
    }。`,
  announced: (table: ImportableTable, created: number): string => `${tableNames[table]}已导入 ${created} 行`,
  fields: {
    id: '编号',
    code: '编号',
    title: '项目名称',
    organisation: '单位',
    district: '所在区',
    text: '正文',
    candidate: '候选编号',
    expert: '评审委员',
    name: '姓名',
    reason: '原因',
    comment: '评语',
    criterion: '评审标准',
    score: '分数',
  } as Readonly<Record<string, string>>,
};
