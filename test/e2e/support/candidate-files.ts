import { candidates } from './vendor-votes.ts';

/** Votes of a platform that exports each candidate's voters by themselves. */

/** What is in its file 11 belongs, as only the person at the desk knows, to another candidate. */
export const misnamed = { from: 11, to: 50 } as const;
/** In the same folder, and no ballots. */
export const notes = '导出说明.csv';

/** Three voters choose the first ten, one of them what file 11 holds too; a fourth chooses only the first two. */
export const setFunnel = { rows: 4, accepted: 3, tooFew: 1 } as const;

export function candidateFiles(): { readonly name: string; readonly content: string }[] {
  const files = candidates.slice(0, misnamed.from).map(({ candidate, title }) => {
    const voters = candidate === misnamed.from ? ['甲'] : ['甲', '乙', '丙'];
    if (candidate <= 2) voters.push('丁');
    const rows = voters.map((voter) => `voter-${voter},2017-03-23 09:00:00`);
    const name = `${String(candidate).padStart(2, '0')}_${title.replaceAll(/[\\/:*?"<>|]/g, '_')}.csv`;
    return { name, content: ['openid,投票时间', ...rows, ''].join('\r\n') };
  });
  return [...files, { name: notes, content: '导出时间,导出人\r\n2017年4月1日,平台\r\n' }];
}
