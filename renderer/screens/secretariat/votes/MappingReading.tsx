import { Input, InputNumber, Select } from 'antd';
import { voteMappingSchema, type VoteLayoutKind } from '../../../../shared/ballots/mapping.ts';
import type { VotePreview } from '../../../../shared/contract/vote-preview.ts';
import { text } from '../../../text/text.ts';
import type { MappingDraft } from './mapping-draft.ts';
import { certaintyOf } from './mapping-words.ts';

export interface DraftProperties {
  readonly draft: MappingDraft;
  readonly preview: VotePreview;
  readonly onChange: (draft: MappingDraft) => void;
}

interface Properties extends DraftProperties {
  /** Several files have only one layout. */
  readonly isSet: boolean;
  readonly onProposal: (place: number) => void;
}

const kinds = ['ballot-list', 'ballot-columns', 'choice-rows', 'candidate-files', 'totals'] as const;
const encodings = voteMappingSchema.shape.encoding.unwrap().options;
const delimiters = voteMappingSchema.shape.delimiter.unwrap().options;
/** Stands for null, which a list of choices cannot hold. */
const automatic = 'automatic' as const;

/** How the file as a whole is read: encoding, separator of columns, row of the header, layout. */
export function MappingReading({
  draft,
  preview,
  onChange,
  onProposal,
  isSet,
}: Properties): React.JSX.Element {
  const words = text.voteMapping;
  const proposals = preview.proposals.flatMap((proposal, place) =>
    isSet && proposal.mapping.layout.kind !== 'candidate-files' ? [] : [{ ...proposal, place }],
  );
  return (
    <fieldset className="mapping-part">
      <legend>{words.reading}</legend>
      <div className="mapping-fields">
        {proposals.length > 1 && (
          <Field label={words.proposal} isWide>
            <Select
              aria-label={words.proposal}
              placeholder={words.chooseColumn}
              value={null}
              options={proposals.map(({ mapping, confidence, problems, place }) => ({
                value: place,
                label: words.proposalName(
                  text.votes.recognised[mapping.layout.kind] ?? mapping.layout.kind,
                  certaintyOf(confidence, problems.length),
                  mapping.headerRow ?? null,
                ),
              }))}
              onChange={(place: number | null) => {
                if (place !== null) onProposal(place);
              }}
            />
          </Field>
        )}
        <Field label={words.layout} isWide>
          <Select<VoteLayoutKind>
            aria-label={words.layout}
            value={draft.kind}
            disabled={isSet}
            options={kinds.map((kind) => ({ value: kind, label: text.votes.recognised[kind] ?? kind }))}
            onChange={(kind) => onChange({ ...draft, kind })}
          />
        </Field>
        {preview.container === 'csv' && (
          <>
            <Field label={words.encoding}>
              <Select
                aria-label={words.encoding}
                value={draft.encoding ?? automatic}
                options={[
                  { value: automatic, label: words.automatic },
                  ...encodings.map((code) => ({ value: code, label: words.encodings[code] ?? code })),
                ]}
                onChange={(value) => onChange({ ...draft, encoding: value === automatic ? null : value })}
              />
            </Field>
            <Field label={words.delimiter}>
              <Select
                aria-label={words.delimiter}
                value={draft.delimiter ?? automatic}
                options={[
                  { value: automatic, label: words.automatic },
                  ...delimiters.map((sign) => ({ value: sign, label: words.delimiters[sign] ?? sign })),
                ]}
                onChange={(value) => onChange({ ...draft, delimiter: value === automatic ? null : value })}
              />
            </Field>
          </>
        )}
        <Field label={words.headerRow}>
          <InputNumber
            aria-label={words.headerRow}
            title={words.headerRowHint}
            min={1}
            max={1000}
            precision={0}
            placeholder={words.automatic}
            value={draft.headerRow}
            onChange={(headerRow) => onChange({ ...draft, headerRow })}
          />
        </Field>
        <Field label={words.name} isWide>
          <Input
            aria-label={words.name}
            title={words.nameHint}
            maxLength={100}
            value={draft.name}
            onChange={(event) => onChange({ ...draft, name: event.target.value })}
          />
        </Field>
      </div>
    </fieldset>
  );
}

export function Field({
  label,
  isWide = false,
  children,
}: {
  readonly label: string;
  readonly isWide?: boolean;
  readonly children: React.ReactNode;
}): React.JSX.Element {
  return (
    <div className={isWide ? 'mapping-field mapping-field-wide' : 'mapping-field'}>
      <span aria-hidden="true">{label}</span>
      {children}
    </div>
  );
}
