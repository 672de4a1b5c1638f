/** One built version of the app. The build writes it into the service worker, which keeps exactly this. */
export interface Edition {
  /** Changes when any file of the app, or the service worker's own program, changes by a byte. */
  readonly version: string;
  /** All files together, as they lie on a disk. */
  readonly bytes: number;
  /** The folder whose files carry a hash of their content in their names, with a slash at its end. */
  readonly hashed: string;
  /** Paths below the app's address, each with the fingerprint of its content. */
  readonly files: Readonly<Record<string, string>>;
}

/** The only document; every route is a hash of it. */
export const INDEX = 'index.html';

/** The service worker's file; it lies where the index lies, so that all of the app is in its reach. */
export const WORKER_FILE = 'sw.js';

/** Hexadecimal digits of a fingerprint. They detect accidents such as half an upload; nobody is kept out by them. */
export const FINGERPRINT_DIGITS = 12;

/**
 * How the names of an app's caches begin. All apps of an origin share one store, so the app's own address is part of
 * the name, and a space (which no address holds) ends it: an app in a folder of another one is not taken for it.
 * @example cachePrefix('https://school.example/7r/') // 'seven-rights https://school.example/7r/ '
 */
export function cachePrefix(scope: string): string {
  return `seven-rights ${scope} `;
}
