import type { Locale } from '../../core/base';
import type { Sorted } from '../../core/labs';
import { labs } from '../../ui/messages/labs';
import type { Plot } from './plot';

/**
 * First tries of each group as bars, right and wrong.
 * @example sortPlot(state, 'en', { title: '…', up: 'Cards', label: (group) => group, groups: ['x'] })
 */
export function sortPlot(
  state: Sorted,
  locale: Locale,
  of: {
    readonly title: string;
    readonly up: string;
    readonly label: (group: string) => string;
    /** The groups to draw. */
    readonly groups: readonly string[];
  },
): Plot {
  const words = labs[locale];
  const groups = state.groups.filter(({ group }) => of.groups.includes(group));
  return {
    kind: 'bars',
    title: of.title,
    across: words.group,
    up: of.up,
    stacked: true,
    digits: 0,
    labels: groups.map(({ group }) => of.label(group)),
    series: [
      { label: words.rightFirst, values: groups.map(({ right }) => right), tone: 'accent' },
      {
        label: words.wrongFirst,
        values: groups.map(({ cards, right }) => cards - right),
        tone: 'warn',
      },
    ],
  };
}

/**
 * Accuracy and time as lines of results.
 * @param minutes real time since the first card
 * @example sortLines(state, 'en', 2.5)[0]?.value // '75% (9/12)'
 */
export function sortLines(
  state: Sorted,
  locale: Locale,
  minutes: number,
): readonly { readonly label: string; readonly value: string }[] {
  const words = labs[locale];
  return [
    { label: words.firstTry, value: state.tried > 0 ? words.firstTryOf(state.right, state.tried) : '–' },
    { label: words.minutes, value: words.minutesOf(Math.round(minutes * 10) / 10) },
  ];
}
