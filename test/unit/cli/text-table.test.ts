import { expect, it } from 'vitest';
import { displayWidth, textTable } from '../../../electron/cli/text-table.ts';

it('a Chinese character is as wide as two letters', () => {
  expect(displayWidth('评审abc')).toBe(7);
  expect(displayWidth('（１）')).toBe(6);
});

it('columns line up, long texts are cut, numbers stand at the right', () => {
  const table = textTable(
    [{ header: '编号', alignment: 'right' }, { header: '名称', atMost: 10 }, { header: '区' }],
    [['1', '社区议事厅和更多', '静安'], '──', ['12', 'abc', '']],
  );
  expect(table.split('\n')).toEqual([
    '编号  名称        区',
    '----------------------',
    '   1  社区议事…  静安',
    '──',
    '  12  abc',
  ]);
});
