import type { Locale } from '../../core/base';
import type { Right } from '../../core/scenario';
import { formatNumber, plural } from '../format';

/** The 7R statement in pieces: plain words, and the phrases that name a right. */
type Statement = readonly (string | { readonly right: Right; readonly words: string })[];

const zhStatement: Statement = [
  '在',
  { right: 'R4', words: '合适的时间' },
  '、',
  { right: 'R5', words: '合适的场所' },
  '，以',
  { right: 'R3', words: '合适的价格' },
  '，通过',
  { right: 'R6', words: '合适的方式' },
  '，为',
  { right: 'R1', words: '合适的客户' },
  '提供',
  { right: 'R2', words: '合适的产品和服务' },
  '，使客户',
  { right: 'R7', words: '合适的需求' },
  '得到满足。',
];

const enStatement: Statement = [
  'At the ',
  { right: 'R4', words: 'right time' },
  ' and ',
  { right: 'R5', words: 'right place' },
  ', at the ',
  { right: 'R3', words: 'right price' },
  ' and in the ',
  { right: 'R6', words: 'right way' },
  ', give the ',
  { right: 'R1', words: 'right customer' },
  ' the ',
  { right: 'R2', words: 'right product or service' },
  ', so that the ',
  { right: 'R7', words: 'right want' },
  ' is met.',
];

const zhCN = {
  title: '坐到客服台前，处理一个案例',
  lead: '查什么、问什么、承诺什么，每一步都要花时间，也都算数。结束后对照7R标准，逐步复盘每个决定的得失。',
  standard: '7R标准',
  statement: zhStatement,

  cases: '案例',
  caseCount: (count: number) => `共${formatNumber(count, 'zh-CN')}个`,
  noCases: '还没有案例',
  noCasesText: '这个版本的课件里没有带案例。',
  phase: { 'pre-transaction': '交易前', transaction: '交易中', 'post-transaction': '交易后' },
  level: { 1: '基础', 2: '进阶', 3: '挑战' },
  levelOf: (word: string) => `难度：${word}`,
  minutes: (count: number) => `约${formatNumber(count, 'zh-CN')}分钟`,
  customer: '客户',
  coreRights: '主要考查',
  practise: '开始练习',
  assess: '考核',
  example: '看示范',
  scoring: '评分办法',
  glossary: '术语表',

  open: '继续上次的练习',
  openCount: (count: number) => `${formatNumber(count, 'zh-CN')}份未完成`,
  practice: '练习',
  assessed: '考核',
  decisions: (count: number) => `已走${formatNumber(count, 'zh-CN')}步`,
  startedAt: (when: string) => `${when}开始`,
  resume: '继续',
  discard: '放弃',
  discardTitle: '放弃这份练习？',
  discardText: (title: string) => `《${title}》的这份作答将被删除，无法恢复。`,
  discardYes: '放弃并删除',
  discardNo: '保留',
  unknownCase: '课件里已没有这个案例',

  records: '成绩记录',
  recordsEmpty: '还没有完成的案例',
  recordsEmptyText: '完成一个案例后，得分和复盘会出现在这里。',
  reading: '正在读取本机记录…',
  columns: { case: '案例', mode: '方式', when: '开始时间', score: '得分', debrief: '复盘' },
  debrief: '查看复盘',
  noScore: '—',

  noStorageTitle: '这个浏览器不能保存作答',
  noStorage: '可以练习，但关闭页面后作答会丢失。请用系统浏览器打开（不要用无痕窗口），或在结束前下载结果。',
  halfStorageTitle: '作答只有一份副本',
  halfStorage: '这个浏览器目前只有一种存储可用。作答照常保存，但少一份备份；重要的考核建议换用新版浏览器。',
  restored: (count: number) => `有${formatNumber(count, 'zh-CN')}份作答曾从数据库丢失，已用备份恢复。`,
  lostTitle: '有作答丢失了',
  lost: (count: number) =>
    `浏览器清除了${formatNumber(count, 'zh-CN')}份作答，两份副本都已不在。今后可在“设置”中请浏览器持久保存。`,
  faultTitle: '暂时不能使用本机的作答记录',
};

type HomeMessages = typeof zhCN;

const en = {
  title: 'Take the desk, settle a case',
  lead: 'What you look up, ask and promise takes time, and all of it counts. Afterwards the debrief measures each decision against the seven rights.',
  standard: 'The 7R standard',
  statement: enStatement,

  cases: 'Cases',
  caseCount: (count) => plural(count, 'en', { one: '1 case', other: `${formatNumber(count, 'en')} cases` }),
  noCases: 'No cases yet',
  noCasesText: 'This edition of the courseware comes without cases.',
  phase: {
    'pre-transaction': 'Pre-transaction',
    transaction: 'Transaction',
    'post-transaction': 'Post-transaction',
  },
  level: { 1: 'Basic', 2: 'Intermediate', 3: 'Demanding' },
  levelOf: (word) => `Level: ${word}`,
  minutes: (count) => `${formatNumber(count, 'en')} min`,
  customer: 'Customer',
  coreRights: 'Rights at stake',
  practise: 'Start practice',
  assess: 'Assessed',
  example: 'Worked example',
  scoring: 'How scoring works',
  glossary: 'Glossary',

  open: 'Continue where you were',
  openCount: (count) => `${formatNumber(count, 'en')} unfinished`,
  practice: 'Practice',
  assessed: 'Assessed',
  decisions: (count) => plural(count, 'en', { one: '1 step', other: `${formatNumber(count, 'en')} steps` }),
  startedAt: (when) => `started ${when}`,
  resume: 'Continue',
  discard: 'Discard',
  discardTitle: 'Discard this attempt?',
  discardText: (title) => `This attempt at “${title}” will be deleted. That cannot be undone.`,
  discardYes: 'Discard and delete',
  discardNo: 'Keep it',
  unknownCase: 'This case is no longer in the courseware',

  records: 'Your results',
  recordsEmpty: 'No finished cases yet',
  recordsEmptyText: 'Once you finish a case, its score and debrief appear here.',
  reading: 'Reading the records on this device…',
  columns: { case: 'Case', mode: 'Mode', when: 'Started', score: 'Score', debrief: 'Debrief' },
  debrief: 'Open debrief',
  noScore: '—',

  noStorageTitle: 'This browser cannot save attempts',
  noStorage:
    'You can practise, but closing the page loses the attempt. Open it in the system browser (not a private window), or download the result before you leave.',
  halfStorageTitle: 'Attempts are kept in one copy only',
  halfStorage:
    'Only one kind of storage works in this browser at present. Attempts are saved, but without the second copy; for an assessment that matters, use an up-to-date browser.',
  restored: (count) =>
    plural(count, 'en', {
      one: 'One attempt had vanished from the database and was restored from its second copy.',
      other: `${formatNumber(count, 'en')} attempts had vanished from the database and were restored from their second copies.`,
    }),
  lostTitle: 'Some work was lost',
  lost: (count) =>
    plural(count, 'en', {
      one: 'The browser has cleared one attempt; neither copy is left. In Settings you can ask the browser to keep data from now on.',
      other: `The browser has cleared ${formatNumber(count, 'en')} attempts; neither copy is left. In Settings you can ask the browser to keep data from now on.`,
    }),
  faultTitle: 'The records on this device cannot be used right now',
} satisfies HomeMessages;

/** Words of the home page. */
export const home: Readonly<Record<Locale, HomeMessages>> = { 'zh-CN': zhCN, en };
