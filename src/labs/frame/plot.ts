/** How a series is painted; each looks different in shape or shade too, not in hue alone. */
export type Tone = 'accent' | 'good' | 'warn' | 'bad' | 'faint';

/** One row of numbers; undefined leaves a gap. */
export interface Series {
  readonly label: string;
  readonly values: readonly (number | undefined)[];
  readonly tone: Tone;
  /** In a plot of bars: a line above them. In a plot of lines: dashed. */
  readonly line?: boolean;
}

/** A plot and at the same time its table: what is drawn is what the table says. */
export interface Plot {
  readonly kind: 'bars' | 'lines' | 'radar';
  /** The caption of the table and the name of the drawing. */
  readonly title: string;
  /** What the labels are. */
  readonly across: string;
  /** What the values are, with their unit. */
  readonly up: string;
  readonly labels: readonly string[];
  readonly series: readonly Series[];
  readonly stacked?: boolean;
  /** Decimals in the table. */
  readonly digits?: number;
  /** Where the axis of values begins and ends, if not at 0 and by itself. */
  readonly from?: number;
  readonly to?: number;
}

/** One row of the table. */
export interface PlotRow {
  readonly label: string;
  readonly values: readonly (number | undefined)[];
}

const MOST_ROWS = 60;

/**
 * The rows of the table: one for each label, or every nth where there are more than sixty, the last always.
 * @example plotRows({ ...plot, labels: ['A'], series: [one] })[0]?.label // 'A'
 */
export function plotRows(plot: Plot): readonly PlotRow[] {
  const step = Math.ceil(plot.labels.length / MOST_ROWS);
  return plot.labels.flatMap((label, at) =>
    at % step === 0 || at === plot.labels.length - 1
      ? [{ label, values: plot.series.map(({ values }) => values[at]) }]
      : [],
  );
}
