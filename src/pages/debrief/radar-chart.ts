import type { ChartConfiguration } from 'chart.js';

/** What the radar draws: one spoke a right, shares of 0 … 100; undefined where the right is not assessed. */
export interface Spoke {
  /** Lines of the label. */
  readonly label: readonly string[];
  readonly achieved: number | undefined;
  readonly reachable: number;
  /** The right's own colour. */
  readonly colour: string;
}

/** Colours and letters, read from the tokens of the page. */
export interface Ink {
  readonly text: string;
  readonly faint: string;
  readonly grid: string;
  readonly accent: string;
  readonly surface: string;
  readonly font: string;
  readonly size: number;
}

/**
 * The radar as Chart.js wants it. A right that is not assessed is a gap in the line, not a zero.
 * @example new Chart(canvas, radarChart(spokes, ink))
 */
export function radarChart(
  spokes: readonly Spoke[],
  ink: Ink,
): ChartConfiguration<'radar', (number | null)[]> {
  return {
    type: 'radar',
    data: {
      labels: spokes.map(({ label }) => [...label]),
      datasets: [
        {
          data: spokes.map(({ achieved }) => achieved ?? null),
          borderColor: ink.accent,
          borderWidth: 2,
          backgroundColor: `color-mix(in srgb, ${ink.accent} 16%, transparent)`,
          pointBackgroundColor: spokes.map(({ colour }) => colour),
          pointBorderColor: ink.surface,
          pointRadius: 5,
          spanGaps: false,
        },
        {
          data: spokes.map(({ reachable }) => reachable),
          borderColor: ink.faint,
          borderWidth: 1,
          borderDash: [4, 4],
          pointRadius: 0,
          fill: false,
        },
      ],
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      events: [],
      plugins: { legend: { display: false }, tooltip: { enabled: false } },
      scales: {
        r: {
          min: 0,
          max: 100,
          ticks: { stepSize: 25, display: false },
          grid: { color: ink.grid },
          angleLines: { color: ink.grid },
          pointLabels: { color: ink.text, font: { family: ink.font, size: ink.size } },
        },
      },
    },
  };
}
