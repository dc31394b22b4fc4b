interface Properties {
  readonly title: string;
  /** What to do next. */
  readonly advice: string;
  readonly children?: React.ReactNode;
}

/** Nothing there yet: says so, and what to do next. */
export function EmptyState({ title, advice, children }: Properties): React.JSX.Element {
  return (
    <section className="empty-state">
      <h2>{title}</h2>
      <p>{advice}</p>
      {children !== undefined && <div className="empty-state-actions">{children}</div>}
    </section>
  );
}
