import type { Cut } from '../../../../shared/merging/report.ts';
import { text } from '../../../text/text.ts';
import { rankingColumns, type RankingBands } from './ranking-bands.ts';
import { shortFigure } from './short-figure.ts';

/** The line between the finalists and the others, with how far apart they are. */
export function CutLine({
  cut,
  bands,
}: {
  readonly cut: Cut;
  readonly bands: RankingBands;
}): React.JSX.Element {
  const isOpen = bands.undecided.length > 0;
  return (
    <tr className={isOpen ? 'cut-line cut-line-open' : 'cut-line'}>
      <td colSpan={rankingColumns}>
        <span className="cut-line-label">
          <strong>{text.merge.cutLine}</strong>
          <span>{text.merge.cutPlaces(cut.places)}</span>
          {isOpen ? (
            <span>{text.merge.cutOpen(bands.placesLeft, bands.undecided.length)}</span>
          ) : (
            <span title={cut.margin ?? undefined}>
              {cut.margin === null
                ? text.merge.cutNobodyOutside
                : text.merge.cutMargin(shortFigure(cut.margin, 4))}
            </span>
          )}
        </span>
      </td>
    </tr>
  );
}
