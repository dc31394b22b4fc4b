import { Input } from 'antd';
import { useState } from 'react';
import { typedNumber } from './typed-number.ts';

interface Properties {
  readonly value?: unknown;
  readonly onChange?: (value: number | string) => void;
  readonly id?: string;
  readonly 'aria-label'?: string;
}

/** A field for a number that never puts another one in the place of what was typed. */
export function TypedNumber({ value, onChange, ...others }: Properties): React.JSX.Element {
  const [typed, setTyped] = useState('');
  const shown = typedNumber(typed) === value ? typed : typeof value === 'number' ? String(value) : value;
  return (
    <Input
      {...others}
      className="number-field"
      inputMode="decimal"
      autoComplete="off"
      maxLength={20}
      value={typeof shown === 'string' ? shown : ''}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange?.(typedNumber(event.target.value));
      }}
    />
  );
}
