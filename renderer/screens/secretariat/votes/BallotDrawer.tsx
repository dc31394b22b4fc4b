import { Drawer, Pagination } from 'antd';
import { useState } from 'react';
import { listBallots } from '../../../../shared/contract/votes.ts';
import { Loaded } from '../../../components/Loaded.tsx';
import { useEndpoint } from '../../../state/use-endpoint.ts';
import { text } from '../../../text/text.ts';

interface Properties {
  readonly standing: string;
  /** Null: all batches in force. */
  readonly batch: number | null;
  readonly onClose: () => void;
}

const pageSize = 50;

/** The rows of one step of the funnel, a page at a time. */
export function BallotDrawer({ standing, batch, onClose }: Properties): React.JSX.Element {
  const [page, setPage] = useState(1);
  const rows = useEndpoint(listBallots, {
    standing,
    ...(batch === null ? {} : { batch }),
    offset: (page - 1) * pageSize,
    limit: pageSize,
  });
  const step = text.ballots.standing[standing] ?? standing;
  return (
    <Drawer
      open
      size={900}
      title={text.votes.rowsTitle(step, batch === null ? text.votes.allBatches : text.votes.batch(batch))}
      onClose={onClose}
    >
      <p className="votes-quiet ballot-note">{text.votes.rowsNote}</p>
      <Loaded of={rows}>
        {({ total, ballots }) => (
          <>
            <table className="plain-table">
              <thead>
                <tr>
                  <th scope="col" className="figure">
                    {text.votes.columns.batch}
                  </th>
                  <th scope="col" className="figure">
                    {text.votes.row}
                  </th>
                  <th scope="col">{text.votes.account}</th>
                  <th scope="col">{text.votes.time}</th>
                  <th scope="col">{text.votes.choices}</th>
                </tr>
              </thead>
              <tbody>
                {ballots.map((ballot) => (
                  <tr key={`${ballot.batch}/${ballot.row}`}>
                    <td className="figure">{ballot.batch}</td>
                    <td className="figure">{ballot.row}</td>
                    <td className="fingerprint">{ballot.account}</td>
                    <td className="vote-time">{ballot.time === '' ? text.votes.noTime : ballot.time}</td>
                    <td className="vote-choices">{ballot.choices}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <Pagination
              className="ballot-pages"
              align="end"
              current={page}
              pageSize={pageSize}
              total={total}
              showSizeChanger={false}
              showTotal={(count) => text.votes.totalRows(count)}
              onChange={setPage}
            />
          </>
        )}
      </Loaded>
    </Drawer>
  );
}
