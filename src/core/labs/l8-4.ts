import type { Limits } from './limits';

// Lab L8.4. What to do with a returned piece: the way with the largest net value, resale value − cost (course, unit 8
// section 1). Yuan.

export const GOODS_GRADES = ['A', 'B', 'C', 'D'] as const;
export type GoodsGrade = (typeof GOODS_GRADES)[number];

/** Resale value by grade, and what refurbishing to grade B takes. */
export interface ReturnedPiece extends Readonly<Record<GoodsGrade, number>> {
  readonly refurbish: number;
  readonly parts: number;
}
export const RETURNED: ReturnedPiece = { A: 240, B: 205, C: 96, D: 0, refurbish: 18, parts: 15 };
export const RETURNED_LIMITS: Readonly<Record<keyof ReturnedPiece, Limits>> = {
  A: { min: 0, max: 400, step: 1 },
  B: { min: 0, max: 400, step: 1 },
  C: { min: 0, max: 400, step: 1 },
  D: { min: -50, max: 100, step: 1 },
  refurbish: { min: 0, max: 200, step: 1 },
  parts: { min: 0, max: 200, step: 1 },
};

export const WAYS = ['refurbish', 'as-is', 'scrap'] as const;
export type Way = (typeof WAYS)[number];

/** One way to dispose of the piece: a broken seal can never be grade A again. */
export interface Disposition {
  readonly way: Way;
  readonly grade: GoodsGrade;
  readonly cost: number;
  readonly net: number;
}

/**
 * The ways for a piece that came back as grade C, best first; equal ones in the order of `WAYS`.
 * @example dispositions(RETURNED)[0] // { way: 'refurbish', grade: 'B', cost: 33, net: 172 }
 */
export function dispositions(piece: ReturnedPiece): readonly Disposition[] {
  const cost = piece.refurbish + piece.parts;
  const all: readonly Disposition[] = [
    { way: 'refurbish', grade: 'B', cost, net: piece.B - cost },
    { way: 'as-is', grade: 'C', cost: 0, net: piece.C },
    { way: 'scrap', grade: 'D', cost: 0, net: piece.D },
  ];
  return [...all].sort((a, b) => b.net - a.net);
}

/**
 * The cost from which refurbishing no longer beats selling as grade C.
 * @example breakEven(RETURNED) // 109
 */
export function breakEven(piece: ReturnedPiece): number {
  return piece.B - piece.C;
}
