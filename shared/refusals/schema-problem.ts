import type { z } from 'zod';

const kinds: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '是或否',
  array: '列表',
  object: '一组字段',
  record: '一组字段',
};

function sizeProblem(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): string {
  const isSmall = issue.code === 'too_small';
  const bound = Number(isSmall ? issue.minimum : issue.maximum);
  if (issue.origin === 'string') {
    if (isSmall) return bound === 1 ? '不能为空' : `至少要 ${bound} 个字`;
    return `最多 ${bound} 个字`;
  }
  if (issue.origin === 'array' || issue.origin === 'set')
    return isSmall ? `至少要 ${bound} 项` : `最多 ${bound} 项`;
  if (issue.inclusive === false) return isSmall ? `应大于 ${bound}` : `应小于 ${bound}`;
  return isSmall ? `不能小于 ${bound}` : `不能大于 ${bound}`;
}

/**
 * One issue of a schema in a sentence of ours, without a full stop: zod's own messages are English. Messages that our
 * schemas write themselves are Chinese and stand as they are.
 */
export function schemaProblem(issue: z.core.$ZodIssue): string {
  if (/\p{Script=Han}/u.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.includes('received undefined')
        ? '没有填写'
        : `应是${kinds[issue.expected] ?? issue.expected}`;
    case 'too_small':
    case 'too_big':
      return sizeProblem(issue);
    case 'not_multiple_of':
      return `应是 ${String(issue.divisor)} 的整数倍`;
    case 'invalid_value':
      return `应是以下之一：${issue.values.map(String).join('、')}`;
    case 'invalid_format':
      return issue.format === 'datetime' ? '应是带时区的时间，如 2017-03-22T00:00:00+08:00' : '格式不对';
    case 'unrecognized_keys':
      return `有不认识的字段：${issue.keys.join('、')}`;
    default:
      return '内容不对';
  }
}
