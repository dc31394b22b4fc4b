import { create, type StoreApi, type UseBoundStore } from 'zustand';
import type { OwnSheet } from '../../shared/contract/marks.ts';
import type { WorkspaceKind } from '../../shared/contract/workspace.ts';
import { readComment, readMark, type Draft } from './mark-draft.ts';
import { fieldOf, sheetTexts, type FieldKey } from './score-fields.ts';
import { sequencedSave, type SequencedSave } from './sequenced-save.ts';

/**
 * The signed-in expert's sheet as it is being typed. A field is "saved" only after the main process has answered that it is
 * on the disk; until then, and after every refusal, what was typed stays here and is called unsaved.
 */

/**
 * - `saved`: what is shown is what is on the disk
 * - `typing`: changed, about to be sent
 * - `saving`: sent, no answer yet
 * - `unsaved`: refused or unanswered; `problem` says why
 * - `invalid`: no mark of this criterion; never sent
 */
export type FieldPhase = 'saved' | 'typing' | 'saving' | 'unsaved' | 'invalid';

export interface Field {
  /** As typed. */
  readonly text: string;
  /** What the disk holds as far as an answer has told; '' is an absent mark. */
  readonly confirmed: string;
  readonly phase: FieldPhase;
  readonly problem: string | null;
}
export type Fields = Readonly<Record<FieldKey, Field>>;

export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: { readonly code: string; readonly message: string } };

type Saved = Answer<{ readonly savedAt: string }>;

/** The calls of the store, handed in so that a test can answer them in any order. */
export interface ScoreDraftPorts {
  readSheet(): Promise<Answer<OwnSheet>>;
  saveScore(input: { candidate: number; criterion: string; mark: number | null }): Promise<Saved>;
  saveComment(input: { candidate: number; comment: string }): Promise<Saved>;
  declareRecusal(input: { candidate: number; recused: boolean; reason: string }): Promise<Answer<OwnSheet>>;
  submitSheet(input: { acceptMissing: boolean }): Promise<Answer<OwnSheet>>;
}

/** Whose drafts they are. Numbers begin anew in every workspace, so the number alone names nobody. */
export interface DraftOwner {
  readonly workspace: WorkspaceKind;
  readonly id: number;
  readonly name: string;
}

export function isSameOwner(one: DraftOwner | null, other: DraftOwner | null): boolean {
  if (one === null || other === null) return one === other;
  return one.workspace === other.workspace && one.id === other.id && one.name === other.name;
}

export interface ScoreDrafts {
  /** Whose sheet this is; null before it is opened. */
  readonly owner: DraftOwner | null;
  readonly sheet: OwnSheet | null;
  readonly loadProblem: string | null;
  readonly fields: Fields;
  /** ISO text of the newest confirmed save of this sitting. */
  readonly lastSavedAt: string | null;

  /** Reads the sheet, or reads it again; drafts of the same person that are not saved yet are kept. */
  open(owner: DraftOwner): Promise<void>;
  type(key: FieldKey, text: string): void;
  /** Sends what was typed without waiting for the pause. */
  commit(key: FieldKey): void;
  /** Sends again everything that was refused or not answered. */
  retry(): void;
  /** Lets go of a draft that can no longer be recorded; what is recorded is shown again. */
  drop(key: FieldKey): void;
  /** Sends what is still to be sent and waits for the answers; true when everything is on the disk. */
  settle(): Promise<boolean>;
  /** Both answer with the reason why it was not done, or null. */
  declareRecusal(candidate: number, recused: boolean, reason: string): Promise<string | null>;
  submit(acceptMissing: boolean): Promise<string | null>;
  /** Drops everything: nobody may find another person's marks in this page. */
  forget(): void;
}

/** A pause in typing after which the field is sent without Enter, in milliseconds. */
export const typingPause = 500;

export const emptyField: Field = { text: '', confirmed: '', phase: 'saved', problem: null };

const nothingOpen = { owner: null, sheet: null, loadProblem: null, fields: {}, lastSavedAt: null } as const;

export function unsavedKeys(fields: Fields): readonly FieldKey[] {
  return (Object.keys(fields) as FieldKey[]).filter((key) => fields[key]?.phase !== 'saved');
}

export function createScoreDrafts(ports: ScoreDraftPorts): UseBoundStore<StoreApi<ScoreDrafts>> {
  const pauses = new Map<FieldKey, ReturnType<typeof setTimeout>>();
  let savers = new Map<FieldKey, SequencedSave<string>>();
  /** Fields whose last request was not confirmed: the disk may hold either text, so the next commit always sends. */
  const uncertain = new Set<FieldKey>();
  /** Counts sends and answers, to tell whether a sheet that was read meanwhile may be older than what is shown. */
  let revision = 0;

  return create<ScoreDrafts>((set, get) => {
    const fieldAt = (key: FieldKey): Field => get().fields[key] ?? emptyField;
    const put = (key: FieldKey, change: Partial<Field>) =>
      set(({ fields }) => ({ fields: { ...fields, [key]: { ...(fields[key] ?? emptyField), ...change } } }));

    function stopPause(key: FieldKey): void {
      clearTimeout(pauses.get(key));
      pauses.delete(key);
    }

    function readText(key: FieldKey, typed: string): Draft {
      const { criterion } = fieldOf(key);
      const rule = get().sheet?.criteria.find(({ id }) => id === criterion);
      return rule === undefined ? readComment(typed) : readMark(typed, rule);
    }

    function send(key: FieldKey, text: string): Promise<Saved> {
      const { candidate, criterion } = fieldOf(key);
      if (criterion === null) return ports.saveComment({ candidate, comment: text });
      return ports.saveScore({ candidate, criterion, mark: text === '' ? null : Number(text) });
    }

    function saverOf(key: FieldKey): SequencedSave<string> {
      const known = savers.get(key);
      if (known !== undefined) return known;
      const saver = sequencedSave<string, Saved>((text) => send(key, text), {
        // After `forget` another saver, or none, stands for the field: late answers belong to nobody.
        started: () => {
          if (savers.get(key) === saver) put(key, { phase: 'saving', problem: null });
        },
        answered: (text, answer, superseded) => {
          if (savers.get(key) === saver) takeAnswer(key, text, answer, superseded);
        },
      });
      savers.set(key, saver);
      return saver;
    }

    function takeAnswer(key: FieldKey, sent: string, answer: Saved, superseded: boolean): void {
      revision += 1;
      const field = fieldAt(key);
      const now = readText(key, field.text);
      const isNewest = !superseded && now.ok && now.text === sent;
      if (answer.ok) {
        uncertain.delete(key);
        put(key, {
          confirmed: sent,
          ...(isNewest ? { ...shown(key, sent), phase: 'saved', problem: null } : {}),
        });
        set({ lastSavedAt: answer.value.savedAt });
        return;
      }
      uncertain.add(key);
      // What was typed since then has a phase of its own, and its own request is still to come.
      if (isNewest) put(key, { phase: 'unsaved', problem: answer.failure.message });
      if (answer.failure.code === 'sheet-submitted' || answer.failure.code === 'pair-recused')
        void readAgain();
    }

    /** A saved mark is shown as it was recorded (`087` becomes 87); a comment is never changed under its writer. */
    function shown(key: FieldKey, text: string): Partial<Field> {
      return fieldOf(key).criterion === null ? {} : { text };
    }

    function isClosed(candidate: number): boolean {
      const { sheet } = get();
      return (
        sheet === null ||
        sheet.submittedAt !== null ||
        sheet.recusals.some((each) => each.candidate === candidate)
      );
    }

    /** Takes over what an answer says of the sheet as a whole; the marks have answers of their own. */
    function adoptStanding(sheet: OwnSheet): void {
      set({ sheet, loadProblem: null });
    }

    async function readAgain(): Promise<void> {
      const { owner } = get();
      const before = revision;
      const answer = await ports.readSheet();
      if (!isSameOwner(get().owner, owner)) return;
      if (!answer.ok) {
        if (get().sheet === null) set({ loadProblem: answer.failure.message });
        return;
      }
      const isOlder = revision !== before || [...savers.values()].some((saver) => saver.isBusy());
      if (get().sheet === null || !isOlder) set({ fields: withDrafts(answer.value, get().fields) });
      adoptStanding(answer.value);
    }

    return {
      ...nothingOpen,

      async open(owner) {
        if (!isSameOwner(get().owner, owner)) get().forget();
        set({ owner, loadProblem: null });
        await readAgain();
      },

      type(key, text) {
        if (isClosed(fieldOf(key).candidate)) return;
        stopPause(key);
        put(key, { text, phase: 'typing', problem: null });
        pauses.set(
          key,
          setTimeout(() => get().commit(key), typingPause),
        );
      },

      commit(key) {
        stopPause(key);
        const field = fieldAt(key);
        if (field.phase === 'saved' || field.phase === 'saving') return;
        if (isClosed(fieldOf(key).candidate)) {
          // It would only be refused; it stays until its writer has seen that it is not recorded.
          put(key, { phase: 'unsaved' });
          return;
        }
        const draft = readText(key, field.text);
        if (!draft.ok) {
          put(key, { phase: 'invalid', problem: draft.problem });
          return;
        }
        const saver = saverOf(key);
        if (draft.text === field.confirmed && !uncertain.has(key) && !saver.isBusy()) {
          put(key, { ...shown(key, draft.text), phase: 'saved', problem: null });
          return;
        }
        revision += 1;
        put(key, { phase: 'saving', problem: null });
        saver.request(draft.text);
      },

      retry() {
        for (const key of unsavedKeys(get().fields)) get().commit(key);
      },

      drop(key) {
        stopPause(key);
        uncertain.delete(key);
        const { confirmed } = fieldAt(key);
        put(key, { ...emptyField, text: confirmed, confirmed });
      },

      async settle() {
        get().retry();
        await Promise.all([...savers.values()].map((saver) => saver.idle()));
        return unsavedKeys(get().fields).length === 0;
      },

      async declareRecusal(candidate, recused, reason) {
        const { owner } = get();
        const answer = await ports.declareRecusal({ candidate, recused, reason });
        if (!isSameOwner(get().owner, owner)) return null;
        if (!answer.ok) return answer.failure.message;
        adoptStanding(answer.value);
        if (recused) set(({ fields }) => ({ fields: withoutDraftsOf(candidate, fields) }));
        return null;
      },

      async submit(acceptMissing) {
        const { owner } = get();
        const answer = await ports.submitSheet({ acceptMissing });
        if (!isSameOwner(get().owner, owner)) return null;
        if (!answer.ok) return answer.failure.message;
        adoptStanding(answer.value);
        return null;
      },

      forget() {
        for (const pause of pauses.values()) clearTimeout(pause);
        pauses.clear();
        uncertain.clear();
        savers = new Map();
        set(nothingOpen);
      },
    };
  });
}

/** The texts of a sheet just read, with the drafts that are not saved yet on top. */
function withDrafts(sheet: OwnSheet, before: Fields): Fields {
  const fields: Record<FieldKey, Field> = {};
  for (const [key, text] of sheetTexts(sheet)) fields[key] = { ...emptyField, text, confirmed: text };
  for (const key of unsavedKeys(before)) {
    const draft = before[key] ?? emptyField;
    const confirmed = fields[key]?.confirmed ?? '';
    // An unanswered mark may have reached the disk; in a submitted sheet nothing can change it any more.
    if (sheet.submittedAt !== null && draft.text.trim() === confirmed)
      fields[key] = { ...emptyField, text: confirmed, confirmed };
    else fields[key] = { ...draft, confirmed };
  }
  return fields;
}

/** A recused pair takes no marks: what was typed for it and not saved is let go, what was saved stays. */
function withoutDraftsOf(candidate: number, before: Fields): Fields {
  const fields: Record<FieldKey, Field> = { ...before };
  for (const key of unsavedKeys(before)) {
    if (fieldOf(key).candidate !== candidate) continue;
    const { confirmed } = before[key] ?? emptyField;
    fields[key] = { ...emptyField, text: confirmed, confirmed };
  }
  return fields;
}
