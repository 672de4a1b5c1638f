// The part of Chart.js that the plots of labs need, in a chunk of its own.
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  RadarController,
  RadialLinearScale,
  Tooltip,
} from 'chart.js';
import type { PlotConfig } from './plot-chart';

/** A plot on its canvas. */
export interface DrawnPlot {
  show(config: PlotConfig): void;
  clear(): void;
}

/**
 * Draws a plot. It can be shown anew with other numbers and taken off again.
 * @example const drawn = drawPlot(canvas, plotChart(plot, ink))
 */
export function drawPlot(canvas: HTMLCanvasElement, config: PlotConfig): DrawnPlot {
  // Registered here and not beside the imports: a module without visible effects is left out of the build.
  Chart.register(BarController, BarElement, CategoryScale, Filler, LinearScale, LineController, LineElement);
  Chart.register(PointElement, RadarController, RadialLinearScale, Tooltip);
  const chart = new Chart(canvas, config);
  return {
    show({ data, options }) {
      chart.data = data;
      if (options) chart.options = options;
      chart.update('none');
    },
    clear: () => chart.destroy(),
  };
}
