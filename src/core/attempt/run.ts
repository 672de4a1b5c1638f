import type { Minutes } from '../base';
import type { CompiledCase, Scalar } from '../scenario';

/** Where an attempt stands. Immutable; every input makes a new one. */
export interface Run {
  readonly now: Minutes;
  readonly scene: string;
  /** Shown as 0 … 100. */
  readonly mood: number;
  /** Shown as 0 … 100. */
  readonly trust: number;
  /** Minutes of waiting the customer still puts up with. */
  readonly patience: number;
  /** Whether the customer knows why she waits; an unexplained wait costs three times the mood. */
  readonly explained: boolean;
  /** Bit set of findings. */
  readonly known: number;
  /** Bit set of look-ups and acts already used. */
  readonly done: number;
  readonly vars: Readonly<Record<string, Scalar>>;
  /** Index of the next timeline entry. */
  readonly next: number;
  readonly ended: boolean;
}

/**
 * The state in which every attempt of a case starts.
 * @example begin(compiled).scene // 'opening'
 */
export function begin(c: CompiledCase): Run {
  const { customer } = c.of.logic.spec;
  return {
    now: c.start,
    scene: c.first,
    mood: customer.mood,
    trust: customer.trust,
    patience: customer.patience,
    explained: false,
    known: 0,
    done: 0,
    vars: c.vars,
    next: 0,
    ended: false,
  };
}
