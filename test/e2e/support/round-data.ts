import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files as a secretary would bring them, made so that what must come of them can be said without computing it. */

export const experts = ['陈国栋', '李慧敏', '王建华', '张秀英', '刘志强', '周文婷'] as const;
/** The one who marks in the window; the others' sheets come from a file. */
export const deskExpert = '周文婷';

/** Candidate n gets `100 - n` in every criterion from everybody, so the panel's order is the order of the numbers. */
export function scoresCsv(): string {
  const lines = ['评审委员,候选编号,创新性,示范性,实践性,认同度'];
  for (const expert of experts.filter((name) => name !== deskExpert)) {
    for (let candidate = 1; candidate <= 50; candidate += 1) {
      const mark = 100 - candidate;
      lines.push([expert, candidate, mark, mark, mark, mark].join(','));
    }
  }
  return `${lines.join('\r\n')}\r\n`;
}

const tenChoices = (first: number): string =>
  Array.from({ length: 10 }, (_, index) => first + index).join(';');

/** What the file holds, counted while it is written: 40 good ballots and two of each kind of reject. */
export const votesFunnel = {
  rows: 54,
  accepted: 40,
  rejected: {
    无法识别: 2,
    不在投票时间内: 2,
    少选: 2,
    多选: 2,
    项目不存在: 2,
    重复选择: 2,
    当日重复投票: 2,
  },
} as const;

export function votesCsv(): string {
  const lines = ['account,time,choices'];
  const add = (account: string, time: string, choices: string): void =>
    void lines.push(`${account},${time},${choices}`);
  for (let index = 0; index < 40; index += 1)
    add(
      `good-${index}`,
      `2017-03-23 08:${String(index).padStart(2, '0')}:00`,
      tenChoices(1 + (index % 4) * 10),
    );
  for (let index = 0; index < 2; index += 1) {
    add('', '2017-03-23 09:00:00', tenChoices(1));
    add(`early-${index}`, '2017-03-21 23:59:59', tenChoices(1));
    add(`few-${index}`, '2017-03-23 09:00:00', '1;2;3');
    add(
      `many-${index}`,
      '2017-03-23 09:00:00',
      Array.from({ length: 31 }, (_, choice) => choice + 1).join(';'),
    );
    add(`unknown-${index}`, '2017-03-23 09:00:00', `${tenChoices(1)};77`);
    add(`repeated-${index}`, '2017-03-23 09:00:00', `${tenChoices(1)};1`);
    add(`good-${index}`, '2017-03-23 20:00:00', tenChoices(31));
  }
  return `${lines.join('\n')}\n`;
}

export function writeSource(folder: string, name: string, content: string | Buffer): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}
