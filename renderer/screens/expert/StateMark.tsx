import { text } from '../../text/text.ts';
import type { OwnState } from './own-progress.ts';

interface Properties {
  readonly state: OwnState;
  readonly marked: number;
  readonly criteria: number;
}

/** The expert's own state with a candidate: a shape and words; the colour only repeats them. */
export function StateMark({ state, marked, criteria }: Properties): React.JSX.Element {
  return (
    <span className={`state-mark state-${state}`}>
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
        <StateShape state={state} />
      </svg>
      {state === 'partly' ? text.expert.partlyCount(marked, criteria) : text.expert.state[state]}
    </span>
  );
}

/** An empty ring, a half-filled ring, a full disc with a tick, a ring struck through. */
function StateShape({ state }: { readonly state: OwnState }): React.JSX.Element {
  const ring = <circle cx="7" cy="7" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.5" />;
  if (state === 'untouched') return ring;
  if (state === 'partly')
    return (
      <>
        {ring}
        <path d="M7 1.5a5.5 5.5 0 0 1 0 11z" fill="currentColor" />
      </>
    );
  if (state === 'recused')
    return (
      <>
        {ring}
        <path d="M3.2 3.2l7.6 7.6" stroke="currentColor" strokeWidth="1.5" />
      </>
    );
  return (
    <>
      <circle cx="7" cy="7" r="6.25" fill="currentColor" />
      <path d="M4 7.2l2.2 2.2L10 5.2" fill="none" stroke="var(--surface)" strokeWidth="1.6" />
    </>
  );
}
