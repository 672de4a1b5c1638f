import type { Localized } from '../base';

/** A lab as lists name it. */
export interface LabCard {
  readonly id: LabId;
  readonly unit: string;
  readonly title: Localized;
  /** Rows of the inventory of topics that the lab makes tangible. */
  readonly covers: readonly string[];
  /** Ids of its tasks. */
  readonly tasks: readonly string[];
}

export const LAB_IDS = [
  'L1.1',
  'L1.2',
  'L1.3',
  'L3.1',
  'L3.2',
  'L3.3',
  'L3.4',
  'L5.1',
  'L5.2',
  'L5.3',
  'L5.4',
  'L8.1',
  'L8.2',
  'L8.3',
  'L8.4',
] as const;
export type LabId = (typeof LAB_IDS)[number];

const cards: Readonly<Record<LabId, Omit<LabCard, 'id'>>> = {
  'L1.1': {
    unit: 'u01',
    title: { 'zh-CN': '流程与服务分类', en: 'Sorting processes and services' },
    covers: ['D0-002', 'D0-039', 'D0-040', 'D0-041'],
    tasks: ['goal'],
  },
  'L1.2': {
    unit: 'u01',
    title: { 'zh-CN': '客户流失漏斗', en: 'The cost of dissatisfaction' },
    covers: ['D0-050', 'D0-051', 'D0-052', 'D0-053', 'D0-055'],
    tasks: ['value', 'silent'],
  },
  'L1.3': {
    unit: 'u01',
    title: { 'zh-CN': '工业物流类型', en: 'Types of industrial logistics' },
    covers: ['D0-031', 'D0-033', 'D0-034', 'D0-035', 'D0-036', 'D0-037'],
    tasks: ['goal'],
  },
  'L3.1': {
    unit: 'u03',
    title: { 'zh-CN': '三种满足率', en: 'Three fill rates' },
    covers: ['D1-005', 'D1-031'],
    tasks: ['unit', 'cheap'],
  },
  'L3.2': {
    unit: 'u03',
    title: { 'zh-CN': '完美订单', en: 'The perfect order' },
    covers: ['D1-031', 'D1-033'],
    tasks: ['count', 'near'],
  },
  'L3.3': {
    unit: 'u03',
    title: { 'zh-CN': '7R评分校准', en: '7R calibration' },
    covers: ['D1-023', 'D1-024', 'D1-025', 'D1-026', 'D1-027', 'D1-028', 'D1-029', 'D1-030'],
    tasks: ['goal'],
  },
  'L3.4': {
    unit: 'u03',
    title: { 'zh-CN': '差距雷达', en: 'Gap radar' },
    covers: ['D2-021', 'D3-060'],
    tasks: ['total', 'raise'],
  },
  'L5.1': {
    unit: 'u05',
    title: { 'zh-CN': '订货周期与承诺', en: 'Order cycle and promise' },
    covers: ['D1-010'],
    tasks: ['p90', 'one'],
  },
  'L5.2': {
    unit: 'u05',
    title: { 'zh-CN': '可承诺量看板', en: 'ATP board' },
    covers: ['D1-011', 'D1-013'],
    tasks: ['now', 'all'],
  },
  'L5.3': {
    unit: 'u05',
    title: { 'zh-CN': '安全库存', en: 'Safety stock' },
    covers: ['D0-009', 'D1-012'],
    tasks: ['rop', 'fill'],
  },
  'L5.4': {
    unit: 'u05',
    title: { 'zh-CN': '缺货分配', en: 'Allocating a shortage' },
    covers: ['D4-011'],
    tasks: ['fine', 'best'],
  },
  'L8.1': {
    unit: 'u08',
    title: { 'zh-CN': '投诉分级', en: 'Triage' },
    covers: ['D0-047', 'D1-018', 'D2-023'],
    tasks: ['goal', 'late'],
  },
  'L8.2': {
    unit: 'u08',
    title: { 'zh-CN': '理赔计算', en: 'Claim calculator' },
    covers: ['D1-018'],
    tasks: ['rule', 'sea'],
  },
  'L8.3': {
    unit: 'u08',
    title: { 'zh-CN': '补救设计', en: 'Recovery designer' },
    covers: ['D0-045', 'D1-018'],
    tasks: ['only', 'goal'],
  },
  'L8.4': {
    unit: 'u08',
    title: { 'zh-CN': '退货处置', en: 'Disposition of returns' },
    covers: ['D0-005'],
    tasks: ['net', 'turn'],
  },
};

/**
 * Every lab that exists, in the order of the course.
 * @example labCards.find(({ id }) => id === 'L5.1')?.unit // 'u05'
 */
export const labCards: readonly LabCard[] = LAB_IDS.map((id) => ({ id, ...cards[id] }));
