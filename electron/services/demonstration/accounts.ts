import type { PersonFields } from '../../database/people.ts';

/** A made-up person and how to sign in as them. The passwords are public, so that anybody can try the program. */
export interface DemonstrationAccount {
  readonly fields: PersonFields;
  readonly password: string;
}

const password = 'yanshi2017';
const pin = '246810';

/** Hashes of the two, with fixed salts and a low cost, so that a demonstration is made at once. */
export const demonstrationHashes: ReadonlyMap<string, string> = new Map([
  [password, 'scrypt$16384$8$1$eWFuc2hpLXBhc3N3b3Jk$CvZFfahH4fJZORq344VtRPjRsC0h8cJ9nJtmccZGQt8'],
  [pin, 'scrypt$16384$8$1$eWFuc2hpLXBpbg$TW2q-okEPPkGWoai-16744QPAwcZIzqYK6xPODBRjfE'],
]);

const expertCount = 12;
const bodies = ['演示高校', '演示研究院', '演示媒体', '演示区代表', '演示社会组织', '演示机关'];

function person(
  name: string,
  role: PersonFields['role'],
  organisation: string,
  word: string,
  code = '',
): DemonstrationAccount {
  return { fields: { name, role, code, organisation, district: '' }, password: word };
}

/** The secretary first, because the others are recorded in the secretary's name. */
export const demonstrationPeople: readonly DemonstrationAccount[] = [
  person('演示秘书', 'secretariat', '演示秘书处', password),
  person('演示监督员', 'observer', '演示监督组', password),
  ...Array.from({ length: expertCount }, (_, index) => {
    const number = String(index + 1).padStart(2, '0');
    return person(`演示委员${number}`, 'expert', bodies[index % bodies.length] ?? '', pin, `YS${number}`);
  }),
];
