// The analysis' own thread. It takes one order and is thrown away afterwards.
import type { AnalysisOrder } from './report';
import { steps } from './steps';

addEventListener('message', ({ data }: MessageEvent<AnalysisOrder>) => {
  for (const report of steps(data)) postMessage(report);
});
