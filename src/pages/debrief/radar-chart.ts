import { RadialLinearScale, type ChartConfiguration, type Plugin } from 'chart.js';

/** What the radar draws: one spoke a right, shares of 0 … 100; undefined where the right is not assessed. */
export interface Spoke {
  /** Lines of the label. */
  readonly label: readonly string[];
  readonly achieved: number | undefined;
  readonly reachable: number;
  /** Share in the attempt before this one; undefined where there is none or it was not assessed. */
  readonly earlier: number | undefined;
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
        {
          data: spokes.map(({ earlier }) => earlier ?? null),
          borderColor: ink.faint,
          borderWidth: 1.5,
          pointBackgroundColor: ink.surface,
          pointBorderColor: ink.faint,
          pointRadius: 3,
          spanGaps: false,
          fill: false,
        },
      ],
    },
    plugins: [hatching(spokes, ink)],
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

const GAP = 6;

/** Hatches the slice of every right that is not assessed, so that its gap cannot be taken for a zero. */
function hatching(spokes: readonly Spoke[], ink: Ink): Plugin<'radar'> {
  return {
    id: 'hatching',
    beforeDatasetsDraw({ ctx, scales }) {
      const scale = scales['r'];
      if (!(scale instanceof RadialLinearScale)) return;
      const rim = (index: number): Place => scale.getPointPositionForValue(mod(index, spokes.length), 100);
      spokes.forEach(({ achieved }, index) => {
        if (achieved !== undefined) return;
        const corners = [
          { x: scale.xCenter, y: scale.yCenter },
          between(rim(index - 1), rim(index)),
          rim(index),
          between(rim(index), rim(index + 1)),
        ];
        hatch(ctx, corners, ink.faint);
      });
    },
  };
}

interface Place {
  readonly x: number;
  readonly y: number;
}

function mod(index: number, count: number): number {
  return (index + count) % count;
}

function between(a: Place, b: Place): Place {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

function hatch(ctx: CanvasRenderingContext2D, corners: readonly Place[], colour: string): void {
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const height = bottom - top;
  ctx.save();
  ctx.beginPath();
  for (const { x, y } of corners) ctx.lineTo(x, y);
  ctx.clip();
  ctx.beginPath();
  for (let x = left - height; x < right; x += GAP) {
    ctx.moveTo(x, bottom);
    ctx.lineTo(x + height, top);
  }
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1;
  ctx.stroke();
  ctx.restore();
}
