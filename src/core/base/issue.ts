import type { Locale, Localized } from './localized';

/** One defect found in content: where, what, and what to do about it, in both languages. */
export interface Issue {
  /** Stable name of the kind of defect, e.g. `unknown-scene`. */
  readonly code: string;
  /** The file as its author knows it, e.g. `scenarios/stockout-key-account/en.yaml`. */
  readonly file: string;
  /** The place inside the file, e.g. `scenes.greet.acts.own.to`. */
  readonly path: string;
  /** What is wrong and how to mend it. */
  readonly message: Localized;
}

/**
 * One line for a terminal or a test report.
 * @example formatIssue(issue, 'en') // 'scenario.yaml scenes.greet [unknown-scene] …'
 */
export function formatIssue(issue: Issue, locale: Locale): string {
  return `${issue.file} ${issue.path || '(top)'} [${issue.code}] ${issue.message[locale]}`;
}
