import type { Ageing } from '../base';

/** Old lines of attempts. Version 1 is the first; tests/old keeps real lines of every version. */
export const lines: Ageing = { key: 'v', upgrades: new Map() };
