import { SearchOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import { useState } from 'react';
import type { Person } from '../../../shared/contract/workspace.ts';
import { GateHeading } from './GateHeading.tsx';
import { text } from '../../text/text.ts';

interface Properties {
  readonly people: readonly Person[];
  readonly onChoose: (person: Person) => void;
}

const groups: readonly Person['role'][] = ['expert', 'secretariat', 'observer'];

/** Below this number everybody is in sight at once and a search field would only be in the way. */
const searchFrom = 9;

export function PersonList({ people, onChoose }: Properties): React.JSX.Element {
  const [search, setSearch] = useState('');
  const wanted = search.trim();
  const shown = people.filter(
    (person) => wanted === '' || person.name.includes(wanted) || person.organisation.includes(wanted),
  );
  return (
    <section>
      <GateHeading>{text.signIn.title}</GateHeading>
      {people.length >= searchFrom && (
        <Input
          size="large"
          prefix={<SearchOutlined aria-hidden />}
          aria-label={text.signIn.find}
          placeholder={text.signIn.find}
          allowClear
          value={search}
          onChange={(event) => {
            setSearch(event.target.value);
          }}
        />
      )}
      {shown.length === 0 && (
        <p role="status">{wanted === '' ? text.signIn.nobodyYet : text.signIn.nobodyFound}</p>
      )}
      <div className="person-groups">
        {groups.map((role) => {
          const members = shown.filter((person) => person.role === role);
          if (members.length === 0) return null;
          return (
            <section key={role}>
              <h2>{text.signIn.groups[role]}</h2>
              <ul className="person-list">
                {members.map((person) => (
                  <li key={person.id}>
                    <button
                      type="button"
                      className="person-row"
                      onClick={() => {
                        onChoose(person);
                      }}
                    >
                      <span className="person-name">{person.name}</span>
                      <span className="person-organisation">{person.organisation}</span>
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </section>
  );
}
