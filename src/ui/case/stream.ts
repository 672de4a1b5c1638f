import type { Temper } from '../messages/desk';
import type { Line } from './transcript';

type Look = Extract<Line, { kind: 'look' }>;

/** What stands in the conversation: a line of it, look-ups one after the other taken together, a change of mood. */
export type Entry =
  | { readonly kind: 'line'; readonly id: string; readonly input: number; readonly line: Exclude<Line, Look> }
  | { readonly kind: 'looks'; readonly id: string; readonly input: number; readonly looks: readonly Look[] }
  | {
      readonly kind: 'mood';
      readonly id: string;
      readonly input: number;
      readonly from: Temper;
      readonly to: Temper;
    };

/**
 * The lines of a conversation as they stand on the screen.
 * @param tempers how the customer felt at the start and after each input; none leaves changes of mood out
 * @example stream(lines, progress.tempers).map((entry) => entry.kind) // ['line', 'line', 'line', 'looks']
 */
export function stream(lines: readonly Line[], tempers: readonly Temper[] = []): readonly Entry[] {
  const out: Entry[] = [];
  for (const [index, line] of lines.entries()) {
    const last = out.at(-1);
    if (line.kind !== 'look') out.push({ kind: 'line', id: line.id, input: line.input, line });
    else if (last?.kind === 'looks') out[out.length - 1] = { ...last, looks: [...last.looks, line] };
    else out.push({ kind: 'looks', id: line.id, input: line.input, looks: [line] });
    if (lines[index + 1]?.input === line.input) continue;
    const [from, to] = [tempers[line.input], tempers[line.input + 1]];
    if (from !== undefined && to !== undefined && from !== to)
      out.push({ kind: 'mood', id: `${line.id}-mood`, input: line.input, from, to });
  }
  return out;
}

/**
 * How the customer felt when a line was said: after the input that it belongs to.
 * @example temperAt(progress.tempers, line) // 'tense'
 */
export function temperAt(tempers: readonly Temper[], { input }: Pick<Line, 'input'>): Temper | undefined {
  return tempers[input + 1];
}
