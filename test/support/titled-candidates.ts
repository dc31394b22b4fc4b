/** Titles of 2017 with all that makes titles hard: a comma, a blank, dashes, brackets, a colon, quotation marks. */
export const titles: readonly string[] = [
  '上海市网上信访大厅建设',
  '专业调解安定一方，人民调解华丽转身',
  '开展社区卫生服务综合改革 引导居民社区首诊',
  '守护生命的律动———上海市自动体外除颤仪（AED）设置公益项目',
  '虹梅庭：营造“园区—社区”共治生态圈',
  '“菜场书屋”',
];

export const titledCandidates = titles.map((title, index) => ({
  candidate: index + 1,
  title,
  organisation: '',
  district: '',
  text: '',
}));
