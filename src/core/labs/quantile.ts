import { exponential, normalCdf } from '../base';

/**
 * φ(z), the density of the standard normal distribution.
 * @example density(0) // ≈ 0.3989
 */
export function density(z: number): number {
  return 0.3989422804014327 * exponential((-z * z) / 2);
}

/**
 * The z below which a share of the standard normal distribution lies: the inverse of `normalCdf`, by bisection.
 * @param share 0 < share < 1
 * @returns z within −8 … 8; error below 1e-5 for shares of 0.001 … 0.999
 * @example quantile(0.9) // ≈ 1.2816
 */
export function quantile(share: number): number {
  return root((z) => normalCdf(z) - share);
}

/**
 * G(z) = φ(z) − z·(1 − Φ(z)), the unit normal loss: what is short on average in one cycle, in standard deviations.
 * @example unitLoss(0) // ≈ 0.3989
 */
export function unitLoss(z: number): number {
  return density(z) - z * (1 - normalCdf(z));
}

/**
 * The z whose unit normal loss is a given one, by bisection.
 * @param loss > 0
 * @example zOfLoss(0.3074) // ≈ 0.20
 */
export function zOfLoss(loss: number): number {
  return root((z) => loss - unitLoss(z));
}

/** Where a rising function passes zero between −8 and 8; the nearer end where it does not. */
function root(rising: (z: number) => number): number {
  let [low, high] = [-8, 8];
  for (let n = 0; n < 60; n++) {
    const middle = (low + high) / 2;
    if (rising(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
