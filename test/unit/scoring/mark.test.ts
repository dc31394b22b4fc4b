import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markFromThousandths, markPoints, markText, parseMark } from '../../../shared/scoring/mark.ts';

const hundred = { max: 100, step: 1 };
const halves = { max: 10, step: 0.5 };

describe('parseMark', () => {
  it.each([
    ['87', hundred, 87_000],
    [' 87 ', hundred, 87_000],
    ['0', hundred, 0],
    [100, hundred, 100_000],
    ['087', hundred, 87_000],
    ['87.0', hundred, 87_000],
    [87.5, { max: 100, step: 0.5 }, 87_500],
    ['9.5000', halves, 9_500],
    [0.3, { max: 1, step: 0.1 }, 300],
    ['0.7', { max: 1, step: 0.1 }, 700],
    ['0.001', { max: 1, step: 0.001 }, 1],
  ])('reads %s', (text, criterion, thousandths) => {
    expect(parseMark(text, criterion)).toBe(thousandths);
  });

  it.each([
    ['above the maximum', '101', hundred],
    ['below zero', '-1', hundred],
    ['below zero, a number', -0.5, halves],
    ['between two steps', '87.5', hundred],
    ['between two steps, far behind the point', '9.5001', halves],
    ['not a multiple of the step although in range', '10', { max: 10, step: 3 }],
    ['empty', '', hundred],
    ['a blank', ' ', hundred],
    ['a word', '优', hundred],
    ['full-width digits', '８７', hundred],
    ['an exponent', '1e1', hundred],
    ['a sign', '+87', hundred],
    ['a decimal comma', '87,0', hundred],
    ['two numbers', '87 88', hundred],
    ['no number', NaN, hundred],
    ['beyond every mark', '99999999999', { max: 1e12, step: 1 }],
  ])('takes no mark that is %s', (_, text, criterion) => {
    expect(parseMark(text, criterion)).toBeNull();
  });

  it('takes exactly the multiples of the step from 0 to the maximum', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 30_000 }),
        fc.constantFrom(1, 5, 100, 500, 1000),
        (value, step) => {
          const text = `${Math.floor(value / 1000)}.${String(value % 1000).padStart(3, '0')}`;
          const expected = value <= 20_000 && value % step === 0 ? value : null;
          expect(parseMark(text, { max: 20, step: step / 1000 })).toBe(expected);
        },
      ),
    );
  });
});

describe('markText', () => {
  it.each([
    [87_500, '87.5'],
    [90_000, '90'],
    [0, '0'],
    [50, '0.05'],
    [100_001, '100.001'],
  ])('%i thousandths read %s', (thousandths, text) => {
    const mark = markFromThousandths(thousandths);
    expect(markText(mark)).toBe(text);
    expect(markPoints(mark)).toBe(Number(text));
  });

  it('reads back as the same mark', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (value) => {
        expect(parseMark(markText(markFromThousandths(value)), { max: 100, step: 0.001 })).toBe(value);
      }),
    );
  });
});

describe('markFromThousandths', () => {
  it.each([-1, 0.5, NaN, 1e13])('refuses %d', (value) => {
    expect(() => markFromThousandths(value)).toThrow(RangeError);
  });
});
