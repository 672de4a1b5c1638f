import type { Locale } from '../../core/base';
import type { Promoter } from '../../core/scoring';
import { formatNumber, formatPercent } from '../format';

const zhPromoters: Readonly<Record<Promoter, string>> = {
  promoter: '会主动推荐（推荐者）',
  passive: '不推荐也不劝阻（中立者）',
  detractor: '可能劝别人别来（贬损者）',
};
const enPromoters: Readonly<Record<Promoter, string>> = {
  promoter: 'Recommends you (promoter)',
  passive: 'Neither recommends nor warns (passive)',
  detractor: 'May warn others (detractor)',
};

const zhCN = {
  costliest: '失分最多的一步',
  allCostly: '看全部关键决定',
  thisStep: '在逐步复盘里看',
  noneCostly: '没有一步失分。',

  later: '客户后来',
  laterNote: '这是按满意与补救的模型推算的后话，不计入分数，也不是保证。',
  satisfaction: '满意度',
  ofFive: (value: number) => `${formatNumber(value, 'zh-CN', 1)} / 5`,
  recommends: '推荐',
  promoters: zhPromoters,
  effort: '省力程度',
  ofSeven: (value: number) => `${formatNumber(value, 'zh-CN', 1)} / 7`,
  effortNote: '7为最省力；转接、重复询问、再次来电都会降低',
  stays: '留下来的可能',
  staysNote: '取决于满意与信任，最高不超过没出过事的时候',
  chance: (share: number) => formatPercent(share, 'zh-CN'),

  takenBack: '撤回',
  takenBackNote: (n: number) => `练习中撤回过${String(n)}步：记录里仍在，不计分。`,
};

type VerdictMessages = typeof zhCN;

const en = {
  costliest: 'The step that cost most',
  allCostly: 'All turning points',
  thisStep: 'See it step by step',
  noneCostly: 'No step cost anything.',

  later: 'The customer afterwards',
  laterNote:
    'How the story goes on, by the model of satisfaction and recovery. It is no part of the mark, and no promise.',
  satisfaction: 'Satisfaction',
  ofFive: (value) => `${formatNumber(value, 'en', 1)} / 5`,
  recommends: 'Recommendation',
  promoters: enPromoters,
  effort: 'Ease',
  ofSeven: (value) => `${formatNumber(value, 'en', 1)} / 7`,
  effortNote: '7 is effortless; transfers, repeated questions and further calls lower it',
  stays: 'Likely to stay',
  staysNote: 'from satisfaction and trust; never above what it would be had nothing gone wrong',
  chance: (share) => formatPercent(share, 'en'),

  takenBack: 'Taken back',
  takenBackNote: (n) =>
    n === 1
      ? 'One step was taken back in practice: it stays in the log and is not scored.'
      : `${formatNumber(n, 'en')} steps were taken back in practice: they stay in the log and are not scored.`,
} satisfies VerdictMessages;

/** Words of the verdict's story: the costliest step, the customer afterwards, steps taken back. */
export const verdictWords: Readonly<Record<Locale, VerdictMessages>> = { 'zh-CN': zhCN, en };
