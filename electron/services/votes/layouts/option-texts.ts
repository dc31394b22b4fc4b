const opening = '(（[【';
const closing = ')）]】';

/** Texts of an option that a header may hold, the longest first: `第6题(选项)`, `6、题目（选项）`, `题目:选项`, the whole. */
export function optionTexts(header: string): { readonly text: string; readonly stem: string }[] {
  const whole = header.trim();
  const texts = [{ text: whole, stem: '' }];
  for (let place = 0; place < whole.length; place += 1)
    if (':：'.includes(whole.charAt(place)))
      texts.push({ text: whole.slice(place + 1).trim(), stem: whole.slice(0, place + 1) });
  const open = openingOfLast(whole);
  if (open !== null) texts.push({ text: whole.slice(open + 1, -1).trim(), stem: whole.slice(0, open + 1) });
  return texts.filter(({ text }) => text !== '');
}

/** Place of the bracket that the last character closes, brackets within it skipped; null: it closes none. */
function openingOfLast(text: string): number | null {
  if (!closing.includes(text.slice(-1)) || text === '') return null;
  let depth = 0;
  for (let place = text.length - 1; place >= 0; place -= 1) {
    if (closing.includes(text.charAt(place))) depth += 1;
    if (opening.includes(text.charAt(place))) depth -= 1;
    if (depth === 0) return place;
  }
  return null;
}

/** The text of an option that is no candidate, as the same option stands in a list: without its question. */
export function ownOptionText(header: string): string {
  const texts = optionTexts(header);
  const open = openingOfLast(header.trim());
  return (open === null ? texts[1]?.text : texts.at(-1)?.text) ?? header.trim();
}
