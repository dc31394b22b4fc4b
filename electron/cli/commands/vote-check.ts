import { skippedTableWords, type SkippedTable } from '../../../shared/ballots/skipped-tables.ts';
import { done, refused } from '../../../shared/refusals/refusal.ts';
import type { ExplainedStanding } from '../../../shared/contract/vote-check.ts';
import { standingWords } from '../../services/exports/rule-words.ts';
import { checkVotesFile, findBallots, readMappingFile } from '../../services/votes/index.ts';
import { wholeNumberOf } from '../arguments.ts';
import { UsageError, type WorkspaceCommand } from '../command.ts';
import { textTable, type TextColumn } from '../text-table.ts';

export const voteCheckCommand: WorkspaceCommand = {
  kind: 'workspace',
  words: 'votes check',
  usage: 'FILE [--line N] [--mapping FILE]',
  summary: '逐行说明选票算不算、依据哪一条规则、与哪一张票有关；什么也不写入',
  options: { line: { type: 'string' }, mapping: { type: 'string' } },
  positionals: [1, 1],
  run: async (context, caller) => {
    const line = context.arguments.text('line');
    if (line !== undefined && wholeNumberOf(line) === null)
      throw new UsageError('--line 后面要写行号，从 1 数起（第 1 行通常是表头）');
    const file = context.sourceFile(context.arguments.positionals[0] ?? '');
    const mappingPath = context.arguments.text('mapping');
    const mapping =
      mappingPath === undefined ? done(null) : await readMappingFile(context.sourceFile(mappingPath));
    if (!mapping.ok) return mapping;
    const number = line === undefined ? null : Number(line);
    const skipped: SkippedTable[] = [];
    const checked = await checkVotesFile(caller, file, number, mapping.value, skipped);
    if (!checked.ok) return checked;
    for (const table of skipped) context.say(`没有读：${skippedTableWords(table)}`);
    return done({
      json: { ballots: checked.value, ...(skipped.length === 0 ? {} : { skipped }) },
      text: textTable(
        [{ header: '工作表' }, { header: '行', alignment: 'right' }, ...explanationColumns],
        checked.value.map(({ sheet, row, ...explained }) => [
          sheet ?? '',
          String(row),
          ...explanationCells(explained),
        ]),
      ),
    });
  },
};

export const voteFindCommand: WorkspaceCommand = {
  kind: 'workspace',
  words: 'votes find',
  usage: '[--account TEXT]',
  summary: '查一个账号的全部选票；不写 --account 时从标准输入读，账号不留在命令记录里',
  options: { account: { type: 'string' } },
  positionals: [0, 0],
  run: async (context, caller) => {
    let account = context.arguments.text('account');
    if (account === undefined) {
      context.say('请输入账号，按回车结束：');
      account = await context.askLine();
    }
    if (account.trim() === '') return refused('invalid-input', { field: '账号', problem: '没有填写' });
    const found = findBallots(caller, { account });
    if (!found.ok) return found;
    const { account: hash, total, ballots } = found.value;
    const table = textTable(
      [
        { header: '批次', alignment: 'right' },
        { header: '文件', atMost: 40 },
        { header: '行', alignment: 'right' },
        { header: '时间' },
        { header: '所选项目', atMost: 40 },
        ...explanationColumns,
      ],
      ballots.map((ballot) => [
        String(ballot.batch),
        ballot.sheet === null ? ballot.file : `${ballot.file}：${ballot.sheet}`,
        String(ballot.line),
        ballot.time,
        ballot.choices,
        ...explanationCells(ballot),
      ]),
    );
    const counted = `账号摘要 ${hash}，共 ${total} 行`;
    const shown = total > ballots.length ? `${counted}，列出前 ${ballots.length} 行。` : `${counted}。`;
    return done({ json: found.value, text: total === 0 ? shown : `${shown}\n${table}` });
  },
};

const explanationColumns: readonly TextColumn[] = [{ header: '结果' }, { header: '说明' }];

function explanationCells({ standing, rule }: ExplainedStanding): string[] {
  return [standingWords(standing), rule.sentence];
}
