import { PlusOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { listPeople, type Person } from '../../../../shared/contract/workspace.ts';
import { Loaded } from '../../../components/Loaded.tsx';
import { ScreenHeading } from '../../../components/ScreenHeading.tsx';
import { useCanChange } from '../../../state/session.ts';
import { useEndpoint } from '../../../state/use-endpoint.ts';
import { text } from '../../../text/text.ts';
import { AddPerson } from './AddPerson.tsx';

/** The secretaries and observers; the experts have their own screen. */
export function PeopleScreen(): React.JSX.Element {
  const people = useEndpoint(listPeople, {});
  const [isAdding, setAdding] = useState(false);
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
            <PeopleTable people={list.people} />
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

function PeopleTable({ people }: { readonly people: readonly Person[] }): React.JSX.Element {
  const texts = text.people;
  return (
    <div className="table-frame table-narrow">
      <table className="plain-table" aria-label={texts.list}>
        <thead>
          <tr>
            <th scope="col">{texts.columns.name}</th>
            <th scope="col">{texts.columns.role}</th>
            <th scope="col">{texts.columns.organisation}</th>
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
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
