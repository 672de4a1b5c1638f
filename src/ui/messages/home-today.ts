import type { Locale } from '../../core/base';
import { formatNumber, plural } from '../format';

const zhCN = {
  title: '今天',
  goOn: '课程：接着上次读',
  begin: '课程：从这里开始',
  place: (unit: number, section: number) =>
    `第${formatNumber(unit, 'zh-CN')}单元 · 第${formatNumber(section, 'zh-CN')}节`,
  review: '复习',
  due: (n: number) => `今天有${formatNumber(n, 'zh-CN')}题要复习`,
  none: '今天没有要复习的题',
  noneYet: '答错或没把握的题，会在这里提醒您复习',
  toReview: '开始复习',
  profile: '我的7R变化',
  profileNote: (n: number) => `最近${formatNumber(n, 'zh-CN')}份完成的作答，从早到晚。`,
  right: '方面',
  trend: '走势',
  first: '最早',
  last: '最近',
  notAssessed: '—',
};
type HomeTodayMessages = typeof zhCN;

const en = {
  title: 'Today',
  goOn: 'Course: go on reading',
  begin: 'Course: begin here',
  place: (unit, section) => `Unit ${formatNumber(unit, 'en')} · section ${formatNumber(section, 'en')}`,
  review: 'Review',
  due: (n) =>
    plural(n, 'en', {
      one: '1 question to review today',
      other: `${formatNumber(n, 'en')} questions to review today`,
    }),
  none: 'Nothing to review today',
  noneYet: 'What you get wrong or are unsure of will come up here for review',
  toReview: 'Start the review',
  profile: 'My 7R profile over time',
  profileNote: (n) =>
    plural(n, 'en', {
      one: 'Your last finished attempt.',
      other: `Your last ${formatNumber(n, 'en')} finished attempts, the earliest first.`,
    }),
  right: 'Right',
  trend: 'Trend',
  first: 'First',
  last: 'Latest',
  notAssessed: '–',
} satisfies HomeTodayMessages;

/** Words of what the home page offers for today. */
export const homeToday: Readonly<Record<Locale, HomeTodayMessages>> = { 'zh-CN': zhCN, en };
