import { Drawer, Pagination } from 'antd';
import { useRef, useState } from 'react';
import type { Standing } from '../../../../shared/ballots/rejection.ts';
import { listBallots } from '../../../../shared/contract/vote-check.ts';
import { useFocusReturn } from '../../../components/focus-return.ts';
import { Loaded } from '../../../components/Loaded.tsx';
import { useEndpoint } from '../../../state/use-endpoint.ts';
import { text } from '../../../text/text.ts';
import { BallotTable } from './BallotTable.tsx';

interface Properties {
  readonly standing: Standing;
  /** Null: all batches in force. */
  readonly batch: number | null;
  readonly onClose: () => void;
}

const pageSize = 50;

/** The rows of one step of the funnel, a page at a time, each with why it stands there. */
export function BallotDrawer({ standing, batch, onClose }: Properties): React.JSX.Element {
  useFocusReturn();
  const top = useRef<HTMLParagraphElement>(null);
  const [page, setPage] = useState(1);
  const rows = useEndpoint(listBallots, {
    standing,
    ...(batch === null ? {} : { batch }),
    offset: (page - 1) * pageSize,
    limit: pageSize,
  });
  const { voteCheck, votes } = text;
  const step = text.ballots.standing[standing] ?? standing;
  return (
    <Drawer
      open
      size={1160}
      title={voteCheck.rowsTitle(step, batch === null ? votes.allBatches : votes.batch(batch))}
      onClose={onClose}
    >
      <p ref={top} className="votes-quiet ballot-note">
        {voteCheck.rowsNote}
      </p>
      <Loaded of={rows}>
        {({ total, ballots }) => (
          <>
            <BallotTable ballots={ballots} withStanding={false} />
            <Pagination
              className="ballot-pages"
              align="end"
              current={page}
              pageSize={pageSize}
              total={total}
              showSizeChanger={false}
              showTotal={(count) => voteCheck.totalRows(count)}
              onChange={(next) => {
                setPage(next);
                top.current?.scrollIntoView({ block: 'end' });
              }}
            />
          </>
        )}
      </Loaded>
    </Drawer>
  );
}
