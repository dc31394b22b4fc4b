interface Properties {
  readonly label: string;
  readonly className: string;
  readonly children: React.ReactNode;
}

/** A part that scrolls by itself, so that the page never does sideways. The stop for Tab is there to scroll it without a mouse. */
export function ScrollRegion({ label, className, children }: Properties): React.JSX.Element {
  return (
    <section className={className} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
