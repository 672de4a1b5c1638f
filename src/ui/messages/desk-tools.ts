import { formatMinutes, formatNumber, plural } from '../format';

/** The keys that do something on the desk, beside 1 … 9 and `?`. */
export const DESK_KEYS = ['T', 'S', 'A', 'N', 'B', 'R', 'U'] as const;
export type DeskKey = (typeof DESK_KEYS)[number];

const zhKeys: Readonly<Record<DeskKey, string>> = {
  T: '到可选的话和事',
  S: '到业务系统',
  A: '打开或收起“问同事，或等一会儿”',
  N: '打开笔记',
  B: '打开任务说明',
  R: '打开7R对照单',
  U: '撤销上一步（练习）',
};
const enKeys: Readonly<Record<DeskKey, string>> = {
  T: 'Go to what can be said or done',
  S: 'Go to the systems',
  A: 'Open or close “Ask a colleague, or wait”',
  N: 'Open the notepad',
  B: 'Open the brief',
  R: 'Open the 7R sheet',
  U: 'Undo the last step (practice)',
};

function zhSpan(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return formatMinutes(rest, 'zh-CN');
  return `${formatNumber(hours, 'zh-CN')}小时${rest === 0 ? '' : formatMinutes(rest, 'zh-CN')}`;
}

function enSpan(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return formatMinutes(rest, 'en');
  return `${formatNumber(hours, 'en')} h${rest === 0 ? '' : ` ${formatMinutes(rest, 'en')}`}`;
}

/** Words of the tools that lie on the desk: notepad, undo, opened records, search, numbers, keys. */
export const zhTools = {
  // Who is there, and how they feel
  unverified: '身份未核实',
  now: (temper: string) => `客户现在${temper}`,
  turned: (from: string, to: string) => `客户由${from}转为${to}`,
  change: (by: number) => `（${by > 0 ? '+' : '−'}${formatNumber(Math.abs(by), 'zh-CN')}）`,
  lookedAt: (count: number) => `查看了${formatNumber(count, 'zh-CN')}份资料`,

  // How the attempt counts
  modeRules: {
    practice: [
      '犯错不要紧，看看会带来什么',
      '可以撤销上一步，撤销会留在记录里',
      '有提示可看时，代价先写明',
      '做完马上可以再来一遍',
    ],
    assessed: ['只有一次机会，不能撤销', '每一步都计入成绩，并留存作答过程', '中途关掉页面，可以接着做'],
  },
  trayTitle: '随时可做',
  hint: '提示',
  hintCost: (criterion: string) => `${criterion}最多得75%`,

  // Undo
  undo: '撤销上一步',
  undoHint: '练习中可以撤销，时间和客户心情一并退回；撤销会留在记录里。',
  undoneSay: (what: string) => `已撤销：${what}`,
  undoneCount: (count: number) => `已撤销${formatNumber(count, 'zh-CN')}次`,

  // Notepad
  notes: '笔记',
  notesLabel: '我的笔记',
  notesHint: '只给您自己看，随作答保存。系统不替您抄录，要紧的数请自己记下。',
  notesKept: '笔记已保存',
  notesKeeping: '正在保存…',
  notesUnkept: '没有保存上，关闭页面会丢失',
  done: '完成',

  // Records
  opened: '打开过的资料',
  openedNone: '还没有。打开过的资料会列在这里，可以免费再看。',
  openedAt: (clock: string) => `您${clock}打开`,
  inThisSystem: '本系统的其他页面',
  find: '在本页查找',
  found: (count: number) => (count === 0 ? '没有找到' : `找到${formatNumber(count, 'zh-CN')}条`),

  // Numbers
  readBack: '说出口之前，再读一遍',
  fromNow: (minutes: number) => `距现在${zhSpan(minutes)}`,
  passed: '已经过了这个时刻',
  allocation: '分配',
  share: '数量',
  between: (low: string, high: string) => `${low}～${high}`,
  remainder: '还可分配',
  overBy: '超出',
  total: '合计',

  // Keys
  keys: zhKeys,
  helpCounts: '每句话、每件事后面都写着要用多少分钟；没有倒计时，也没有限时作答。',
};

type ToolWords = typeof zhTools;

export const enTools = {
  unverified: 'Not verified',
  now: (temper) => `The customer is now: ${temper}`,
  turned: (from, to) => `The customer’s mood: ${from} → ${to}`,
  change: (by) => ` (${by > 0 ? '+' : '−'}${formatNumber(Math.abs(by), 'en')})`,
  lookedAt: (count) =>
    plural(count, 'en', {
      one: 'Looked at 1 record',
      other: `Looked at ${formatNumber(count, 'en')} records`,
    }),

  modeRules: {
    practice: [
      'Mistakes are welcome: see what they lead to',
      'The last step can be undone; the record keeps that it was',
      'Where there is a hint, its price is shown first',
      'Start again as soon as you are done',
    ],
    assessed: [
      'One go: nothing can be undone',
      'Every step counts and is kept with the score',
      'Close the page and you can still go on later',
    ],
  },
  trayTitle: 'At hand at any time',
  hint: 'Hint',
  hintCost: (criterion) => `${criterion} earns 75% at most`,

  undo: 'Undo last step',
  undoHint: 'In practice a step can be undone, clock and mood with it. The record keeps that it was.',
  undoneSay: (what) => `Undone: ${what}`,
  undoneCount: (count) =>
    plural(count, 'en', { one: 'undone once', other: `undone ${formatNumber(count, 'en')} times` }),

  notes: 'Notes',
  notesLabel: 'My notes',
  notesHint:
    'For your eyes only, kept with the attempt. Nothing is copied for you: write down the figures that matter.',
  notesKept: 'Notes kept',
  notesKeeping: 'Keeping…',
  notesUnkept: 'Could not be kept; closing the page loses it',
  done: 'Done',

  opened: 'Records opened',
  openedNone: 'None yet. What you open is listed here and can be read again for nothing.',
  openedAt: (clock) => `opened by you ${clock}`,
  inThisSystem: 'Other pages of this system',
  find: 'Find on this page',
  found: (count) =>
    count === 0
      ? 'Nothing found'
      : plural(count, 'en', { one: '1 found', other: `${formatNumber(count, 'en')} found` }),

  readBack: 'Read it back before you say it',
  fromNow: (minutes) => `${enSpan(minutes)} from now`,
  passed: 'this moment has passed',
  allocation: 'Allocation',
  share: 'Quantity',
  between: (low, high) => `${low} to ${high}`,
  remainder: 'Left to allocate',
  overBy: 'Too much by',
  total: 'Total',

  keys: enKeys,
  helpCounts: 'Each act shows the minutes it takes. There is no countdown and no time limit.',
} satisfies ToolWords;
