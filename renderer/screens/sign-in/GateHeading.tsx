import { useEffect, useRef } from 'react';

/** The head of a step before sign-in; takes the focus when its step begins. */
export function GateHeading({ children }: { readonly children: React.ReactNode }): React.JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1} className="gate-heading">
      {children}
    </h1>
  );
}
