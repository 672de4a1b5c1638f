/** Characters a passphrase needs: long beats complicated (NIST SP 800-63B §5.1.1 asks for eight at least). */
export const SHORTEST = 10;

/**
 * What is wrong with a new passphrase; undefined where nothing is.
 * @example passphraseTrouble('correct horse', 'correct horse') // undefined
 */
export function passphraseTrouble(fresh: string, again: string): 'short' | 'different' | undefined {
  // Length of what is meant: full-width and composed letters count once, as they do for the key.
  if (Array.from(fresh.normalize('NFKC')).length < SHORTEST) return 'short';
  return fresh.normalize('NFKC') === again.normalize('NFKC') ? undefined : 'different';
}
