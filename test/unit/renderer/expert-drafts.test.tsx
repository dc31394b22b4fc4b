import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OwnSheet } from '../../../shared/contract/marks.ts';
import { readMark } from '../../../renderer/state/mark-draft.ts';
import {
  createScoreDrafts,
  typingPause,
  type Answer,
  type ScoreDraftPorts,
} from '../../../renderer/state/score-drafts.ts';
import { commentKey, markKey } from '../../../renderer/state/score-fields.ts';

const expert = { workspace: 'real', id: 7, name: '王建国' } as const;
const innovation = { id: 'innovation', name: '创新性', weight: 25, max: 100, step: 1 };
const sheet: OwnSheet = {
  criteria: [innovation],
  submittedAt: null,
  reopenedReason: null,
  scores: [{ candidate: 2, criterion: 'innovation', mark: 70 }],
  comments: [],
  recusals: [],
};
const key = markKey(1, 'innovation');
const saved: Answer<{ savedAt: string }> = { ok: true, value: { savedAt: '2017-04-05T06:03:22.000Z' } };
const noAnswer: Answer<{ savedAt: string }> = {
  ok: false,
  failure: { code: 'no-answer', message: '程序没有响应。' },
};

/** A desk whose main process answers a mark only when the test says so, in the order asked. */
function openDesk() {
  const sent: { mark: number | null; answer: (answer: Answer<{ savedAt: string }>) => Promise<void> }[] = [];
  const comments: string[] = [];
  const read = vi.fn<ScoreDraftPorts['readSheet']>(() => Promise.resolve({ ok: true, value: sheet }));
  const drafts = createScoreDrafts({
    readSheet: read,
    saveScore: ({ mark }) =>
      new Promise((resolve) => {
        sent.push({
          mark,
          answer: async (answer) => {
            resolve(answer);
            await vi.advanceTimersByTimeAsync(0);
          },
        });
      }),
    saveComment: ({ comment }) => {
      comments.push(comment);
      return Promise.resolve(saved);
    },
    declareRecusal: ({ candidate, reason }) =>
      Promise.resolve({
        ok: true,
        value: { ...sheet, recusals: [{ candidate, reason, declaredBy: 'expert' }] },
      }),
    submitSheet: () =>
      Promise.resolve({ ok: true, value: { ...sheet, submittedAt: '2017-04-05T07:00:00.000Z' } }),
  });
  const { type, commit } = drafts.getState();
  const enter = (text: string): void => {
    type(key, text);
    commit(key);
  };
  return { drafts, sent, comments, read, enter, field: () => drafts.getState().fields[key] };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a mark on its way to the disk', () => {
  it('is called saved only after the main process has answered', async () => {
    const desk = openDesk();
    await desk.drafts.getState().open(expert);
    desk.enter('85');
    expect(desk.field()?.phase).toBe('saving');
    expect(desk.drafts.getState().lastSavedAt).toBeNull();
    await desk.sent[0]?.answer(saved);
    expect(desk.field()).toMatchObject({ phase: 'saved', confirmed: '85' });
    expect(desk.drafts.getState().lastSavedAt).toBe('2017-04-05T06:03:22.000Z');
  });

  it('is sent one request at a time, and what was typed last is sent last', async () => {
    const desk = openDesk();
    await desk.drafts.getState().open(expert);
    desk.enter('8');
    desk.enter('85');
    desk.enter('90');
    expect(desk.sent.map(({ mark }) => mark)).toEqual([8]);
    await desk.sent[0]?.answer(saved);
    expect(desk.sent.map(({ mark }) => mark)).toEqual([8, 90]);
    expect(desk.field()).toMatchObject({ text: '90', phase: 'saving' });
    await desk.sent[1]?.answer(saved);
    expect(desk.field()).toMatchObject({ text: '90', confirmed: '90', phase: 'saved' });
  });

  it('stays on the screen as unsaved, with the reason, when it is refused or not answered, and can be tried again', async () => {
    const desk = openDesk();
    await desk.drafts.getState().open(expert);
    desk.enter('85');
    await desk.sent[0]?.answer(noAnswer);
    expect(desk.field()).toMatchObject({
      text: '85',
      confirmed: '',
      phase: 'unsaved',
      problem: '程序没有响应。',
    });
    desk.drafts.getState().retry();
    expect(desk.sent.map(({ mark }) => mark)).toEqual([85, 85]);
    await desk.sent[1]?.answer(saved);
    expect(desk.field()?.phase).toBe('saved');
  });

  it('is sent even when it goes back to the old value after a request without an answer', async () => {
    const desk = openDesk();
    await desk.drafts.getState().open(expert);
    desk.enter('85');
    await desk.sent[0]?.answer(noAnswer);
    desk.enter('');
    expect(desk.sent.map(({ mark }) => mark)).toEqual([85, null]);
  });

  it('keeps a newer text that was typed while an older one was refused', async () => {
    const desk = openDesk();
    await desk.drafts.getState().open(expert);
    desk.enter('85');
    desk.drafts.getState().type(key, '86');
    await desk.sent[0]?.answer(noAnswer);
    expect(desk.field()).toMatchObject({ text: '86', phase: 'typing' });
    await vi.advanceTimersByTimeAsync(typingPause);
    expect(desk.sent.map(({ mark }) => mark)).toEqual([85, 86]);
  });

  it('is never sent while it is no mark, and takes the pause after typing to be judged', async () => {
    const desk = openDesk();
    await desk.drafts.getState().open(expert);
    desk.drafts.getState().type(key, '101');
    expect(desk.field()?.phase).toBe('typing');
    await vi.advanceTimersByTimeAsync(typingPause);
    expect(desk.field()?.phase).toBe('invalid');
    expect(desk.field()?.problem).toContain('101');
    expect(desk.sent).toHaveLength(0);
    expect(await desk.drafts.getState().settle()).toBe(false);
  });

  it('does not lose an unsaved draft when the sheet is read again', async () => {
    const desk = openDesk();
    await desk.drafts.getState().open(expert);
    desk.enter('85');
    await desk.sent[0]?.answer(noAnswer);
    await desk.drafts.getState().open(expert);
    expect(desk.field()).toMatchObject({ text: '85', phase: 'unsaved' });
    expect(desk.drafts.getState().fields[markKey(2, 'innovation')]?.text).toBe('70');
  });

  it('does not go back to an older sheet that was read while a mark was saved', async () => {
    const desk = openDesk();
    await desk.drafts.getState().open(expert);
    const reading: { answer?: (answer: Answer<OwnSheet>) => void } = {};
    desk.read.mockImplementationOnce(() => new Promise((resolve) => (reading.answer = resolve)));
    const opened = desk.drafts.getState().open(expert);
    desk.enter('85');
    await desk.sent[0]?.answer(saved);
    reading.answer?.({ ok: true, value: sheet });
    await opened;
    expect(desk.field()).toMatchObject({ text: '85', confirmed: '85' });
  });

  it('of one person is gone when another person opens the desk', async () => {
    const desk = openDesk();
    await desk.drafts.getState().open(expert);
    desk.enter('85');
    await desk.drafts.getState().open({ ...expert, id: 8 });
    await desk.sent[0]?.answer(saved);
    expect(desk.field()).toBeUndefined();
    expect(desk.drafts.getState().lastSavedAt).toBeNull();
  });
});

it('belongs to a person of one workspace: the same number and name elsewhere is somebody else', async () => {
  const desk = openDesk();
  await desk.drafts.getState().open({ ...expert, workspace: 'demonstration' });
  desk.enter('85');
  await desk.sent[0]?.answer(noAnswer);
  await desk.drafts.getState().open(expert);
  expect(desk.field()).toBeUndefined();
  desk.drafts.getState().retry();
  expect(desk.sent).toHaveLength(1);
});

it('a draft that a submitted sheet no longer takes is not sent, and is gone when its writer has seen it', async () => {
  const desk = openDesk();
  await desk.drafts.getState().open(expert);
  const marked = markKey(2, 'innovation');
  desk.drafts.getState().type(marked, '66');
  desk.drafts.getState().type(key, '85');
  const submitted = { ...sheet, submittedAt: '2017-04-05T07:00:00.000Z' };
  desk.read.mockImplementation(() =>
    Promise.resolve({
      ok: true,
      value: { ...submitted, scores: [...sheet.scores, { candidate: 1, criterion: 'innovation', mark: 85 }] },
    }),
  );
  await desk.drafts.getState().open(expert);
  await vi.advanceTimersByTimeAsync(typingPause);
  desk.drafts.getState().retry();
  expect(desk.sent).toHaveLength(0);
  expect(desk.drafts.getState().fields[marked]).toMatchObject({
    text: '66',
    confirmed: '70',
    phase: 'unsaved',
  });
  // What was typed and is recorded after all needs no word.
  expect(desk.field()).toMatchObject({ text: '85', phase: 'saved' });
  desk.drafts.getState().drop(marked);
  expect(desk.drafts.getState().fields[marked]).toMatchObject({ text: '70', phase: 'saved' });
});

it('a submitted sheet and a recused pair take no more marks', async () => {
  const desk = openDesk();
  await desk.drafts.getState().open(expert);
  desk.drafts.getState().type(key, '85');
  await desk.drafts.getState().declareRecusal(1, true, '本单位');
  expect(desk.field()).toMatchObject({ text: '', phase: 'saved' });
  desk.enter('90');
  await vi.advanceTimersByTimeAsync(typingPause);
  await desk.drafts.getState().submit(true);
  desk.drafts.getState().type(markKey(2, 'innovation'), '71');
  await vi.advanceTimersByTimeAsync(typingPause);
  expect(desk.sent).toHaveLength(0);
});

it('a comment is saved after a pause and is not changed under its writer', async () => {
  const desk = openDesk();
  await desk.drafts.getState().open(expert);
  desk.drafts.getState().type(commentKey(1), '  有推广价值。\n');
  await vi.advanceTimersByTimeAsync(typingPause);
  expect(desk.comments).toEqual(['有推广价值。']);
  expect(desk.drafts.getState().fields[commentKey(1)]).toMatchObject({
    text: '  有推广价值。\n',
    phase: 'saved',
  });
});

describe('what is typed into a mark', () => {
  it.each([
    ['85', '85'],
    [' 085 ', '85'],
    ['８５', '85'],
    ['', ''],
    ['0', '0'],
    ['100', '100'],
  ])('“%s” is the mark “%s”', (typed, text) => {
    expect(readMark(typed, innovation)).toEqual({ ok: true, text });
  });

  it.each(['101', '-1', '87.5', 'abc', '8 5', '1e2'])(
    '“%s” gets a sentence that names what is a mark',
    (typed) => {
      const draft = readMark(typed, innovation);
      expect(draft.ok ? '' : draft.problem).toMatch(/0 到 100 的整数/);
    },
  );

  it('half a mark is a mark where the round allows it, also with the point of a Chinese keyboard', () => {
    const half = { ...innovation, step: 0.5 };
    expect(readMark('87.5', half)).toEqual({ ok: true, text: '87.5' });
    expect(readMark('87。5', half)).toEqual({ ok: true, text: '87.5' });
    expect(readMark('87.3', half).ok).toBe(false);
  });
});
