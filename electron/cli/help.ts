import { usageLine } from './arguments.ts';
import { displayWidth } from './text-table.ts';
import type { Command } from './command.ts';

/** What `--help` prints: every command on one line. */
export function helpText(commands: readonly Command[]): string {
  const lines = commands.map(
    (command) => [`  ${usageLine(command).replace(/^judging /, '')}`, command.summary] as const,
  );
  const width = Math.min(Math.max(...lines.map(([usage]) => displayWidth(usage))), 64);
  return [
    '评审工作站命令行',
    '',
    '用法：npm run --silent judging -- [--data 文件夹] [--json] 命令 …',
    '',
    ...lines.map(([usage, summary]) =>
      displayWidth(usage) > width
        ? `${usage}\n${' '.repeat(width + 2)}${summary}`
        : usage + ' '.repeat(width - displayWidth(usage) + 2) + summary,
    ),
    '',
    '  --data 文件夹   工作区所在的文件夹；不写则用本机的默认位置',
    '  --json          在标准输出上打印一份 JSON，供脚本使用',
    '',
    '结束代码：0 完成；1 没有做（原因在标准错误上），什么都没有改动；2 用法不对；3 程序内部出错。',
  ].join('\n');
}
