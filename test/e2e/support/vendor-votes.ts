import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Votes as the vendor of a voting platform exports them: a text in GBK, options by their titles, columns of its own. */

const candidatesFile = join(import.meta.dirname, '../../../resources/rounds/shanghai-2017/candidates.json');
export const { candidates } = z
  .object({ candidates: z.array(z.object({ candidate: z.number(), title: z.string() })) })
  .parse(JSON.parse(readFileSync(candidatesFile, 'utf8')));

/** The options are written as on the platform, which has its own wording for candidate 11. */
export const reworded = { candidate: 11, text: '市民健康自我管理小组（上海）' } as const;
/** What only the person at the desk can know: the platform calls the account so. */
export const accountColumn = '会员编码';

export const vendorFunnel = { rows: 30, accepted: 28, tooFew: 2 } as const;

function titles(first: number, count: number): string {
  return candidates
    .slice(first - 1, first - 1 + count)
    .map(({ candidate, title }) => (candidate === reworded.candidate ? reworded.text : title))
    .join('┋');
}

/** 28 ballots of ten choices, all with candidate 11, and two of only three. */
export function vendorCsv(): string {
  const lines = [`序号,提交答卷时间,来源,${accountColumn},1、请选出您支持的项目`];
  for (let ballot = 1; ballot <= vendorFunnel.rows; ballot += 1) {
    const minute = String(ballot).padStart(2, '0');
    const isShort = ballot > vendorFunnel.accepted;
    lines.push(
      `${ballot},2017/3/23 9:${minute}:00,微信,hy-7781${minute},${isShort ? titles(20, 3) : titles(5, 10)}`,
    );
  }
  return `${lines.join('\r\n')}\r\n`;
}

/** So many ballots that there is time to look on and to cancel; the quotes keep them from the quickest way of reading. */
export function manyVotesCsv(rows: number): string {
  const lines = ['account,time,choices'];
  const choices = Array.from({ length: 12 }, (_, index) => index + 1).join(';');
  for (let row = 0; row < rows; row += 1)
    lines.push(`"voter-${row}",2017-03-24 10:${String(row % 60).padStart(2, '0')}:00,"${choices}"`);
  return `${lines.join('\n')}\n`;
}

/** The header of the one option whose column says no candidate's title. */
export const rewordedHeader = `第6题(${reworded.text})`;
export const optionsFunnel = { rows: 12, accepted: 12 } as const;

/** As 问卷星 exports "by number": a column of 0 and 1 for each candidate. All choose candidate 11 and nine others in turn. */
export function optionColumnsCsv(): string {
  const headers = candidates.map(({ candidate, title }) =>
    candidate === reworded.candidate ? rewordedHeader : `第6题(${title})`,
  );
  const others = candidates.filter(({ candidate }) => candidate !== reworded.candidate);
  const lines = [['序号', '提交答卷时间', '所用时间', '来自IP', '微信OpenID', ...headers].join(',')];
  for (let ballot = 1; ballot <= optionsFunnel.rows; ballot += 1) {
    const minute = String(ballot).padStart(2, '0');
    const chosen = new Set(
      Array.from({ length: 9 }, (_, each) => others[(9 * ballot + each) % others.length]?.candidate),
    ).add(reworded.candidate);
    const cells = candidates.map(({ candidate }) => (chosen.has(candidate) ? '1' : '0'));
    lines.push(
      [ballot, `2017/3/23 9:${minute}:00`, '60秒', '101.80.1.2', `oX-7781${minute}`, ...cells].join(','),
    );
  }
  return `${lines.join('\r\n')}\r\n`;
}

/** Six ballots to the second; the same six to the minute, with two more that came later. */
export const overlap = { toTheSecond: 6, toTheMinute: 8 } as const;

export function overlappingCsv(precision: 'second' | 'minute'): string {
  const lines = ['account,time,choices'];
  const count = precision === 'second' ? overlap.toTheSecond : overlap.toTheMinute;
  const choices = Array.from({ length: 10 }, (_, index) => index + 1).join(';');
  for (let ballot = 1; ballot <= count; ballot += 1)
    lines.push(`voter-${ballot},2017-03-23 08:0${ballot}${precision === 'second' ? ':32' : ''},${choices}`);
  return `${lines.join('\n')}\n`;
}
