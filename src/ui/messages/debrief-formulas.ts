import type { Locale } from '../../core/base';
import type { CriterionId } from '../../core/scenario';

const zhFormulas: Readonly<Record<CriterionId, string>> = {
  'R1.a': '§2 R1.a 先核验、后办理',
  'R1.b': '§3.6 客户分级',
  'R1.c': '§2 R1.c 分档评定',
  'R1.d': '§2 R1.d 分档评定',
  'R2.a': '§3.5 提方案前的掌握率',
  'R2.b': '§2 R2.b 方案不超过可承诺量',
  'R2.c': '§2 R2.c 分档评定',
  'R2.d': '§2 R2.d 分档评定',
  'R3.a': '§2 R3.a 分档评定',
  'R3.b': '§3.4 合理区间',
  'R3.c': '§2 R3.c 不超权限或已获批准',
  'R3.d': '§3.8 总成本后悔值',
  'R4.a': '§3.1 响应',
  'R4.b': '§3.2 承诺可信度',
  'R4.c': '§3.3 承诺兑现',
  'R4.d': '§2 R4.d 按期完成的比例',
  'R5.a': '§2 R5.a 分档评定',
  'R5.b': '§2 R5.b 分档评定',
  'R5.c': '§2 R5.c 分档评定',
  'R6.a': '§3.7 渠道匹配',
  'R6.b': '§2 R6.b 分档评定',
  'R6.c': '§2 R6.c 分档评定',
  'R6.d': '§2 R6.d 分档评定',
  'R7.a': '§3.5 提方案前的掌握率',
  'R7.b': '§2 R7.b 分档评定，受§3.5限制',
  'R7.c': '§2 R7.c 分档评定',
  'R7.d': '§2 R7.d 分档评定',
};

/**
 * The name of a criterion's formula; the model itself names it in English.
 * @param source as the criterion gives it
 * @example formulaName('R4.b', '§3.2 promise realism', 'zh-CN') // '§3.2 承诺可信度'
 */
export function formulaName(id: CriterionId, source: string, locale: Locale): string {
  return locale === 'zh-CN' ? zhFormulas[id] : source;
}
