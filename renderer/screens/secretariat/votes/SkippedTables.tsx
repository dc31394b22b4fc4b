import { skippedTableWords } from '../../../../shared/ballots/skipped-tables.ts';
import type { VotePreview } from '../../../../shared/contract/vote-preview.ts';
import { text } from '../../../text/text.ts';

/** What of the files is not read, so that nobody wonders where it is. */
export function SkippedTables({ skipped }: Pick<VotePreview, 'skipped'>): React.JSX.Element | null {
  if (skipped.length === 0) return null;
  const words = text.voteMapping;
  return (
    <details className="vote-tables">
      <summary>{words.skipped(skipped.length)}</summary>
      <ul className="scroll-region" tabIndex={0} aria-label={words.skipped(skipped.length)}>
        {skipped.map((table) => (
          <li key={JSON.stringify([table.file, table.sheet])}>{skippedTableWords(table)}</li>
        ))}
      </ul>
    </details>
  );
}
