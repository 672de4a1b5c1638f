// The part of Chart.js that the radar needs, in a chunk of its own.
import { Chart, Filler, LineElement, PointElement, RadarController, RadialLinearScale } from 'chart.js';
import { radarChart, type Ink, type Spoke } from './radar-chart';

/**
 * Draws the radar on a canvas. Returns the way to take it off again.
 * @example const clear = drawRadar(canvas, spokes, ink)
 */
export function drawRadar(canvas: HTMLCanvasElement, spokes: readonly Spoke[], ink: Ink): () => void {
  // Registered here and not beside the imports: a module without visible effects is left out of the build.
  Chart.register(RadarController, RadialLinearScale, LineElement, PointElement, Filler);
  const chart = new Chart(canvas, radarChart(spokes, ink));
  return () => chart.destroy();
}
