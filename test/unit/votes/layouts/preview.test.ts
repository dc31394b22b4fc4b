import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { previewVotesBy } from '../../../../electron/services/votes/preview-votes.ts';
import { runVoteWork } from '../../../../electron/services/votes/work/run-vote-work.ts';
import type { VoteMapping } from '../../../../shared/ballots/mapping.ts';
import { votePreviewSchema, type VotePreview } from '../../../../shared/contract/vote-preview.ts';
import { titledCandidates, titles } from '../../../support/titled-candidates.ts';
import { importHere, sourceFile, traces, votesRound } from '../../../support/votes-workspace.ts';
import { refusalOf, temporaryWorkspace, valueOf, type TestWorkspace } from '../../../support/workspace.ts';

const secretPhone = '13912345678';
const secretAccount = 'oX7Kd5x7mew7PK2e7KiG9';
const secretAddress = '101.80.123.210';

const wjx = [
  '序号,提交答卷时间,所用时间,来自IP,微信OpenID,您的电话,支持的项目',
  `1,2017/3/22 8:00,9秒,${secretAddress},${secretAccount},${secretPhone},${titles[0] ?? ''}┋${titles[1] ?? ''}┋其他`,
  `2,2017/3/22 下午8:00,9秒,${secretAddress},oB12345,${secretPhone},${titles[2] ?? ''}┋社区食堂`,
  `3,不详,9秒,${secretAddress},oB12345,${secretPhone},${titles[2] ?? ''}┋社区食堂`,
].join('\n');

const workspaceOf = (): TestWorkspace =>
  temporaryWorkspace({ round: votesRound, candidates: titledCandidates });

async function previewOf(
  test: TestWorkspace,
  content: string,
  mapping: VoteMapping | null = null,
): Promise<VotePreview> {
  const file = sourceFile(test.workspace.folder, 'a.csv', content);
  return valueOf(await previewVotesBy(runVoteWork, test.secretariat, [file], mapping));
}

function mappingOf(preview: VotePreview): VoteMapping {
  if (preview.mapping === null) throw new Error('nothing was proposed');
  return preview.mapping;
}

describe('the preview of a vendor’s file', () => {
  it('is what the door promises, and leaves no trace', async () => {
    const test = workspaceOf();
    const before = traces(test);
    const preview = await previewOf(test, wjx);
    expect(votePreviewSchema.parse(preview)).toEqual(preview);
    expect(traces(test)).toEqual(before);
  });

  it('shows times as they are read beside what the file says', async () => {
    const { sample } = await previewOf(workspaceOf(), wjx);
    expect(sample.map(({ time, instant, verdict }) => [time, instant, verdict])).toEqual([
      // Without seconds, because the file names none.
      ['2017/3/22 8:00', '2017-03-22 08:00', 'unknown-project'],
      ['2017/3/22 下午8:00', '2017-03-22 20:00', 'unknown-project'],
      ['不详', null, 'unreadable'],
    ]);
  });

  it('counts the texts that are no title and offers the nearest', async () => {
    const near = wjx.replaceAll('社区食堂', '开展社区卫生服务综合改革');
    const { unmatched, rowsLookedAt } = await previewOf(workspaceOf(), near);
    expect(rowsLookedAt).toBe(3);
    expect(unmatched).toEqual([
      { text: '开展社区卫生服务综合改革', times: 2, suggestions: [{ candidate: 3, title: titles[2] }] },
      { text: '其他', times: 1, suggestions: [] },
    ]);
  });

  it('shows no account, address or telephone number whole', async () => {
    const { rawSample, ...shown } = await previewOf(workspaceOf(), wjx);
    expect(rawSample.length).toBeGreaterThan(0);
    const text = JSON.stringify(shown);
    for (const secret of [secretPhone, secretAccount, secretAddress]) expect(text).not.toContain(secret);
    // What tells which column holds the choices and the times is to be seen.
    const samplesOf = (header: string) => shown.columns.find((each) => each.header === header)?.samples;
    expect(samplesOf('提交答卷时间')).toContain('2017/3/22 8:00');
    expect(samplesOf('支持的项目')).toContain(`${titles[2] ?? ''}┋社区食堂`);
  });

  it('shows the votes of totals whole, and shortens an account that looks like a time', async () => {
    const samplesOf = ({ columns }: VotePreview, header: string) =>
      columns.find((each) => each.header === header)?.samples;
    const totals = '序号,候选编号,得票数\n1001,3,500\n1002,1,"10,234"\n1003,2,10234567\n';
    const read = await previewOf(workspaceOf(), totals);
    expect(samplesOf(read, '得票数')).toEqual(['500', '10,234', '10234567']);
    const list = 'account,time,choices\n20170324120000,2017-03-24 12:00:00,1;2;3;4;5;6;7;8;9;10\n';
    const ballots = await previewOf(workspaceOf(), list);
    expect(samplesOf(ballots, 'account')).toEqual(['20……00']);
    expect(samplesOf(ballots, 'time')).toEqual(['2017-03-24 12:00:00']);
  });

  it('tries a corrected mapping at once', async () => {
    const test = workspaceOf();
    const mapping = mappingOf(await previewOf(test, wjx));
    const corrected: VoteMapping = {
      ...mapping,
      choices: { separator: '┋', correspondence: [{ text: '社区食堂', candidate: 6 }] },
    };
    const { sample, unmatched, isCertain, mapping: used } = await previewOf(test, wjx, corrected);
    expect(used).toEqual(corrected);
    expect(isCertain).toBe(false);
    expect(unmatched.map(({ text }) => text)).toEqual(['其他']);
    expect(sample.map(({ choices, verdict }) => [choices, verdict])).toEqual([
      ['1;2;其他', 'unknown-project'],
      ['3;6', 'good'],
      ['3;6', 'unreadable'],
    ]);
  });

  it('says what does not fit in a mapping, and still shows the columns to choose from', async () => {
    const test = workspaceOf();
    const mapping = mappingOf(await previewOf(test, wjx));
    if (mapping.layout.kind !== 'ballot-list') throw new Error('another layout');
    const foreign = { ...mapping, layout: { ...mapping.layout, choices: { header: '选项' } } };
    const { fault, columns, sample } = await previewOf(test, wjx, foreign);
    expect(fault).toContain('文件里没有这些列：“选项”');
    expect(columns.map(({ header }) => header)).toContain('支持的项目');
    expect(sample).toEqual([]);
    const unknown = {
      ...mapping,
      choices: { separator: null, correspondence: [{ text: 'x', candidate: 7 }] },
    };
    expect((await previewOf(test, wjx, unknown)).fault).toContain('候选编号不存在：7');
    const tooFar = { ...mapping, headerRow: 99 };
    expect((await previewOf(test, wjx, tooFar)).fault).toContain('没有第 99 行');
  });

  it('asks which of two columns of one name is meant', async () => {
    const test = workspaceOf();
    const file = `openid,时间,时间,所选项目\noA,2017-03-22 07:00:00,2017-03-22 09:00:00,1;2\n`;
    const mapping = mappingOf(await previewOf(test, file));
    if (mapping.layout.kind !== 'ballot-list') throw new Error('another layout');
    const named = { ...mapping, layout: { ...mapping.layout, time: { header: '时间' } } };
    expect((await previewOf(test, file, named)).fault).toContain(
      '不止一列叫这个名字，要指明是第几个：“时间”',
    );
    const second = { ...mapping, layout: { ...mapping.layout, time: { header: '时间', index: 2 } } };
    expect((await previewOf(test, file, second)).sample[0]?.instant).toBe('2017-03-22 09:00:00');
  });

  it('takes no ballot for the names of columns, because its account would be kept with the mapping', async () => {
    const test = workspaceOf();
    const file = `${secretAccount},2017-03-22 07:00:00,1;2\noB,2017-03-22 08:00:00,1;2\n`;
    const mapping = mappingOf(await previewOf(test, 'openid,时间,所选项目\noA,2017-03-22 07:00:00,1;2\n'));
    const { fault } = await previewOf(test, file, mapping);
    expect(fault).toContain('第 1 行像是一张选票，不是列名');
    expect(fault).not.toContain(secretAccount);
    if (mapping.layout.kind !== 'ballot-list') throw new Error('another layout');
    const byItsCells: VoteMapping = {
      ...mapping,
      layout: {
        ...mapping.layout,
        account: { header: secretAccount },
        time: { header: '2017-03-22 07:00:00' },
        choices: { header: '1;2' },
      },
    };
    const source = sourceFile(test.workspace.folder, 'a.csv', file);
    const refusal = refusalOf(await importHere(test.secretariat, [source], { mapping: byItsCells }));
    expect(refusal.code).toBe('mapping-header-is-ballot');
  });

  it('names every row of totals that is not understood or stands twice', async () => {
    const file = [
      '项目名称,得票数',
      ...titles.map((each) => `${each},10`),
      '合计,60',
      `${titles[0] ?? ''},9`,
    ].join('\n');
    const { totals, fault } = await previewOf(workspaceOf(), file);
    expect(totals).toBeNull();
    expect(fault).toContain('第 8 行：“合计”不是候选项目的编号或名称');
    expect(fault).toContain('第 9 行：候选项目 1 在第 2 行已经有了');
  });

  it('proposes nothing where nothing is known, and shows the columns', async () => {
    const { proposals, mapping, fault, columns } = await previewOf(workspaceOf(), '姓名,电话\n王,1\n');
    expect([proposals, mapping]).toEqual([[], null]);
    expect(fault).toContain('不像选票文件');
    expect(columns.map(({ header }) => header)).toEqual(['姓名', '电话']);
  });

  it('refuses a file that is broken, which no mapping mends', async () => {
    const test = workspaceOf();
    const file = sourceFile(test.workspace.folder, 'a.csv', 'account,time,choices\n"oA,2017');
    expect(refusalOf(await previewVotesBy(runVoteWork, test.secretariat, [file])).code).toBe('rows-invalid');
  });
});

const votersOf = (...accounts: readonly string[]): string =>
  ['openid,投票时间', ...accounts.map((account) => `${account},2017-03-22 08:00:00`), ''].join('\n');

describe('several files at once', () => {
  const setOf = (test: TestWorkspace, files: Readonly<Record<string, string>>) =>
    Object.entries(files).map(([name, content]) => sourceFile(test.workspace.folder, name, content));
  const previewOfSet = async (files: Readonly<Record<string, string>>): Promise<VotePreview> => {
    const test = workspaceOf();
    return valueOf(await previewVotesBy(runVoteWork, test.secretariat, setOf(test, files)));
  };
  const candidatesOf = ({ proposals }: VotePreview) => {
    const layout = proposals[0]?.mapping.layout;
    return layout?.kind === 'candidate-files' ? layout.candidates : null;
  };

  it('are read together only where each is a candidate’s', async () => {
    const whole = (second: number) => `account,time,choices\noA,2017-03-22 08:00:0${second},1;2\n`;
    const { fault } = await previewOfSet({ 'a.csv': whole(0), 'b.csv': whole(1) });
    expect(fault).toContain('“a.csv”、“b.csv”各自都是完整的选票文件');
  });

  it('are no set where one of them is whole by itself', async () => {
    const preview = await previewOfSet({
      '1.csv': votersOf('oA'),
      '2.csv': 'account,time,choices\noA,2017-03-22 08:00:00,1;2\n',
    });
    expect(candidatesOf(preview)).toBeNull();
  });

  it('are no set where options have columns of their own, whatever number is in the name', async () => {
    const options = [...titles, '其他'].map((title) => `第6题(${title})`);
    // Ranks instead of marks, and an option that is no candidate: much to ask about, and still each file is whole.
    const content = `openid,投票时间,${options.join(',')}\noA,2017-03-22 08:00:00,1,2,,,,,\n`;
    const preview = await previewOfSet({ '问卷1.csv': content, '问卷2.csv': content });
    expect(preview.proposals[0]?.mapping.layout.kind).toBe('ballot-columns');
  });

  it('are each the candidate of the number or the title in the name, and the rest is asked', async () => {
    const preview = await previewOfSet({
      '01_某某项目.csv': votersOf('oA'),
      '02_12345热线.csv': votersOf('oA'),
      '菜场书屋.csv': votersOf('oB'),
      '其余.csv': votersOf('oB'),
    });
    expect(candidatesOf(preview)).toEqual([
      { source: '01_某某项目.csv', candidate: 1 },
      { source: '02_12345热线.csv', candidate: 2 },
      { source: '菜场书屋.csv', candidate: 6 },
    ]);
    expect(preview.isCertain).toBe(false);
    expect(preview.fault).toContain('没有说“其余.csv”是哪个候选项目');
    expect(preview.tables.map(({ file }) => file)).toContain('其余.csv');
  });

  it('are asked about where two names tell the same candidate', async () => {
    const preview = await previewOfSet({
      '1.csv': votersOf('oA'),
      '01号.csv': votersOf('oB'),
      '2.csv': votersOf('oA'),
    });
    expect(candidatesOf(preview)).toEqual([{ source: '2.csv', candidate: 2 }]);
  });

  it('cannot be told apart under the same name', async () => {
    const test = workspaceOf();
    const [file] = setOf(test, { '投票.csv': votersOf('oA') });
    if (file === undefined) throw new Error('a file is needed');
    const refusal = refusalOf(await previewVotesBy(runVoteWork, test.secretariat, [file, file]));
    expect(refusal.code).toBe('set-names-repeated');
  });

  it('say which of them a person took for no ballots', async () => {
    const test = workspaceOf();
    const files = setOf(test, { '1.csv': votersOf('oA'), '2.csv': votersOf('oB') });
    const mapping = mappingOf(valueOf(await previewVotesBy(runVoteWork, test.secretariat, files)));
    if (mapping.layout.kind !== 'candidate-files') throw new Error('another layout');
    const candidates = [
      { source: '1.csv', candidate: 5 },
      { source: '2.csv', candidate: null },
    ];
    const corrected: VoteMapping = { ...mapping, layout: { ...mapping.layout, candidates } };
    const { skipped, sample } = valueOf(
      await previewVotesBy(runVoteWork, test.secretariat, files, corrected),
    );
    expect(skipped).toEqual([{ file: '2.csv', sheet: null, reason: 'not-ballots' }]);
    expect(sample.map(({ account, choices }) => [account, choices])).toEqual([['oA', '5']]);
  });
});

describe('the sheets of a workbook that are not read', () => {
  it('are listed with the reason', async () => {
    const test = workspaceOf();
    const ballots = [
      ['openid', '投票时间', '所选项目'],
      ['oA', '2017-03-22 08:00:00', '1;2'],
    ];
    const sheets = [
      { name: '草稿', rows: ballots, hidden: true },
      { name: '选票', rows: ballots },
      { name: 'Sheet2', rows: [] },
      { name: '说明', rows: [['导出说明', '请看']] },
    ];
    const file = sourceFile(test.workspace.folder, '票.xlsx', await writeXlsx({ sheets }));
    const { skipped, tables } = valueOf(await previewVotesBy(runVoteWork, test.secretariat, [file]));
    expect(tables.map(({ sheet }) => sheet)).toEqual(['选票', '说明']);
    expect(skipped.map(({ sheet, reason }) => [sheet, reason])).toEqual([
      ['草稿', 'hidden'],
      ['Sheet2', 'empty'],
      ['说明', 'other-header'],
    ]);
  });
});
