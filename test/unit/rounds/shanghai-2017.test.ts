import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { attributions } from '../../../resources/rounds/shanghai-2017/attribution.ts';
import { candidatesFile, deriveCandidates } from '../../../resources/rounds/shanghai-2017/candidates.ts';

const folder = new URL('../../../resources/rounds/shanghai-2017/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

const candidateSchema = z.strictObject({
  candidate: z.number().int(),
  title: z.string().min(1),
  organisation: z.string(),
  district: z.string(),
  text: z.string().min(1),
});

const notice = read('notice.txt');
const { candidates } = z
  .strictObject({ candidates: z.array(candidateSchema) })
  .parse(JSON.parse(read('candidates.json')));

const withoutWhitespace = (text: string): string => text.replaceAll(/\s/gu, '');

function candidateOf(number: number): z.infer<typeof candidateSchema> {
  const found = candidates.find(({ candidate }) => candidate === number);
  if (found === undefined) {
    throw new Error(`No candidate ${number}.`);
  }
  return found;
}

describe('nothing lost, nothing invented', () => {
  it('has the numbers 1 to 50, in order', () => {
    expect(candidates.map(({ candidate }) => candidate)).toEqual(
      Array.from({ length: 50 }, (_, index) => index + 1),
    );
  });

  it('is the body of the notice, character for character, when whitespace is left aside', () => {
    const bare = withoutWhitespace(notice);
    const body = bare.slice(
      bare.indexOf('1.上海市网上信访大厅建设'),
      bare.lastIndexOf('创新社会治理加强基层建设'),
    );
    const derived = candidates.map(({ candidate, title, text }) => `${candidate}.${title}${text}`).join('');
    expect(withoutWhitespace(derived)).toBe(body);
  });

  it('leaves out only the rules of voting, the editors’ note and the motto of the page', () => {
    const start = notice.indexOf('1.上海市网上信访大厅建设');
    const end = notice.lastIndexOf('创新社会治理 加强基层建设');
    expect(notice.slice(0, start).trimEnd()).toMatch(/^ 【公众参与投票方式】[^]*与本次票选活动。$/u);
    expect(notice.slice(end).trimEnd()).toBe('创新社会治理 加强基层建设');
  });
});

describe('whitespace', () => {
  const borderWithoutBlank = /\p{Script=Han}[0-9A-Za-z０-９]|[0-9A-Za-z０-９]\p{Script=Han}/u;
  const paragraphs = candidates.flatMap(({ candidate, text }) =>
    text.split('\n').map((paragraph) => ({ candidate, paragraph })),
  );

  it('has no doubled, leading or trailing blank and no whitespace but blanks and paragraph breaks', () => {
    for (const line of candidates.flatMap(({ title, text }) => [title, ...text.split('\n')])) {
      expect(line).toBe(line.trim());
      expect(line).not.toBe('');
      expect(line).not.toMatch(/ {2}|[^\S ]/u);
    }
  });

  it('ends every paragraph with a sentence, or with the colon that announces a list', () => {
    for (const { paragraph } of paragraphs) {
      expect(paragraph).toMatch(/[。！？：][”’』）]*$/u);
    }
    const announcements = paragraphs.filter(({ paragraph }) => paragraph.endsWith('：'));
    expect(announcements).toEqual([{ candidate: 43, paragraph: '主要做法：' }]);
  });

  it('has exactly six titles with a blank, each between two clauses, and ten with ， or 、', () => {
    const withBlank = candidates.filter(({ title }) => title.includes(' '));
    expect(withBlank.map(({ candidate }) => candidate)).toEqual([10, 21, 22, 25, 30, 50]);
    for (const { title } of withBlank) {
      expect(title).toMatch(/^\S+\p{Script=Han} \p{Script=Han}\S+$/u);
    }
    expect(candidates.filter(({ title }) => /[，、]/u.test(title))).toHaveLength(10);
  });

  it('has blanks in the texts only between a Chinese character and a letter or digit, and there always', () => {
    const blankElsewhere =
      /(?<!\p{Script=Han}) (?!\p{Script=Han})|(?<![0-9A-Za-z０-９]) (?![0-9A-Za-z０-９])/u;
    for (const { paragraph } of paragraphs) {
      // The one exception: a motto of two halves.
      expect(paragraph.replace('“小驴途成长步 梦想路”', '')).not.toMatch(blankElsewhere);
      expect(paragraph).not.toMatch(borderWithoutBlank);
    }
    expect(candidateOf(45).text).toContain(
      '以“小驴途成长步 梦想路”为成长愿景、以“重拾童趣、‘重返’童年、重构家庭”为活动理念',
    );
  });

  it('sets that blank by the habit of the notice, whose lines show no other', () => {
    const bodyLines = notice.slice(notice.indexOf('1.上海市网上信访大厅建设')).split('\n');
    expect(bodyLines.filter((line) => borderWithoutBlank.test(line))).toEqual([]);
  });

  it('begins each paragraph with a line of the notice that its lost indent makes narrow', () => {
    // A full line is seventeen characters wide, an indented one fifteen; punctuation may be squeezed to half a character.
    const narrowest = (line: string): number => {
      const characters = withoutWhitespace(line);
      return (characters.length + characters.replaceAll(/[^\p{Script=Han}—]/gu, '').length) / 2;
    };
    const lines = notice.split('\n');
    for (const { candidate, paragraph } of paragraphs) {
      const first = lines.filter(
        (line) => line.trim().length > 2 && withoutWhitespace(paragraph).startsWith(withoutWhitespace(line)),
      );
      expect(first, `candidate ${candidate}: ${paragraph.slice(0, 10)}`).not.toEqual([]);
      expect(Math.min(...first.map(narrowest)), first.join()).toBeLessThanOrEqual(16);
    }
    expect(narrowest('“城市 e 管家”使群众反映的问题能够得')).toBeGreaterThan(16);
  });
});

describe('titles as the notice means them', () => {
  it.each([
    [10, '开展社区卫生服务综合改革 引导居民社区首诊'],
    [13, '守护生命的律动———上海市自动体外除颤仪（AED）设置公益项目'],
    [14, '打造“嘉人JD有约”服务公众号提升人口服务管理工作水平'],
    [20, '金色阳光———“失独家庭”联系人制度服务项目'],
    [21, '创新联合接待进社区 架起服务群众连心桥———长宁区“两代表一委员”联合接待群众工作实践与探索'],
    [22, '创新医调机制 促进医患和谐———长宁区“保调衔接”工作模式'],
    [23, '为了群众的共同福祉———普陀“同心家园”建设在路上'],
    [25, '以“全岗通”为载体 全面提升居委会治理效能'],
    [27, '睦邻中心由我而途新———社会组织运营睦邻中心的做法'],
    [28, '工三（2）居委“和之礼”礼治社区建设'],
    [30, '耀江居民区业委会主任联谊会 组织群众自治破解物业管理困局的有效平台'],
    [31, '交通大整治，白领齐参与———“拯救斑马线”白领亲子交通文明倡议行动'],
    [35, '完善社区公共服务圈，打通服务群众“最后一公里”，逐步推进邻里中心建设'],
    [37, '探索社区治理智能化———社区治理云系统（居民区工作电子台账）的创新与实践'],
    [42, '倡导“家文化”，探索实践“五个之家”社区自治新模式———金山区“家文化”引领社区自治新模式项目'],
    [43, '城市E管家，环境综合整治显神通'],
    [45, '“爸爸，你不是一个人在战斗”———“加油爸爸”社区父亲成长体验活动改善父亲“缺位”现象'],
  ])('%i', (number, title) => {
    expect(candidateOf(number).title).toBe(title);
  });
});

describe('sentences that a column of the newspaper breaks', () => {
  it.each([
    [4, '机动车礼让行人多了，形象地称之为“城市秩序之美”。境内外媒体也给予积极评价，'],
    [8, '提前半年出色完成红旗村“城中村”环境综合整治目标任务，成为探路者、引领者、示范者。'],
    [19, '基层群团组织的影响力也不断增强，站点被市委组织部授予“园区党建工作指导站示范点”称号。'],
    [23, '“同心家园”建设得到了各方的广泛参与，呈现出党建引领基层自治共治活力迸发的良好态势。'],
    [27, '开展各类儿童服务 200 多次，服务 2000 余人次；健康主题活动 100 余次，累计 10000 余人次。所运营的'],
    [
      31,
      '通过征集行人的交通文明承诺、“快闪”、定制标准实践指导书以及排演原创话剧《拯救斑马线》等开展交通文明宣传。',
    ],
    [35, '目前已建成并运行 31 家。自运行以来，平均每个邻里中心月开展医疗健康、为老助老、'],
    [39, '“客堂汇”召集人张金龙家庭被评为全国最美家庭和全国文明家庭的荣誉称号，他本人被评为'],
    [43, '使群众真正感受到自己是泗泾的主人，“和谐美丽泗泾，你我共建共享”的理念也得到了进一步的增强。'],
    [
      47,
      '以“划好圈、配好人、定好责、管好事”为工作路径，在全镇搭建“四网合一”组织网络。\n搭建“四网合一”组织网络，构建“1+2+4+X”社会治理架构，',
    ],
  ])('%i', (number, sentence) => {
    expect(candidateOf(number).text).toContain(sentence);
  });

  it('joins figures, letters and signs at the end of a line as they stand inside one', () => {
    expect(candidateOf(1).text).toContain('按期办结率从 68%上升到 99%，公开回复率从 19%上升到 77%，');
    expect(candidateOf(10).text).toContain(
      '开展了“1+1+1”（即 1 名家庭医生、1 家区级医院与 1 家市级医院）医疗机构组合签约',
    );
    expect(candidateOf(11).text).toContain('全市 100％的街道(镇)和居(村)委，累计建成小组 2.6 万个，');
    expect(candidateOf(22).text).toContain('其中≥60 万元的案件 8 起。');
    expect(candidateOf(26).text).toContain('还创建“e 厘米———掌上图书馆”，');
  });

  it('parts the paragraphs of candidate 43 as the indents of the newspaper do', () => {
    const beginnings = [
      '近年来，',
      '主要做法：',
      '一是全镇共同参与，管理全面完善。“城市 e 管家”使',
      '二是高位协调监督，',
    ];
    const paragraphs = candidateOf(43).text.split('\n');
    expect(paragraphs.map((paragraph, index) => paragraph.slice(0, beginnings[index]?.length))).toEqual(
      beginnings,
    );
  });
});

describe('organisation and district', () => {
  it('take every name from a phrase of the candidate’s own title or text', () => {
    expect(attributions.map(({ candidate }) => candidate)).toEqual(
      candidates.map(({ candidate }) => candidate),
    );
    for (const { candidate, organisation, district } of attributions) {
      const { title, text, ...derived } = candidateOf(candidate);
      const names = { organisation: organisation?.name ?? '', district: district?.name ?? '' };
      expect(derived).toEqual({ candidate, ...names });
      for (const { evidence } of [organisation, district].filter((named) => named !== undefined)) {
        expect(`${title}\n${text}`).toContain(evidence);
      }
      expect(organisation?.evidence ?? '').toContain(names.organisation);
      expect(district?.evidence ?? '').toContain(names.district.replace(/新?区$/u, ''));
    }
  });

  it('are the full names of districts, and the stem alone is in the notice for two of them', () => {
    const districts =
      '浦东新区 黄浦区 徐汇区 长宁区 静安区 普陀区 虹口区 杨浦区 闵行区 宝山区 嘉定区 金山区 松江区 青浦区 奉贤区 崇明区';
    const named = candidates.filter(({ district }) => district !== '');
    expect(named.filter(({ district }) => !districts.split(' ').includes(district))).toEqual([]);
    const byStem = named.filter(({ title, text, district }) => !`${title}${text}`.includes(district));
    expect(byStem.map(({ candidate }) => candidate)).toEqual([14, 31]);
  });
});

describe('the derivation', () => {
  const run = (script: string): number | null =>
    spawnSync(process.execPath, [script, '--check'], { stdio: 'ignore' }).status;

  it('gives the committed file', () => {
    expect(candidatesFile(notice)).toBe(read('candidates.json'));
    expect(run(fileURLToPath(new URL('derive.ts', folder)))).toBe(0);
  });

  it('--check exits 1 when the file was changed by hand', () => {
    const copy = mkdtempSync(path.join(tmpdir(), 'shanghai-2017-'));
    try {
      cpSync(fileURLToPath(folder), copy, { recursive: true });
      writeFileSync(path.join(copy, 'package.json'), '{ "type": "module" }');
      expect(run(path.join(copy, 'derive.ts'))).toBe(0);
      const changed = read('candidates.json').replace('城市秩序', '城市 秩序');
      writeFileSync(path.join(copy, 'candidates.json'), changed);
      expect(run(path.join(copy, 'derive.ts'))).toBe(1);
    } finally {
      rmSync(copy, { recursive: true });
    }
  });

  it('stops when a hand-checked place is no longer in the notice', () => {
    expect(() => deriveCandidates(notice.replace('主要做法：', '做法：'))).toThrow('Candidate 43');
    expect(() => deriveCandidates(notice.replace('以“小驴途\n', '以“小驴\n'))).toThrow('Candidate 45');
    expect(() => deriveCandidates('【公众参与投票方式】\n')).toThrow('motto');
  });
});

describe('round.json', () => {
  it('holds the rules of the notice, and our defaults where the notice gives none', () => {
    const bare = withoutWhitespace(notice);
    const phrases = [
      '“第三届上海社会建设十大创新项目”评选活动',
      '从117个申报项目中推选出50个复审候选项目',
      '选出30个项目进入终审',
      '依据“创新性强、示范性强、实践性强、认同度高”的标准',
      '请在50个候选项目中，选择10-30个项目（含10个和30个）为有效',
      '每个微信账号每天限投一次',
      '投票通道开放时间为2017年3月22日0：00———3月31日中午12：00',
    ];
    expect(phrases.filter((phrase) => !bare.includes(phrase))).toEqual([]);
    expect(JSON.parse(read('round.json'))).toEqual({
      id: 'shanghai-2017',
      title: '第三届上海社会建设十大创新项目评选',
      timeZone: 'Asia/Shanghai',
      counts: { applications: 117, candidates: 50, finalists: 30, winners: 10 },
      criteria: [
        ['innovation', '创新性'],
        ['demonstration', '示范性'],
        ['practicality', '实践性'],
        ['recognition', '认同度'],
      ].map(([id, name]) => ({ id, name, weight: 25, max: 100, step: 1 })),
      ballot: {
        minChoices: 10,
        maxChoices: 30,
        opensAt: '2017-03-22T00:00:00+08:00',
        closesAt: '2017-03-31T12:00:00+08:00',
        perAccount: 'once-a-day',
      },
      panel: { trim: { low: 1, high: 1, atLeast: 5 }, severity: 'none' },
      merge: {
        expertWeight: 50,
        publicWeight: 50,
        panelScale: 'points',
        publicScale: 'share-of-max',
        tieBreak: ['expert', 'public'],
      },
    });
  });
});
