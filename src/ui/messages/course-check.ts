import type { Locale } from '../../core/base';
import type { Confidence } from '../../core/lesson';
import { plural } from '../format';

const zhSure: Readonly<Record<Confidence, string>> = { sure: '有把握', unsure: '不太有把握', guess: '猜的' };
const enSure: Readonly<Record<Confidence, string>> = { sure: 'Sure', unsure: 'Unsure', guess: 'Guessing' };

const zhCN = {
  kind: {
    single: '单选',
    multiple: '多选',
    truefalse: '判断',
    ordering: '排序',
    matching: '配对',
    numeric: '计算',
    categorise: '归类',
  },
  check: (count: number) => `第${count}题`,
  yes: '对',
  no: '错',
  confidence: '您有多大把握？',
  confidences: zhSure,
  answer: '提交答案',
  needAnswer: '请先作答',
  needConfidence: '请选择把握程度',
  right: '答对了',
  wrong: '还不对',
  partly: (right: number, all: number) => `${all}处中对了${right}处`,
  missed: '这一项应该选。',
  belongsAt: (place: number) => `应排在第${place}位。`,
  high: '偏大了。请检查有没有多算一项，或单位用错。',
  low: '偏小了。请检查有没有漏掉一项，或单位用错。',
  again: '再试一次',
  solution: '看答案',
  solutionIs: '答案',
  choose: '请选择…',
  up: (text: string) => `上移：${text}`,
  down: (text: string) => `下移：${text}`,
  moved: (text: string, place: number) => `“${text}”移到第${place}位`,
  number: '您的答案',
  notANumber: '请填写数字',
  before: { right: '上次答对', wrong: '上次答错' },
};

type CheckMessages = typeof zhCN;

const en = {
  kind: {
    single: 'Choose one',
    multiple: 'Choose all that apply',
    truefalse: 'True or false',
    ordering: 'Put in order',
    matching: 'Match',
    numeric: 'Work it out',
    categorise: 'Sort',
  },
  check: (count) => `Question ${count}`,
  yes: 'True',
  no: 'False',
  confidence: 'How sure are you?',
  confidences: enSure,
  answer: 'Submit',
  needAnswer: 'Answer first',
  needConfidence: 'Say how sure you are',
  right: 'Right',
  wrong: 'Not yet',
  partly: (right, all) =>
    plural(all, 'en', { one: `${right} of 1 right`, other: `${right} of ${all} right` }),
  missed: 'This one belongs to the answer.',
  belongsAt: (place) => `Belongs in place ${place}.`,
  high: 'Too high. Look for something counted twice, or a unit mixed up.',
  low: 'Too low. Look for something left out, or a unit mixed up.',
  again: 'Try again',
  solution: 'Show the answer',
  solutionIs: 'Answer',
  choose: 'Choose…',
  up: (text) => `Move up: ${text}`,
  down: (text) => `Move down: ${text}`,
  moved: (text, place) => `“${text}” is now number ${place}`,
  number: 'Your answer',
  notANumber: 'Type a number',
  before: { right: 'Right last time', wrong: 'Wrong last time' },
} satisfies CheckMessages;

/** Words of the checks in lessons and in the review. */
export const courseCheck: Readonly<Record<Locale, CheckMessages>> = { 'zh-CN': zhCN, en };
