import { Tooltip } from 'antd';
import { useRef, useState } from 'react';

interface Properties {
  readonly title: string;
  /** Followed on click or Enter; without it the title is only text that can take the focus. */
  readonly onOpen?: () => void;
  readonly isCurrent?: boolean;
  readonly tabIndex?: 0 | -1;
  readonly onKeyDown?: (event: React.KeyboardEvent) => void;
}

/** A title that may be long: two lines at most in a table; where that cuts it off it is whole on hover and on focus. */
export function LongTitle(properties: Properties): React.JSX.Element {
  const { title, onOpen, isCurrent = false, tabIndex = 0, onKeyDown } = properties;
  const [isShown, setShown] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const span = useRef<HTMLSpanElement>(null);
  const isCut = (): boolean => {
    const element = button.current ?? span.current;
    return element !== null && element.scrollHeight > element.clientHeight + 1;
  };
  return (
    <Tooltip
      title={title}
      open={isShown}
      onOpenChange={(wanted) => {
        setShown(wanted && isCut());
      }}
      trigger={['hover', 'focus']}
      placement="topLeft"
      mouseEnterDelay={0.5}
    >
      {onOpen === undefined ? (
        <span ref={span} className="long-title" tabIndex={tabIndex}>
          {title}
        </span>
      ) : (
        <button
          ref={button}
          type="button"
          className="long-title link-button"
          tabIndex={tabIndex}
          aria-current={isCurrent ? 'true' : undefined}
          onClick={onOpen}
          onKeyDown={onKeyDown}
        >
          {title}
        </button>
      )}
    </Tooltip>
  );
}
