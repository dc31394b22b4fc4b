import { useEffect, useRef } from 'react';
import { text } from '../text/text.ts';

interface Properties {
  readonly title: string;
  /** One line below the title: what the screen holds at the moment. */
  readonly summary?: React.ReactNode;
  /** The screen's own buttons. */
  readonly children?: React.ReactNode;
}

/** The head of a screen. It takes the focus when the screen opens, so that a screen reader says where one is. */
export function ScreenHeading({ title, summary, children }: Properties): React.JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = text.frame.titleOf(title);
    heading.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    <header className="screen-heading">
      <div>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {summary !== undefined && <p className="screen-summary">{summary}</p>}
      </div>
      {children !== undefined && <div className="screen-actions">{children}</div>}
    </header>
  );
}
