import { describe, expect, it } from 'vitest';
import { cellText } from '../../../electron/services/tables/cell-text.ts';
import { neutralText, originalText } from '../../../electron/services/tables/formula-guard.ts';

describe('a cell becomes the text that a person reads in the sheet', () => {
  it.each([
    [87.5, '87.5'],
    [90, '90'],
    [0.1 + 0.2, '0.3'],
    [87.550000000000011, '87.55'],
    [-3, '-3'],
    [12345678901234567890, '12345678901234567168'],
    [1e21, '1000000000000000000000'],
    [0.0000001, '0.0000001'],
    [true, 'TRUE'],
    [null, ''],
    ['  王敏 ', '  王敏 '],
    [new Date(Date.UTC(2017, 2, 22)), '2017-03-22 00:00:00'],
    [new Date(Date.UTC(2017, 2, 31, 12, 0, 0, 5)), '2017-03-31 12:00:00.005'],
  ])('%s → %s', (content, text) => {
    expect(cellText(content)).toBe(text);
  });
});

describe('text that Excel would take for a formula', () => {
  it.each(['=1+1', '+86', '-1', '@SUM(A1)', '\tx', '\rx', '＝1'])(
    '%j is neutralised and comes back as it was',
    (text) => {
      expect(neutralText(text)).toBe(`'${text}`);
      expect(originalText(neutralText(text))).toBe(text);
    },
  );

  it.each(['“海纳百创”', "'quoted'", '1+1', 'a=b', ''])('%j stays as it is both ways', (text) => {
    expect(neutralText(text)).toBe(text);
    expect(originalText(text)).toBe(text);
  });
});
