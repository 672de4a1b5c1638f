import type { Locale } from '../../core/base';
import { plural } from '../format';

const zhCN = {
  title: (name: string) => `示范：${name}`,
  kicker: '示范',
  lead: '看一遍拿到最高分的走法，每一步都说明理由。走法由程序从全部可能中算出，不是唯一的一种。',
  spoiler: '看完示范，这组案情就没有悬念了。想先自己试，请先练习；看完之后，换一组案情再练。',
  watch: '开始看',
  self: '我先自己练',
  backToDebrief: '回到复盘',
  computing: '正在找最好的走法…',
  unknown: '课件里没有这个案例。',
  unloaded: '案例内容没有取到，网络可能断了。请检查网络后重新载入。',
  tooLarge: '这个案例的可能走法太多，找不出最好的走法。',
  talk: '到目前为止',
  step: (n: number, of: number) => `第${String(n)}步，共${String(of)}步`,
  before: '开始之前',
  intro: '客户已经在线上。按“下一步”，看有经验的客服先做什么。',
  next: '下一步',
  back: '上一步',
  all: '全部显示',
  why: '为什么',
  whyLook: (criteria: string) => `提方案之前要查清：${criteria}靠这条情况得分。`,
  whyLookPlain: '查清情况再开口，后面的承诺才有依据。',
  whyWait: '等到该来的消息或时刻，再走下一步。',
  learned: '得知',
  gained: '由此得到的分',
  nothing: '这一步本身不得分，为后面铺路。',
  ended: '示范结束',
  endedLead: (score: string, steps: number) => `共${String(steps)}步，得${score}分。`,
  play: '换一组案情自己练',
  seed: (seed: number) => `案例编号${String(seed)}`,
};

type ExampleMessages = typeof zhCN;

const en = {
  title: (name) => `Worked example: ${name}`,
  kicker: 'Worked example',
  lead: 'Watch the way to the best score, with a reason for every step. It was found among all possible plays and is not the only one.',
  spoiler:
    'Afterwards these facts hold no surprise any more. If you would rather try first, practise first; after watching, practise with other facts.',
  watch: 'Start watching',
  self: 'I will try it first',
  backToDebrief: 'Back to the debrief',
  computing: 'Looking for the best way…',
  unknown: 'The courseware holds no such case.',
  unloaded: 'The case could not be fetched; the network may be down. Check the connection and reload.',
  tooLarge: 'There are too many ways through this case to find the best one.',
  talk: 'So far',
  step: (n, of) => `Step ${String(n)} of ${String(of)}`,
  before: 'Before it begins',
  intro: 'The customer is on the line. Press “Next step” to see what an experienced hand does first.',
  next: 'Next step',
  back: 'Step back',
  all: 'Show all',
  why: 'Why',
  whyLook: (criteria) => `To be cleared up before anything is offered: ${criteria} rests on it.`,
  whyLookPlain: 'Find out first, then speak: what is promised later rests on it.',
  whyWait: 'Wait for the news or the hour, then go on.',
  learned: 'Learned',
  gained: 'Points this brings',
  nothing: 'Brings no points by itself; it prepares what follows.',
  ended: 'End of the example',
  endedLead: (score, steps) =>
    `${plural(steps, 'en', { one: '1 step', other: `${String(steps)} steps` })}, a score of ${score}.`,
  play: 'Practise with other facts',
  seed: (seed) => `Case number ${String(seed)}`,
} satisfies ExampleMessages;

/** Words of the worked example. */
export const example: Readonly<Record<Locale, ExampleMessages>> = { 'zh-CN': zhCN, en };
