import type { Locale } from '../../core/base';

/** The allowed values of a number field, already written as they are shown; `by` is the step, where it is worth saying. */
interface Limits {
  readonly low: string;
  readonly high: string;
  readonly by: string | undefined;
  readonly unit: string | undefined;
}

function zhRange({ low, high, by, unit = '' }: Limits): string {
  return by === undefined ? `${low}～${high}${unit}` : `${low}～${high}${unit}，间隔${by}`;
}

function enRange({ low, high, by, unit }: Limits): string {
  const span = unit === undefined ? `${low} to ${high}` : `${low} to ${high} ${unit}`;
  return by === undefined ? span : `${span}, in steps of ${by}`;
}

const zhCN = {
  product: '七R物流客服实训',
  close: '关闭',
  dismiss: '知道了，收起',
  less: (label: string) => `减少：${label}`,
  more: (label: string) => `增加：${label}`,
  range: zhRange,
  outside: (range: string) => `不在可选范围内。可填：${range}`,
};

type PartsMessages = typeof zhCN;

const en = {
  product: 'Seven Rights',
  close: 'Close',
  dismiss: 'Dismiss',
  less: (label) => `Decrease: ${label}`,
  more: (label) => `Increase: ${label}`,
  range: enRange,
  outside: (range) => `Not possible here. Allowed: ${range}`,
} satisfies PartsMessages;

/** Words of the components themselves. */
export const parts: Readonly<Record<Locale, PartsMessages>> = { 'zh-CN': zhCN, en };
