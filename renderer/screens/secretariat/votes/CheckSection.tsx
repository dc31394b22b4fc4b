import { text } from '../../../text/text.ts';
import { LookupPanel } from './LookupPanel.tsx';
import { TrialPanel } from './TrialPanel.tsx';
import './vote-check.css';

/** The live test of the rules, and the ballots of one account. */
export function CheckSection(): React.JSX.Element {
  return (
    <section className="votes-section" aria-labelledby="votes-check">
      <h2 id="votes-check">{text.voteCheck.title}</h2>
      <TrialPanel />
      <LookupPanel />
    </section>
  );
}
