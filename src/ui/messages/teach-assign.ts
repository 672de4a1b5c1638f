import type { Locale } from '../../core/base';
import { formatNumber, plural } from '../format';

const n = (count: number): string => formatNumber(count, 'zh-CN');

const zhCN = {
  title: '布置作业',
  forClass: (name: string, students: number) => `${name}，${n(students)}名学生。改动随时自动保存。`,
  about: '说明',
  name: '作业名称',
  nameExample: '如：第3周 缺货与承诺',
  teacher: '布置人',
  teacherHelp: '学生会看到是谁布置的。',
  due: '截止时间',
  dueHelp: '留空就不限。过时仍可提交，成绩册会注明迟交。',
  duePast: '这个时间已经过去。',
  note: '对学生说的话',
  noteHelp: '可以不写。',
  tasks: '任务',
  noTasks: '还没有任务。请选案例或课文。',
  case: '案例',
  section: '课程小节',
  share: (percent: string) => `占${percent}`,
  weightOf: (title: string) => `权重：${title}`,
  redraw: '换一组数据',
  dropOf: (title: string) => `去掉${title}`,
  pickCases: (count: number) => (count > 0 ? `选案例（已选${n(count)}）` : '选案例'),
  pickSections: (count: number) => (count > 0 ? `选课程小节（已选${n(count)}）` : '选课程小节'),
  caseFacts: (level: number, minutes: number) => `难度${n(level)}，约${n(minutes)}分钟`,
  sectionFacts: (minutes: number, checks: number) => `约${n(minutes)}分钟，${n(checks)}道检查`,
  reaching: '正在算最高可得分…',
  reachingOf: (done: number, of: number) => `正在算每名学生的最高可得分…${n(done)} / ${n(of)}`,
  reachSame: (seed: number, points: number) =>
    `种子${String(seed)}：一步不错能得${n(points)}点，这就是满分100。`,
  reachOwn: (students: number, least: number, most: number) =>
    least === most
      ? `${n(students)}组数据都能得${n(most)}点；人人都能到满分100。`
      : `${n(students)}组数据：能得${n(least)}至${n(most)}点。各人以自己那组的最高分为100，人人都能到满分。`,
  tooLarge: (count: number) => `其中${n(count)}组太大，没有算出。`,
  rules: '规则',
  mode: '方式',
  modes: { practice: '练习（可撤销）', assessed: '考核（不可撤销）' },
  hints: '提示',
  hintsAre: { yes: '可以用', no: '不能用' },
  seeds: '案例数据',
  seedsAre: { same: '全班相同', own: '每人不同' },
  seedsMean: {
    same: '全班同一组数据，便于讲评时逐步对比，但答案也容易互相抄。',
    own: '每名学生一组数据，由作业和学号决定，双方各自算得出；照抄别人的结果会被查出。',
  },
  attempts: '做几次，算哪次',
  attemptsAre: {
    first: '第一次',
    best: '最高分',
    last: '最后一次',
    'last-two': '最后两次平均',
  },
  language: '语言',
  languages: { free: '学生自选', 'zh-CN': '中文', en: 'English' },
  sealing: '提交方式',
  sealings: { sealed: '加密给我', open: '不加密' },
  sealingMeans: {
    sealed: '结果在学生那里就加密，只有这个工作区能打开，同学之间看不到也抄不了。',
    open: '拿到结果文件或结果码的人都能看。',
  },
  noKey: '要让学生加密提交，请先在教学工作区设口令。现在结果以明文交来。',
  preview: '学生看到的',
  untitled: '（未命名）',
  giveOut: '发给学生',
  notWhole: '写好作业名称和布置人，选至少一个任务，就可以发出。',
  link: '作业链接',
  copy: '复制链接',
  copied: '已复制。发到班级群或学习平台即可。',
  notCopied: '浏览器不让复制：请选中上面的链接，自己复制。',
  file: '存成文件',
  qr: '二维码',
  tooLong: '任务太多，链接放不下：请存成文件发给学生。',
  tooLongQr: '内容太多，二维码放不下：请用链接或文件。',
  advice: '链接里就是作业本身，不经过服务器；学生打开后填学号和姓名，做完把结果交还给您。',
  givenText: '已发出，学生拿到的就是现在这一版。',
  changedTitle: '学生手里是旧版',
  changedText: '改动不会自己传过去：请把新的链接再发一次，学生打开后旧版即被替换。',
  changes: {
    refused: '方式、提示或案例数据变了：按旧版做的结果会被拒收，学生要重做。',
    tasks: '任务有增减：旧版里已做的任务仍然有效。',
    marks: '权重、截止时间或计次变了：只影响成绩册，已交的结果有效。',
    sealing: '加密方式变了：旧版交来的结果仍能收。',
    words: '文字变了：不影响成绩。',
  },
  remove: '删除作业',
  removeTitle: '删除这份作业？',
  removeText:
    '作业和已收到的结果、改分、批注都会删除，不能撤销。学生手里的链接还能打开，但交来的结果不再归到这里。',
  removeAct: '删除',
  cancel: '取消',
};

export type TeachAssignMessages = typeof zhCN;

const many = (count: number): string => formatNumber(count, 'en');

const en = {
  title: 'Assign',
  forClass: (name, students) =>
    `${name}, ${plural(students, 'en', { one: '1 student', other: `${many(students)} students` })}. Changes are saved as you make them.`,
  about: 'What it is',
  name: 'Title',
  nameExample: 'e.g. Week 3: stock-outs and promises',
  teacher: 'Assigned by',
  teacherHelp: 'Students see who asks.',
  due: 'Due',
  dueHelp: 'Empty for no date. Late work is still taken and marked as late.',
  duePast: 'This moment has passed.',
  note: 'A word to the students',
  noteHelp: 'May stay empty.',
  tasks: 'Tasks',
  noTasks: 'None yet. Choose cases or sections.',
  case: 'Case',
  section: 'Section',
  share: (percent) => `${percent} of the total`,
  weightOf: (title) => `Weight: ${title}`,
  redraw: 'Draw other data',
  dropOf: (title) => `Remove ${title}`,
  pickCases: (count) => (count > 0 ? `Choose cases (${many(count)} chosen)` : 'Choose cases'),
  pickSections: (count) => (count > 0 ? `Choose sections (${many(count)} chosen)` : 'Choose sections'),
  caseFacts: (level, minutes) => `level ${many(level)}, about ${many(minutes)} min`,
  sectionFacts: (minutes, checks) =>
    `about ${many(minutes)} min, ${plural(checks, 'en', { one: '1 check', other: `${many(checks)} checks` })}`,
  reaching: 'Working out the best reachable score…',
  reachingOf: (done, of) => `Working out each student’s best reachable score… ${many(done)} / ${many(of)}`,
  reachSame: (seed, points) =>
    `Seed ${String(seed)}: a flawless play earns ${many(points)} points, which is the full mark of 100.`,
  reachOwn: (students, least, most) =>
    least === most
      ? `All ${many(students)} draws reach ${many(most)} points: everyone can get the full mark of 100.`
      : `${many(students)} draws reach ${many(least)} to ${many(most)} points. The best of one’s own draw is 100, so everyone can get the full mark.`,
  tooLarge: (count) =>
    plural(count, 'en', {
      one: '1 draw was too large to work out.',
      other: `${many(count)} draws were too large to work out.`,
    }),
  rules: 'Rules',
  mode: 'Mode',
  modes: { practice: 'Practice (undo)', assessed: 'Assessed (no undo)' },
  hints: 'Hints',
  hintsAre: { yes: 'allowed', no: 'none' },
  seeds: 'Data of the cases',
  seedsAre: { same: 'The same for all', own: 'One draw each' },
  seedsMean: {
    same: 'All work the same data: easy to compare in class, and easy to copy.',
    own: 'Each student has a draw of their own, made of assignment and student number; both sides work it out alone, and a copied result shows.',
  },
  attempts: 'Which attempt counts',
  attemptsAre: { first: 'The first', best: 'The best', last: 'The last', 'last-two': 'Mean of the last two' },
  language: 'Language',
  languages: { free: 'As they like', 'zh-CN': '中文', en: 'English' },
  sealing: 'Handing in',
  sealings: { sealed: 'Sealed to me', open: 'Open' },
  sealingMeans: {
    sealed:
      'Results are encrypted on the student’s device. Only this workspace opens them: classmates can neither read nor copy.',
    open: 'Whoever has a result file or code can read it.',
  },
  noKey:
    'For sealed results, set a passphrase in the teaching workspace first. As it is, results come unsealed.',
  preview: 'What students read',
  untitled: '(no title)',
  giveOut: 'Give it out',
  notWhole: 'Give it a title and your name, and choose at least one task.',
  link: 'Link to the assignment',
  copy: 'Copy the link',
  copied: 'Copied. Send it to the class, or put it into the LMS.',
  notCopied: 'The browser does not allow copying: select the link above and copy it yourself.',
  file: 'Save as a file',
  qr: 'QR code',
  tooLong: 'There are too many tasks for a link: save a file and give that to the students.',
  tooLongQr: 'Too much for a QR code: use the link or the file.',
  advice:
    'The link is the assignment itself; no server is involved. Students open it, enter number and name, and hand the result back to you.',
  givenText: 'Given out. Students have it as it is now.',
  changedTitle: 'Students have an older version',
  changedText:
    'Changes do not travel by themselves: send the new link. Opening it replaces the older version.',
  changes: {
    refused:
      'Mode, hints or data of a case have changed: work done under the older version will be refused and must be done again.',
    tasks: 'Tasks were added or removed: what was done of the others still counts.',
    marks: 'Weights, due date or the counting attempt have changed: only the gradebook is affected.',
    sealing: 'Sealing has changed: results in the older way are still taken.',
    words: 'Words have changed: no mark is affected.',
  },
  remove: 'Delete the assignment',
  removeTitle: 'Delete this assignment?',
  removeText:
    'It goes with all results, changed marks and remarks, and cannot be brought back. The link still opens for students, but their results no longer belong anywhere here.',
  removeAct: 'Delete',
  cancel: 'Cancel',
} satisfies TeachAssignMessages;

/** Words of making and giving out an assignment. */
export const teachAssign: Readonly<Record<Locale, TeachAssignMessages>> = { 'zh-CN': zhCN, en };
