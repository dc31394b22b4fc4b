/**
 * Text that Excel would take for a formula gets an apostrophe in front, in workbooks and in CSV alike: a project title may
 * come from anybody, and `=HYPERLINK(…)` must stay text even after the file was edited and saved again. The full-width signs
 * are among them because Excel's Chinese and Japanese editions read them as the narrow ones. Reading a table takes the
 * apostrophe off again, so that what was written comes back as it was.
 */
const opening = /^[=+\-@\t\r＝＋－＠]/;
const neutralised = /^'(?=[=+\-@\t\r＝＋－＠])/;

export function neutralText(text: string): string {
  return opening.test(text) ? `'${text}` : text;
}

export function originalText(text: string): string {
  return text.replace(neutralised, '');
}
