import { share, WHOLE, type Share } from '../../base';
import type { Criterion } from '../criterion';
import { firstResponse, MOST_HOLDS, paced } from '../formulas';
import { stillCan } from './ahead';

/**
 * Basis points of the first response (null: not answered yet), long unexplained holds so far, and the present
 * hold: 0 none, 1 up to a minute, 2 longer and already counted.
 */
type Acc = readonly [response: number | null, holds: number, hold: 0 | 1 | 2];

/**
 * R4.a: quick first answer, no long silence after it. Minutes of unexplained waiting add up until the next act in
 * contact with the customer; the stretch counts once, when it passes one minute.
 */
export const r4a: Criterion<Acc> = {
  id: 'R4.a',
  title: { 'zh-CN': '首次响应与节奏', en: 'First response and pace' },
  source: '§3.1 response',
  reads: ['answered', 'waited', 'acted'],
  begin: () => [null, 0, 0],
  next(acc, fact, { channel, start }) {
    const [response, holds, hold] = acc;
    if (fact.type === 'answered')
      return response === null ? settled(share(firstResponse(fact.at - start, channel)), holds, hold) : acc;
    if (lost(acc)) return acc;
    if (fact.type === 'acted') return fact.contact && hold !== 0 ? [response, holds, 0] : acc;
    if (fact.type !== 'waited' || fact.explained || fact.minutes <= 0 || hold === 2) return acc;
    if (hold === 0 && fact.minutes <= 1) return [response, holds, 1];
    return settled(response, holds + 1, 2);
  },
  verdict: (acc) => (acc[0] === null ? share(0) : standing(acc)),
  bound: (acc, _setting, outlook) =>
    acc[0] === null && !stillCan(outlook, 'answered') ? share(0) : standing(acc),
};

/** No further hold can cost anything. */
function lost([response, holds]: Acc): boolean {
  return holds >= MOST_HOLDS || response === 0;
}

/** Forgets the present hold where it no longer matters, so that equal futures look equal. */
function settled(response: number | null, holds: number, hold: 0 | 1 | 2): Acc {
  return lost([response, holds, hold]) ? [response, holds, 0] : [response, holds, hold];
}

function standing([response, holds]: Acc): Share {
  return share(paced((response ?? WHOLE) / WHOLE, holds));
}
