import { SearchOutlined } from '@ant-design/icons';
import { Button, Input, Progress, Segmented } from 'antd';
import { useEffect } from 'react';
import { text } from '../../text/text.ts';
import type { OwnCandidate, OwnProgress } from './own-progress.ts';
import { isWanted, listFilters, neighbour, type ListFilter } from './shown-candidates.ts';
import { StateMark } from './StateMark.tsx';

interface Properties {
  readonly progress: OwnProgress;
  readonly shown: readonly OwnCandidate[];
  readonly current: number | null;
  readonly criteria: number;
  readonly filter: ListFilter;
  readonly search: string;
  readonly isReadOnly: boolean;
  readonly onFilter: (filter: ListFilter) => void;
  readonly onSearch: (search: string) => void;
  /** `andMark`: moves the focus on to the marks. */
  readonly onSelect: (candidate: number, andMark: boolean) => void;
  readonly onSubmit: () => void;
}

export const searchFieldId = 'expert-search';
export const listId = 'expert-list';
const listHintId = 'expert-list-hint';

const optionId = (candidate: number): string => `expert-option-${candidate}`;

/** The left pane: all candidates with the expert's own progress, one of them being read. */
export function CandidateList(properties: Properties): React.JSX.Element {
  const { progress, shown, current, filter, search, isReadOnly, onFilter, onSearch, onSelect, onSubmit } =
    properties;
  const toMark = progress.all.length - progress.recused;
  return (
    <section className="desk-list" aria-label={text.expert.list}>
      <div className="desk-list-head">
        <div className="desk-progress">
          <strong>{text.expert.progress(progress.complete, toMark)}</strong>
          <span>{text.expert.progressRecused(progress.recused)}</span>
        </div>
        <Progress
          percent={toMark === 0 ? 0 : (100 * progress.complete) / toMark}
          showInfo={false}
          size="small"
          aria-label={text.expert.progress(progress.complete, toMark)}
        />
        <Input
          id={searchFieldId}
          value={search}
          allowClear
          prefix={<SearchOutlined aria-hidden />}
          placeholder={text.expert.search}
          aria-label={text.expert.searchLabel}
          onChange={(event) => {
            onSearch(event.target.value);
          }}
          onKeyDown={(event) => {
            const first = shown.find(({ candidate }) => candidate !== current) ?? shown[0];
            if (event.key === 'Escape') onSearch('');
            if (event.key !== 'Enter' || search.trim() === '' || first === undefined) return;
            event.preventDefault();
            onSearch('');
            onSelect(first.candidate, true);
          }}
        />
        <Segmented
          block
          aria-label={text.expert.filterLabel}
          value={filter}
          options={listFilters.map((each) => ({ value: each, label: text.expert.filter[each] }))}
          onChange={onFilter}
        />
      </div>
      <Options {...properties} />
      {!isReadOnly && (
        <div className="desk-list-foot">
          <Button type="primary" block size="large" onClick={onSubmit}>
            {text.expert.submit}
          </Button>
        </div>
      )}
    </section>
  );
}

function Options({
  shown,
  current,
  criteria,
  filter,
  search,
  onFilter,
  onSearch,
  onSelect,
}: Properties): React.JSX.Element {
  useEffect(() => {
    if (current === null) return;
    // Absent in jsdom, and of no meaning there.
    document.getElementById(optionId(current))?.scrollIntoView?.({ block: 'nearest' });
  }, [current]);

  function onKeyDown(event: React.KeyboardEvent): void {
    const target = optionAfter(event.key, shown, current);
    if (target === undefined || event.ctrlKey) return;
    event.preventDefault();
    if (target !== null) onSelect(target, event.key === 'Enter');
  }

  function onClick(event: React.MouseEvent<HTMLElement>): void {
    const option =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[role=option]') : null;
    const candidate = Number(option?.dataset['candidate']);
    if (option !== null && Number.isInteger(candidate)) onSelect(candidate, true);
  }

  const others = shown.filter(({ candidate }) => candidate !== current);
  const isNarrowed = filter !== 'all' || search.trim() !== '';
  return (
    <div className="desk-options-scroll">
      <span id={listHintId} className="visually-hidden">
        {text.expert.listHint}
      </span>
      <div
        id={listId}
        role="listbox"
        tabIndex={0}
        aria-label={text.expert.list}
        aria-describedby={listHintId}
        aria-activedescendant={current === null ? undefined : optionId(current)}
        className="desk-options"
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        {shown.map((each) => (
          <Option
            key={each.candidate}
            each={each}
            isCurrent={each.candidate === current}
            isAside={each.candidate === current && !isWanted(each, filter, search)}
            criteria={criteria}
          />
        ))}
      </div>
      {isNarrowed && others.length === 0 && (
        <div className="desk-nothing">
          <p>
            {filter === 'open' && search.trim() === '' ? text.expert.allComplete : text.expert.nothingFound}
          </p>
          <Button
            onClick={() => {
              onFilter('all');
              onSearch('');
            }}
          >
            {text.expert.showAll}
          </Button>
        </div>
      )}
    </div>
  );
}

/** The candidate a key leads to from the list; undefined for a key that is none of the list's. */
function optionAfter(
  key: string,
  shown: readonly OwnCandidate[],
  current: number | null,
): number | null | undefined {
  if (key === 'ArrowDown') return neighbour(shown, current, 1);
  if (key === 'ArrowUp') return neighbour(shown, current, -1);
  if (key === 'Home') return shown[0]?.candidate ?? null;
  if (key === 'End') return shown.at(-1)?.candidate ?? null;
  return key === 'Enter' ? current : undefined;
}

interface OptionProperties extends Pick<Properties, 'criteria'> {
  readonly each: OwnCandidate;
  readonly isCurrent: boolean;
  /** Stands in the list only because it is being read, not because it was looked for. */
  readonly isAside: boolean;
}

/** One line of the list; keyboard and clicks belong to the list as a whole. */
function Option({ each, isCurrent, isAside, criteria }: OptionProperties): React.JSX.Element {
  return (
    <div
      id={optionId(each.candidate)}
      role="option"
      aria-selected={isCurrent}
      className={isAside ? 'desk-option desk-option-aside' : 'desk-option'}
      title={each.title}
      tabIndex={-1}
      data-candidate={each.candidate}
    >
      <span className="desk-option-number">{each.candidate}</span>
      <span className="desk-option-body">
        <span className="desk-option-title">{each.title}</span>
        <span className="desk-option-states">
          {isAside && <span className="desk-option-reading">{text.expert.reading}</span>}
          <StateMark state={each.state} marked={each.marked} criteria={criteria} />
          {each.hasUnsaved && <span className="desk-option-unsaved">{text.expert.unsavedInList}</span>}
        </span>
      </span>
    </div>
  );
}
