import { Segmented } from 'antd';
import { useState } from 'react';
import { readProgress, type Progress } from '../../../../shared/contract/experts.ts';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ImportButton } from '../../../components/ImportButton.tsx';
import { Loaded } from '../../../components/Loaded.tsx';
import { ScreenHeading } from '../../../components/ScreenHeading.tsx';
import { routeHash } from '../../../state/route.ts';
import { useCanChange } from '../../../state/session.ts';
import { useEndpoint } from '../../../state/use-endpoint.ts';
import { text } from '../../../text/text.ts';
import { Legend } from './Legend.tsx';
import { ProgressMatrix } from './ProgressMatrix.tsx';

type Filter = keyof typeof text.progress.filter;
type ExpertProgress = Progress['experts'][number];

/** Who has marked what, and who has submitted. Never a mark. */
export function ProgressScreen(): React.JSX.Element {
  const progress = useEndpoint(readProgress, {});
  const canChange = useCanChange();
  const texts = text.progress;
  const experts = progress.value?.experts ?? [];
  const submitted = experts.filter((expert) => expert.submittedAt !== null).length;
  return (
    <div className="split-screen">
      <ScreenHeading
        title={texts.title}
        summary={
          progress.value === null
            ? undefined
            : `${texts.summary(submitted, experts.length)} · ${texts.secrecy}`
        }
      >
        {canChange && (
          <ImportButton table="scores" label={text.imports.scoresButton} onImported={progress.refresh} />
        )}
      </ScreenHeading>
      <Loaded of={progress}>
        {(value) =>
          value.candidates.length === 0 ? (
            <EmptyState title={texts.noCandidates} advice={texts.noCandidatesAdvice} />
          ) : value.experts.length === 0 ? (
            <EmptyState title={texts.empty} advice={texts.emptyAdvice}>
              <a href={routeHash('experts')}>{texts.goToExperts}</a>
            </EmptyState>
          ) : (
            <FilteredMatrix progress={value} />
          )
        }
      </Loaded>
    </div>
  );
}

function FilteredMatrix({ progress }: { readonly progress: Progress }): React.JSX.Element {
  const [filter, setFilter] = useState<Filter>('all');
  const texts = text.progress;
  const submitted = progress.experts.filter((expert) => expert.submittedAt !== null);
  const open = progress.experts.filter((expert) => expert.submittedAt === null);
  const started = open.filter(hasStarted).length;
  const shown = { all: progress.experts, open, submitted }[filter];
  return (
    <>
      <div className="toolbar">
        <Segmented<Filter>
          aria-label={texts.show}
          value={filter}
          onChange={setFilter}
          options={(['all', 'open', 'submitted'] as const).map((value) => ({
            value,
            label: texts.filter[value],
          }))}
        />
        <span role="status">{texts.counts(submitted.length, started, open.length - started)}</span>
        <Legend criteria={progress.criteria} />
      </div>
      {shown.length === 0 ? (
        <p>{texts.nobody}</p>
      ) : (
        <ProgressMatrix progress={{ ...progress, experts: [...shown] }} />
      )}
    </>
  );
}

function hasStarted(expert: ExpertProgress): boolean {
  return expert.cells.some((marked) => marked > 0);
}
