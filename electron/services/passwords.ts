import { randomBytes, randomInt, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';

/** What a password's hash costs; stored in the hash itself, so that it can be raised later. */
export interface PasswordCost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** About a second and 128 MB for each guess. */
export const standardCost: PasswordCost = { N: 2 ** 17, r: 8, p: 1 };

const memoryLimit = 256 * 1024 * 1024;
const keyLength = 32;

/** `scrypt$N$r$p$salt$key`, salt and key in base64url. */
const hashText = /^scrypt\$(\d{1,9})\$(\d{1,3})\$(\d{1,3})\$([\w-]{1,100})\$([\w-]{43})$/;

function derive(password: string, salt: Buffer, cost: PasswordCost): Promise<Buffer> {
  const options: ScryptOptions = { ...cost, maxmem: memoryLimit };
  return new Promise((resolve, reject) => {
    // NFC: two keyboards may compose the same character differently.
    scrypt(password.normalize('NFC'), salt, keyLength, options, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}

/** @param salt only where the hash must be the same every time (the demonstration); random otherwise. */
export async function hashPassword(
  password: string,
  cost: PasswordCost = standardCost,
  salt: Buffer = randomBytes(16),
): Promise<string> {
  const key = await derive(password, salt, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

export async function passwordFits(password: string, hash: string): Promise<boolean> {
  const [, N, r, p, salt = '', key = ''] = hashText.exec(hash) ?? [];
  if (N === undefined) throw new Error('a stored password hash has an unknown form');
  const derived = await derive(password, Buffer.from(salt, 'base64url'), {
    N: Number(N),
    r: Number(r),
    p: Number(p),
  });
  return timingSafeEqual(derived, Buffer.from(key, 'base64url'));
}

/** Characters that cannot be mistaken for another on paper or over the telephone: no 0 O, 1 I L, 2 Z, 5 S, 8 B. */
const unambiguous = '34679ACDEFGHJKMNPQRTUVWXY';

function randomText(length: number): string {
  return Array.from({ length }, () => unambiguous.charAt(randomInt(unambiguous.length))).join('');
}

/** Five groups of five characters (116 bits), printed once and kept on paper. */
export function newRecoveryCode(): string {
  return Array.from({ length: 5 }, () => randomText(5)).join('-');
}

/** What was typed from that paper: capitals or not, with any blanks and hyphens. */
export function recoveryCodeText(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐-―−]/gu, '');
}

/** A temporary password of a secretary or an observer. */
export function newTemporaryPassword(): string {
  return `${randomText(5)}-${randomText(5)}`;
}

/** Whether every character is the same: `111111` is the first that anybody tries. */
export function isOneCharacter(password: string): boolean {
  return new Set(password).size === 1;
}

/** A temporary PIN: six digits, not all equal. */
export function newTemporaryPin(): string {
  for (;;) {
    const pin = String(randomInt(1_000_000)).padStart(6, '0');
    if (!isOneCharacter(pin)) return pin;
  }
}
