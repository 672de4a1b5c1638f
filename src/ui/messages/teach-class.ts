import type { Locale } from '../../core/base';
import { formatNumber, formatPercent, formatScore, plural } from '../format';

/** Numbers typed with a choice. */
interface Range {
  readonly label: string;
  readonly lowest: number;
  readonly middle: number;
  readonly highest: number;
}

const zhCN = {
  title: '班级分析',
  titleOf: (name: string) => `班级分析：${name}`,
  lead: '每个分岔口全班怎么选、代价多大、哪里值得讲评。只算重演过、查实了的结果。',
  leadSection: '每道题全班答得怎样、最常错在哪里、谁也没想到自己会错。只算核对过的结果。',
  task: '任务',
  selection: '看哪些结果',
  selections: { counted: '计入成绩的', first: '每人第一次', all: '全部' },
  weighing: (done: number, of: number) =>
    `正在精确计算每个决定的得失：${formatNumber(done, 'zh-CN')} / ${formatNumber(of, 'zh-CN')}`,
  failed: '这个浏览器没能在后台完成计算。已算好的结果照常显示；请重新载入再试。',
  none: '还没有可分析的结果',
  noneText: '学生交来的结果通过核对以后，这里会显示全班是怎么做的。',
  collect: '去回收结果',
  results: (n: number) => `${formatNumber(n, 'zh-CN')}份结果`,
  mean: (score: number) => `平均${formatScore(score, 'zh-CN')}分`,
  tabs: {
    decisions: '分岔口',
    rights: '七项热力图',
    paths: '路径',
    costly: '最贵的决定',
    troubles: '值得谈一谈',
  },
  tabsLabel: '班级分析的各个部分',
  blank: '（所填的数）',
  looked: (title: string) => `查阅 ${title}`,
  waited: '等待',
  reached: (n: number, of: number) =>
    `${formatNumber(n, 'zh-CN')}人次走到这里（共${formatNumber(of, 'zh-CN')}）`,
  facility: '通过率',
  facilityHelp: '走到这里的人里，在这一处失分不超过1分的比例。',
  discrimination: '区分度',
  discriminationHelp:
    '这里做得好与其余得分的相关（题目与其余部分的相关）。0.4以上很好，0.2以下几乎分不出高下。',
  tooFew: (n: number) => `少于${String(n)}份，不算`,
  noSpread: '人人一样，无法计算',
  unknown: '未知',
  meanLost: '平均失分',
  lost: (basis: number) => `失${formatScore(basis, 'zh-CN')}分`,
  noLoss: '没有因此失分',
  lostHelp:
    '这一步做完以后，还能得到的最高分降了多少。前面已经丢掉的分不再算，所以大势已去时，坏选择也可能“没有因此失分”。',
  howToRead: '这些数怎么读',
  choiceLine: (n: number, share: number) =>
    `${formatNumber(n, 'zh-CN')}人次，${formatPercent(share, 'zh-CN')}`,
  choiceScore: (score: number) => `选它的人平均${formatScore(score, 'zh-CN')}分`,
  range: ({ label, lowest, middle, highest }: Range) =>
    lowest === highest
      ? `${label}：都填${formatNumber(lowest, 'zh-CN')}`
      : `${label}：${formatNumber(lowest, 'zh-CN')}—${formatNumber(highest, 'zh-CN')}，中位数${formatNumber(middle, 'zh-CN')}`,
  judging: (done: number, of: number) =>
    `正在核对作答：${formatNumber(done, 'zh-CN')} / ${formatNumber(of, 'zh-CN')}`,
  itemsCaption: '逐题分析：每人一份结果，比例以答过该题的人为准',
  question: '题目',
  answered: '作答人数',
  firstRight: '首次答对',
  countedRight: '计分答对',
  misled: '有把握却错',
  wrongMost: '最常见的错误答案',
  wrongCount: (n: number) => `${formatNumber(n, 'zh-CN')}人`,
  noWrong: '没有人答错',
  nobody: '无人作答',
  firstHelp: '第一次作答（还没有看到讲评）就答对的比例，也就是通过率。',
  countedHelp: '计分的那次作答答对的比例。练习以最后一次为准，可以改到对为止，所以通常更高。',
  itemHelp:
    '首次答对这题与首次答对其余各题题数的相关。0.4以上很好，0.2以下几乎分不出高下；负数说明题目或答案值得检查。',
  misledHelp: '第一次作答时说“有把握”却答错的比例：不是不知道，而是以为自己知道，最值得讲评。',
  wrongHelp: '第一次作答中，给出人数最多的错误答案。配对和归类只列出其中不对的几项。',
  lookedBefore: '离开之前查过',
  nobodyLooked: '离开之前没有人查过任何单据。',
  lookShare: (title: string, share: number) => `${title} ${formatPercent(share, 'zh-CN')}`,
  project: '投影，先投票再公布',
  projectOf: (scene: string) => `${scene}：投影`,
  heatCaption: '学生×七项：每格是该项得分率（百分数），取所看结果的平均',
  student: '学生',
  unassessed: '证据不足',
  classMean: '全班平均',
  mapLabel: '全班走过的路径图；线越粗，走的人越多。内容见下方表格。',
  drawing: '正在排布路径图…',
  undrawn: '路径图没能画出来，请看下方表格。',
  waysCaption: '从哪里到哪里，多少份结果走过',
  from: '从',
  to: '到',
  count: '结果数',
  endings: '结局',
  dropOff: '客户在哪里离开',
  nobodyLeft: '没有客户中途离开。',
  costlyCaption: '全班合计失分最多的决定',
  deed: '决定',
  hit: '失分人次',
  total: '合计失分',
  perResult: '平均每份',
  leftDuring: (times: number) => `其中${formatNumber(times, 'zh-CN')}人次，客户就在这时离开了。`,
  nothingLost: '这些结果没有失分。',
  troubles: {
    'early-quit': (decisions: number, usual: number) =>
      `只做了${formatNumber(decisions, 'zh-CN')}步（同案例中位数${formatNumber(usual, 'zh-CN')}步），像是草草收场。`,
    'hint-hunting': (hints: number) =>
      `一份结果里用了${formatNumber(hints, 'zh-CN')}次提示，可能靠提示走路。`,
    'same-right-leak': (right: string, n: number) =>
      `“${right}”在${formatNumber(n, 'zh-CN')}份结果里都不到60%，反复在同一处失分。`,
  },
  troublesLead: '这些只是迹象，供您决定和谁谈、从哪里谈起，不是结论。',
  noTroubles: '没有发现草草收场、依赖提示或反复在同一项失分的情况。',
  open: '打开这份结果',
};

type TeachClassMessages = typeof zhCN;

const en = {
  title: 'Class analysis',
  titleOf: (name) => `Class analysis: ${name}`,
  lead: 'What the class chose at every fork, what it cost, and what is worth talking about. Only results that were played again and found true are counted.',
  leadSection:
    'How the class did at every question, where it went wrong most, and where it was sure and wrong. Only results that were checked again are counted.',
  task: 'Task',
  selection: 'Results shown',
  selections: { counted: 'Those that make the mark', first: 'Everyone’s first', all: 'All' },
  weighing: (done, of) =>
    `Working out exactly what each decision cost: ${formatNumber(done, 'en')} of ${formatNumber(of, 'en')}`,
  failed:
    'This browser could not finish the work in the background. What is ready is shown; reload to try again.',
  none: 'Nothing to analyse yet',
  noneText: 'Once results have been collected and checked, this page shows what the class did.',
  collect: 'Collect results',
  results: (n) => plural(n, 'en', { one: '1 result', other: `${formatNumber(n, 'en')} results` }),
  mean: (score) => `mean ${formatScore(score, 'en')}`,
  tabs: {
    decisions: 'Forks',
    rights: 'Seven rights',
    paths: 'Paths',
    costly: 'Costliest decisions',
    troubles: 'Worth a word',
  },
  tabsLabel: 'Parts of the class analysis',
  blank: '(number given)',
  looked: (title) => `Opened ${title}`,
  waited: 'Waited',
  reached: (n, of) => `reached by ${formatNumber(n, 'en')} of ${formatNumber(of, 'en')}`,
  facility: 'Facility',
  facilityHelp: 'Share of those who came here and lost at most one point here.',
  discrimination: 'Discrimination',
  discriminationHelp:
    'Correlation of doing well here with the score of everything else (item-rest correlation). Above 0.4 is very good; below 0.2 hardly tells strong from weak.',
  tooFew: (n) => `fewer than ${String(n)} results`,
  noSpread: 'all did alike',
  unknown: 'unknown',
  meanLost: 'Mean loss',
  lost: (basis) => `${formatScore(basis, 'en')} lost`,
  noLoss: 'nothing lost by it',
  lostHelp:
    'By how much the best mark still in reach fell with this step. What was lost before does not count again, so that where little is left to lose even a bad choice may cost nothing.',
  howToRead: 'How to read these figures',
  choiceLine: (n, share) => `${formatNumber(n, 'en')}, ${formatPercent(share, 'en')}`,
  choiceScore: (score) => `mean mark of those who chose it ${formatScore(score, 'en')}`,
  range: ({ label, lowest, middle, highest }) =>
    lowest === highest
      ? `${label}: all gave ${formatNumber(lowest, 'en')}`
      : `${label}: ${formatNumber(lowest, 'en')}–${formatNumber(highest, 'en')}, median ${formatNumber(middle, 'en')}`,
  judging: (done, of) => `Checking answers: ${formatNumber(done, 'en')} of ${formatNumber(of, 'en')}`,
  itemsCaption: 'Question by question: one result a student; shares are of those who answered',
  question: 'Question',
  answered: 'Answered by',
  firstRight: 'Right at first',
  countedRight: 'Right in the end',
  misled: 'Sure and wrong',
  wrongMost: 'Most frequent wrong answer',
  wrongCount: (n) => plural(n, 'en', { one: '1 student', other: `${formatNumber(n, 'en')} students` }),
  noWrong: 'nobody was wrong',
  nobody: 'nobody answered',
  firstHelp: 'Share whose first answer, given before any feedback, is right: the facility of the question.',
  countedHelp:
    'Share whose answer that counts is right. In practice that is the last one, and may be tried until it is right, so it is usually higher.',
  itemHelp:
    'Correlation of a right first answer here with the number of right first answers elsewhere (item-rest correlation). Above 0.4 is very good; below 0.2 hardly tells strong from weak; below zero the question deserves a look.',
  misledHelp:
    'Share that said “sure” before a first answer that is wrong: not unknown but wrongly known, and most worth talking about.',
  wrongHelp:
    'The wrong answer that most gave at first. Of pairs and groups only what is wrong in it is listed.',
  lookedBefore: 'Looked up before leaving',
  nobodyLooked: 'Nobody looked anything up before leaving.',
  lookShare: (title, share) => `${title} ${formatPercent(share, 'en')}`,
  project: 'Project: vote first, then reveal',
  projectOf: (scene) => `${scene}: project`,
  heatCaption: 'Students × rights: each cell is the share earned, in percent, mean of the results shown',
  student: 'Student',
  unassessed: 'too little evidence',
  classMean: 'Class mean',
  mapLabel: 'The ways the class took; the thicker the line, the more took it. The table below says the same.',
  drawing: 'Laying out the map…',
  undrawn: 'The map could not be drawn; see the table below.',
  waysCaption: 'From where to where, and by how many results',
  from: 'From',
  to: 'To',
  count: 'Results',
  endings: 'Endings',
  dropOff: 'Where the customer left',
  nobodyLeft: 'No customer left half way.',
  costlyCaption: 'Decisions that cost the class most in all',
  deed: 'Decision',
  hit: 'Lost by',
  total: 'Points in all',
  perResult: 'Per result',
  leftDuring: (times) =>
    plural(times, 'en', {
      one: 'In 1 of them the customer left here.',
      other: `In ${formatNumber(times, 'en')} of them the customer left here.`,
    }),
  nothingLost: 'Nothing was lost in these results.',
  troubles: {
    'early-quit': (decisions, usual) =>
      `Only ${formatNumber(decisions, 'en')} steps (the median for this case is ${formatNumber(usual, 'en')}): given up early, it seems.`,
    'hint-hunting': (hints) =>
      `${formatNumber(hints, 'en')} hints in one result: may be walking by hints alone.`,
    'same-right-leak': (right, n) =>
      `“${right}” is below 60% in ${formatNumber(n, 'en')} results: points leak at the same place again and again.`,
  },
  troublesLead: 'These are signs that may tell you whom to talk with and about what; they are no findings.',
  noTroubles: 'Nobody seems to have given up early, to live on hints, or to lose the same right repeatedly.',
  open: 'Open this result',
} satisfies TeachClassMessages;

/** Words of the class analysis. */
export const teachClass: Readonly<Record<Locale, TeachClassMessages>> = { 'zh-CN': zhCN, en };
