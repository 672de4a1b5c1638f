/**
 * Stands in for a file whose text could not be parsed, so that it is reported beside the defects of the others.
 * @example new Unreadable({ line: 12, column: 5, detail: 'bad indentation of a mapping entry' })
 */
export class Unreadable {
  /** Counted from 1, as editors do. */
  readonly line: number;
  readonly column: number;
  /** What the parser says, one line. */
  readonly detail: string;

  constructor(of: { readonly line: number; readonly column: number; readonly detail: string }) {
    this.line = of.line;
    this.column = of.column;
    this.detail = of.detail;
  }
}
