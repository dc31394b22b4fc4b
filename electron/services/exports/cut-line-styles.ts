import type { CellStyle } from '../tables/hucre.ts';

const cutLine = { style: 'thick', color: { rgb: '1F3A68' } } as const;
const finalistFill: CellStyle = { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8EEF8' } } };
const openFill: CellStyle = { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF3D6' } } };

/** Finalists shaded, the strongest line of the sheet below the last of them: looks of a ranking's rows by their position. */
export function cutLineStyles(
  ranking: readonly { readonly finalist: boolean | null }[],
): ReadonlyMap<number, CellStyle> {
  const styles = new Map<number, CellStyle>();
  for (const [index, { finalist }] of ranking.entries()) {
    const fill = finalist === null ? openFill : finalist ? finalistFill : {};
    const next = ranking[index + 1];
    // With a tie across the line it lies on both sides of the tied, who are neither in nor out.
    const isBoundary = next !== undefined && next.finalist !== finalist;
    styles.set(index, { ...fill, ...(isBoundary ? { border: { bottom: cutLine } } : {}) });
  }
  return styles;
}
