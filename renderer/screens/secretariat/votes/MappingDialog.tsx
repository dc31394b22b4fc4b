import { Alert, Button, Spin } from 'antd';
import { useState } from 'react';
import type { VoteMapping } from '../../../../shared/ballots/mapping.ts';
import { columnKey } from '../../../../shared/ballots/mapping-columns.ts';
import { mappingProblemWords, type MappingProblem } from '../../../../shared/ballots/mapping-proposal.ts';
import { listCandidates } from '../../../../shared/contract/applications.ts';
import type { VotePreview } from '../../../../shared/contract/vote-preview.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { useMappingTrial } from '../../../state/mapping-trial.ts';
import { useEndpoint } from '../../../state/use-endpoint.ts';
import { text } from '../../../text/text.ts';
import {
  draftOf,
  draftOfSet,
  emptyDraft,
  mappingOf,
  proposalOf,
  type MappingDraft,
} from './mapping-draft.ts';
import { MappingChoices } from './MappingChoices.tsx';
import { MappingColumns } from './MappingColumns.tsx';
import { MappingFileButtons } from './MappingFileButtons.tsx';
import { MappingFiles } from './MappingFiles.tsx';
import { MappingOptions } from './MappingOptions.tsx';
import { MappingReading } from './MappingReading.tsx';
import { MappingTime } from './MappingTime.tsx';
import { RawSample } from './RawSample.tsx';
import { SampleTable } from './SampleTable.tsx';
import { SkippedTables } from './SkippedTables.tsx';
import { TotalsSample } from './TotalsSample.tsx';
import { UnmatchedChoices } from './UnmatchedChoices.tsx';
import './mapping.css';

interface Properties {
  /** Several are a set: a file per candidate. */
  readonly uploads: readonly string[];
  readonly title: string;
  readonly preview: VotePreview;
  /** What a person confirmed before; null while only the program has proposed something. */
  readonly confirmed: VoteMapping | null;
  readonly onConfirm: (mapping: VoteMapping, preview: VotePreview) => void;
  readonly onClose: () => void;
}

/** Corrects how a votes file or a set of them is read and shows at once what comes of it; nothing is written. */
export function MappingDialog(properties: Properties): React.JSX.Element {
  const { uploads, title, preview: first, confirmed, onConfirm, onClose } = properties;
  const words = text.voteMapping;
  const isSet = uploads.length > 1;
  const [draft, setDraft] = useState<MappingDraft>(() => firstDraft(first, confirmed, isSet));
  const [fileFault, setFileFault] = useState<string | null>(null);
  const candidates = useEndpoint(listCandidates, {}).value?.candidates ?? [];
  const { mapping, missing, problem } = mappingOf(draft);
  const trial = useMappingTrial(uploads, mapping, first);
  const { preview } = trial;
  const isWhole = mapping !== null && missing.length === 0;
  const fault = problem ?? (missing.length > 0 ? words.missing(fieldNames(missing)) : preview.fault);
  const canConfirm = isWhole && trial.isCurrent && preview.fault === null;
  const shared = { draft, preview, onChange: setDraft };
  const open = (opened: VoteMapping): void => {
    if (isSet && opened.layout.kind !== 'candidate-files') setFileFault(words.notForSet(opened.name));
    else setDraft(draftOf(opened, true));
  };
  return (
    <Dialog
      width={1120}
      className="mapping-dialog"
      title={title}
      onCancel={onClose}
      footer={
        <div className="mapping-acts">
          <MappingFileButtons mapping={isWhole ? mapping : null} onOpened={open} onFault={setFileFault} />
          <span className="mapping-acts-gap" role="status">
            {mapping !== null && !trial.isCurrent && trial.failure === null && (
              <>
                <Spin size="small" /> {words.trying}
              </>
            )}
          </span>
          {canConfirm && <UnmatchedChoices preview={preview} />}
          <Button onClick={onClose}>{text.common.cancel}</Button>
          <Button
            type="primary"
            disabled={!canConfirm}
            onClick={() => mapping !== null && onConfirm(mapping, preview)}
          >
            {words.confirm}
          </Button>
        </div>
      }
    >
      <div className="mapping-body" tabIndex={0} role="region" aria-label={title}>
        {fileFault !== null && <Alert type="error" showIcon role="alert" title={fileFault} />}
        {confirmed === null && <ToCheck problems={proposalOf(first, isSet)?.problems ?? []} />}
        {isSet && <MappingFiles {...shared} candidates={candidates} />}
        <MappingReading
          {...shared}
          isSet={isSet}
          onProposal={(place) => {
            const proposal = preview.proposals[place];
            if (proposal !== undefined) setDraft(draftOf(proposal.mapping, false));
          }}
        />
        <RawSample samples={preview.rawSample} encoding={draft.encoding ?? preview.encoding} />
        <MappingColumns {...shared} />
        {draft.columns.time !== undefined && <MappingTime draft={draft} onChange={setDraft} />}
        {draft.kind === 'ballot-columns' && <MappingOptions {...shared} candidates={candidates} />}
        {draft.kind === 'candidate-files' && !isSet && <MappingFiles {...shared} candidates={candidates} />}
        {choicesKey(draft) !== null && (
          <MappingChoices key={choicesKey(draft)} {...shared} candidates={candidates} />
        )}
        {trial.isCurrent && <SkippedTables skipped={preview.skipped} />}
        {trial.failure !== null && <FailureNotice failure={trial.failure} />}
        {fault !== null && <Alert type="warning" showIcon title={fault} />}
        {preview.totals !== null && <Alert type="warning" showIcon title={words.totalsOnly} />}
        {preview.sample.length > 0 && trial.isCurrent ? (
          <SampleTable preview={preview} caption={words.tried} />
        ) : preview.totals !== null && trial.isCurrent ? (
          <TotalsSample totals={preview.totals} candidates={candidates} />
        ) : (
          <p className="field-hint">{trial.isCurrent ? words.nothingRead : words.trying}</p>
        )}
      </div>
    </Dialog>
  );
}

function firstDraft(preview: VotePreview, confirmed: VoteMapping | null, isSet: boolean): MappingDraft {
  if (confirmed !== null) return draftOf(confirmed, true);
  if (isSet) return draftOfSet(preview);
  return preview.mapping === null ? emptyDraft : draftOf(preview.mapping, false);
}

function fieldNames(uses: readonly (keyof MappingDraft['columns'])[]): string[] {
  return uses.map((use) => text.votes.fields[use]);
}

/** The column whose texts are matched with candidates: with another column it is another list. */
function choicesKey({ kind, columns }: MappingDraft): string | null {
  const column = kind === 'ballot-list' ? columns.choices : columns.candidate;
  const isMatched = kind === 'ballot-list' || kind === 'choice-rows' || kind === 'totals';
  return isMatched && column !== undefined ? columnKey(column) : null;
}

/** What the program could not know. */
export function ToCheck({
  problems,
}: {
  readonly problems: readonly MappingProblem[];
}): React.JSX.Element | null {
  if (problems.length === 0) return null;
  return (
    <div className="mapping-problems">
      <strong>{text.voteMapping.toCheck}</strong>
      <ul>
        {problems.map((each) => (
          <li key={each}>{mappingProblemWords[each]}</li>
        ))}
      </ul>
    </div>
  );
}
