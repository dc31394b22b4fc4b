import { PlusOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { listPeople, type Person } from '../../../../shared/contract/workspace.ts';
import { Loaded } from '../../../components/Loaded.tsx';
import { ScreenHeading } from '../../../components/ScreenHeading.tsx';
import { useCanChange, useSession } from '../../../state/session.ts';
import { useEndpoint } from '../../../state/use-endpoint.ts';
import { text } from '../../../text/text.ts';
import { AddPerson } from './AddPerson.tsx';
import { IssuePassword } from './IssuePassword.tsx';

/** The secretaries and observers; the experts have their own screen. */
export function PeopleScreen(): React.JSX.Element {
  const people = useEndpoint(listPeople, {});
  const [isAdding, setAdding] = useState(false);
  const [issuing, setIssuing] = useState<Person | null>(null);
  const canChange = useCanChange();
  const texts = text.people;
  return (
    <>
      <ScreenHeading title={texts.title} summary={texts.summary}>
        {canChange && (
          <Button
            type="primary"
            icon={<PlusOutlined aria-hidden />}
            onClick={() => {
              setAdding(true);
            }}
          >
            {texts.add}
          </Button>
        )}
      </ScreenHeading>
      <Loaded of={people}>
        {(list) => (
          <>
            <PeopleTable people={list.people} onIssue={canChange ? setIssuing : null} />
            {canChange && list.people.length === 1 && (
              <Alert
                className="table-narrow"
                type="info"
                showIcon
                title={texts.onlyYou}
                description={texts.onlyYouAdvice}
              />
            )}
          </>
        )}
      </Loaded>
      {issuing !== null && (
        <IssuePassword
          person={issuing}
          onClose={() => {
            setIssuing(null);
          }}
        />
      )}
      {isAdding && (
        <AddPerson
          onAdded={people.refresh}
          onClose={() => {
            setAdding(false);
          }}
        />
      )}
    </>
  );
}

interface TableProperties {
  readonly people: readonly Person[];
  /** Null for those who may only look. */
  readonly onIssue: ((person: Person) => void) | null;
}

function PeopleTable({ people, onIssue }: TableProperties): React.JSX.Element {
  const own = useSession((state) => state.session?.person.id ?? null);
  const texts = text.people;
  return (
    <div className="table-frame table-narrow">
      <table className="plain-table" aria-label={texts.list}>
        <thead>
          <tr>
            <th scope="col">{texts.columns.name}</th>
            <th scope="col">{texts.columns.role}</th>
            <th scope="col">{texts.columns.organisation}</th>
            {onIssue !== null && <th scope="col">{texts.columns.actions}</th>}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <th scope="row">{person.name}</th>
              <td>
                <span className="role-badge">{text.frame.roles[person.role]}</span>
              </td>
              <td>{person.organisation}</td>
              {onIssue !== null && (
                <td>
                  {person.id !== own && (
                    <Button
                      size="small"
                      aria-label={texts.issueOf(person.name)}
                      onClick={() => {
                        onIssue(person);
                      }}
                    >
                      {texts.issue}
                    </Button>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
