import { Alert } from 'antd';
import type { VotePreview } from '../../../../shared/contract/vote-preview.ts';
import { text } from '../../../text/text.ts';

/** Says what becomes of ballots that list what is no candidate's, where the first rows have some. */
export function UnmatchedChoices({ preview }: { readonly preview: VotePreview }): React.JSX.Element | null {
  const { unmatched } = preview;
  if (unmatched.length === 0) return null;
  const times = unmatched.reduce((sum, each) => sum + each.times, 0);
  return <Alert type="warning" showIcon title={text.voteMapping.unmatchedChoices(unmatched.length, times)} />;
}
