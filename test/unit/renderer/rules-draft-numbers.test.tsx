// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { Form } from 'antd';
import { afterEach, expect, it, vi } from 'vitest';
import { NumberField } from '../../../renderer/screens/secretariat/rules/NumberField.tsx';
import { typedNumber } from '../../../renderer/screens/secretariat/rules/typed-number.ts';

afterEach(cleanup);

it('keeps what was typed and says at the field what is wrong with it', async () => {
  // jsdom has no media queries, which the form asks.
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  render(
    <Form layout="vertical" initialValues={{ places: 30 }}>
      <NumberField name="places" label="入围名额" min={1} />
    </Form>,
  );
  const field = screen.getByLabelText<HTMLInputElement>('入围名额');
  expect(field.value).toBe('30');
  for (const [typed, problem] of [
    ['-1', '不能小于 1。'],
    ['2.5', '请填整数。'],
    ['三十', '请填整数。'],
    ['', '请填整数。'],
  ] as const) {
    fireEvent.change(field, { target: { value: typed } });
    fireEvent.blur(field);
    expect(field.value).toBe(typed);
    expect(await screen.findByText(problem)).toBeTruthy();
  }
});

it('reads a number however it is typed, and leaves everything else as text', () => {
  expect(['12', ' 12 ', '１２', '1.50', '-3', '−3'].map(typedNumber)).toEqual([12, 12, 12, 1.5, -3, -3]);
  expect(['', '1e3', '一', '1,000', '.5'].map(typedNumber)).toEqual(['', '1e3', '一', '1,000', '.5']);
});
