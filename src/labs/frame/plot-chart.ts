import type { ChartConfiguration, ChartDataset } from 'chart.js';
import type { Plot, Series, Tone } from './plot';

/** Colours and letters, read from the tokens of the page. */
export interface Ink extends Readonly<Record<Tone, string>> {
  readonly text: string;
  readonly grid: string;
  readonly font: string;
  readonly size: number;
}

type Kind = 'bar' | 'line' | 'radar';
export type PlotConfig = ChartConfiguration<Kind, (number | null)[], string>;

const FEW = 8;

/**
 * A plot as Chart.js wants it. Nothing moves, and the legend stands beside it as text.
 * @example new Chart(canvas, plotChart(plot, ink))
 */
export function plotChart(plot: Plot, ink: Ink): PlotConfig {
  const font = { family: ink.font, size: ink.size };
  const ticks = { color: ink.text, font };
  const bounds = {
    ...(plot.from === undefined ? { beginAtZero: true } : { min: plot.from }),
    ...(plot.to === undefined ? {} : { max: plot.to }),
  };
  const title = (text: string) => ({ display: true, text, color: ink.text, font });
  const stacked = plot.stacked === true;
  // Names must all be there, if need be aslant; hours and steps may be thinned out.
  const few = plot.labels.length <= FEW;
  const across = { ...ticks, autoSkip: !few, maxRotation: few ? 45 : 0 };
  const up = { ...ticks, ...(plot.digits === 0 ? { precision: 0 } : {}) };
  return {
    type: plot.kind === 'radar' ? 'radar' : 'bar',
    data: { labels: [...plot.labels], datasets: plot.series.map((series) => dataset(series, plot, ink)) },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      interaction: { mode: 'index', intersect: false },
      plugins: { legend: { display: false } },
      scales:
        plot.kind === 'radar'
          ? {
              r: {
                ...bounds,
                ticks: { display: false },
                grid: { color: ink.grid },
                angleLines: { color: ink.grid },
                pointLabels: ticks,
              },
            }
          : {
              x: {
                stacked,
                ticks: across,
                grid: { display: false },
                title: title(plot.across),
              },
              y: { stacked, ticks: up, grid: { color: ink.grid }, title: title(plot.up), ...bounds },
            },
    },
  };
}

function dataset(series: Series, plot: Plot, ink: Ink): ChartDataset<Kind, (number | null)[]> {
  const colour = ink[series.tone];
  const data = series.values.map((value) => value ?? null);
  const common = { label: series.label, data, borderColor: colour, borderWidth: 2 };
  if (plot.kind === 'bars' && series.line !== true) {
    return { ...common, type: 'bar', backgroundColor: colour, borderWidth: 0, maxBarThickness: 48 };
  }
  const dash = series.line === true ? [6, 4] : [];
  if (plot.kind === 'radar') {
    return {
      ...common,
      type: 'radar',
      borderDash: dash,
      backgroundColor: `color-mix(in srgb, ${colour} 12%, transparent)`,
      pointBackgroundColor: colour,
    };
  }
  return {
    ...common,
    type: 'line',
    borderDash: dash,
    pointRadius: plot.labels.length > 12 ? 0 : 4,
    pointBackgroundColor: colour,
  };
}
