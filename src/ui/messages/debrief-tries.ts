import type { Locale } from '../../core/base';
import type { RepairKind } from '../../core/debrief';
import { plural } from '../format';

const zhChange: Readonly<Record<RepairKind, (step: number, what: string) => string>> = {
  instead: (step, what) => `第${String(step)}步改为：${what}`,
  first: (step, what) => `第${String(step)}步之前先：${what}`,
  without: (step) => `不做第${String(step)}步`,
};
const enChange: Readonly<Record<RepairKind, (step: number, what: string) => string>> = {
  instead: (step, what) => `At step ${String(step)} instead: ${what}`,
  first: (step, what) => `Before step ${String(step)} first: ${what}`,
  without: (step) => `Step ${String(step)} left out`,
};

const zhCN = {
  knew: (n: number) => (n === 0 ? '此前一无所知' : `此前掌握${String(n)}条`),
  tryHere: '从这里另走一步',
  tryFrom: (step: number) => `从第${String(step)}步另走一步`,
  lessonLink: '回看有关的课',
  veiled: '显示此处更好的一步',
  retry: '从这里重来，先不看答案',

  lead: '选一步，从当时的真实情况接着往下走：同样的时间、同样的心情、同样的资料。',
  marked: '尝试线',
  never: '这是尝试，不是作答：不改动已保存的记录，也不能当作成绩提交。',
  fork: '从哪一步离开原来的走法',
  marks: '每走一步就显示得失',
  marksNote: '重来时先关着，走完再看；想研究后果时打开。',
  working: '正在计算…',
  tooLarge: '可能的走法太多，得不出精确的得失。',
  reach: (score: string) => `从这里最多还能得${score}分`,
  reachWas: (score: string) => `原来走这一步之后，最多还能得${score}分`,
  takeBack: '退回一步',
  restart: '从岔口重来',
  begin: '开始',
  unstarted: (step: number) => `您站在第${String(step)}步之前，还没有选择。`,
  say: '怎么做',
  systems: '系统资料',
  opened: '打开过的资料',
  colleagues: '同事与记录',
  wait: (minutes: number) => `等待${String(minutes)}分钟`,
  minutes: (n: number) => `${String(n)}分钟`,
  set: '先填好数字',
  done: '尝试走完了',
  result: (own: string, branch: string) => `原来${own}分，这条尝试线${branch}分`,
  gain: (by: string) => `多得${by}分`,
  loss: (by: string) => `少得${by}分`,
  even: '得分一样',
  tried: '试过的走法',
  triedNote: '只在本页打开期间保留。',
  from: '岔口',
  steps: '步数',
  end: '结局',
  score: '得分',
  show: '查看',
  drawing: (step: number, n: number) => `原来的走法，和从第${String(step)}步分出、走了${String(n)}步的尝试线`,
  own: '原来的走法',
  branch: '尝试线',

  repairTitle: '只改一个决定',
  repairLead: '其余每一步都照原样做，只改动一个决定。试遍所有改法，这一处得分提高最多：',
  repairSum: (from: string, to: string) => `${from} → ${to}`,
  change: zhChange,
  fallsAway: (steps: readonly number[]) => `第${steps.join('、')}步因此不必再做。`,
  repairNone: '没有哪个单独的改动能提高得分：要么已经是最高分，要么需要一起改动几处。',
  repairing: '正在试遍所有改法…',
  chances: '从哪一步起就够不着了',
  chancesLead: '每个档次最后还够得着的时刻。过了这一步，怎么做也到不了。',
  chance: (mark: string) => `${mark}分`,
  chanceLevel: (mark: string, level: string) => `${mark}分（${level}）`,
  term: '什么是无法挽回点',
  chanceNone: '到最后一步为止，所有档次都还够得着。',
  unknown: '每一步的得失还没有算出来。',
  example: '看完整示范',
};

type TryMessages = typeof zhCN;

const en = {
  knew: (n) =>
    n === 0
      ? 'knew nothing yet'
      : `knew ${plural(n, 'en', { one: '1 finding', other: `${String(n)} findings` })}`,
  tryHere: 'Try another step here',
  tryFrom: (step) => `Try another step at step ${String(step)}`,
  lessonLink: 'Look it up in the lesson',
  veiled: 'Show a better step here',
  retry: 'Retry from here, answer hidden',

  lead: 'Choose a step and go on from the true state it was in: the same time, the same mood, the same knowledge.',
  marked: 'Try-out',
  never:
    'This is a try-out and no attempt: what is stored stays as it is, and this can never be handed in as a result.',
  fork: 'Where to leave the way you went',
  marks: 'Show what each step costs',
  marksNote: 'Leave it off for a fair retry; switch it on to study consequences.',
  working: 'Working it out…',
  tooLarge: 'There are too many ways on for an exact answer.',
  reach: (score) => `Best score in reach from here: ${score}`,
  reachWas: (score) => `After the step you took then: ${score}`,
  takeBack: 'Take back a step',
  restart: 'Start over at the fork',
  begin: 'Begin',
  unstarted: (step) => `You stand before step ${String(step)} and have not chosen yet.`,
  say: 'What you do',
  systems: 'Systems',
  opened: 'Records opened',
  colleagues: 'Colleagues and notes',
  wait: (minutes) => `Wait ${String(minutes)} minutes`,
  minutes: (n) => `${String(n)} min`,
  set: 'Set the number first',
  done: 'The try-out has ended',
  result: (own, branch) => `Your attempt ${own}, this try-out ${branch}`,
  gain: (by) => `${by} points more`,
  loss: (by) => `${by} points less`,
  even: 'The same score',
  tried: 'Ways tried',
  triedNote: 'Kept only while this page is open.',
  from: 'Fork',
  steps: 'Steps',
  end: 'Ending',
  score: 'Score',
  show: 'Show',
  drawing: (step, n) =>
    `The way you went, and a try-out of ${plural(n, 'en', { one: '1 step', other: `${String(n)} steps` })} leaving it at step ${String(step)}`,
  own: 'The way you went',
  branch: 'Try-out',

  repairTitle: 'One decision changed',
  repairLead:
    'Everything else done as you did it, a single decision changed. Of all changes there are, this one gains most:',
  repairSum: (from, to) => `${from} → ${to}`,
  change: enChange,
  fallsAway: (steps) =>
    steps.length === 1
      ? `Step ${steps.join()} is then no longer needed.`
      : `Steps ${steps.join(' and ')} are then no longer needed.`,
  repairNone:
    'No single change would have raised the score: it is the best already, or several changes are needed together.',
  repairing: 'Trying every change…',
  chances: 'When it went out of reach',
  chancesLead:
    'The last moment at which each mark could still be reached. After that step nothing could bring it back.',
  chance: (mark) => mark,
  chanceLevel: (mark, level) => `${mark} (${level})`,
  term: 'What is a point of no return?',
  chanceNone: 'Every mark was still in reach up to the last step.',
  unknown: 'What each step cost is not worked out yet.',
  example: 'Watch the worked example',
} satisfies TryMessages;

/** Words of the screens that try another way and say what would have helped. */
export const tries: Readonly<Record<Locale, TryMessages>> = { 'zh-CN': zhCN, en };
