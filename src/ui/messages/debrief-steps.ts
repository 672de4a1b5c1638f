import type { Locale } from '../../core/base';
import { formatNumber, plural } from '../format';

/** The screens of a debrief, in their order. */
export const STEPS = [
  'self',
  'verdict',
  'rights',
  'timeline',
  'turning',
  'whatif',
  'map',
  'repair',
  'sums',
  'notes',
] as const;
export type StepId = (typeof STEPS)[number];

const zhNames: Readonly<Record<StepId, string>> = {
  self: '先自评',
  verdict: '评定',
  rights: '7R得分',
  timeline: '逐步复盘',
  turning: '关键决定',
  whatif: '换一步试试',
  map: '走过的路',
  repair: '差在哪里',
  sums: '分数怎么来的',
  notes: '反思与下次',
};
const enNames: Readonly<Record<StepId, string>> = {
  self: 'Your own view',
  verdict: 'Verdict',
  rights: 'Seven rights',
  timeline: 'Step by step',
  turning: 'Turning points',
  whatif: 'Try another way',
  map: 'The path you took',
  repair: 'What would have helped',
  sums: 'How the grade was made',
  notes: 'Reflection',
};

const zhCN = {
  nav: '复盘的步骤',
  names: zhNames,
  place: (n: number, of: number) => `第${String(n)}屏，共${String(of)}屏`,
  back: (name: string) => `上一屏：${name}`,
  next: (name: string) => `下一屏：${name}`,
  locked: '自评之后才能看',

  selfLead: '先说说您自己的看法，再看系统的评定。两相对照，才看得出哪里判断准、哪里看走了眼。自评不计分。',
  rate: '这次您在七个“合适”上各做得怎样？',
  unrated: '说不准',
  guess: '您估计自己得多少分？',
  guessHelp: '0到100',
  turningAsk: '哪一步最影响结果？',
  turningNone: '说不上来',
  handIn: '提交自评，看评定',
  skip: '不自评，直接看评定',
  skipped: '这次您跳过了自评。',
  frozen: '自评已提交，看过评定后不再修改。',
  unsaved: '自评没能存下来，离开本页后就会丢失。',

  against: '对照您的自评',
  self: '自评',
  actual: '评定',
  difference: '差别',
  guessed: (guess: string, score: string) => `您估计${guess}分，评定${score}分。`,
  overGuess: (by: string) => `高估了${by}分。`,
  underGuess: (by: string) => `低估了${by}分。`,
  exactGuess: '估得很准。',
  same: '一致',
  over: '高估',
  under: '低估',
  levelsApart: (n: number) => `${String(n)}级`,
  matched: (n: number, of: number) => `${String(of)}项里有${String(n)}项判断一致`,
  namedTop: (step: number) => `您认为第${String(step)}步最影响结果，它确实是失分最多的决定之一。`,
  namedCostly: (step: number, lost: string) =>
    `您认为第${String(step)}步最影响结果。它失了${lost}分，但还有失分更多的决定。`,
  namedFree: (step: number) => `您认为第${String(step)}步最影响结果。它没有失分，真正失分的决定在别处。`,
  namedNothing: '这一次没有失分的决定，您认为最影响结果的那一步也没有失分。',

  earlier: '上一次',
  earlierNote: '虚线是最多可得，细线是您上一次的作答。',
  growth: '历次得分',
  growthLead: '同一个案例您做完过的全部作答，都按现在的规则由记录重新计算。',
  firstTime: '这是您第一次做完这个案例。再练一次后，这里会显示进步。',
  readingGrowth: '正在重算以前的作答…',
  attempt: '作答',
  thisOne: '本次',
  first: '首次',
  best: '最高',
  last: '最近',
  score: '得分',
  when: '时间',
  sinceFirst: (by: string) => `比首次${by}`,
  compare: '比较两次作答',
  moreAbout: '评分办法',
};

type StepMessages = typeof zhCN;

const en = {
  nav: 'Steps of the debrief',
  names: enNames,
  place: (n, of) => `Screen ${String(n)} of ${String(of)}`,
  back: (name) => `Back: ${name}`,
  next: (name) => `Next: ${name}`,
  locked: 'Opens after your own view',

  selfLead:
    'Say first how you see it, then look at the verdict. Side by side they show where your judgement was sure and where it was not. This is not scored.',
  rate: 'How well did you do on each of the seven rights?',
  unrated: 'Cannot say',
  guess: 'What score do you expect?',
  guessHelp: '0 to 100',
  turningAsk: 'Which step mattered most for the outcome?',
  turningNone: 'Cannot say',
  handIn: 'Hand in and see the verdict',
  skip: 'Skip this and see the verdict',
  skipped: 'You skipped your own view this time.',
  frozen: 'Your view is handed in; it does not change once the verdict has been seen.',
  unsaved: 'Your view could not be stored and will be lost when you leave this page.',

  against: 'Against your own view',
  self: 'Your view',
  actual: 'Verdict',
  difference: 'Difference',
  guessed: (guess, score) => `You expected ${guess}, the verdict is ${score}.`,
  overGuess: (by) => `That is ${by} too high.`,
  underGuess: (by) => `That is ${by} too low.`,
  exactGuess: 'A close estimate.',
  same: 'Agrees',
  over: 'Too high',
  under: 'Too low',
  levelsApart: (n) => plural(n, 'en', { one: '1 level', other: `${formatNumber(n, 'en')} levels` }),
  matched: (n, of) => `${String(n)} of ${String(of)} rights judged alike`,
  namedTop: (step) =>
    `You named step ${String(step)} as decisive. It is indeed among the costliest decisions.`,
  namedCostly: (step, lost) =>
    `You named step ${String(step)} as decisive. It cost ${lost} points, but other decisions cost more.`,
  namedFree: (step) =>
    `You named step ${String(step)} as decisive. It cost nothing; the points were lost elsewhere.`,
  namedNothing: 'No decision cost anything this time, the one you named included.',

  earlier: 'Last time',
  earlierNote: 'Dashed: best reachable. Thin: your attempt before this one.',
  growth: 'Score over your attempts',
  growthLead: 'All finished attempts at this case, each worked out again from its log by the rules of today.',
  firstTime: 'This is your first finished attempt at this case. After the next one, progress shows here.',
  readingGrowth: 'Working out earlier attempts…',
  attempt: 'Attempt',
  thisOne: 'This one',
  first: 'First',
  best: 'Best',
  last: 'Latest',
  score: 'Score',
  when: 'When',
  sinceFirst: (by) => `${by} since the first`,
  compare: 'Compare two attempts',
  moreAbout: 'How scoring works',
} satisfies StepMessages;

/** Words of the debrief's steps, of the self-assessment and of growth. */
export const steps: Readonly<Record<Locale, StepMessages>> = { 'zh-CN': zhCN, en };
