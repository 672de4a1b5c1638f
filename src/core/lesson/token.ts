import type { Result } from '../base';

/** What is used of a Markdown token; any CommonMark parser with tables and fences can give it. */
export interface Token {
  readonly type: string;
  readonly tag: string;
  /** Of a fence: what stands behind the three marks. */
  readonly info: string;
  readonly content: string;
  /** First line and the line after the last, counted from 0. */
  readonly map: readonly [number, number] | null;
  readonly children: readonly Token[] | null;
  readonly attrs: readonly (readonly [string, string | number])[] | null;
}

/** Why a text is no YAML; `line` counts from 0. */
export interface YamlFault {
  readonly line: number;
  readonly reason: string;
}

/** The readers that the build lends; the browser has neither. */
export interface Tools {
  markdown(text: string): readonly Token[];
  /** The runs of one line: no lists, no headings. */
  inline(text: string): readonly Token[];
  yaml(text: string): Result<unknown, YamlFault>;
}
