import type { Ageing } from '../base';

/** Old scenario files. Format 1 is the first; tests/old keeps a real file of every format. */
export const formats: Ageing = { key: 'format', upgrades: new Map() };
