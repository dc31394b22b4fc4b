import { PlusOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useDeferredValue, useState } from 'react';
import { listApplications, type Application } from '../../../../shared/contract/applications.ts';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ImportButton } from '../../../components/ImportButton.tsx';
import { Loaded } from '../../../components/Loaded.tsx';
import { ProjectList } from '../../../components/ProjectList.tsx';
import { ScreenHeading } from '../../../components/ScreenHeading.tsx';
import { ScrollRegion } from '../../../components/ScrollRegion.tsx';
import { SearchField } from '../../../components/SearchField.tsx';
import { go, useRoute } from '../../../state/route.ts';
import { useCanChange } from '../../../state/session.ts';
import { useEndpoint } from '../../../state/use-endpoint.ts';
import { text } from '../../../text/text.ts';
import { ApplicationDialog } from './ApplicationDialog.tsx';
import { ApplicationReading } from './ApplicationReading.tsx';

/** What was handed in: 50 of 117 to begin with; list, full text, adding, changing, and which became candidates. */
export function ApplicationsScreen(): React.JSX.Element {
  const [search, setSearch] = useState('');
  const sought = useDeferredValue(search).trim();
  const applications = useEndpoint(listApplications, { search: sought });
  const item = useRoute((route) => route.item);
  const [isAdding, setAdding] = useState(false);
  const canChange = useCanChange();
  const texts = text.applications;
  const value = applications.value;
  const selected = item === null ? (value?.applications[0]?.id ?? null) : Number(item);

  return (
    <div className="split-screen">
      <ScreenHeading
        title={texts.title}
        summary={value === null ? undefined : texts.summary(value.recorded, value.expected)}
      >
        {canChange && (
          <>
            <ImportButton table="applications" onImported={applications.refresh} />
            <Button
              type="primary"
              icon={<PlusOutlined aria-hidden />}
              onClick={() => {
                setAdding(true);
              }}
            >
              {texts.add}
            </Button>
          </>
        )}
      </ScreenHeading>
      <Loaded of={applications}>
        {(list) => (
          <>
            {canChange && list.recorded > 0 && list.recorded < list.expected && (
              <Alert type="info" showIcon title={texts.missingAdvice(list.expected - list.recorded)} />
            )}
            {list.recorded === 0 ? (
              <EmptyState title={texts.empty} advice={texts.emptyAdvice} />
            ) : (
              <div className="split">
                <section className="split-list">
                  <SearchField label={texts.search} value={search} onChange={setSearch} />
                  {sought !== '' && (
                    <p className="field-hint" role="status">
                      {texts.shown(list.applications.length)}
                    </p>
                  )}
                  {list.applications.length === 0 ? (
                    <EmptyState title={texts.nothingFound} advice={texts.nothingFoundAdvice} />
                  ) : (
                    <div className="split-scroll">
                      <ProjectList
                        label={texts.list}
                        numberHeader={texts.columns.candidate}
                        titleHeader={texts.columns.title}
                        projects={list.applications.map(listed)}
                        selected={selected}
                        onSelect={(id) => {
                          go('applications', id);
                        }}
                      />
                    </div>
                  )}
                </section>
                <ScrollRegion className="split-reading" label={texts.fullText}>
                  <Chosen
                    application={list.applications.find((each) => each.id === selected)}
                    onChanged={applications.refresh}
                  />
                </ScrollRegion>
              </div>
            )}
          </>
        )}
      </Loaded>
      {isAdding && (
        <ApplicationDialog
          title={texts.addTitle}
          application={null}
          onClose={() => {
            setAdding(false);
          }}
          onSaved={(added) => {
            setAdding(false);
            setSearch('');
            applications.refresh();
            go('applications', added.id);
          }}
        />
      )}
    </div>
  );
}

function listed(application: Application): React.ComponentProps<typeof ProjectList>['projects'][number] {
  return {
    key: application.id,
    number: application.candidate === null ? text.applications.notCandidate : String(application.candidate),
    title: application.title,
    note: [application.code, application.organisation, application.district]
      .filter((part) => part !== '')
      .join(' · '),
  };
}

interface ChosenProperties {
  readonly application: Application | undefined;
  readonly onChanged: () => void;
}

function Chosen({ application, onChanged }: ChosenProperties): React.JSX.Element {
  if (application === undefined) return <p className="reading-hint">{text.applications.choose}</p>;
  return <ApplicationReading key={application.id} application={application} onChanged={onChanged} />;
}
