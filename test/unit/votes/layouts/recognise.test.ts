import { certainProposal } from '../../../../electron/services/votes/layouts/recognise.ts';
import { describe, expect, it } from 'vitest';
import { certainOf, proposalsOf, time, two } from '../../../support/recognised-layouts.ts';
import { titles } from '../../../support/titled-candidates.ts';

describe('what is taken without asking', () => {
  it('is the program’s own header, whatever the cells hold', () => {
    for (const choices of ['1;2', 'abc', '', '第一', titles[0] ?? '']) {
      const certain = certainOf([
        ['account', 'time', 'choices'],
        ['oA', '昨天', choices],
      ]);
      expect(certain).toMatchObject({ confidence: 1, problems: [], reasons: ['canonical-header'] });
    }
  });

  it('is no title copied with other marks, even one among many that are right', () => {
    const listed = (choices: string) =>
      certainOf([
        ['account', 'time', 'choices'],
        ['oA', time, two],
        ['oB', time, choices],
      ]);
    expect(listed('1;6')).not.toBeNull();
    expect(listed(`${titles[0] ?? ''}┋"菜场书屋"`)).toBeNull();
    // A code by itself among titles and numbers is no way of writing them: that ballot names an unknown project.
    expect(listed('1;A2')).not.toBeNull();
  });

  it('is a header below rows of more than one title', () => {
    const rows = [
      ['第三届投票明细', '', ''],
      ['导出人：张三', '导出时间：2017-04-01', ''],
      ['openid', '投票时间', '支持的项目'],
      ['oA', time, two],
    ];
    expect(certainOf(rows)?.mapping).toMatchObject({
      headerRow: 3,
      layout: { account: { header: 'openid' } },
    });
    // Ballots above it would be lost.
    expect(certainOf([['oB', time, two], ...rows.slice(2)])).toBeNull();
    // Of a header that is repeated the first one holds.
    expect(certainOf([...rows.slice(2), ...rows.slice(2)])?.mapping.headerRow).toBeUndefined();
  });

  it('is no header of which two columns could be meant', () => {
    expect(
      certainOf([
        ['account', 'time', 'choices', '投票时间'],
        ['oA', time, '1;2', time],
      ]),
    ).toBeNull();
    expect(
      certainOf([
        ['openid', 'unionid', '投票时间', '支持的项目'],
        ['oA', 'u', time, two],
      ]),
    ).toBeNull();
  });

  it('is no layout without an account: the number of an answer is none', () => {
    const [best] = proposalsOf([
      ['序号', '提交答卷时间', '所用时间', '来自IP', '支持的项目'],
      ['1', time, '9秒', '1.2.3.4', two],
    ]);
    expect(best?.problems).toEqual(['account-unsure']);
    expect(best?.mapping.layout).toMatchObject({ account: null, ip: { header: '来自IP' } });
  });

  it('is no column of bare numbers under a header that says nothing', () => {
    // It may be the ages of a household as well as a list of candidates.
    const proposals = proposalsOf([
      ['openid', '投票时间', '您家中各人的序号'],
      ['oA', time, '1;2'],
      ['oB', time, '3;4'],
    ]);
    expect(proposals[0]?.problems).toEqual(['choices-unsure']);
    expect(certainProposal(proposals)).toBeNull();
  });

  it('is a round without times whose file has none', () => {
    const rows = [
      ['openid', '支持的项目'],
      ['oA', two],
    ];
    expect(certainOf(rows, false)?.mapping.layout).toMatchObject({ time: null });
    expect(certainOf(rows, true)).toBeNull();
    expect(proposalsOf(rows, true)[0]?.problems).toEqual(['time-unsure']);
  });
});

describe('titles in several cells of the first row', () => {
  const header = ['account', 'time', 'choices'];

  it('are a second row of the header where no ballot stands there, and then nothing is certain', () => {
    const proposals = proposalsOf([header, ['', '', ...titles], ['oA', time, '1', '', '', '1', '', '']]);
    expect(proposals.map(({ mapping }) => mapping.layout.kind)).toEqual(['ballot-columns', 'ballot-list']);
    expect(proposals.map(({ problems }) => problems.includes('header-in-two-rows'))).toEqual([true, true]);
    expect(proposals[0]?.mapping).toMatchObject({
      headerRow: 2,
      layout: { account: { header: '', index: 1 }, time: { header: '', index: 2 } },
    });
    expect(certainProposal(proposals)).toBeNull();
  });

  it('are choices where each stands under a header of its own, also without an account', () => {
    const [best] = proposalsOf([titles.map((title) => `请选择:${title}`), titles]);
    expect(best?.mapping).toMatchObject({ layout: { kind: 'ballot-columns' } });
    expect(best?.mapping.headerRow).toBeUndefined();
    expect(best?.problems).toEqual(['account-unsure', 'time-unsure']);
  });

  it('are a list that its own commas parted where they stand behind an account', () => {
    expect(certainOf([header, ['oA', time, ...titles.slice(0, 3)]])?.mapping.layout.kind).toBe('ballot-list');
  });
});

describe('a file whose name has a number', () => {
  it('is of no candidate where its cells list choices, also such as a person has to confirm', () => {
    const listed = titles
      .slice(0, 2)
      .map((title, index) => `${index + 1}．《${title}》`)
      .join('┋');
    const proposals = proposalsOf(
      [
        ['openid', '投票时间', '请选择'],
        ['oA', time, listed],
      ],
      true,
      '3.csv',
    );
    expect(proposals.map(({ mapping }) => mapping.layout.kind)).toEqual(['ballot-list']);
    expect(proposals[0]?.mapping.choices.correspondence.map(({ candidate }) => candidate)).toEqual([1, 2]);
  });
});

describe('a list of ballots without a header', () => {
  it('is not taken for one: its first ballot would be lost', () => {
    expect(
      proposalsOf([
        ['oA', time, '1;2'],
        ['oB', time, '3;4'],
      ]),
    ).toEqual([]);
    expect(
      proposalsOf([
        ['oA', '昨天', '1;2'],
        ['oB', time, '3;4'],
      ]),
    ).toEqual([]);
  });

  it('nor is a second header in the middle, below rows that are ballots', () => {
    const proposals = proposalsOf([
      ['甲', '乙', '丙'],
      ['丁', '戊', '己'],
      ['account', 'time', 'choices'],
      ['oB', time, '3;4'],
    ]);
    expect(proposals).toEqual([]);
  });
});

describe('one choice in a cell', () => {
  it('is a row of several for a ballot only where rows belong together', () => {
    const header = ['openid', '投票时间', '候选项目'];
    const apart = proposalsOf([header, ['oA', time, '1'], ['oB', time, '2']]);
    expect(apart[0]?.mapping.layout.kind).toBe('choice-rows');
    expect(apart[0]?.problems).toEqual(['choices-unsure']);
    const together = certainOf([header, ['oA', time, '1'], ['oA', time, '2']]);
    expect(together?.mapping.layout.kind).toBe('choice-rows');
  });

  it('is a list of one under the program’s own header', () => {
    const rows = [
      ['账号', '时间', '选项'],
      ['oA', time, '1'],
      ['oA', time, '2'],
    ];
    expect(certainOf(rows)?.mapping.layout.kind).toBe('ballot-list');
  });
});

describe('totals', () => {
  const candidateColumn = (rows: readonly (readonly string[])[]): unknown =>
    proposalsOf(rows).flatMap(({ mapping: { layout }, problems }) =>
      layout.kind === 'totals' ? [{ column: layout.candidate.header, problems }] : [],
    );

  it('are those of the titles, and not asked about a number beside each that means the same candidate', () => {
    expect(
      candidateColumn([
        ['编号', '项目名称', '票数'],
        ['1', titles[0] ?? '', '30'],
        ['2', titles[1] ?? '', '20'],
      ]),
    ).toEqual([{ column: '项目名称', problems: ['totals-only'] }]);
  });

  it('are those of the numbers under a known word, whatever rank stands beside them', () => {
    expect(
      candidateColumn([
        ['排名', '编号', '微信票数', '总票数'],
        ['1', '2', '3', '30'],
        ['2', '1', '3', '20'],
      ]),
    ).toEqual([{ column: '编号', problems: ['totals-only'] }]);
  });

  it('are asked about where numbers under no known word contradict each other', () => {
    expect(
      candidateColumn([
        ['排名', '代号', '票数'],
        ['1', '2', '30'],
        ['2', '1', '20'],
      ]),
    ).toEqual([{ column: '排名', problems: ['totals-only', 'columns-ambiguous'] }]);
  });
});

describe('times in a column', () => {
  const timesOf = (...cells: readonly string[]) => {
    const [best] = proposalsOf([['account', 'time', 'choices'], ...cells.map((cell) => ['oA', cell, '1;2'])]);
    return { time: best?.mapping.time, problems: best?.problems };
  };

  it('are numbers only where all of them are', () => {
    expect(timesOf('1490140800123', '1490140800124').time?.numbers).toBe('epoch-milliseconds');
    expect(timesOf('1490140800', '1490140801').time?.numbers).toBe('epoch-seconds');
    expect(timesOf('1490140800', time).time?.numbers).toBeNull();
    // Workbooks of 1904 count other days: a person has to say.
    expect(timesOf('42816.5', '42817.25')).toMatchObject({
      time: { numbers: 'excel-serial' },
      problems: ['time-numbers'],
    });
  });

  it('show day or month first by a day above twelve, and ask where none shows it or two disagree', () => {
    expect(timesOf('03/04/2017 8:00', '23/03/2017 8:00')).toMatchObject({
      time: { dayOrder: 'day-first' },
      problems: [],
    });
    expect(timesOf('03/23/2017 8:00').time?.dayOrder).toBe('month-first');
    expect(timesOf('03/04/2017 8:00').problems).toEqual(['day-order']);
    expect(timesOf('23/03/2017 8:00', '03/23/2017 8:00').problems).toEqual(['day-order']);
  });
});
