import type { Outlook } from '../criterion';

/**
 * Whether a fact can still come; never once the case is closed for the row.
 * @example stillCan(outlook, 'promised:part2')
 */
export function stillCan(outlook: Outlook, fact: string): boolean {
  return outlook.open && outlook.can(fact);
}

/** Names of facts by list of findings: bounds ask for them in the inner loop of search, so each is spelt once. */
const spelt = new WeakMap<readonly string[], readonly string[]>();

function factsOf(findings: readonly string[]): readonly string[] {
  const known = spelt.get(findings);
  if (known !== undefined) return known;
  const facts = findings.map((finding) => `learned:${finding}`);
  spelt.set(findings, facts);
  return facts;
}

/**
 * The bit set of findings that are known or can still become so.
 * @example knowable(0b01, ['split', 'asn'], outlook) // 0b11 if asn can still be learned
 */
export function knowable(known: number, findings: readonly string[], outlook: Outlook): number {
  let set = known;
  const facts = factsOf(findings);
  for (let index = 0; index < facts.length; index++) {
    const bit = 1 << index;
    if ((set & bit) === 0 && stillCan(outlook, facts[index] ?? '')) set |= bit;
  }
  return set;
}
