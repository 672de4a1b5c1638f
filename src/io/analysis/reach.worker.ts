// Full marks of many seeds, away from the page's own thread. It takes one order and is thrown away afterwards.
import { reaches, type ReachOrder } from './reach';

addEventListener('message', ({ data }: MessageEvent<ReachOrder>) => {
  for (const reach of reaches(data)) postMessage(reach);
});
