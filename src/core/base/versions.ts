/** Turns a value of one version into the next. */
export type Upgrade = (old: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/** One total order of versions: `upgrades.get(n)` makes n + 1 out of n. An upgrade is never edited once released. */
export interface Ageing {
  /** The member that holds the version number. */
  readonly key: string;
  readonly upgrades: ReadonlyMap<number, Upgrade>;
}

/**
 * Brings plain data of any known version to the newest. Anything else passes unchanged: the schema behind it
 * will name what is wrong.
 * @example upcast({ v: 1, old: 2 }, { key: 'v', upgrades: new Map([[1, (d) => ({ v: 2, fresh: d.old })]]) })
 */
export function upcast(raw: unknown, ageing: Ageing): unknown {
  if (typeof raw !== 'object' || raw === null) return raw;
  let current: Readonly<Record<string, unknown>> = { ...raw };
  for (;;) {
    const version = current[ageing.key];
    const next = typeof version === 'number' ? ageing.upgrades.get(version) : undefined;
    if (!next) return current;
    current = next(current);
  }
}
