import { share, WHOLE, type Share } from '../../base';
import { CHANNELS } from '../../scenario';
import type { Criterion } from '../criterion';
import { firstResponse, MOST_HOLDS, paced } from '../formulas';
import { stillCan } from './ahead';

/** Unexplained minutes that make one long hold: it counts as soon as it is longer than one minute. */
const HOLD_MINUTES = 2;
const MOST_MINUTES = HOLD_MINUTES * MOST_HOLDS;

/** Basis points of the first response (null: not answered yet) and unexplained minutes of waiting that tell. */
type Acc = readonly [response: number | null, silent: number];

/**
 * R4.a: quick first answer, by the times of the channel it is given on, no long silence. Unexplained minutes of waiting add up over the case, every two of
 * them are one long hold: neither their order nor how a wait is cut into pieces makes a difference.
 */
export const r4a: Criterion<Acc> = {
  id: 'R4.a',
  title: { 'zh-CN': '首次响应与节奏', en: 'First response and pace' },
  source: '§3.1 response',
  reads: ['answered', 'waited'],
  begin: () => [null, 0],
  next(acc, fact, { channel, start }) {
    const [response, silent] = acc;
    if (fact.type === 'answered')
      return response === null
        ? [share(firstResponse(fact.at - start, fact.channel ?? channel)), silent]
        : acc;
    if (fact.type !== 'waited' || fact.explained || fact.minutes <= 0) return acc;
    if (silent >= MOST_MINUTES || response === 0) return acc;
    return [response, Math.min(MOST_MINUTES, silent + fact.minutes)];
  },
  verdict: (acc) => (acc[0] === null ? share(0) : standing(acc)),
  atLeast: ([responseA, silentA], [responseB, silentB]) =>
    silentA <= silentB &&
    (responseA === responseB ||
      responseA === WHOLE ||
      (responseA !== null && responseB !== null && responseA >= responseB)),
  bound(acc, { channel, start }, outlook) {
    if (acc[0] !== null) return standing(acc);
    if (!stillCan(outlook, 'answered')) return share(0);
    const soonest = Math.max(0, (outlook.soonest ?? 0) - start);
    const ahead = outlook.certain?.('answered');
    const ways = ahead?.map((fact) => ('channel' in fact ? fact.channel : channel)) ?? CHANNELS;
    const most = Math.max(...ways.map((way) => firstResponse(soonest, way)));
    return standing([share(most), acc[1]]);
  },
};

function standing([response, silent]: Acc): Share {
  return share(paced((response ?? WHOLE) / WHOLE, Math.floor(silent / HOLD_MINUTES)));
}
