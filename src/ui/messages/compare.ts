import type { Locale } from '../../core/base';

const zhCN = {
  title: '比较两次作答',
  lead: '两次从哪里开始不同，各自走到了哪里。',
  reading: '正在重算您的作答…',
  few: '要比较，至少要做完两次。',
  fewText: '再练一次同一个案例，就能在这里对照。',
  practise: '再练一次',
  unknown: '课件里没有这个案例。',
  first: '甲',
  second: '乙',
  pickFirst: '作答甲',
  pickSecond: '作答乙',
  option: (n: number, when: string, score: string) => `第${String(n)}次 · ${when} · ${score}分`,
  otherFacts: '两次抽到的案情不同，数字和来电人可能不一样。同一步不一定有同样的效果。',
  same: '两次的走法完全相同。',
  alike: (n: number) => (n === 0 ? '从第一步起就不同。' : `前${String(n)}步做得一样。`),
  parting: (step: number) => `第${String(step)}步分开`,
  partingCost: (a: string, b: string) => `分开的这一步：甲失${a}分，乙失${b}分。`,
  costing: '正在精确计算每个决定的得失…',
  at: (clock: string) => `当时 ${clock}`,
  over: '到此结束',
  after: '分开之后',
  score: '得分',
  rights: '七项对照',
  right: '7R',
  difference: '差',
  unassessed: '证据不足',
  drawing: '两次作答的七R雷达图，数值见旁边的表',
  steps: '步数',
  growth: '历次得分',
  growthLabel: '历次得分折线图，数值见上方的选择框',
  back: '回到复盘',
};

type CompareMessages = typeof zhCN;

const en = {
  title: 'Compare two attempts',
  lead: 'Where two attempts part, and where each of them got to.',
  reading: 'Working out your attempts…',
  few: 'It takes two finished attempts to compare.',
  fewText: 'Practise the same case once more and set them side by side here.',
  practise: 'Practise again',
  unknown: 'The courseware holds no such case.',
  first: 'A',
  second: 'B',
  pickFirst: 'Attempt A',
  pickSecond: 'Attempt B',
  option: (n, when, score) => `No. ${String(n)} · ${when} · ${score}`,
  otherFacts:
    'The two drew different facts: numbers and caller may differ, so the same step need not have the same effect.',
  same: 'Both went exactly the same way.',
  alike: (n) => {
    if (n === 0) return 'They differ from the very first step.';
    return n === 1 ? 'The first step was the same.' : `The first ${String(n)} steps were the same.`;
  },
  parting: (step) => `They part at step ${String(step)}`,
  partingCost: (a, b) => `The step at which they part cost A ${a} and B ${b} points.`,
  costing: 'Working out exactly what each decision cost…',
  at: (clock) => `at ${clock}`,
  over: 'ended here',
  after: 'After they parted',
  score: 'Score',
  rights: 'The seven rights',
  right: 'Right',
  difference: 'Difference',
  unassessed: 'Not assessed',
  drawing: 'Radar of the seven rights for both attempts; the figures are in the table beside it',
  steps: 'Steps',
  growth: 'Score over your attempts',
  growthLabel: 'Line of scores over your attempts; the figures are in the lists above',
  back: 'To the debrief',
} satisfies CompareMessages;

/** Words of the page that sets two attempts side by side. */
export const compare: Readonly<Record<Locale, CompareMessages>> = { 'zh-CN': zhCN, en };
