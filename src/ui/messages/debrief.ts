import type { Locale } from '../../core/base';
import type { ReplayFault } from '../../core/attempt';
import type { RightLevel, ScoreLevel } from '../../core/scoring';
import { formatMinutes, plural } from '../format';

/** What a decision cost, in words; the thresholds stand with the page. */
export const GRADES = ['best', 'good', 'inaccuracy', 'mistake', 'blunder', 'critical'] as const;
export type Grade = (typeof GRADES)[number];

const zhLevels: Readonly<Record<ScoreLevel, string>> = {
  excellent: '优秀',
  good: '良好',
  fair: '中等',
  pass: '及格',
  'not-yet': '不及格',
};
const enLevels: Readonly<Record<ScoreLevel, string>> = {
  excellent: 'Excellent',
  good: 'Good',
  fair: 'Fair',
  pass: 'Pass',
  'not-yet': 'Not yet',
};
const zhRightLevels: Readonly<Record<RightLevel, string>> = {
  excellent: '优秀',
  proficient: '熟练',
  pass: '及格',
  starting: '起步',
};
const enRightLevels: Readonly<Record<RightLevel, string>> = {
  excellent: 'Excellent',
  proficient: 'Proficient',
  pass: 'Pass',
  starting: 'Starting',
};
const zhGrades: Readonly<Record<Grade, string>> = {
  best: '最佳',
  good: '良好',
  inaccuracy: '欠妥',
  mistake: '失误',
  blunder: '严重失误',
  critical: '严重错误',
};
const enGrades: Readonly<Record<Grade, string>> = {
  best: 'Best',
  good: 'Good',
  inaccuracy: 'Inaccuracy',
  mistake: 'Mistake',
  blunder: 'Blunder',
  critical: 'Critical error',
};
const zhReasons: Readonly<Record<ReplayFault['reason'], string>> = {
  ended: '案例在此之前已经结束',
  'unknown-act': '案例里没有这个动作',
  'not-offered': '当时不能这样做',
  'already-done': '这一步已经做过',
  'not-open': '上一级资料还没有打开',
  'number-missing': '缺少应填的数字',
  'number-out-of-range': '数字超出可选范围',
  'bad-wait': '等待的时长不合规定',
  'wrong-clock': '时间与前一步对不上',
};
const enReasons: Readonly<Record<ReplayFault['reason'], string>> = {
  ended: 'the case had ended before it',
  'unknown-act': 'the case knows no such act',
  'not-offered': 'it was not possible then',
  'already-done': 'it had been done before',
  'not-open': 'the record it lies in was not open',
  'number-missing': 'a number is missing',
  'number-out-of-range': 'a number is out of range',
  'bad-wait': 'such a wait is not allowed',
  'wrong-clock': 'its clock does not follow from the step before',
};

const zhCN = {
  title: (name: string) => `复盘：${name}`,
  kicker: '复盘',
  colon: '：',
  comma: '、',
  contents: '本页内容',
  parts: {
    verdict: '评定',
    rights: '7R得分',
    turning: '关键决定',
    timeline: '逐步复盘',
    best: '最佳走法',
    sums: '分数怎么来的',
  },
  print: '打印',
  home: '回到首页',
  again: '同一案情再练一次',
  practice: '练习',
  assessed: '考核',
  seed: (seed: number) => `案例编号${String(seed)}`,
  reading: '正在读取作答…',
  grading: '正在评分…',

  outOf: '满分100',
  levels: zhLevels,
  level: '等级',
  capped: (from: string, to: string, by: string) => `${from} → ${to}（${by}）`,
  floor: '底线规则',
  cap: (by: string, cap: string) => `${by}：总分最高${cap}`,
  floorWhy: '至少一项权重较大的7R得分低于四成',
  selfCorrected: (from: string) => `已自行更正，上限由${from}提高一级`,
  slack: '未起作用，原始分更低',
  points: '得分点',
  pointsOf: (got: string, best: string) => `${got} / ${best}`,
  pointsNote: '实得／从开局算起最多可得',
  best: '可达到的最高分',
  bestNote: '同一案情、同样运气',
  time: '与客户通话',
  timeNote: (from: string, to: string) => `案例时间 ${from} 至 ${to}`,
  decisions: '决定',
  decisionsNote: (looks: number, waits: number) =>
    `其中查资料${String(looks)}次${waits > 0 ? `，等待${String(waits)}次` : ''}`,
  isTitle: '怎么看这个分数',
  is: '这个分数等于实得分点除以本案从开局起最多可得的分点，只由您的作答记录算出，谁来重算结果都一样。运气不计分：评判的是当时能知道什么、您做了什么。',
  isNot:
    '它不评判口音和表情，也不证明坐在键盘前的是谁；一个案例说明不了一个人，至少要看八个案例。计入证书之前，严重错误须由教师复核。',
  criticals: '严重错误',
  criticalAt: '发生在',
  repairedAt: '更正于',

  radar: (name: string) => `七R雷达图：${name}。数值见旁边的表。`,
  achieved: '实得',
  reachable: '最多可得',
  right: '7R',
  earned: '得分',
  share: '得分率',
  rightLevels: zhRightLevels,
  unassessed: '证据不足',
  unassessedWhy: '这一项留下的证据太少，不下结论；分点照常计入总分。',
  expand: '展开各项评分标准',
  evidence: '依据',
  noEvidence: '没有发生与此有关的事',
  formula: '公式',

  costing: '正在精确计算每个决定的得失…',
  costingNote: '评分已经完成；逐步比较所有可能的走法，可能需要几秒。',
  tooLarge: '这次的走法太多，无法在时限内得出精确答案，因此不给出每步得失。评分不受影响。',
  stopped: '计算每步得失时意外中断。评分不受影响；重新载入页面可以再试。',
  nothingLost: '没有一步失分：这就是拿到最高分的走法。',
  turningLead: '失分最多的几个决定。每一步的代价，等于这一步之前还能达到的最高分，减去之后还能达到的最高分。',
  step: (n: number) => `第${String(n)}步`,
  known: '当时已经掌握',
  knownNone: '当时还没有掌握任何情况。',
  did: '您的做法',
  whyCost: '为什么失分',
  instead: '此处更好的一步',
  closed: '从此拿不到的分',
  lessonTitle: '下次怎么做',
  saw: '观察',
  effect: '影响',
  next: '下一步',
  sawText: (clock: string, knew: number) =>
    knew === 0 ? `${clock}，您在一无所知时这样做了。` : `${clock}，您掌握${String(knew)}条情况时这样做了。`,
  sawNeeded: (clock: string, had: number, of: number) =>
    `${clock}，该先弄清的${String(of)}项里，您掌握了${String(had)}项。`,

  reach: '还能达到的最高分',
  mood: '心情',
  trust: '信任',
  patience: '耐心',
  chart: '每一步之后还能达到的最高分、客户的心情与信任',
  chartNote: '数值见下面逐步列出的内容。',
  onlyCostly: '只看失分的决定',
  shown: (shown: number, all: number) => `显示${String(shown)}步，共${String(all)}步`,
  noneCostly: '没有失分的决定。',
  legend: '得失等级',
  grades: zhGrades,
  lostRange: {
    best: '0',
    good: '≤ 1.0',
    inaccuracy: '≤ 3.0',
    mistake: '≤ 8.0',
    blunder: '> 8.0',
    critical: 'CE',
  },
  lost: (points: string) => `失${points}分`,
  lossless: '不失分',
  after: '之后',
  learned: '得知',
  happened: '发生的事',
  touched: '涉及的评分标准',
  why: '为什么',
  committed: '触犯',
  repaired: '已更正',
  waited: (minutes: number) => `等待${formatMinutes(minutes, 'zh-CN')}`,
  looked: (title: string) => `查看 ${title}`,
  left: '客户挂断了电话',

  showBest: '显示最佳走法',
  bestWarning: '打算再练一次的话，先别看。',
  bestLead: (score: string) => `这是得到${score}分的一种走法，未必是唯一的一种。`,

  sumsLead: '得分 ＝ 得分率 × 分值。下面是您这次作答的全部算式。',
  criterion: '评分标准',
  source: '公式出处',
  worth: '分值',
  sum: '合计',
  bestSum: '从开局算起最多可得',
  raw: '原始分',
  rawSum: (got: string, best: string) => `${got} ÷ ${best} × 100`,
  lowestCap: '起作用的上限',
  noCap: '无',
  final: '最后得分',
  finalSum: '原始分与上限中较低者',

  faultTitle: '无法复盘这份作答',
  unknownCase: '课件里已没有这个案例，因此不能重新评分。作答仍保存在本机；换回原来的课件版本就能查看。',
  changedCase:
    '这个案例在您作答之后更新过，用新案例重算旧作答并不公平，因此不评分。作答仍保存在本机；可以用新案例再做一次。',
  unreadable: (line: number) =>
    `作答记录的第${String(line)}行无法读取，可能已损坏或来自更新的版本。请更新课件后再试。`,
  broken: (line: number, reason: string) =>
    `作答记录的第${String(line)}步与案例对不上：${reason}。记录可能被改动过，因此不评分。`,
  unfinished: '这份作答还没有做完，做完之后才有复盘。',
  resume: '继续作答',
  unloaded: '案例内容没有取到，网络可能断了。请检查网络后再试。',
  caseTooLarge: '这个案例的可能走法太多，求不出满分基准，因此不能评分。请告诉课件的作者。',
  retry: '再试一次',
};

type DebriefMessages = Omit<typeof zhCN, 'lostRange'> & {
  readonly lostRange: Readonly<Record<Grade, string>>;
};

const en = {
  title: (name) => `Debrief: ${name}`,
  kicker: 'Debrief',
  colon: ': ',
  comma: ', ',
  contents: 'On this page',
  parts: {
    verdict: 'Verdict',
    rights: 'Seven rights',
    turning: 'Turning points',
    timeline: 'Step by step',
    best: 'Best path',
    sums: 'How the grade was made',
  },
  print: 'Print',
  home: 'Go home',
  again: 'Practise the same facts again',
  practice: 'Practice',
  assessed: 'Assessed',
  seed: (seed) => `Case number ${String(seed)}`,
  reading: 'Reading the attempt…',
  grading: 'Working out the grade…',

  outOf: 'out of 100',
  levels: enLevels,
  level: 'Level',
  capped: (from, to, by) => `${from} → ${to} (${by})`,
  floor: 'Floor rule',
  cap: (by, cap) => `${by}: score no higher than ${cap}`,
  floorWhy: 'at least one of the weightier rights is below 40%',
  selfCorrected: (from) => `self-corrected, one step up from ${from}`,
  slack: 'without effect, the raw score is lower',
  points: 'Points',
  pointsOf: (got, best) => `${got} / ${best}`,
  pointsNote: 'earned / best reachable from the start',
  best: 'Best score reachable',
  bestNote: 'with the same facts and the same luck',
  time: 'On the line',
  timeNote: (from, to) => `case time ${from} to ${to}`,
  decisions: 'Decisions',
  decisionsNote: (looks, waits) =>
    `${plural(looks, 'en', { one: '1 look-up', other: `${String(looks)} look-ups` })}${
      waits > 0 ? `, ${plural(waits, 'en', { one: '1 wait', other: `${String(waits)} waits` })}` : ''
    } among them`,
  isTitle: 'How to read this score',
  is: 'The score is the points you earned out of the most that could be earned from the start of this case. It follows from the log of your decisions alone, so anyone who recomputes it gets the same. Luck does not count: what is judged is what you did with what could be known.',
  isNot:
    'It says nothing about voice or manner and does not prove who sat at the keyboard. One case does not describe a person; it takes eight or more. Before it counts in a certificate, a critical error must be reviewed by an instructor.',
  criticals: 'Critical errors',
  criticalAt: 'Committed at',
  repairedAt: 'Corrected at',

  radar: (name) => `Radar chart of the seven rights: ${name}. The figures are in the table beside it.`,
  achieved: 'Achieved',
  reachable: 'Best reachable',
  right: 'Right',
  earned: 'Points',
  share: 'Share',
  rightLevels: enRightLevels,
  unassessed: 'Not assessed',
  unassessedWhy: 'Too little evidence to speak of this right; its points still count.',
  expand: 'Show all criteria',
  evidence: 'Evidence',
  noEvidence: 'Nothing happened that concerns it',
  formula: 'Formula',

  costing: 'Working out exactly what each decision cost…',
  costingNote: 'The grade is final. Comparing every way the case could have gone on may take a few seconds.',
  tooLarge:
    'There are too many ways this attempt could have gone on for an exact answer, so no costs are shown. The grade is not affected.',
  stopped:
    'Working out the cost of each decision broke off unexpectedly. The grade is not affected; reload the page to try again.',
  nothingLost: 'No step cost anything: this is how the best score is reached.',
  turningLead:
    'The decisions that cost most. The cost of a step is the best final score still in reach before it minus the best still in reach after it.',
  step: (n) => `Step ${String(n)}`,
  known: 'What you knew by then',
  knownNone: 'You had found out nothing yet.',
  did: 'What you did',
  whyCost: 'Why it cost',
  instead: 'A better step here',
  closed: 'Put out of reach',
  lessonTitle: 'What to do next time',
  saw: 'Saw',
  effect: 'Effect',
  next: 'Next',
  sawText: (clock, knew) =>
    knew === 0
      ? `At ${clock} you did this without any finding in hand.`
      : `At ${clock} you did this with ${plural(knew, 'en', { one: 'one finding', other: `${String(knew)} findings` })} in hand.`,
  sawNeeded: (clock, had, of) =>
    `At ${clock} you had ${String(had)} of the ${String(of)} findings this takes.`,

  reach: 'Best score still in reach',
  mood: 'Mood',
  trust: 'Trust',
  patience: 'Patience',
  chart: 'Best score still in reach, the customer’s mood and trust after each step',
  chartNote: 'The figures are in the steps below.',
  onlyCostly: 'Only costly decisions',
  shown: (shown, all) =>
    `${String(shown)} of ${plural(all, 'en', { one: '1 step', other: `${String(all)} steps` })}`,
  noneCostly: 'No decision cost anything.',
  legend: 'What a step cost',
  grades: enGrades,
  lostRange: {
    best: '0',
    good: '≤ 1.0',
    inaccuracy: '≤ 3.0',
    mistake: '≤ 8.0',
    blunder: '> 8.0',
    critical: 'CE',
  },
  lost: (points) => `${points} points lost`,
  lossless: 'Nothing lost',
  after: 'Afterwards',
  learned: 'Learned',
  happened: 'What happened',
  touched: 'Criteria concerned',
  why: 'Why',
  committed: 'Committed',
  repaired: 'Corrected',
  waited: (minutes) => `Waited ${formatMinutes(minutes, 'en')}`,
  looked: (title) => `Opened ${title}`,
  left: 'The customer hung up',

  showBest: 'Show the best path',
  bestWarning: 'If you mean to try again, leave it closed.',
  bestLead: (score) => `One way to a score of ${score}; there may be others.`,

  sumsLead: 'Points = share × worth. Here is the whole calculation for your attempt.',
  criterion: 'Criterion',
  source: 'Formula',
  worth: 'Worth',
  sum: 'Sum',
  bestSum: 'Best reachable from the start',
  raw: 'Raw score',
  rawSum: (got, best) => `${got} ÷ ${best} × 100`,
  lowestCap: 'Cap in force',
  noCap: 'none',
  final: 'Final score',
  finalSum: 'the lower of raw score and cap',

  faultTitle: 'This attempt cannot be debriefed',
  unknownCase:
    'The courseware no longer holds this case, so the attempt cannot be scored again. It is still stored on this device; the earlier edition of the courseware can show it.',
  changedCase:
    'This case was updated after you played it. Scoring the old attempt by the new case would not be fair, so it is not scored. The attempt is still stored; you can play the new case.',
  unreadable: (line) =>
    `Line ${String(line)} of the log cannot be read: it is damaged or comes from a newer version. Update the courseware and try again.`,
  broken: (line, reason) =>
    `Step ${String(line)} of the log does not fit the case: ${reason}. The log may have been edited, so it is not scored.`,
  unfinished: 'This attempt is not finished yet. Its debrief appears once it is.',
  resume: 'Continue the attempt',
  unloaded: 'The case could not be fetched; the network may be down. Check the connection and try again.',
  caseTooLarge:
    'This case has too many possible plays to find its full mark, so it cannot be scored. Please tell the author of the courseware.',
  retry: 'Try again',
} satisfies DebriefMessages;

/** Words of the debrief. */
export const debrief: Readonly<Record<Locale, DebriefMessages & { readonly reasons: typeof zhReasons }>> = {
  'zh-CN': { ...zhCN, reasons: zhReasons },
  en: { ...en, reasons: enReasons },
};
