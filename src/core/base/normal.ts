// Math.exp may differ in its last bit between engines; scores must not. Only + − × ÷ are used here.

/**
 * e^x, the same bits in every engine (argument halved to |x| ≤ 1/64, Taylor series, squared back).
 * Relative error below 1e-13 for −40 ≤ x ≤ 40; 0 below −700.
 * @example exponential(0) // 1
 */
export function exponential(x: number): number {
  if (x < -700) return 0;
  let halvings = 0;
  let small = x;
  while (small > 1 / 64 || small < -1 / 64) {
    small /= 2;
    halvings++;
  }
  let term = 1;
  let sum = 1;
  for (let n = 1; n <= 10; n++) {
    term = (term * small) / n;
    sum += term;
  }
  for (let i = 0; i < halvings; i++) sum *= sum;
  return sum;
}

/**
 * Φ(z), the standard normal distribution function (Abramowitz & Stegun 1964, 26.2.17; error < 7.5e-8).
 * @example normalCdf(1.2816) // ≈ 0.90
 */
export function normalCdf(z: number): number {
  const size = z < 0 ? -z : z;
  const t = 1 / (1 + 0.2316419 * size);
  const poly =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = 0.3989422804014327 * exponential((-size * size) / 2) * poly;
  return z < 0 ? tail : 1 - tail;
}

/** Standard normal quantiles used in the field: 90 % and 95 %. */
export const Z90 = 1.2816;
export const Z95 = 1.6449;
