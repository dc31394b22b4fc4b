import { done, refused, type Result } from '../../shared/refusals/refusal.ts';
import { schemaProblem } from '../../shared/refusals/schema-problem.ts';
import { roundSchema, type Round } from '../../shared/round/round.ts';

/** Names as round files have them; anything else (`__proto__`) names no rule. */
const ruleName = /^[a-zA-Z][\w-]*$/;

interface TrialRule {
  readonly path: readonly string[];
  readonly value: string;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `merge.expertWeight=60` */
function readTrialRule(text: string): TrialRule | null {
  const separator = text.indexOf('=');
  if (separator < 0) return null;
  const path = text.slice(0, separator).trim().split('.');
  return path.every((name) => ruleName.test(name)) ? { path, value: text.slice(separator + 1).trim() } : null;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** JSON, or a bare word for a text; a list may be written with commas, and an empty one with nothing. */
function readValue(text: string, present: unknown): unknown {
  const value = parsedJson(text);
  if (Array.isArray(present) && !Array.isArray(value)) {
    return text
      .split(/[,，]/)
      .map((item) => item.trim())
      .filter((item) => item !== '');
  }
  return typeof present === 'string' && typeof value !== 'string' && value !== null ? text : value;
}

/** The object that holds the last name of the path; in a list of criteria, one is named by its id. */
function holderOf(round: Record<string, unknown>, path: readonly string[]): Record<string, unknown> | null {
  let holder: unknown = round;
  for (const name of path.slice(0, -1)) {
    if (Array.isArray(holder)) holder = holder.find((item) => isObject(item) && item['id'] === name);
    else if (isObject(holder) && Object.hasOwn(holder, name)) holder = holder[name];
    else return null;
  }
  return isObject(holder) ? holder : null;
}

/** The names on the way to what the schema found wrong, a criterion by its id again. */
function issuePath(round: unknown, path: readonly PropertyKey[]): string {
  let holder: unknown = round;
  const names = path.map((key) => {
    const inner: unknown = isObject(holder) || Array.isArray(holder) ? Reflect.get(holder, key) : undefined;
    const name = Array.isArray(holder) && isObject(inner) ? String(inner['id']) : String(key);
    holder = inner;
    return name;
  });
  return names.join('.');
}

/**
 * The round with trial rules set in a copy, such as `merge.expertWeight=60`, `criteria.innovation.weight=30` or
 * `merge.tieBreak=public,expert`; the later of two for one rule counts. What comes out is as valid as a round file.
 */
export function withTrialRules(round: Round, sets: readonly string[]): Result<Round> {
  const copy: unknown = structuredClone(round);
  if (!isObject(copy)) throw new TypeError('a round is an object');
  for (const text of sets) {
    const rule = readTrialRule(text);
    const holder = rule === null ? null : holderOf(copy, rule.path);
    const last = rule?.path.at(-1);
    if (rule === null || holder === null || last === undefined)
      return refused('rule-unknown', { rule: text.split('=')[0]?.trim() ?? text });
    holder[last] = readValue(rule.value, holder[last]);
  }
  const parsed = roundSchema.safeParse(copy);
  if (parsed.success) return done(parsed.data);
  const issue = parsed.error.issues[0];
  if (issue === undefined) throw parsed.error;
  const where = issuePath(copy, issue.path);
  if (issue.code === 'unrecognized_keys')
    return refused('rule-unknown', { rule: [where, issue.keys[0]].filter((name) => name !== '').join('.') });
  return refused('invalid-input', { field: where, problem: schemaProblem(issue) });
}
