import { text } from '../../../text/text.ts';

export function Legend({ criteria }: { readonly criteria: number }): React.JSX.Element {
  const { legend, cell } = text.progress;
  return (
    <ul className="matrix-legend">
      <li>
        <span className="matrix-cell matrix-complete">{cell.complete}</span> {legend.complete}
      </li>
      <li>
        <span className="matrix-cell matrix-partial">{cell.partial(1, criteria)}</span>{' '}
        {legend.partial(criteria)}
      </li>
      <li>
        <span className="matrix-cell matrix-none">{cell.none}</span> {legend.none}
      </li>
      <li>
        <span className="matrix-cell matrix-recused">{cell.recused}</span> {legend.recused}
      </li>
    </ul>
  );
}
