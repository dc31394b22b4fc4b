import { describe, expect, it } from 'vitest';
import { voteMappingSchema } from '../../../shared/ballots/mapping.ts';
import { layoutCandidates, layoutColumns } from '../../../shared/ballots/mapping-columns.ts';
import { schemaProblem } from '../../../shared/refusals/schema-problem.ts';

const column = (header: string, index?: number) => ({ header, ...(index === undefined ? {} : { index }) });
const list = {
  kind: 'ballot-list',
  account: column('openid'),
  time: column('时间'),
  ip: null,
  choices: column('选项'),
};
const mapping = {
  format: 'judging-workstation/vote-mapping',
  version: 1,
  name: '问卷星 三月',
  layout: list,
  time: { zone: null, numbers: null, dayOrder: null },
  choices: { separator: null, correspondence: [] },
};

function problemOf(content: unknown): string | null {
  const parsed = voteMappingSchema.safeParse(content);
  const [issue] = parsed.success ? [] : parsed.error.issues;
  return issue === undefined ? null : schemaProblem(issue);
}

const options = (...candidates: readonly (number | null)[]) => ({
  kind: 'ballot-columns',
  account: column('openid'),
  time: column('时间'),
  ip: null,
  chosen: 'one',
  options: candidates.map((candidate, index) => ({ column: column(`第6题(${index})`), candidate })),
});

describe('a mapping file', () => {
  it('refers to columns by their whole header, without the blanks around it', () => {
    const read = voteMappingSchema.parse({ ...mapping, layout: { ...list, choices: column(' 选项 ') } });
    expect(layoutColumns(read.layout)).toEqual([
      { use: 'account', column: { header: 'openid' } },
      { use: 'time', column: { header: '时间' } },
      { use: 'choices', column: { header: '选项' } },
    ]);
  });

  it('uses a column once, and tells two of one header apart by their place', () => {
    const twice = { ...list, time: column('选项') };
    expect(problemOf({ ...mapping, layout: twice })).toBe('同一列在对应里用了两次，一列只能有一个用途');
    expect(problemOf({ ...mapping, layout: { ...list, time: column('选项', 2) } })).toBeNull();
    // The first of several is the one without a number.
    expect(problemOf({ ...mapping, layout: { ...list, time: column('选项', 1) } })).not.toBeNull();
  });

  it('tells of the texts of options which mean chosen, none of them both', () => {
    const withTexts = (yes: readonly string[], no: readonly string[]) => ({
      ...mapping,
      layout: { ...options(1, 2), chosen: { yes, no } },
    });
    expect(voteMappingSchema.parse(withTexts([' 是 '], ['否'])).layout).toMatchObject({
      chosen: { yes: ['是'], no: ['否'] },
    });
    expect(problemOf(withTexts([], []))).toBeNull();
    expect(problemOf(withTexts(['是', '√'], ['√']))).toBe('同一种写法既算选了又算没选');
    expect(problemOf(withTexts(['是', ' '], []))).not.toBeNull();
  });

  it('gives a candidate one column, and may say of many that they are no candidate', () => {
    expect(problemOf({ ...mapping, layout: options(1, 2, null, null) })).toBeNull();
    expect(problemOf({ ...mapping, layout: options(1, 2, 1) })).toBe('有两列对应到同一个候选项目');
  });

  it('gives a text or a file one candidate', () => {
    const correspondence = [
      { text: 'A01', candidate: 1 },
      { text: ' A01 ', candidate: 2 },
    ];
    expect(problemOf({ ...mapping, choices: { separator: null, correspondence } })).toBe(
      '同一段选项文字对应了两次',
    );
    const files = {
      kind: 'candidate-files',
      account: column('openid'),
      time: null,
      ip: null,
      candidates: [
        { source: '1.csv', candidate: 1 },
        { source: '1.csv', candidate: 2 },
      ],
    };
    expect(problemOf({ ...mapping, layout: files })).toBe('同一个文件或工作表对应了两个候选项目');
  });

  it('knows time zones by name or offset', () => {
    const zoned = (zone: string) => problemOf({ ...mapping, time: { ...mapping.time, zone } });
    expect([zoned('Asia/Tokyo'), zoned('+09:00'), zoned('-03:30')]).toEqual([null, null, null]);
    for (const zone of ['Asia/Atlantis', '+24:00', '9', ''])
      expect(zoned(zone)).toBe('不认识的时区，写法如 Asia/Shanghai 或 +08:00');
  });

  it('is refused where it holds anything else, so that a slip is not taken for nothing', () => {
    expect(problemOf({ ...mapping, seperator: ';' })).toBe('有不认识的字段：seperator');
    expect(problemOf({ ...mapping, version: 2 })).not.toBeNull();
  });

  it('names every candidate that it needs, each once', () => {
    const correspondence = [
      { text: 'x', candidate: 2 },
      { text: 'y', candidate: 7 },
    ];
    const read = voteMappingSchema.parse({
      ...mapping,
      layout: options(1, 2, null),
      choices: { separator: null, correspondence },
    });
    expect(layoutCandidates(read)).toEqual([1, 2, 7]);
  });
});
