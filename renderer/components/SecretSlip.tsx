interface Properties {
  readonly heading: string;
  readonly roundTitle: string;
  readonly forWhom: string;
  readonly label: string;
  readonly secret: string;
  readonly advice: string;
}

/** A PIN or password on a slip of paper; printed alone (see the print rules in base.css). */
export function SecretSlip({
  heading,
  roundTitle,
  forWhom,
  label,
  secret,
  advice,
}: Properties): React.JSX.Element {
  return (
    <div className="printed-slip">
      <p>
        {roundTitle} · {heading}
      </p>
      <p className="slip-person">{forWhom}</p>
      <p className="secret-label">{label}</p>
      <p className="secret secret-large">{secret}</p>
      <p>{advice}</p>
    </div>
  );
}
