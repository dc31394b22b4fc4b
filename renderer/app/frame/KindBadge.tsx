import type { WorkspaceKind } from '../../../shared/contract/workspace.ts';
import { text } from '../../text/text.ts';

/** 正式 or 演示, in words; the colour and the border only repeat it. */
export function KindBadge({ kind }: { readonly kind: WorkspaceKind }): React.JSX.Element {
  return <span className={`kind-badge kind-${kind}`}>{text.frame.kinds[kind]}</span>;
}
