import { describe, expect, it } from 'vitest';
import { createExpert, issuePin } from '../../../electron/services/experts.ts';
import { pauseSeconds } from '../../../electron/services/password-attempts.ts';
import {
  hashPassword,
  newRecoveryCode,
  newTemporaryPin,
  passwordFits,
} from '../../../electron/services/passwords.ts';
import {
  addPerson,
  changePassword,
  isSetUp,
  issuePassword,
  listPeople,
  nameFirstSecretary,
  recoverPassword,
  signInPeople,
} from '../../../electron/services/people.ts';
import { signIn } from '../../../electron/services/sign-in.ts';
import {
  cheap,
  refusalOf,
  temporaryWorkspace,
  valueOf,
  type TestWorkspace,
} from '../../support/workspace.ts';

async function withSecretary(): Promise<TestWorkspace & { personId: number; recoveryCode: string }> {
  const test = temporaryWorkspace();
  const named = valueOf(
    await nameFirstSecretary(test.secretariat, { name: '王敏', password: 'a good one' }, cheap),
  );
  return { ...test, personId: named.signedIn.person.id, recoveryCode: named.recoveryCode };
}

describe('a stored password', () => {
  it('is a salted scrypt hash that carries its own cost, and fits only the password it was made of', async () => {
    const hash = await hashPassword('秘密 password', cheap);
    expect(hash).toMatch(/^scrypt\$16\$1\$1\$/);
    expect(await hashPassword('秘密 password', cheap)).not.toBe(hash);
    expect(await passwordFits('秘密 password', hash)).toBe(true);
    expect(await passwordFits('秘密 Password', hash)).toBe(false);
  });

  it('costs what the design asks for unless a test says otherwise', async () => {
    expect(await hashPassword('x')).toMatch(/^scrypt\$131072\$8\$1\$/);
  });

  it('a PIN is six digits that are not all equal; a recovery code is five groups without look-alikes', () => {
    for (let count = 0; count < 200; count += 1) {
      expect(newTemporaryPin()).toMatch(/^(?!(\d)\1{5})\d{6}$/);
      expect(newRecoveryCode()).toMatch(/^([34679ACDEFGHJKMNP-RT-Y]{5}-){4}[34679ACDEFGHJKMNP-RT-Y]{5}$/);
    }
  });
});

describe('the first start', () => {
  it('names one secretary, who can then sign in; a second first start is refused', async () => {
    const { workspace, secretariat, personId, events } = await withSecretary();
    expect(isSetUp(workspace)).toBe(true);
    const again = await nameFirstSecretary(secretariat, { name: '别人', password: 'another one' }, cheap);
    expect(refusalOf(again).code).toBe('already-set-up');
    const signedIn = valueOf(await signIn(secretariat, { personId, password: 'a good one' }));
    expect(signedIn).toEqual({
      person: { id: personId, name: '王敏', role: 'secretariat', organisation: '' },
      mustChangePassword: false,
    });
    expect(events().at(-1)).toEqual({ event: 'signed-in', payload: { person: personId } });
  });

  it('of two at the same moment only one succeeds', async () => {
    const { secretariat, workspace } = temporaryWorkspace();
    const both = await Promise.all(
      ['甲', '乙'].map((name) => nameFirstSecretary(secretariat, { name, password: 'a good one' }, cheap)),
    );
    expect(both.filter((each) => each.ok)).toHaveLength(1);
    expect(signInPeople(workspace)).toHaveLength(1);
  });

  it('refuses a password that is short or one character over and over', async () => {
    const { secretariat } = temporaryWorkspace();
    const short = await nameFirstSecretary(secretariat, { name: '王敏', password: '1234567' }, cheap);
    expect(refusalOf(short)).toEqual({ code: 'weak-password', details: { atLeast: 8 } });
    const dull = await nameFirstSecretary(secretariat, { name: '王敏', password: '11111111' }, cheap);
    expect(refusalOf(dull).code).toBe('invalid-input');
  });
});

describe('misses', () => {
  it('from the third on are followed by a pause that doubles up to five minutes', () => {
    expect([1, 2, 3, 4, 5, 8, 9, 10, 50].map(pauseSeconds)).toEqual([0, 0, 5, 10, 20, 160, 300, 300, 300]);
  });

  it('pause even the right password, for as long as the sentence says; success forgets them', async () => {
    const { secretariat, personId, clock, events } = await withSecretary();
    const wrong = (): Promise<unknown> => signIn(secretariat, { personId, password: 'wrong' });
    await wrong();
    await wrong();
    const third = await signIn(secretariat, { personId, password: 'wrong' });
    expect(refusalOf(third)).toEqual({ code: 'wrong-password', details: { waitSeconds: 5 } });
    clock.forward(4);
    const early = await signIn(secretariat, { personId, password: 'a good one' });
    expect(refusalOf(early)).toEqual({ code: 'sign-in-paused', details: { waitSeconds: 1 } });
    clock.forward(1);
    valueOf(await signIn(secretariat, { personId, password: 'a good one' }));
    const next = await signIn(secretariat, { personId, password: 'wrong' });
    expect(refusalOf(next)).toEqual({ code: 'wrong-password', details: { waitSeconds: 0 } });
    expect(events().filter(({ event }) => event === 'sign-in-refused')).toHaveLength(4);
  });

  it('are counted before the password is checked, so that many attempts at once get no further', async () => {
    const { secretariat, personId } = await withSecretary();
    const results = await Promise.all(
      Array.from({ length: 10 }, () => signIn(secretariat, { personId, password: 'wrong' })),
    );
    const codes = results.map((each) => refusalOf(each).code);
    expect(codes.filter((code) => code === 'wrong-password')).toHaveLength(3);
    expect(codes.filter((code) => code === 'sign-in-paused')).toHaveLength(7);
  });
});

describe('the recovery code', () => {
  it('sets a new password however it is typed, and the old one stops working', async () => {
    const { secretariat, personId, recoveryCode } = await withSecretary();
    const typed = recoveryCode.toLowerCase().replaceAll('-', ' ');
    const input = { personId, recoveryCode: typed, password: 'the new one' };
    expect(valueOf(await recoverPassword(secretariat, input, cheap)).mustChangePassword).toBe(false);
    const old = await signIn(secretariat, { personId, password: 'a good one' });
    expect(refusalOf(old).code).toBe('wrong-password');
    valueOf(await signIn(secretariat, { personId, password: 'the new one' }));
  });

  it('when wrong counts as a miss and changes nothing', async () => {
    const { secretariat, personId } = await withSecretary();
    const input = { personId, recoveryCode: newRecoveryCode(), password: 'the new one' };
    for (let miss = 1; miss <= 3; miss += 1) {
      expect(refusalOf(await recoverPassword(secretariat, input, cheap)).code).toBe('wrong-recovery-code');
    }
    const paused = await signIn(secretariat, { personId, password: 'a good one' });
    expect(refusalOf(paused).code).toBe('sign-in-paused');
  });

  it('is no help to an expert or observer', async () => {
    const { addExpert, secretariat, recoveryCode } = await withSecretary();
    const { expert } = addExpert('张委员');
    const input = { personId: expert, recoveryCode, password: 'the new one' };
    expect(refusalOf(await recoverPassword(secretariat, input, cheap)).code).toBe('not-allowed');
  });
});

describe('a temporary PIN', () => {
  it('lets the expert in, must be replaced by another, and then stops working', async () => {
    const { addExpert, secretariat } = temporaryWorkspace();
    const expert = addExpert('张委员');
    const personId = expert.expert;
    const none = await signIn(secretariat, { personId, password: '' });
    expect(refusalOf(none).code).toBe('wrong-password');
    const { pin, expert: record } = valueOf(await issuePin(secretariat, { id: personId }, cheap));
    expect(record.pin).toBe('temporary');
    expect(valueOf(await signIn(secretariat, { personId, password: pin })).mustChangePassword).toBe(true);
    const same = await changePassword(expert, { current: pin, next: pin }, cheap);
    expect(refusalOf(same).code).toBe('invalid-input');
    const short = await changePassword(expert, { current: pin, next: '13579' }, cheap);
    expect(refusalOf(short)).toEqual({ code: 'weak-password', details: { atLeast: 6 } });
    const changed = valueOf(await changePassword(expert, { current: pin, next: '135790x' }, cheap));
    expect(changed.mustChangePassword).toBe(false);
    expect(refusalOf(await signIn(secretariat, { personId, password: pin })).code).toBe('wrong-password');
    valueOf(await signIn(secretariat, { personId, password: '135790x' }));
  });

  it('that is issued again replaces the expert’s own and lifts a pause', async () => {
    const { addExpert, secretariat } = temporaryWorkspace();
    const personId = addExpert('张委员').expert;
    const first = valueOf(await issuePin(secretariat, { id: personId }, cheap)).pin;
    for (let miss = 0; miss < 4; miss += 1) await signIn(secretariat, { personId, password: 'wrong' });
    const { pin } = valueOf(await issuePin(secretariat, { id: personId }, cheap));
    if (pin !== first) {
      expect(refusalOf(await signIn(secretariat, { personId, password: first })).code).toBe('wrong-password');
    }
    valueOf(await signIn(secretariat, { personId, password: pin }));
  });

  it('stands nowhere in the database or the record', async () => {
    const { addExpert, secretariat, events, workspace } = temporaryWorkspace();
    const { pin } = valueOf(await issuePin(secretariat, { id: addExpert('张委员').expert }, cheap));
    const stored = workspace.connection.prepare('SELECT * FROM person').all();
    expect(JSON.stringify([stored, events()])).not.toContain(pin);
  });
});

describe('people', () => {
  it('at the sign-in page are those who can sign in, and every secretary: by role, then as a Chinese reader sorts', async () => {
    const { addExpert, secretariat, workspace } = await withSecretary();
    const [, , issued] = [addExpert('张委员'), addExpert('王委员'), addExpert('李委员')];
    const other = valueOf(
      createExpert(secretariat, { code: 'B', name: '安委员', organisation: '某校', district: '' }),
    );
    for (const id of [issued?.expert ?? 0, other.id]) valueOf(await issuePin(secretariat, { id }, cheap));
    valueOf(
      await addPerson(secretariat, { name: '周监督', role: 'observer', organisation: '监督组' }, cheap),
    );
    valueOf(await addPerson(secretariat, { name: '陈秘书', role: 'secretariat', organisation: '' }, cheap));
    expect(signInPeople(workspace).map(({ name }) => name)).toEqual([
      '安委员',
      '李委员',
      '陈秘书',
      '王敏',
      '周监督',
    ]);
    expect(valueOf(listPeople(secretariat)).people.map(({ name }) => name)).toEqual([
      '陈秘书',
      '王敏',
      '周监督',
    ]);
  });

  it('added by a secretary start with a temporary password; a name is taken once per role', async () => {
    const { secretariat } = await withSecretary();
    const input = { name: '周监督', role: 'observer', organisation: '监督组' } as const;
    const { person, temporaryPassword } = valueOf(await addPerson(secretariat, input, cheap));
    const signedIn = valueOf(await signIn(secretariat, { personId: person.id, password: temporaryPassword }));
    expect(signedIn.mustChangePassword).toBe(true);
    expect(refusalOf(await addPerson(secretariat, input, cheap)).code).toBe('expert-name-taken');
    valueOf(await addPerson(secretariat, { ...input, role: 'secretariat' }, cheap));
  });
  it('a forgotten password is replaced by another secretary; the old one stops working, the own one is not touched so', async () => {
    const { secretariat, workspace, personId, events } = await withSecretary();
    const secretary = {
      ...secretariat,
      actor: { kind: 'person', id: personId, name: '王敏', role: 'secretariat' },
    } as const;
    const input = { name: '周监督', role: 'observer', organisation: '' } as const;
    const { person, temporaryPassword: first } = valueOf(await addPerson(secretary, input, cheap));
    const { temporaryPassword: second } = valueOf(await issuePassword(secretary, { id: person.id }, cheap));
    const visitor = { workspace, now: secretariat.now };
    expect(refusalOf(await signIn(visitor, { personId: person.id, password: first })).code).toBe(
      'wrong-password',
    );
    expect(valueOf(await signIn(visitor, { personId: person.id, password: second })).mustChangePassword).toBe(
      true,
    );
    expect(events().map(({ event }) => event)).toContain('password-issued');
    expect(refusalOf(await issuePassword(secretary, { id: personId }, cheap)).code).toBe('own-password');
    expect(refusalOf(await issuePassword(secretary, { id: 999 }, cheap)).code).toBe('not-found');
  });
});
