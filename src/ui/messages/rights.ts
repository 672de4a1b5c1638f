import type { Locale } from '../../core/base';
import type { Right } from '../../core/scenario';

/** The rights in their order. Repeated here so that the first page need not load the scenario compiler. */
export const RIGHTS = ['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7'] as const satisfies readonly Right[];

interface RightWords {
  /** The whole name, as in the 7R standard. */
  readonly name: string;
  /** One word, for narrow places that already speak of the 7R. */
  readonly short: string;
}

const zhCN: Readonly<Record<Right, RightWords>> = {
  R1: { name: '合适的客户', short: '客户' },
  R2: { name: '合适的产品和服务', short: '产品和服务' },
  R3: { name: '合适的价格', short: '价格' },
  R4: { name: '合适的时间', short: '时间' },
  R5: { name: '合适的场所', short: '场所' },
  R6: { name: '合适的方式', short: '方式' },
  R7: { name: '合适的需求', short: '需求' },
};

const en: Readonly<Record<Right, RightWords>> = {
  R1: { name: 'Right customer', short: 'Customer' },
  R2: { name: 'Right product or service', short: 'Product' },
  R3: { name: 'Right price', short: 'Price' },
  R4: { name: 'Right time', short: 'Time' },
  R5: { name: 'Right place', short: 'Place' },
  R6: { name: 'Right way', short: 'Way' },
  R7: { name: 'Right want', short: 'Want' },
};

/** The seven rights by name, the same everywhere in the product. */
export const rights: Readonly<Record<Locale, Readonly<Record<Right, RightWords>>>> = { 'zh-CN': zhCN, en };

/**
 * Tells whether a code names one of the seven rights.
 * @example isRight('R4') // true
 */
export function isRight(code: string): code is Right {
  return RIGHTS.some((right) => right === code);
}
