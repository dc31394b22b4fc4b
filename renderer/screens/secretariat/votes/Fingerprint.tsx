import { Tooltip } from 'antd';

/** A SHA-256: its start, and the whole on hover and on focus. */
export function Fingerprint({ sha256 }: { readonly sha256: string }): React.JSX.Element {
  return (
    <Tooltip title={sha256} trigger={['hover', 'focus']} classNames={{ root: 'fingerprint-tooltip' }}>
      <span className="fingerprint" tabIndex={0} role="note" aria-label={`SHA-256 ${sha256}`}>
        {sha256.slice(0, 8)}…
      </span>
    </Tooltip>
  );
}
