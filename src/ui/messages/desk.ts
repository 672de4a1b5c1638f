import type { Locale } from '../../core/base';
import { formatMinutes, formatNumber, formatRmb, plural } from '../format';
import { enTerms, zhTerms } from './desk-terms';
import { enTools, zhTools } from './desk-tools';

export { TEMPERS, type Temper } from './desk-terms';

const zhCN = {
  ...zhTerms,
  ...zhTools,
  loading: '正在准备案例…',
  practice: '练习',
  assessed: '考核',

  // Before the call
  role: '您的岗位',
  situation: '情境',
  goal: '目标',
  authority: '权限与规定',
  sheet: '7R对照单',
  sheetText: '每做一个决定，先对照这七个问题。',
  modeTitle: '作答方式',
  takeCall: zhTerms.channels.phone.take,
  seed: (seed: number) => `案例编号${String(seed)}：相同编号，案情相同`,
  noRush: '时间只随您的操作前进，可以慢慢想。',

  // Head line
  saved: '已保存',
  saving: '正在保存…',
  unsaved: '未保存',
  help: '操作说明',
  brief: '任务说明',

  // Customer and case
  tabs: { case: '案情', talk: '对话', systems: '系统' },
  tabsLabel: '服务台',
  newEntries: (count: number) => `新增${formatNumber(count, 'zh-CN')}条`,
  customer: '客户',
  tierUnknown: '等级未查',
  wants: '客户说要',
  mood: '心情',
  trust: '信任',
  patience: '耐心',
  moodText: (word: string, value: number) => `${word} ${String(value)}`,
  trustText: { high: '信得过', middle: '观望', low: '起疑' },
  patienceText: (left: number) => `还能等${formatMinutes(left, 'zh-CN')}`,
  clock: '案例时间',
  elapsed: (minutes: number) => `已过${formatMinutes(minutes, 'zh-CN')}`,
  spent: '已答应的费用',
  money: (amount: number) => formatRmb(amount, 'zh-CN'),
  stretch: (minutes: number) => formatMinutes(minutes, 'zh-CN'),

  // Conversation and acts
  conversation: '对话记录',
  you: '您',
  colleague: '同事',
  outcome: '结果',
  looked: (title: string, minutes: number) => `查看 ${title}，用时${formatMinutes(minutes, 'zh-CN')}`,
  waited: (minutes: number) => `等了${formatMinutes(minutes, 'zh-CN')}`,
  actsHint: '选一句话说，或选一件事做',
  until: (moment: string) => `到${moment}`,
  undecided: '…',
  setFirst: '先定下来，再说这句话',
  day: '日期',
  interval: (minutes: number) =>
    minutes % 60 === 0 ? `${formatNumber(minutes / 60, 'zh-CN')}小时` : formatMinutes(minutes, 'zh-CN'),
  clockRange: (first: string, last: string, by: string) => `${first}至${last}，间隔${by}`,
  atHand: '问同事，或等一会儿',
  waitFive: '等5分钟',
  waitFifteen: '等15分钟',
  waitUntil: '等到某个时刻…',
  waitTitle: '等到什么时候？',
  waitLabel: '等到',
  waitGo: (moment: string) => `等到${moment}`,
  waitOnLine: '客户在等着，每一分钟都在消耗耐心。',
  waitOffLine: '没有客户在等您。',
  cancel: '取消',

  // Systems
  systemsTitle: '业务系统',
  systemsHint: '首次打开要花时间，之后可以免费再看。',
  read: '已读',
  closedSystem: '现在打不开',
  asOf: '数据时间',
  shut: '关闭',
  noDocument: '打开一个系统，资料会显示在这里。',

  // Help
  helpTitle: '怎么操作',
  helpTime: '案例时间只随您的操作前进：说话、查系统、问同事、等待都要用时；想多久都可以。',
  helpSave: '每一步都先保存再继续；关掉页面，下次从这一步接着做。',
  helpKeys: '键盘',
  keyDigits: '选择对应的话或事（焦点不在输入框时）',
  keyHelp: '打开这个说明',
  keyTab: '移到下一个按钮；Shift+Tab移回',
  keyAcross: '在页签之间移动',
  keyAlong: '在数字框里加减',
  digitsOn: '使用单键',
  yes: '开',
  no: '关',

  // Ending
  afterwards: '后来发生的事',
  nothingHappened: '此后一切平静，没有别的事发生。',
  toDebrief: '看复盘',
  toHome: '回到首页',

  // Trouble
  stuckTitle: '这个案例暂时打不开',
  faultTitle: '这一步没有保存',
  retry: '再试一次',
  reload: '重新载入',
  content: '案例内容没有取到，网络可能断了。请检查网络后再试。',
  changedCase: '这个案例在您开始之后更新过，旧的作答不能按新案例继续。请从首页重新开始。',
  badLog: '这份作答的记录与案例对不上，因此不再继续。请从首页重新开始。',
  missingTitle: '没有这个案例',
  missing: '课件里没有这个案例，它可能已改名或下架。',
  lostTitle: '有步骤丢失了',
  lost: (count: number) =>
    `浏览器清除了最后${formatNumber(count, 'zh-CN')}步，两份副本都已不在；从现存的最后一步继续。`,
  memoryTitle: '这个浏览器不能保存作答',
  memory: '可以做完，但关闭页面后作答会丢失。',
  halfTitle: '作答只有一份副本',
  half: '这个浏览器目前只有一种存储可用，作答照常保存，但少一份备份。',
};

type DeskMessages = typeof zhCN;
/** Words of the desk in one language. */
export type DeskWords = DeskMessages;

const en = {
  ...enTerms,
  ...enTools,
  loading: 'Preparing the case…',
  practice: 'Practice',
  assessed: 'Assessed',

  role: 'Your role',
  situation: 'The situation',
  goal: 'Your goal',
  authority: 'Authority and rules',
  sheet: 'The 7R sheet',
  sheetText: 'Seven questions to hold every decision against.',
  modeTitle: 'How this counts',
  takeCall: enTerms.channels.phone.take,
  seed: (seed) => `Case number ${String(seed)}: the same number gives the same facts`,
  noRush: 'Time moves only when you act, so take your time to think.',

  saved: 'Saved',
  saving: 'Saving…',
  unsaved: 'Not saved',
  help: 'How it works',
  brief: 'The brief',

  tabs: { case: 'Case', talk: 'Talk', systems: 'Systems' },
  tabsLabel: 'The desk',
  newEntries: (count) => `${formatNumber(count, 'en')} new`,
  customer: 'Customer',
  tierUnknown: 'Tier not looked up',
  wants: 'Says they want',
  mood: 'Mood',
  trust: 'Trust',
  patience: 'Patience',
  moodText: (word, value) => `${word} ${String(value)}`,
  trustText: { high: 'Trusting', middle: 'Reserved', low: 'Doubting' },
  patienceText: (left) => `${formatMinutes(left, 'en')} left`,
  clock: 'Case time',
  elapsed: (minutes) => `${formatMinutes(minutes, 'en')} in`,
  spent: 'Money committed',
  money: (amount) => formatRmb(amount, 'en'),
  stretch: (minutes) => formatMinutes(minutes, 'en'),

  conversation: 'Conversation',
  you: 'You',
  colleague: 'Colleague',
  outcome: 'Outcome',
  looked: (title, minutes) => `Looked up ${title}, ${formatMinutes(minutes, 'en')}`,
  waited: (minutes) => `Waited ${formatMinutes(minutes, 'en')}`,
  actsHint: 'Choose what to say or do',
  until: (moment) => `until ${moment}`,
  undecided: '…',
  setFirst: 'Decide first, then say this',
  day: 'Day',
  interval: (minutes) =>
    minutes % 60 === 0 ? `${formatNumber(minutes / 60, 'en')} h` : formatMinutes(minutes, 'en'),
  clockRange: (first, last, by) => `${first} to ${last}, in steps of ${by}`,
  atHand: 'Ask a colleague, or wait',
  waitFive: 'Wait 5 min',
  waitFifteen: 'Wait 15 min',
  waitUntil: 'Wait until…',
  waitTitle: 'Wait until when?',
  waitLabel: 'Wait until',
  waitGo: (moment) => `Wait until ${moment}`,
  waitOnLine: 'The customer is waiting; every minute uses up patience.',
  waitOffLine: 'No customer is waiting for you.',
  cancel: 'Cancel',

  systemsTitle: 'Systems',
  systemsHint: 'Opening costs time once; reading again is free.',
  read: 'read',
  closedSystem: 'not available now',
  asOf: 'As of',
  shut: 'Close',
  noDocument: 'Open a system and its record appears here.',

  helpTitle: 'How it works',
  helpTime:
    'Case time moves only when you act: speaking, looking things up, asking colleagues and waiting all take minutes. Thinking takes none.',
  helpSave: 'Each step is stored before the next scene shows. Close the page and you resume right there.',
  helpKeys: 'Keyboard',
  keyDigits: 'Choose the act with that number (outside text fields)',
  keyHelp: 'Open this help',
  keyTab: 'Next button; Shift+Tab goes back',
  keyAcross: 'Move between tabs',
  keyAlong: 'Raise or lower a number in its field',
  digitsOn: 'Single keys',
  yes: 'On',
  no: 'Off',

  afterwards: 'What happened next',
  nothingHappened: 'Nothing else happened after that.',
  toDebrief: 'See the debrief',
  toHome: 'Go home',

  stuckTitle: 'This case cannot be opened just now',
  faultTitle: 'This step was not saved',
  retry: 'Try again',
  reload: 'Reload',
  content: 'The case could not be fetched; the network may be down. Check the connection and try again.',
  changedCase:
    'This case was updated after you began, and the old attempt cannot continue in the new one. Please start again from the home page.',
  badLog:
    'The record of this attempt does not fit the case, so it stops here. Please start again from the home page.',
  missingTitle: 'There is no such case',
  missing: 'The courseware holds no case of this name; it may have been renamed or withdrawn.',
  lostTitle: 'Some steps were lost',
  lost: (count) =>
    plural(count, 'en', {
      one: 'The browser has cleared the last step from both copies; you continue from the last one that is left.',
      other: `The browser has cleared the last ${formatNumber(count, 'en')} steps from both copies; you continue from the last one that is left.`,
    }),
  memoryTitle: 'This browser cannot save attempts',
  memory: 'You can finish the case, but closing the page loses it.',
  halfTitle: 'Kept in one copy only',
  half: 'Only one kind of storage works in this browser at present. Steps are saved, but without the second copy.',
} satisfies DeskMessages;

/** Words of the desk: before the call, during it, and at its end. */
export const desk: Readonly<Record<Locale, DeskMessages>> = { 'zh-CN': zhCN, en };
