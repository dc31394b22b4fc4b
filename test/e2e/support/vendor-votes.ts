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
