import { describe, expect, it } from 'vitest';
import { readRuleLock } from '../../../electron/database/rounds.ts';
import {
  readComments,
  readScores,
  readScoreSheet,
  writeComment,
  writeMark,
} from '../../../electron/database/score-sheets.ts';
import { reopenSheet } from '../../../electron/services/score-sheets.ts';
import type { Caller } from '../../../electron/services/use-case.ts';
import { parseMark } from '../../../shared/scoring/mark.ts';
import { events, imported, previewed, smallRound, smallWorkspace, turnedAway } from './small-workspace.ts';

const wide = 'expert,candidate,创新性,recognition,评语\n王敏,1,80,8.5,好\n王敏,2,90,,\n李强,1,70,7,\n';

async function withExperts(): Promise<Caller> {
  const caller = smallWorkspace();
  await imported(caller, 'experts', '姓名,编号\n王敏,E1\n李强,E2\n');
  return caller;
}

function marksOf(caller: Caller, expert: number) {
  return readScores(caller.workspace.connection, expert).map(({ candidate, criterion, mark }) => [
    candidate,
    criterion,
    mark,
  ]);
}

function begin(caller: Caller, expert: number, candidate: number, mark: string): void {
  const [criterion] = smallRound.criteria;
  if (criterion === undefined) throw new Error('no criterion');
  writeMark(caller.workspace.connection, expert, candidate, criterion.id, parseMark(mark, criterion));
}

describe('scores', () => {
  it('become submitted sheets; a blank mark stays absent; the rules are locked', async () => {
    const caller = await withExperts();
    expect(readRuleLock(caller.workspace.connection)).toBeNull();
    expect(await imported(caller, 'scores', wide)).toEqual({
      file: '表.csv',
      rows: 3,
      created: 3,
      completed: 0,
      unchanged: 0,
    });
    expect(marksOf(caller, 1)).toEqual([
      [1, 'innovation', 80_000],
      [1, 'recognition', 8500],
      [2, 'innovation', 90_000],
    ]);
    expect(readComments(caller.workspace.connection, 1)).toEqual([{ candidate: 1, comment: '好' }]);
    expect(readScoreSheet(caller.workspace.connection, 1).submittedAt).toBe('2017-04-05T02:00:00.000Z');
    expect(readRuleLock(caller.workspace.connection)).toMatchObject({ origin: 'first import' });
    expect(events(caller).slice(-4)).toEqual([
      'rules-locked',
      'sheet-submitted',
      'sheet-submitted',
      'table-imported',
    ]);
  });

  it('say the same as one row per mark', async () => {
    const [first, second] = [await withExperts(), await withExperts()];
    await imported(first, 'scores', wide);
    const long =
      'expert,candidate,criterion,score,comment\n王敏,1,innovation,80,好\nE1,1,认同度,8.5,\n王敏,2,创新性,90,\n王敏,2,认同度,,\nE2,1,创新性,70,\nE2,1,认同度,7,\n';
    expect(await imported(second, 'scores', long)).toMatchObject({ rows: 6, created: 6 });
    for (const expert of [1, 2]) expect(marksOf(second, expert)).toEqual(marksOf(first, expert));
  });

  it('of namesakes are told apart by an id beside the name, in both layouts', async () => {
    const caller = smallWorkspace();
    await imported(caller, 'experts', '姓名,编号\n王敏,E1\n王敏,E2\n');
    await imported(caller, 'scores', 'expert,id,candidate,创新性,认同度\n王敏,E2,1,80,8\n');
    expect(marksOf(caller, 2)).toHaveLength(2);
    await imported(caller, 'scores', '评审委员,编号,候选编号,评审标准,分数\n王敏,E1,1,创新性,70\n');
    expect(marksOf(caller, 1)).toEqual([[1, 'innovation', 70_000]]);
  });

  it('the same file again adds nothing', async () => {
    const caller = await withExperts();
    await imported(caller, 'scores', wide);
    const before = events(caller);
    expect(await imported(caller, 'scores', wide)).toMatchObject({ created: 0, unchanged: 3 });
    expect(events(caller)).toEqual(before);
  });

  it('a second submission with another mark is turned away and names both marks', async () => {
    const caller = await withExperts();
    await imported(caller, 'scores', wide);
    const { sentence, details } = await turnedAway(caller, 'scores', wide.replace('王敏,1,80', '王敏,1,81'));
    expect(details).toMatchObject({ count: 1, problems: [{ row: 2, column: '创新性' }] });
    expect(sentence).toContain('已记录 80 分，表中是 81 分');
    expect(sentence).toContain('已经提交');
    expect(marksOf(caller, 1)[0]).toEqual([1, 'innovation', 80_000]);
  });

  it('of more candidates for a submitted sheet are turned away too', async () => {
    const caller = await withExperts();
    await imported(caller, 'scores', wide);
    expect(await turnedAway(caller, 'scores', `${wide}王敏,3,80,8,\n`)).toMatchObject({
      code: 'rows-invalid',
      details: { count: 2 },
    });
  });

  it('complete a sheet in progress, but never replace what the expert entered', async () => {
    const caller = await withExperts();
    begin(caller, 1, 1, '80');
    begin(caller, 2, 1, '71');
    writeComment(caller.workspace.connection, 1, 1, '先前的评语');
    const { problems } = await previewed(caller, 'scores', wide);
    expect(problems.map(({ row, column }) => [row, column])).toEqual([
      [2, '评语'],
      [4, '创新性'],
    ]);
    expect(
      await imported(caller, 'scores', 'expert,candidate,创新性,认同度\n王敏,1,,8.5\n王敏,2,90,9\n'),
    ).toMatchObject({ created: 2 });
    expect(marksOf(caller, 1)).toHaveLength(4);
    expect(readScoreSheet(caller.workspace.connection, 1).submittedAt).not.toBeNull();
    expect(readScoreSheet(caller.workspace.connection, 2).submittedAt).toBeNull();
  });

  it('a sheet that was handed back is submitted again with the marks that stand', async () => {
    const caller = await withExperts();
    await imported(caller, 'scores', wide);
    reopenSheet(caller, { id: 1, reason: '漏评' });
    expect(await imported(caller, 'scores', `${wide}王敏,3,80,8,\n`)).toMatchObject({
      created: 3,
      unchanged: 1,
    });
  });

  it('an expert with only blank rows has not marked', async () => {
    const caller = await withExperts();
    await imported(caller, 'scores', 'expert,candidate,创新性,认同度\n王敏,1,80,8\n李强,1,,\n李强,2,,\n');
    expect(readScoreSheet(caller.workspace.connection, 2).submittedAt).toBeNull();
  });

  it('of a recused pair are kept; leaving them out is the merge’s business', async () => {
    const caller = await withExperts();
    await imported(caller, 'recusals', 'expert,candidate,reason\n王敏,1,本单位\n');
    expect(await imported(caller, 'scores', wide)).toMatchObject({ created: 3 });
  });

  it.each([
    ['101', '0 到 100'],
    ['-1', '0 到 100'],
    ['87.55', '每档 1 分'],
    ['八十', '0 到 100'],
    ['8O', '0 到 100'],
    ['回避', '回避表'],
  ])('a mark of %s is a problem with its row and column', async (mark, advice) => {
    const { details, sentence } = await turnedAway(
      await withExperts(),
      'scores',
      `expert,candidate,创新性,认同度\n王敏,1,${mark},8\n`,
    );
    expect(details).toMatchObject({ count: 1, problems: [{ row: 2, column: '创新性' }] });
    expect(sentence).toContain(advice);
  });

  it('half a mark is allowed where the round says so, and not where it does not', async () => {
    const caller = await withExperts();
    const { problems } = await previewed(
      caller,
      'scores',
      'expert,candidate,创新性,认同度\n王敏,1,80.5,8.5\n王敏,2,80,8.25\n',
    );
    expect(problems.map(({ row, column }) => [row, column])).toEqual([
      [2, '创新性'],
      [3, '认同度'],
    ]);
  });

  it('all problems of all rows are listed', async () => {
    const table = 'expert,candidate,创新性,认同度\n赵六,77,101,8\n王敏,1,80,8\n王敏,1,80,8\n';
    const { problems } = await previewed(await withExperts(), 'scores', table);
    expect(problems.map(({ row, column }) => [row, column])).toEqual([
      [2, '评审委员'],
      [2, '候选编号'],
      [2, '创新性'],
      [4, ''],
    ]);
  });

  it('wait until there are candidates', async () => {
    expect(await turnedAway(smallWorkspace('real', []), 'scores', wide)).toMatchObject({
      code: 'candidates-missing',
    });
  });

  it('lack a criterion’s column only by mistake', async () => {
    const { code, sentence } = await turnedAway(
      await withExperts(),
      'scores',
      'expert,candidate,创新性\n王敏,1,80\n',
    );
    expect(code).toBe('columns-missing');
    expect(sentence).toContain('认同度');
  });

  it('of an unknown criterion, or twice in the long layout, are problems', async () => {
    const table =
      'expert,candidate,criterion,score\n王敏,1,可爱度,80\n王敏,1,创新性,80\n王敏,1,innovation,81\n';
    const { problems } = await previewed(await withExperts(), 'scores', table);
    expect(problems.map(({ row, column }) => [row, column])).toEqual([
      [2, '评审标准'],
      [4, ''],
    ]);
  });
});
