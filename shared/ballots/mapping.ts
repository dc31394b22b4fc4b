import { z } from 'zod';
import { columnKey, layoutColumns } from './mapping-columns.ts';

/**
 * How a vendor's file becomes ballots: which column holds what, how times and choices are to be read. The program proposes
 * a mapping, a person corrects and keeps it as a named JSON file, and next week's export of the same vendor is read by it.
 */

const cellText = z.string().max(2000);

/**
 * A column by its header: the whole text without surrounding blanks. Where several columns have the same header, `index`
 * tells which of them, from 1; without it the header must be unique.
 */
export const columnReferenceSchema = z.strictObject({
  header: cellText.transform((text) => text.trim()),
  index: z.number().int().min(1).max(10_000).optional(),
});
export type ColumnReference = z.infer<typeof columnReferenceSchema>;

const candidateNumber = z.number().int().min(1).max(999_999_999_999_999);

/** The columns that every layout with ballots has. */
const ballotColumns = {
  /** Null only in a proposal, where no column is known to hold accounts: a person has to say which before an import. */
  account: columnReferenceSchema.nullable(),
  /** Null only where the round needs no time. */
  time: columnReferenceSchema.nullable(),
  ip: columnReferenceSchema.nullable(),
};

/** A row per ballot, its choices as a list in one cell. */
const ballotListSchema = z.strictObject({
  kind: z.literal('ballot-list'),
  ...ballotColumns,
  choices: columnReferenceSchema,
});

const chosenText = cellText.transform((text) => text.trim()).pipe(z.string().min(1));

/** What stands in an option's column where it was chosen and where it was not: `是` and `否`, `√` and `×`. */
export const chosenTextsSchema = z.strictObject({
  yes: z.array(chosenText).max(100),
  no: z.array(chosenText).max(100),
});
export type ChosenTexts = z.infer<typeof chosenTextsSchema>;

/** A row per ballot and a column per option. */
const ballotColumnsSchema = z.strictObject({
  kind: z.literal('ballot-columns'),
  ...ballotColumns,
  /**
   * Which cells mean "chosen": a 1 (and a 0 not); anything but nothing, `-2`, `-3`, `(空)` and `(跳过)`, which never mean it; or
   * the texts of `yes` and the option's own (and those of `no` not). Any other cell is an unknown project.
   */
  chosen: z.union([z.enum(['one', 'non-empty']), chosenTextsSchema]),
  options: z
    .array(
      z.strictObject({
        column: columnReferenceSchema,
        /** Null is an option that is no candidate: whoever chooses it names an unknown project. */
        candidate: candidateNumber.nullable(),
      }),
    )
    .min(1)
    .max(2000),
});

/** A row per choice; the rows of one ballot share its id or, where there is none, account and moment. */
const choiceRowsSchema = z.strictObject({
  kind: z.literal('choice-rows'),
  ...ballotColumns,
  candidate: columnReferenceSchema,
  ballot: columnReferenceSchema.nullable(),
});

/** A file or sheet per candidate, in it a row per voter; the rows of one ballot share account and moment. */
const candidateFilesSchema = z.strictObject({
  kind: z.literal('candidate-files'),
  ...ballotColumns,
  /** `source` is the name of a file, or of a sheet where one workbook holds all. */
  candidates: z
    .array(
      z.strictObject({
        source: z.string().min(1).max(500),
        /** Null is a table that a person knows to hold no ballots (notes, a summary): it is not read. */
        candidate: candidateNumber.nullable(),
      }),
    )
    .min(1)
    .max(1000),
});

/** Votes per candidate without ballots. */
const totalsSchema = z.strictObject({
  kind: z.literal('totals'),
  candidate: columnReferenceSchema,
  votes: columnReferenceSchema,
});

const columnsOnceSchema = z.discriminatedUnion('kind', [
  ballotListSchema,
  ballotColumnsSchema,
  choiceRowsSchema,
  candidateFilesSchema,
  totalsSchema,
]);

export const voteLayoutSchema = columnsOnceSchema.superRefine((layout, context) => {
  const references = layoutColumns(layout).map(({ column }) => columnKey(column));
  const refuse = (message: string): void => context.addIssue({ code: 'custom', message });
  if (new Set(references).size < references.length) refuse('同一列在对应里用了两次，一列只能有一个用途');
  if (layout.kind === 'ballot-columns') {
    const candidates = layout.options.flatMap(({ candidate }) => candidate ?? []);
    if (new Set(candidates).size < candidates.length) refuse('有两列对应到同一个候选项目');
    const { chosen } = layout;
    if (typeof chosen === 'object' && chosen.yes.some((text) => chosen.no.includes(text)))
      refuse('同一种写法既算选了又算没选');
  }
  if (layout.kind === 'candidate-files') {
    const sources = layout.candidates.map(({ source }) => source);
    if (new Set(sources).size < sources.length) refuse('同一个文件或工作表对应了两个候选项目');
  }
});
export type VoteLayout = z.infer<typeof voteLayoutSchema>;
export type VoteLayoutKind = VoteLayout['kind'];

const zoneOffsetText = /^[+-](?:[01]\d|2[0-3]):[0-5]\d$/;

function isTimeZone(text: string): boolean {
  if (zoneOffsetText.test(text)) return true;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: text }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** How the times of a file are to be read, where the text itself does not say. */
export const voteTimeSchema = z.strictObject({
  /** IANA name or `+08:00`: of times that name no zone. Null is the round's zone. */
  zone: z.string().max(60).refine(isTimeZone, '不认识的时区，写法如 Asia/Shanghai 或 +08:00').nullable(),
  /** What a bare number means: seconds or milliseconds since 1970, or Excel's days since 1900. Null: no time. */
  numbers: z.enum(['epoch-seconds', 'epoch-milliseconds', 'excel-serial']).nullable(),
  /** What `03/04/2017` means. Null: it is not understood. */
  dayOrder: z.enum(['day-first', 'month-first']).nullable(),
});
export type VoteTime = z.infer<typeof voteTimeSchema>;

/** How the texts of choices become candidates. Numbers and whole titles are understood without any of this. */
export const voteChoicesSchema = z
  .strictObject({
    /** What alone parts the choices of a cell, `┋` for instance; null is any of `; ； , ， 、 | ┋` and blanks. */
    separator: z.string().min(1).max(5).nullable(),
    /** Texts, as they stand in the file, that a person has confirmed to mean a candidate. */
    correspondence: z
      .array(
        z.strictObject({
          text: cellText.transform((text) => text.trim()).pipe(z.string().min(1)),
          candidate: candidateNumber,
        }),
      )
      .max(5000),
  })
  .superRefine(({ correspondence }, context) => {
    if (new Set(correspondence.map(({ text }) => text)).size < correspondence.length)
      context.addIssue({ code: 'custom', message: '同一段选项文字对应了两次' });
  });
export type VoteChoices = z.infer<typeof voteChoicesSchema>;

/** The mapping file (`--mapping`): a fixed interface from version 1 on. */
export const voteMappingSchema = z.strictObject({
  format: z.literal('judging-workstation/vote-mapping'),
  version: z.literal(1),
  name: z.string().trim().min(1).max(100),
  /** Only where the file is recognised wrongly by itself. */
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'gb18030']).optional(),
  delimiter: z.enum([',', ';', '\t', '|']).optional(),
  /** The source's own number of the line or sheet row of the header; absent: the first row with content. */
  headerRow: z.number().int().min(1).max(1000).optional(),
  layout: voteLayoutSchema,
  time: voteTimeSchema,
  choices: voteChoicesSchema,
});
export type VoteMapping = z.infer<typeof voteMappingSchema>;
