/** What a learner may enter for one number: `min`, `min + step`, … up to `max`. */
export interface Limits {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}
