import { useRef } from 'react';
import { LongTitle } from './LongTitle.tsx';

export interface ListedProject {
  readonly key: number;
  readonly number: string;
  readonly title: string;
  /** Body and district, in small. */
  readonly note: string;
}

interface Properties {
  readonly label: string;
  readonly numberHeader: string;
  readonly titleHeader: string;
  readonly projects: readonly ListedProject[];
  readonly selected: number | null;
  readonly onSelect: (key: number) => void;
}

/**
 * A list to read one project after the other: one stop for Tab, arrows go up and down, as in a mail program. The text of the
 * selected one stands beside it.
 */
export function ProjectList(properties: Properties): React.JSX.Element {
  const { label, numberHeader, titleHeader, projects, selected, onSelect } = properties;
  const body = useRef<HTMLTableSectionElement>(null);
  const stop = projects.find((project) => project.key === selected)?.key ?? projects[0]?.key;

  const move = (event: React.KeyboardEvent): void => {
    const position = projects.findIndex((project) => project.key === stop);
    const target = targetOf(event.key, position, projects.length - 1);
    const project = target === null ? undefined : projects[target];
    if (project === undefined) return;
    event.preventDefault();
    onSelect(project.key);
    body.current?.querySelector<HTMLElement>(`[data-key="${project.key}"] button`)?.focus();
  };

  return (
    <table className="project-list" aria-label={label}>
      <thead>
        <tr>
          <th scope="col" className="figure">
            {numberHeader}
          </th>
          <th scope="col">{titleHeader}</th>
        </tr>
      </thead>
      <tbody ref={body}>
        {projects.map((project) => (
          <tr
            key={project.key}
            data-key={project.key}
            className={project.key === selected ? 'project-row project-selected' : 'project-row'}
            onClick={() => {
              onSelect(project.key);
            }}
          >
            <td className="figure">{project.number}</td>
            <td>
              <LongTitle
                title={project.title}
                isCurrent={project.key === selected}
                tabIndex={project.key === stop ? 0 : -1}
                onKeyDown={move}
                onOpen={() => {
                  onSelect(project.key);
                }}
              />
              {project.note !== '' && <span className="project-note">{project.note}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function targetOf(key: string, position: number, last: number): number | null {
  if (key === 'ArrowDown') return Math.min(position + 1, last);
  if (key === 'ArrowUp') return Math.max(position - 1, 0);
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  return null;
}
