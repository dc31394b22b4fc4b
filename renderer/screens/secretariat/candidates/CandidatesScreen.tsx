import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { listApplications, type Application } from '../../../../shared/contract/applications.ts';
import { readStatus } from '../../../../shared/contract/workspace.ts';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ImportButton } from '../../../components/ImportButton.tsx';
import { Loaded } from '../../../components/Loaded.tsx';
import { ProjectList } from '../../../components/ProjectList.tsx';
import { ReadingPane } from '../../../components/ReadingPane.tsx';
import { ScreenHeading } from '../../../components/ScreenHeading.tsx';
import { ScrollRegion } from '../../../components/ScrollRegion.tsx';
import { SearchField } from '../../../components/SearchField.tsx';
import { go, routeHash, useRoute } from '../../../state/route.ts';
import { useCanChange } from '../../../state/session.ts';
import { useEndpoint } from '../../../state/use-endpoint.ts';
import { text } from '../../../text/text.ts';
import { ApplicationDialog } from '../applications/ApplicationDialog.tsx';

type CandidateApplication = Application & { readonly candidate: number };

/** The numbered candidates in number order, with their texts to read. */
export function CandidatesScreen(): React.JSX.Element {
  // Read as applications, because changing one needs its application.
  const applications = useEndpoint(listApplications, { search: '' });
  const status = useEndpoint(readStatus, {});
  const [search, setSearch] = useState('');
  const item = useRoute((route) => route.item);
  const canChange = useCanChange();
  const texts = text.candidates;
  const candidates = candidatesOf(applications.value?.applications ?? []);
  const expected = status.value?.counts.candidatesExpected;

  return (
    <div className="split-screen">
      <ScreenHeading
        title={texts.title}
        summary={
          applications.value === null || expected === undefined
            ? undefined
            : texts.summary(candidates.length, expected)
        }
      >
        {canChange && <ImportButton table="candidates" onImported={applications.refresh} />}
      </ScreenHeading>
      <Loaded of={applications}>
        {() =>
          candidates.length === 0 ? (
            <EmptyState title={texts.empty} advice={texts.emptyAdvice}>
              <a href={routeHash('applications')}>{texts.goToApplications}</a>
            </EmptyState>
          ) : (
            <ListAndText
              shown={candidates.filter((candidate) => matches(candidate, search.trim()))}
              all={candidates.length}
              search={search}
              onSearch={setSearch}
              selected={item === null ? (candidates[0]?.candidate ?? null) : Number(item)}
              onChanged={applications.refresh}
            />
          )
        }
      </Loaded>
    </div>
  );
}

interface ListProperties {
  readonly shown: readonly CandidateApplication[];
  readonly all: number;
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly selected: number | null;
  readonly onChanged: () => void;
}

function ListAndText({
  shown,
  all,
  search,
  onSearch,
  selected,
  onChanged,
}: ListProperties): React.JSX.Element {
  const texts = text.candidates;
  const position = shown.findIndex((each) => each.candidate === selected);
  const chosen = shown[position];
  return (
    <div className="split">
      <section className="split-list">
        <SearchField label={texts.search} value={search} onChange={onSearch} />
        {search.trim() !== '' && (
          <p className="field-hint" role="status">
            {text.common.shownOf(shown.length, all)}
          </p>
        )}
        {shown.length === 0 ? (
          <EmptyState title={texts.nothingFound} advice={texts.nothingFoundAdvice} />
        ) : (
          <div className="split-scroll">
            <ProjectList
              label={texts.list}
              numberHeader={texts.columns.number}
              titleHeader={texts.columns.title}
              projects={shown.map(({ candidate, title, organisation, district }) => ({
                key: candidate,
                number: String(candidate),
                title,
                note: [organisation, district].filter((part) => part !== '').join(' · '),
              }))}
              selected={selected}
              onSelect={(candidate) => {
                go('candidates', candidate);
              }}
            />
          </div>
        )}
      </section>
      <ScrollRegion className="split-reading" label={text.applications.fullText}>
        {chosen === undefined ? (
          <p className="reading-hint">{texts.choose}</p>
        ) : (
          <CandidateReading
            key={chosen.candidate}
            application={chosen}
            previous={shown[position - 1]?.candidate}
            next={shown[position + 1]?.candidate}
            onChanged={onChanged}
          />
        )}
      </ScrollRegion>
    </div>
  );
}

interface ReadingProperties {
  readonly application: CandidateApplication;
  readonly previous: number | undefined;
  readonly next: number | undefined;
  readonly onChanged: () => void;
}

function CandidateReading({ application, previous, next, onChanged }: ReadingProperties): React.JSX.Element {
  const [isEditing, setEditing] = useState(false);
  const canChange = useCanChange();
  const texts = text.candidates;
  const { candidate, title, organisation, district } = application;
  return (
    <>
      <ReadingPane
        title={title}
        facts={[text.applications.candidateNumber(candidate), organisation, district]}
        content={application.text}
      >
        <Button
          icon={<LeftOutlined aria-hidden />}
          disabled={previous === undefined}
          onClick={() => {
            if (previous !== undefined) go('candidates', previous);
          }}
        >
          {texts.previous}
        </Button>
        <Button
          disabled={next === undefined}
          onClick={() => {
            if (next !== undefined) go('candidates', next);
          }}
        >
          {texts.next} <RightOutlined aria-hidden />
        </Button>
        {canChange && (
          <Button
            onClick={() => {
              setEditing(true);
            }}
          >
            {text.common.edit}
          </Button>
        )}
      </ReadingPane>
      {isEditing && (
        <ApplicationDialog
          title={texts.editTitle(candidate)}
          application={application}
          onSaved={() => {
            setEditing(false);
            onChanged();
          }}
          onClose={() => {
            setEditing(false);
          }}
        />
      )}
    </>
  );
}

function candidatesOf(applications: readonly Application[]): CandidateApplication[] {
  return applications
    .flatMap((application) =>
      application.candidate === null ? [] : [{ ...application, candidate: application.candidate }],
    )
    .toSorted((left, right) => left.candidate - right.candidate);
}

function matches(application: CandidateApplication, search: string): boolean {
  if (search === '') return true;
  if (/^\d+$/.test(search) && String(application.candidate) === search) return true;
  return [application.title, application.organisation, application.district, application.text].some((part) =>
    part.includes(search),
  );
}
