import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rawSample } from '../../../../electron/services/votes/source/raw-sample.ts';
import { sentenceOf } from '../../../../shared/refusals/refusal.ts';
import { gb18030, utf16 } from '../../../cases/votes/writing.ts';
import { zip } from '../../tables/zip.ts';
import { inspect, refusalOf } from './read-source.ts';

const text = '微信账号,投票时间,所选项目\n王小明,2017-03-22 08:00:00,1;2\n';

describe('the encoding of a text', () => {
  it.each([
    ['utf-8', text],
    ['utf-8', `\ufeff${text}`],
    ['gb18030', gb18030(text)],
    ['utf-16le', utf16(text, 'le')],
    ['utf-16be', utf16(text, 'be')],
    ['utf-16le', utf16(text, 'le', '')],
    ['utf-16be', utf16(text, 'be', '')],
  ] as const)('%s is recognised', async (encoding, bytes) => {
    expect((await inspect('votes.csv', bytes)).encoding).toBe(encoding);
  });

  it('is not UTF-16 where NULs stand at even and odd places: such a file is damaged', async () => {
    const damaged = Buffer.concat([Buffer.from(text), Buffer.alloc(31)]);
    expect((await refusalOf('votes.csv', damaged)).code).toBe('file-not-recognised');
  });

  it('is UTF-16 that only a person can tell where nearly all of it is Chinese', async () => {
    const chinese = `账号\t时间\t选项\n${'王小明\t二〇一七年三月二十二日\t社区食堂┋老年大学┋助餐服务\n'.repeat(3)}`;
    for (const order of ['le', 'be'] as const) {
      const bytes = utf16(chinese, order, '');
      expect(sentenceOf(await refusalOf('votes.txt', bytes))).toContain('UTF-16');
      const inspected = await inspect('votes.txt', bytes, `utf-16${order}`);
      expect(inspected).toMatchObject({ container: 'text', encoding: `utf-16${order}` });
    }
    // What the bytes themselves say is not overruled.
    expect((await inspect('votes.csv', utf16(text, 'le'), 'utf-16be')).encoding).toBe('utf-16le');
  });

  it('with one broken byte stays what it is, and the line of the byte is named', async () => {
    const lines = Array.from({ length: 40 }, (_, index) => `王小明${index},2017-03-22 08:00:00,1;2\n`);
    const bytes = Buffer.from(text + lines.join(''));
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), async (at) => {
        const broken = Buffer.from(bytes);
        broken[at] = 0xff;
        const row = bytes.subarray(0, at).toString('latin1').split('\n').length;
        expect(await refusalOf('votes.csv', broken)).toEqual({
          code: 'text-undecodable',
          details: { file: 'votes.csv', row },
        });
      }),
      { numRuns: 60 },
    );
  });

  it('that is cut within its last character is told at its last line', async () => {
    const bytes = Buffer.from(`${text}李`);
    expect(await refusalOf('votes.csv', bytes.subarray(0, -1))).toMatchObject({
      code: 'text-undecodable',
      details: { row: 3 },
    });
  });
});

describe('the raw beginning of a text', () => {
  it('stands beside what it reads as in each encoding, the recognised one first', async () => {
    const sample = await rawSample(await inspect('votes.csv', gb18030(text)));
    expect(sample.map(({ encoding }) => encoding)).toEqual(['gb18030', 'utf-8']);
    const [right, wrong] = sample;
    expect(right?.lines[1]).toEqual({
      raw: String.raw`\xCD\xF5\xD0\xA1\xC3\xF7,2017-03-22 08:00:00,1;2`,
      text: '王小明,2017-03-22 08:00:00,1;2',
    });
    expect(wrong?.lines[1]?.raw).toBe(right?.lines[1]?.raw);
    expect(wrong?.lines[1]?.text).toContain('\ufffd');
  });

  it('is of UTF-16 by its units, so that a character with a line feed in it is no line end', async () => {
    // U+0A0D and U+0D0A are letters whose bytes are those of line ends.
    const [sample] = await rawSample(await inspect('votes.csv', utf16('a,\u0a0d\u0d0a\r\nb,1\n', 'le')));
    expect(sample?.lines.map((line) => line.text)).toEqual(['a,\u0a0d\u0d0a', 'b,1']);
  });

  it('is bounded in lines and in length, and never ends within a character', async () => {
    const sample = await rawSample(await inspect('votes.csv', `x${'王'.repeat(500)}\n`.repeat(50)));
    expect(sample[0]?.lines).toHaveLength(10);
    expect(sample[0]?.lines[0]?.text).toBe(`x${'王'.repeat(39)}`);
  });

  it('of an archive is its first text, and of a workbook none', async () => {
    const archive = zip([{ name: 'a.csv', content: text }]);
    expect((await rawSample(await inspect('votes.zip', archive)))[0]?.lines[0]?.text).toBe(
      text.split('\n')[0],
    );
    const old = zip([{ name: 'xl/workbook.xml', content: '' }]);
    expect(await rawSample(await inspect('votes.xlsx', old))).toEqual([]);
  });
});
