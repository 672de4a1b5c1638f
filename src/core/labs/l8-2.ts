import type { Limits } from './limits';

// Lab L8.2. What is owed for loss and damage. Declared value and company rule P4 (scenario “broken tea sets”); sea:
// Maritime Code 1992 Art. 56; international air: 26 SDR/kg since 28 December 2024 (secondary sources). Yuan, kg, SDR.

/** A claim under a declared value. Yuan. */
export interface DeclaredClaim {
  readonly loss: number;
  readonly declared: number;
  /** True value of the whole shipment, > 0. */
  readonly value: number;
  /** Freight paid, packages in all, packages totally lost. */
  readonly freight: number;
  readonly packages: number;
  readonly lost: number;
  /** Paid services that were not performed. */
  readonly services: number;
}
export const DECLARED: DeclaredClaim = {
  loss: 3000,
  declared: 12_000,
  value: 14_400,
  freight: 252,
  packages: 12,
  lost: 2,
  services: 180,
};
export const DECLARED_LIMITS: Readonly<Record<keyof DeclaredClaim, Limits>> = {
  loss: { min: 0, max: 14_400, step: 100 },
  declared: { min: 0, max: 20_000, step: 500 },
  value: { min: 600, max: 20_000, step: 600 },
  freight: { min: 0, max: 600, step: 12 },
  packages: { min: 1, max: 24, step: 1 },
  lost: { min: 0, max: 24, step: 1 },
  services: { min: 0, max: 400, step: 20 },
};

/** The parts of what is owed. Yuan. */
export interface Owed {
  /** declared ÷ value, at most 1. */
  readonly ratio: number;
  readonly loss: number;
  readonly freight: number;
  readonly services: number;
  readonly total: number;
  /** The total if the proportion is waived, because our own failure caused the loss. */
  readonly waived: number;
}

/**
 * What is owed: loss × min(1, declared ÷ value), the freight of totally lost packages, services not performed.
 * @example owedByDeclared(DECLARED).total // 2722
 */
export function owedByDeclared(claim: DeclaredClaim): Owed {
  const ratio = Math.min(1, claim.declared / claim.value);
  const loss = claim.loss * ratio;
  const freight = (Math.min(claim.lost, claim.packages) / claim.packages) * claim.freight;
  const rest = freight + claim.services;
  return { ratio, loss, freight, services: claim.services, total: loss + rest, waived: claim.loss + rest };
}

/** A consignment whose liability the law limits. */
export interface Consignment {
  readonly packages: number;
  readonly kg: number;
  /** Yuan for one SDR. */
  readonly rate: number;
}
export const SEA: Consignment = { packages: 10, kg: 800, rate: 9.5 };
export const AIR: Consignment = { packages: 1, kg: 35, rate: 9.5 };
export const CONSIGNMENT_LIMITS: Readonly<Record<keyof Consignment, Limits>> = {
  packages: { min: 1, max: 100, step: 1 },
  kg: { min: 1, max: 30_000, step: 1 },
  rate: { min: 8, max: 11, step: 0.05 },
};

const SEA_PACKAGE = 666.67;
const SEA_KG = 2;
const AIR_KG = 26;

/**
 * Limit by sea: the higher of 666.67 SDR a package and 2 SDR a kilogram.
 * @returns SDR
 * @example seaLimit(SEA).limit // ≈ 6,666.7
 */
export function seaLimit({ packages, kg }: Consignment): {
  readonly byPackage: number;
  readonly byKg: number;
  readonly limit: number;
} {
  const [byPackage, byKg] = [SEA_PACKAGE * packages, SEA_KG * kg];
  return { byPackage, byKg, limit: Math.max(byPackage, byKg) };
}

/**
 * Limit by international air: 26 SDR a kilogram.
 * @returns SDR
 * @example airLimit(AIR) // 910
 */
export function airLimit({ kg }: Consignment): number {
  return AIR_KG * kg;
}

/**
 * By contract: the loss, but not more than the agreed limit a kilogram.
 * @returns yuan
 * @example owedByContract(3000, { kg: 28, perKg: 100 }) // 2800
 */
export function owedByContract(loss: number, limit: { readonly kg: number; readonly perKg: number }): number {
  return Math.min(loss, limit.kg * limit.perKg);
}
