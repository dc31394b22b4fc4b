import { text } from '../../text/text.ts';

/** Across the top of every screen of a demonstration workspace, also in print. */
export function DemonstrationBand(): React.JSX.Element {
  return (
    <section className="demonstration-band" aria-label={text.frame.kinds.demonstration}>
      {text.frame.demonstrationBand}
    </section>
  );
}
