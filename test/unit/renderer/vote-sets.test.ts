import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useVoteImport } from '../../../renderer/state/vote-import.ts';
import type { VoteMapping } from '../../../shared/ballots/mapping.ts';
import type { Upload } from '../../../shared/contract/uploads.ts';
import type { VotePreview } from '../../../shared/contract/vote-preview.ts';
import { fakeDoor, refusal } from './fake-door.ts';

const layout = {
  kind: 'candidate-files' as const,
  account: { header: 'openid' },
  time: { header: '时间' },
  ip: null,
  candidates: [
    { source: '01_甲.csv', candidate: 1 },
    { source: '02_乙.csv', candidate: 2 },
  ],
};
const mapping: VoteMapping = {
  format: 'judging-workstation/vote-mapping',
  version: 1,
  name: '一个项目一个文件',
  layout,
  time: { zone: null, numbers: null, dayOrder: null },
  choices: { separator: null, correspondence: [] },
};
const withThird: VoteMapping = {
  ...mapping,
  layout: { ...layout, candidates: [...layout.candidates, { source: '03_丙.csv', candidate: 3 }] },
};
const proposal: VotePreview['proposals'][number] = {
  mapping,
  confidence: 0.75,
  reasons: [],
  problems: ['candidates-from-names'],
};

const preview: VotePreview = {
  file: '01_甲.csv 等 2 个文件',
  bytes: 20,
  sha256: 'ab',
  alreadyImported: null,
  encoding: 'utf-8',
  container: 'csv',
  rawSample: [],
  sources: [],
  tables: [],
  skipped: [],
  headerRow: 1,
  columns: [],
  proposals: [proposal],
  mapping,
  isCertain: false,
  fault: null,
  sample: [],
  unmatched: [],
  rowsLookedAt: 0,
  totals: null,
};
const whole: VotePreview = { ...preview, proposals: [], mapping: null };

const upload = (name: string, sha256: string): Upload => ({ upload: `u-${name}`, name, bytes: 10, sha256 });
const first = upload('01_甲.csv', 'a');
const second = upload('02_乙.csv', 'b');

const state = () => useVoteImport.getState();
/** What is chosen, as the files of each batch to be. */
const chosen = () => state().chosen.map(({ uploads }) => uploads.map(({ name }) => name));
const previewed = async (): Promise<void> => {
  await vi.waitFor(() => {
    expect(state().chosen.every((each) => each.preview !== null || each.failure !== null)).toBe(true);
  });
};
const previews = (seen: ReturnType<typeof fakeDoor>) =>
  seen.flatMap(({ url, body }) => (url === '/api/votes/preview' ? [body] : []));

const answers = (answer: VotePreview) => ({
  'POST /api/votes/preview': { body: answer },
  'POST /api/votes/imports': refusal('job-busy', '正忙'),
  'DELETE /api/uploads/u-01_%E7%94%B2.csv': { body: {} },
  'DELETE /api/uploads/u-02_%E4%B9%99.csv': { body: {} },
});

beforeEach(() => {
  useVoteImport.setState({ chosen: [], job: null });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

it('takes files chosen at once for a set where they look like one, in the order of their names', async () => {
  const seen = fakeDoor(answers(preview));
  state().addUploads([second, first]);
  await previewed();
  expect(chosen()).toEqual([['01_甲.csv', '02_乙.csv']]);
  expect(previews(seen)).toEqual([{ uploads: [first.upload, second.upload] }]);
});

it('leaves files that are no set each by itself', async () => {
  fakeDoor(answers(whole));
  state().addUploads([first, second]);
  await previewed();
  await vi.waitFor(() => {
    expect(chosen()).toEqual([['01_甲.csv'], ['02_乙.csv']]);
  });
});

it('leaves them each by itself too where one cannot be read, so that each tells its own failure', async () => {
  fakeDoor({ ...answers(preview), 'POST /api/votes/preview': refusal('file-empty', '空文件') });
  state().addUploads([first, second]);
  await vi.waitFor(() => {
    expect(state().chosen.map(({ failure }) => failure?.message)).toEqual(['空文件', '空文件']);
  });
});

it('takes a person’s word that files are a set, and that they are none', async () => {
  fakeDoor(answers(whole));
  state().addUploads([second]);
  state().addUploads([first]);
  state().join();
  await previewed();
  expect(chosen()).toEqual([['01_甲.csv', '02_乙.csv']]);
  state().part(first.upload);
  await previewed();
  expect(chosen()).toEqual([['01_甲.csv'], ['02_乙.csv']]);
});

it('keeps the same bytes under another name, which may be another candidate’s voters, and nothing twice', async () => {
  fakeDoor(answers(preview));
  state().addUploads([first, { ...second, sha256: first.sha256 }]);
  await previewed();
  state().addUploads([first]);
  expect(chosen()).toEqual([['01_甲.csv', '02_乙.csv']]);
});

it('imports a set as one, by the mapping that was confirmed for all of it', async () => {
  const seen = fakeDoor(answers(preview));
  state().addUploads([first, second]);
  await previewed();
  state().confirm(first.upload, mapping, preview);
  await state().start(false);
  expect(seen.find(({ url }) => url === '/api/votes/imports')?.body).toEqual({
    uploads: [first.upload, second.upload],
    dryRun: false,
    mappings: { [first.upload]: mapping },
    sets: [[first.upload, second.upload]],
    minutesEqual: false,
  });
});

it('keeps what was corrected in a set when a forgotten file joins it, and asks for a confirmation anew', async () => {
  fakeDoor(answers(preview));
  state().addUploads([first, second]);
  await previewed();
  const corrected: VoteMapping = {
    ...mapping,
    layout: {
      ...layout,
      candidates: [
        { source: '01_甲.csv', candidate: 7 },
        { source: '02_乙.csv', candidate: null },
      ],
    },
  };
  state().confirm(first.upload, corrected, preview);
  fakeDoor(answers({ ...preview, proposals: [{ ...proposal, mapping: withThird }], mapping: withThird }));
  state().addUploads([upload('03_丙.csv', 'c')]);
  await previewed();
  state().join();
  await previewed();
  const [joined] = state().chosen;
  expect(joined?.mapping).toBeNull();
  expect(joined?.preview?.proposals[0]?.mapping.layout).toMatchObject({
    candidates: [
      { source: '01_甲.csv', candidate: 7 },
      { source: '02_乙.csv', candidate: null },
      { source: '03_丙.csv', candidate: 3 },
    ],
  });
});

it('lets all files of a removed set go', async () => {
  const seen = fakeDoor(answers(preview));
  state().addUploads([first, second]);
  await previewed();
  state().clear();
  expect(chosen()).toEqual([]);
  expect(seen.filter(({ method }) => method === 'DELETE')).toHaveLength(2);
});
