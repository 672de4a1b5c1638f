/** A point of a drawing whose middle is 0,0. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Where a share lies on a spoke of a radar; the first spoke points up, the others follow clockwise.
 * @param share 0 … 1 of the radius
 * @example onSpoke({ index: 0, of: 7, share: 1 }, 100) // { x: 0, y: -100 }
 */
export function onSpoke(
  spoke: { readonly index: number; readonly of: number; readonly share: number },
  radius: number,
): Point {
  const angle = (2 * Math.PI * spoke.index) / spoke.of - Math.PI / 2;
  const away = radius * spoke.share;
  return { x: round(away * Math.cos(angle)), y: round(away * Math.sin(angle)) };
}

function round(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}

/**
 * The outline of shares as pieces of a polyline: a share that is missing leaves a gap, not a zero. Closed where none
 * is missing.
 * @example outline([1, 1, 1], 100).length // 1
 */
export function outline(shares: readonly (number | undefined)[], radius: number): readonly string[] {
  const of = shares.length;
  const points = shares.map((share, index) =>
    share === undefined ? undefined : onSpoke({ index, of, share }, radius),
  );
  if (points.every((point) => point !== undefined)) return [written([...points, ...points.slice(0, 1)])];
  const start = points.findIndex((point, index) => point && points[(index + of - 1) % of] === undefined);
  const pieces: Point[][] = [[]];
  for (let n = 0; n < of; n++) {
    const point = points[(start + n) % of];
    if (point) pieces.at(-1)?.push(point);
    else if (pieces.at(-1)?.length) pieces.push([]);
  }
  return pieces.filter((piece) => piece.length > 0).map(written);
}

function written(points: readonly Point[]): string {
  return points.map(({ x, y }) => `${String(x)},${String(y)}`).join(' ');
}
