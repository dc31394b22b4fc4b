import { describe, expect, it } from 'vitest';
import { endUnexpectedly } from '../../../electron/hosts/unexpected-end.ts';

function end(error: unknown): string[] {
  const said: string[] = [];
  endUnexpectedly(error, '评审工作站出错了', {
    write: (text) => said.push(`stderr: ${text}`),
    showErrorBox: (title, content) => said.push(`box: ${title}: ${content}`),
    exit: (code) => said.push(`exit ${code}`),
  });
  return said;
}

describe('the end of the window after a defect', () => {
  it('is written with the way to it before the box stops everything, then said, then done', () => {
    const [written, shown, ended] = end(new Error('page 7 is missing'));
    expect(written).toMatch(/^stderr: Error: page 7 is missing\n {4}at /);
    expect(shown).toMatch(/^box: 评审工作站出错了: /);
    expect(shown).toContain('已经显示“已保存”的内容都在');
    expect(shown).toContain('page 7 is missing');
    expect(ended).toBe('exit 3');
  });

  it('has words for what is no error', () => {
    expect(end('lost')[0]).toBe('stderr: lost\n');
  });
});
