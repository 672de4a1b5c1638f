/** What is said about an answer. */
export interface Verdict {
  readonly right: boolean;
  /** What was seen and what to look at next; the worked way where it is right. */
  readonly say: string;
}

/** One thing to find out or to bring about with a lab. */
export interface LabTask {
  readonly id: string;
  readonly prompt: string;
  /** Asks for a number, with its unit; without it the lab's own state is looked at. */
  readonly ask?: { readonly unit: string };
  /** Judges the number, or the lab as it stands. */
  readonly judge: (answer: number) => Verdict;
}

/**
 * The verdict on a number: right within the tolerance.
 * @example near(49.4, { value: 49.5, tolerance: 0.2, way: '…', hint: '…' }).right // true
 */
export function near(
  answer: number,
  of: { readonly value: number; readonly tolerance: number; readonly way: string; readonly hint: string },
): Verdict {
  const right = Math.abs(answer - of.value) <= of.tolerance + 1e-9;
  return { right, say: right ? of.way : of.hint };
}
