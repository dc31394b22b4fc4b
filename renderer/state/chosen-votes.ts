import type { VoteMapping } from '../../shared/ballots/mapping.ts';
import type { Upload } from '../../shared/contract/uploads.ts';
import type { VotePreview } from '../../shared/contract/vote-preview.ts';
import type { Failure } from '../client/outcome.ts';

/** What is to become one batch: a file, or a set of files that hold ballots only together (one for each candidate). */
export interface ChosenVotes {
  /** Of its first upload. */
  readonly id: string;
  /** At least one; several are a set. */
  readonly uploads: readonly Upload[];
  /** Null while the main process recognises the format, or when it could not. */
  readonly preview: VotePreview | null;
  readonly failure: Failure | null;
  /** The mapping that a person confirmed; null while the program's own recognition stands. */
  readonly mapping: VoteMapping | null;
}

const byName = new Intl.Collator('zh-CN', { numeric: true });

/** Nothing is known yet of what is in the files. A set is listed by name, in whatever order its files were chosen. */
export function unread(uploads: readonly Upload[]): ChosenVotes {
  const ordered = uploads.toSorted((left, right) => byName.compare(left.name, right.name));
  return { id: ordered[0]?.upload ?? '', uploads: ordered, preview: null, failure: null, mapping: null };
}

export function isSet({ uploads }: Pick<ChosenVotes, 'uploads'>): boolean {
  return uploads.length > 1;
}

/** Whether something could be made of the files; what is broken or still being read belongs to no set. */
export function isRead({ preview, failure }: Pick<ChosenVotes, 'preview' | 'failure'>): boolean {
  return preview !== null && failure === null;
}

/** Whether the files of a set look like one: the best that they can be read as is a file per candidate. */
export function looksLikeSet({ proposals }: VotePreview): boolean {
  return proposals[0]?.mapping.layout.kind === 'candidate-files';
}

/** Whose ballots a file or a sheet holds. */
export type NamedFiles = Extract<VoteMapping['layout'], { kind: 'candidate-files' }>['candidates'];

/** What a person confirmed of the files: whose ballots each holds. */
export function namedFiles({ mapping }: ChosenVotes): NamedFiles {
  return mapping?.layout.kind === 'candidate-files' ? mapping.layout.candidates : [];
}

/** Proposals in which what a person said of a file stands before what its name tells. */
export function withNamedFiles(preview: VotePreview, named: NamedFiles): VotePreview {
  const said = new Set(named.map(({ source }) => source));
  const corrected = (mapping: VoteMapping): VoteMapping => {
    if (mapping.layout.kind !== 'candidate-files') return mapping;
    const others = mapping.layout.candidates.filter(({ source }) => !said.has(source));
    return { ...mapping, layout: { ...mapping.layout, candidates: [...named, ...others] } };
  };
  return {
    ...preview,
    mapping: preview.mapping === null ? null : corrected(preview.mapping),
    proposals: preview.proposals.map((each) => ({ ...each, mapping: corrected(each.mapping) })),
  };
}

/** Nothing about the files is left to be guessed or mended. */
export function isReadyToImport({ preview, failure, mapping }: ChosenVotes): boolean {
  if (preview === null || failure !== null || preview.fault !== null) return false;
  return preview.isCertain || mapping !== null;
}

/** Whether some of the first times name no seconds: `2017-03-22 08:05`. */
export function namesMinutesOnly({ preview }: ChosenVotes): boolean {
  return preview?.sample.some(({ instant }) => instant?.length === '2017-03-22 08:05'.length) ?? false;
}
