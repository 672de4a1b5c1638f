import { chanceWithin, type Drawn, type StageTime } from '../../core/labs';
import type { Plot } from '../frame/plot';

/**
 * The share of orders that arrive in each hour, by formula and as drawn, for 3.5 standard deviations about the mean.
 * @example cyclePlot({ mean: 42, sd: 5.85 }, undefined, words).labels[0] // '21'
 */
export function cyclePlot(
  time: StageTime,
  drawn: Drawn | undefined,
  words: Readonly<Record<'plot' | 'across' | 'up' | 'formula' | 'drawn', string>>,
): Plot {
  const first = Math.max(0, Math.floor(time.mean - 3.5 * time.sd));
  const last = Math.ceil(time.mean + 3.5 * time.sd);
  const hours = Array.from({ length: last - first + 1 }, (_, n) => first + n);
  const formula = hours.map((hour) => 100 * (chanceWithin(time, hour + 1) - chanceWithin(time, hour)));
  const counted = drawn && hours.map((hour) => (100 * (drawn.byHour[hour] ?? 0)) / drawn.done);
  return {
    kind: 'bars',
    title: words.plot,
    across: words.across,
    up: words.up,
    labels: hours.map(String),
    digits: 2,
    series: [
      { label: words.formula, values: formula, tone: 'accent' },
      ...(counted ? [{ label: words.drawn, values: counted, tone: 'warn', line: true } as const] : []),
    ],
  };
}
