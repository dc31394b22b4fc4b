import type { FormRule } from 'antd';
import { text } from '../../text/text.ts';

type RuleObject = Exclude<FormRule, (form: never) => unknown>;

interface FieldReader {
  readonly getFieldValue: (name: string) => unknown;
}

/** What the main process will ask of a secretary's password; said here before it is sent. */
const secretaryLength = 8;

export const secretaryPasswordRules: FormRule[] = [
  { required: true, message: text.signIn.firstStart.tooShort },
  { min: secretaryLength, message: text.signIn.firstStart.tooShort },
];

/** The second typing of a password has to be the first one again. */
export function sameAsRule(field: string): (form: FieldReader) => RuleObject {
  return (form) => ({
    validator: async (_, value: unknown) => {
      if (value !== form.getFieldValue(field)) throw new Error(text.signIn.firstStart.different);
    },
  });
}
