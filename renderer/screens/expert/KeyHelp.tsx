import { text } from '../../text/text.ts';

/** The keys of the desk, always in sight: nobody should have to look for them. */
export function KeyHelp(): React.JSX.Element {
  return (
    <dl className="key-help" aria-label={text.expert.keys}>
      {text.expert.keyHelp.map(({ keys, does }) => (
        <div key={does}>
          <dt>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}
