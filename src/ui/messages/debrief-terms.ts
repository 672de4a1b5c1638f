import type { Locale } from '../../core/base';
import { GRADE_LIMITS, type Grade } from '../../core/debrief';
import type { RightLevel, ScoreLevel } from '../../core/scoring';

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

/** Levels of a case's score. */
export const scoreLevels: Readonly<Record<Locale, Readonly<Record<ScoreLevel, string>>>> = {
  'zh-CN': zhLevels,
  en: enLevels,
};
/** Levels of one right. */
export const rightLevels: Readonly<Record<Locale, Readonly<Record<RightLevel, string>>>> = {
  'zh-CN': zhRightLevels,
  en: enRightLevels,
};
/** What a decision cost, in words. */
export const gradeNames: Readonly<Record<Locale, Readonly<Record<Grade, string>>>> = {
  'zh-CN': zhGrades,
  en: enGrades,
};

/**
 * The losses a grade covers, in points of 100, as a legend writes them.
 * @example lossRange('mistake') // '≤ 8.0'
 */
export function lossRange(grade: Grade): string {
  if (grade === 'best') return '0';
  if (grade === 'critical') return 'CE';
  const points = (basis: number): string => (basis / 100).toFixed(1);
  return grade === 'blunder' ? `> ${points(GRADE_LIMITS.mistake)}` : `≤ ${points(GRADE_LIMITS[grade])}`;
}
