import { channelFit } from '../formulas';
import { latestCriterion } from './latest';

/** R6.a: the channel of the last confirmation fits customer and matter, in writing where writing is needed. */
export const r6a = latestCriterion(
  { id: 'R6.a', title: { 'zh-CN': '渠道匹配', en: 'Channel fit' }, source: '§3.7 channel fit' },
  'confirmed',
  (fact) =>
    fact.type === 'confirmed'
      ? channelFit(fact.fit, { needed: fact.needsWriting, followed: fact.written })
      : undefined,
);
