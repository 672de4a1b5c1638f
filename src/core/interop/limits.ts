/** Most lines of a worked case: far beyond what anybody plays. */
export const MOST_LINES = 2000;
/** Most answers to the checks of a section. */
export const MOST_ANSWERS = 1000;
/** Longest texts, in characters. */
export const LONGEST = {
  title: 200,
  person: 100,
  number: 60,
  note: 4000,
  reflection: 10_000,
  remark: 4000,
  reason: 1000,
  id: 80,
} as const;
/** Most tasks of an assignment, and most pins of a remark. */
export const MOST_TASKS = 40;
export const MOST_PINS = 200;
/** Whole seconds before a line. */
export const MOST_SECONDS = 65_535;
/** Largest seed that is read. */
export const MOST_SEED = 2 ** 31 - 1;
/** The last millisecond of the year 9999: what a clock can show. */
export const LAST_TIME = 253_402_300_799_999;
/** A mark is at most so many basis points. */
export const MOST_POINTS = 10_000;
