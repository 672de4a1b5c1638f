import {
  airLimit,
  owedByContract,
  owedByDeclared,
  seaLimit,
  type Consignment,
  type DeclaredClaim,
} from '../../core/labs';

export const MODES = ['declared', 'contract', 'sea', 'air'] as const;
export type Mode = (typeof MODES)[number];

/** Everything the calculator stands at. */
export interface ClaimState {
  readonly mode: Mode;
  readonly declared: DeclaredClaim;
  readonly sea: Consignment;
  readonly air: Consignment;
  readonly contract: { readonly loss: number; readonly kg: number; readonly perKg: number };
}

/** What the results show, and the bars that explain it. */
export interface Outcome {
  readonly money: readonly {
    readonly name: OutcomeName;
    readonly value: number;
    readonly unit: 'yuan' | 'sdr' | 'share';
  }[];
  readonly bars: readonly { readonly name: OutcomeName; readonly value: number }[];
}
export type OutcomeName =
  | 'byRule'
  | 'waived'
  | 'ratio'
  | 'limit'
  | 'inYuan'
  | 'byPackage'
  | 'byKg'
  | 'lossPart'
  | 'freightPart'
  | 'servicePart';

/**
 * What the chosen basis yields.
 * @example outcomeOf({ ...state, mode: 'air' }).money[0]?.value // 910
 */
export function outcomeOf(at: ClaimState): Outcome {
  switch (at.mode) {
    case 'declared': {
      const owed = owedByDeclared(at.declared);
      return {
        money: [
          { name: 'byRule', value: owed.total, unit: 'yuan' },
          { name: 'waived', value: owed.waived, unit: 'yuan' },
          { name: 'ratio', value: owed.ratio, unit: 'share' },
        ],
        bars: [
          { name: 'lossPart', value: owed.loss },
          { name: 'freightPart', value: owed.freight },
          { name: 'servicePart', value: owed.services },
          { name: 'byRule', value: owed.total },
        ],
      };
    }
    case 'contract': {
      const owed = owedByContract(at.contract.loss, at.contract);
      const limit = at.contract.kg * at.contract.perKg;
      return {
        money: [
          { name: 'byRule', value: owed, unit: 'yuan' },
          { name: 'limit', value: limit, unit: 'yuan' },
        ],
        bars: [
          { name: 'lossPart', value: at.contract.loss },
          { name: 'limit', value: limit },
          { name: 'byRule', value: owed },
        ],
      };
    }
    case 'sea': {
      const { byPackage, byKg, limit } = seaLimit(at.sea);
      return {
        money: [
          { name: 'limit', value: limit, unit: 'sdr' },
          { name: 'inYuan', value: limit * at.sea.rate, unit: 'yuan' },
        ],
        bars: [
          { name: 'byPackage', value: byPackage },
          { name: 'byKg', value: byKg },
        ],
      };
    }
    case 'air': {
      const limit = airLimit(at.air);
      return {
        money: [
          { name: 'limit', value: limit, unit: 'sdr' },
          { name: 'inYuan', value: limit * at.air.rate, unit: 'yuan' },
        ],
        bars: [{ name: 'limit', value: limit }],
      };
    }
  }
}
