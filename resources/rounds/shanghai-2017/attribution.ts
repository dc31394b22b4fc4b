/** A name that the notice gives, with the place of the notice that gives it. */
export interface NamedInNotice {
  readonly name: string;
  /** A phrase of the candidate's derived title or text, verbatim. */
  readonly evidence: string;
}

/** Whose project a candidate is, as far as its title and text say so. */
export interface Attribution {
  readonly candidate: number;
  /** The body that leads or carries the project, named verbatim; absent where the text names none. */
  readonly organisation?: NamedInNotice;
  /** The district by its full name; absent where neither title nor text names it or its stem. */
  readonly district?: NamedInNotice;
}

/**
 * Read by hand from the fifty texts. What a reader may know besides (in which district a street lies, which
 * department runs a city-wide programme) is left out: the record holds what the notice says.
 */
export const attributions: readonly Attribution[] = [
  {
    candidate: 1,
    organisation: { name: '市信访办', evidence: '市信访办顺应“互联网+”时代潮流' },
  },
  { candidate: 2 },
  {
    candidate: 3,
    organisation: { name: '市公安局', evidence: '市公安局会同各有关部门坚持最严标准' },
  },
  {
    candidate: 4,
    organisation: { name: '市公安局', evidence: '市公安局会同各有关部门以坚决的态度' },
  },
  {
    candidate: 5,
    organisation: { name: '市民政局', evidence: '市民政局牵头实施了老年综合津贴制度' },
  },
  { candidate: 6 },
  // The text names the department by its field, not by its official name.
  {
    candidate: 7,
    organisation: { name: '上海人力资源社会保障部门', evidence: '上海人力资源社会保障部门运用互联网+思维' },
  },
  {
    candidate: 8,
    organisation: {
      name: '上海中环投资开发（集团）有限公司',
      evidence: '上海中环投资开发（集团）有限公司紧紧围绕市委一号课题',
    },
  },
  // The text names three bodies; this one invests and leads (由中心牵头).
  {
    candidate: 9,
    organisation: { name: '上海市公积金管理中心', evidence: '新江湾尚景园项目是上海市公积金管理中心' },
    district: { name: '杨浦区', evidence: '由上海市杨浦区公共租赁住房运营管理有限公司负责' },
  },
  { candidate: 10 },
  {
    candidate: 11,
    organisation: { name: '市卫生计生委', evidence: '市卫生计生委自 2007 年开始，在全市所有社区规模化推广' },
  },
  {
    candidate: 12,
    organisation: { name: '上海浦东公惠社会工作服务中心', evidence: '上海浦东公惠社会工作服务中心连续三年' },
    district: { name: '浦东新区', evidence: '受浦东新区总工会委托' },
  },
  {
    candidate: 13,
    organisation: { name: '上海市红十字会', evidence: '上海市红十字会自 2015 年 9 月开始' },
  },
  // The police sub-bureau is named by the stem of its district.
  {
    candidate: 14,
    organisation: { name: '嘉定公安分局人口办', evidence: '嘉定公安分局人口办运用信息化手段' },
    district: { name: '嘉定区', evidence: '嘉定公安分局' },
  },
  {
    candidate: 15,
    organisation: { name: '浦东新区专业人民调解中心', evidence: '成立的浦东新区专业人民调解中心' },
    district: { name: '浦东新区', evidence: '浦东新区专业人民调解中心' },
  },
  // 陆家嘴 is named, its district is not.
  {
    candidate: 16,
    organisation: {
      name: '陆家嘴金融贸易区综合党委',
      evidence: '陆家嘴金融贸易区综合党委以构建金融城党建新格局为切入点',
    },
  },
  {
    candidate: 17,
    organisation: { name: '沪东街道党工委', evidence: '沪东街道党工委发起“沪东微心愿”的社会公益活动' },
    district: { name: '浦东新区', evidence: '跻身 2015 年浦东新区“社会建设十大创新项目”' },
  },
  {
    candidate: 18,
    organisation: {
      name: '徐汇区虹梅庭公益服务中心',
      evidence: '徐汇区虹梅庭公益服务中心作为本地化枢纽型社会组织',
    },
    district: { name: '徐汇区', evidence: '徐汇区虹梅庭公益服务中心' },
  },
  // The district itself is the actor; the text names no body of it.
  {
    candidate: 19,
    district: { name: '徐汇区', evidence: '徐汇区针对滨江地区大规模开发建设' },
  },
  { candidate: 20 },
  {
    candidate: 21,
    district: { name: '长宁区', evidence: '长宁区在贯彻落实市委“1+6”文件精神过程中' },
  },
  {
    candidate: 22,
    organisation: { name: '长宁区卫计委', evidence: '长宁区卫计委联合区司法局' },
    district: { name: '长宁区', evidence: '长宁区卫计委' },
  },
  {
    candidate: 23,
    organisation: { name: '普陀区委、区政府', evidence: '普陀区委、区政府围绕市委' },
    district: { name: '普陀区', evidence: '普陀区委、区政府' },
  },
  {
    candidate: 24,
    district: { name: '普陀区', evidence: '普陀区开展了“星级居委会”创评工作' },
  },
  {
    candidate: 25,
    organisation: { name: '虹口区委区政府', evidence: '虹口区委区政府把提升居委会治理效能建设作为' },
    district: { name: '虹口区', evidence: '虹口区委区政府' },
  },
  {
    candidate: 26,
    organisation: { name: '虹口区文化局', evidence: '“菜场书屋”项目在虹口区文化局的主导下' },
    district: { name: '虹口区', evidence: '虹口区文化局' },
  },
  {
    candidate: 27,
    organisation: { name: '上海新途社区健康促进社', evidence: '上海新途社区健康促进社现运营' },
    district: { name: '杨浦区', evidence: '杨浦区延吉第四睦邻中心' },
  },
  {
    candidate: 28,
    organisation: {
      name: '杨浦区殷行街道工三（2）居委会',
      evidence: '杨浦区殷行街道工三（2）居委会自治工作基础好',
    },
    district: { name: '杨浦区', evidence: '杨浦区殷行街道' },
  },
  {
    candidate: 29,
    organisation: { name: '五里桥街道', evidence: '五里桥街道根据居民区的实践创新' },
    district: { name: '黄浦区', evidence: '被作为黄浦区示范性项目' },
  },
  {
    candidate: 30,
    organisation: {
      name: '耀江居民区业委会主任联谊会',
      evidence: '“耀江居民区业委会主任联谊会”成立于 2013 年',
    },
    district: { name: '黄浦区', evidence: '黄浦区半淞园路街道' },
  },
  // The body is named by the stem of its district.
  {
    candidate: 31,
    organisation: { name: '黄浦海燕博客公益发展中心', evidence: '黄浦海燕博客公益发展中心及旗下子社团' },
    district: { name: '黄浦区', evidence: '黄浦海燕博客公益发展中心' },
  },
  // The text does not say in which district the street lies.
  {
    candidate: 32,
    organisation: { name: '大宁路街道', evidence: '大宁路街道以“街区共同体”理念为引领' },
  },
  {
    candidate: 33,
    district: { name: '静安区', evidence: '静安区在前期试点的基础上' },
  },
  {
    candidate: 34,
    district: { name: '静安区', evidence: '静安区在全市率先推行居委会标准化建设' },
  },
  {
    candidate: 35,
    organisation: { name: '闵行区委、区政府', evidence: '闵行区委、区政府持续深入贯彻落实' },
    district: { name: '闵行区', evidence: '闵行区委、区政府' },
  },
  {
    candidate: 36,
    organisation: { name: '闵行区综治办', evidence: '闵行区综治办自 2015 年起会同' },
    district: { name: '闵行区', evidence: '闵行区综治办' },
  },
  {
    candidate: 37,
    organisation: { name: '宝山区社会建设工作办公室', evidence: '宝山区社会建设工作办公室全面拓展系统功能' },
    district: { name: '宝山区', evidence: '宝山区社会建设工作办公室' },
  },
  // The office plans the project, 宝山青年公益服务支持中心 carries it out.
  {
    candidate: 38,
    organisation: { name: '宝山区社建办', evidence: '由宝山区社建办联合团区委进行总体策划' },
    district: { name: '宝山区', evidence: '宝山区“互联网+社区”模式青年中心建设项目' },
  },
  {
    candidate: 39,
    organisation: { name: '嘉定区徐行镇党委、政府', evidence: '嘉定区徐行镇党委、政府利用宽敞的客堂间' },
    district: { name: '嘉定区', evidence: '嘉定区徐行镇' },
  },
  {
    candidate: 40,
    organisation: { name: '嘉定区文广局', evidence: '“文化嘉定云”是嘉定区文广局在全国率先建成的' },
    district: { name: '嘉定区', evidence: '嘉定区文广局' },
  },
  {
    candidate: 41,
    organisation: { name: '金山区石化街道', evidence: '金山区石化街道于 2016 年 1 月 1 日起通过实施' },
    district: { name: '金山区', evidence: '金山区石化街道' },
  },
  // The residential community; its 居民区党总支 has no name of its own in the text.
  {
    candidate: 42,
    organisation: {
      name: '金山区金山工业区恒康佳苑',
      evidence: '金山区金山工业区恒康佳苑建成于 2014 年 2 月',
    },
    district: { name: '金山区', evidence: '金山区“家文化”引领社区自治新模式项目' },
  },
  // The text does not say in which district the town lies.
  {
    candidate: 43,
    organisation: { name: '泗泾镇党委、政府', evidence: '泗泾镇党委、政府创新城市综合管理模式' },
  },
  // The text does not say in which district the town lies.
  {
    candidate: 44,
    organisation: {
      name: '新桥镇党委政府',
      evidence: '新桥镇党委政府于 2012 年探索试点“镇管社区”多元共治模式',
    },
  },
  {
    candidate: 45,
    organisation: {
      name: '上海青浦区小机灵家庭成长指导中心',
      evidence: '上海青浦区小机灵家庭成长指导中心以时间众筹方式',
    },
    district: { name: '青浦区', evidence: '上海青浦区小机灵家庭成长指导中心' },
  },
  {
    candidate: 46,
    organisation: { name: '上海青浦区社会组织服务中心', evidence: '上海青浦区社会组织服务中心正式成立' },
    district: { name: '青浦区', evidence: '青浦区社会组织服务中心的服务体系架构' },
  },
  {
    candidate: 47,
    organisation: { name: '奉城镇党委、政府', evidence: '奉城镇党委、政府探索开展' },
    district: { name: '奉贤区', evidence: '奉贤区委“1+8”文件' },
  },
  {
    candidate: 48,
    district: { name: '奉贤区', evidence: '奉贤区创新建立了农村宅基睦邻点' },
  },
  // The town is the actor; 东平爱心服务社, “该镇的一个社会组织”, won the tender for its part.
  {
    candidate: 49,
    organisation: { name: '崇明区东平镇', evidence: '崇明区东平镇在完善居家养老服务上进行了积极的探索' },
    district: { name: '崇明区', evidence: '崇明区东平镇' },
  },
  {
    candidate: 50,
    organisation: { name: '崇明区中兴镇', evidence: '崇明区中兴镇具有丰富的乡贤文化资源' },
    district: { name: '崇明区', evidence: '崇明区中兴镇' },
  },
];

/**
 * @param candidate a number of the 2017 round
 * @throws Error when the table has no entry for it
 */
export function attributionOf(candidate: number): Attribution {
  const attribution = attributions.find((entry) => entry.candidate === candidate);
  if (attribution === undefined) {
    throw new Error(`The table of attributions has no entry for candidate ${candidate}.`);
  }
  return attribution;
}
