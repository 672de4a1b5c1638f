import { err, ok, type Result } from '../../core/base';
import { cachePrefix, FINGERPRINT_DIGITS, INDEX, type Edition } from './edition';
import type { FillFault, Report } from './messages';

/** The browser as a service worker meets it; tests give another. */
export interface Surroundings {
  readonly caches: Pick<CacheStorage, 'open' | 'keys' | 'delete'>;
  readonly fetch: (request: Request) => Promise<Response>;
  /** The app's address, with a slash at its end. */
  readonly scope: string;
}

/** Which versions are kept: the one in use and the one before it. */
interface Kept {
  readonly current: string;
  readonly previous?: string;
}

/** A cache and what is in it. One question for all of it is much quicker than one for each file. */
interface Shelf {
  readonly cache: Cache;
  readonly holds: ReadonlySet<string>;
}

/** What a fetch event says of its request. */
export type Asked = Pick<Request, 'method' | 'mode' | 'url'>;

const LANES = 6;
/** What a stored body no longer is: encoded, as long as it was on the way, or one of several. */
const OF_THE_WAY = ['content-encoding', 'content-length', 'transfer-encoding', 'vary'];

/**
 * Keeps one edition of the app in the browser's cache and answers from it.
 *
 * Nothing is stored that was not built: each file is compared with its fingerprint before it goes into the cache, so
 * that an upload caught in the middle, a log-in page of a hotel's network or a start page in the place of a missing
 * file cannot become part of the app.
 */
export class Keeping {
  readonly #edition: Edition;
  readonly #world: Surroundings;
  readonly #prefix: string;
  /** Address of each file, with its path. */
  readonly #paths: ReadonlyMap<string, string>;

  constructor(edition: Edition, world: Surroundings) {
    this.#edition = edition;
    this.#world = world;
    this.#prefix = cachePrefix(world.scope);
    this.#paths = new Map(Object.keys(edition.files).map((path) => [this.#address(path), path]));
  }

  /**
   * Brings every file of the edition into its cache: what any version kept here has already is copied, the rest is
   * fetched. After a fault the cache stays as far as it came, and the next call goes on from there; nobody answers
   * from it before the edition has taken over, which needs a call without fault.
   */
  async fill(tell: (done: number, of: number) => void): Promise<Result<undefined, FillFault>> {
    const files = Object.entries(this.#edition.files);
    const waiting = [...files];
    const own = await this.#open(this.#edition.version);
    const shelves = await Promise.all([own, ...(await this.#others())].map(shelfOf));
    let done = 0;
    let fault: FillFault | undefined;
    const lane = async (): Promise<void> => {
      for (let next = waiting.shift(); next && !fault; next = waiting.shift()) {
        const [path, print] = next;
        const kept = await this.#keep({ path, print, own, shelves });
        if (kept.ok) tell(++done, files.length);
        else fault ??= kept.error;
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    // A takeover that cleared up meanwhile, or the person who removed the copy, took the cache away underneath.
    if (!fault && (await this.report('')).missing > 0) fault = { code: 'store', file: INDEX };
    if (!fault) return ok(undefined);
    if (fault.code === 'store') await this.#makeRoom();
    return err(fault);
  }

  /**
   * The edition takes over. Its predecessor's files stay until the takeover after this one: a tab opened before goes
   * on running the old program and asks, when it comes to a page it has not shown yet, for files that the server has
   * deleted. A return to an older deployment is an update like any other; its files are then still here.
   * @returns whether no other version was in use before
   */
  async takeOver(): Promise<boolean> {
    const { version } = this.#edition;
    const before = await this.#kept();
    const { previous } = await this.enter();
    const stay = ['record', version, previous].map((name) => `${this.#prefix}${name ?? ''}`);
    const names = (await this.#world.caches.keys()).filter((name) => name.startsWith(this.#prefix));
    const gone = names.filter((name) => !stay.includes(name));
    await Promise.all(gone.map((name) => this.#world.caches.delete(name)));
    return before === undefined || before.current === version;
  }

  /** Enters the edition in the record as the one in use. A takeover does it; a cache that was emptied lost that too. */
  async enter(): Promise<Kept> {
    const { version } = this.#edition;
    const before = await this.#kept();
    const previous = before?.current === version ? before.previous : before?.current;
    const now: Kept = previous === undefined ? { current: version } : { current: version, previous };
    await (await this.#open('record')).put(this.#address('record'), new Response(JSON.stringify(now)));
    return now;
  }

  /**
   * Whether a request is for the app's own files. All others, of a page beside the app or of another site, are the
   * network's, with whatever status it gives them.
   */
  answers({ method, mode, url }: Asked): boolean {
    if (method !== 'GET') return false;
    if (mode === 'navigate') return this.#isIndex(url);
    const [address = ''] = url.split('#');
    return this.#paths.has(address) || address.startsWith(this.#address(this.#edition.hashed));
  }

  /** The stored response to a request that `answers` says is the app's; undefined where none is stored. */
  async find({ mode, url }: Asked): Promise<Response | undefined> {
    const [address = ''] = mode === 'navigate' ? [this.#address(INDEX)] : url.split('#');
    const own = await (await this.#open(this.#edition.version)).match(address);
    if (own || !address.startsWith(this.#address(this.#edition.hashed))) return own;
    // A name with a hash means one content in every version; any other name would mix two versions in one page.
    const previous = (await this.#kept())?.previous;
    return previous === undefined ? undefined : (await this.#open(previous)).match(address);
  }

  /** How complete the edition is, and whether a page is of it. */
  async report(page: string): Promise<Report> {
    const { holds } = await shelfOf(await this.#open(this.#edition.version));
    const missing = [...this.#paths.keys()].filter((address) => !holds.has(address)).length;
    const { version, bytes } = this.#edition;
    return { version, bytes, files: this.#paths.size, missing, fits: page === '' || this.#paths.has(page) };
  }

  async #keep(file: {
    readonly path: string;
    readonly print: string;
    readonly own: Cache;
    /** Everything that is kept for the app; its own cache is the first. */
    readonly shelves: readonly Shelf[];
  }): Promise<Result<undefined, FillFault>> {
    const { path, print, own, shelves } = file;
    const address = this.#address(path);
    for (const { cache } of shelves.filter(({ holds }) => holds.has(address))) {
      const stored = await cache.match(address);
      const body = await stored?.arrayBuffer();
      if (!stored || !body || (await fingerprintOf(body)) !== print) continue;
      return cache === own ? ok(undefined) : this.#put(file, stored, body);
    }
    let result: Result<undefined, FillFault> = ok(undefined);
    for (const request of this.#ways(path)) {
      result = await this.#fetch(file, request);
      if (result.ok || result.error.code === 'store') return result;
    }
    return result;
  }

  /**
   * The browser's own cache may have a file with a hash in its name from showing the page; every other file is asked
   * of the server. What fails or does not fit is asked once more, past all caches; the index under its other name,
   * which is the only one at some servers.
   */
  #ways(path: string): readonly Request[] {
    const hashed = path.startsWith(this.#edition.hashed);
    const addresses =
      path === INDEX ? [this.#world.scope, this.#address(path)] : Array(2).fill(this.#address(path));
    return addresses.map((address: string, turn) => {
      const cache = hashed && turn === 0 ? 'default' : 'reload';
      // What the person is looking at goes first.
      return new Request(address, {
        mode: 'same-origin',
        credentials: 'same-origin',
        cache,
        priority: 'low',
      });
    });
  }

  async #fetch(
    file: { readonly path: string; readonly print: string; readonly own: Cache },
    request: Request,
  ): Promise<Result<undefined, FillFault>> {
    const { path, print } = file;
    try {
      const response = await this.#world.fetch(request);
      if (!response.ok) return err({ code: 'refused', file: path, status: response.status });
      // Read at once: bodies that lie unread hold up the requests behind them.
      const body = await response.arrayBuffer();
      if (response.type !== 'basic' || (await fingerprintOf(body)) !== print)
        return err({ code: 'different', file: path });
      return await this.#put(file, response, body);
    } catch {
      return err({ code: 'unreachable', file: path });
    }
  }

  /** Stores a response of our own making: one that was redirected may not answer a navigation. */
  async #put(
    { path, own }: { readonly path: string; readonly own: Cache },
    { headers: given }: Response,
    body: ArrayBuffer,
  ): Promise<Result<undefined, FillFault>> {
    const headers = new Headers(given);
    for (const name of OF_THE_WAY) headers.delete(name);
    try {
      await own.put(this.#address(path), new Response(body, { headers }));
      return ok(undefined);
    } catch {
      return err({ code: 'store', file: path });
    }
  }

  /** The learner's attempts need the disk more than half an edition does. */
  async #makeRoom(): Promise<void> {
    const { version } = this.#edition;
    const kept = await this.#kept();
    if (kept?.current === version || kept?.previous === version) return;
    await this.#world.caches.delete(`${this.#prefix}${version}`);
  }

  async #others(): Promise<readonly Cache[]> {
    const not = [`${this.#prefix}record`, `${this.#prefix}${this.#edition.version}`];
    const names = (await this.#world.caches.keys()).filter(
      (name) => name.startsWith(this.#prefix) && !not.includes(name),
    );
    return Promise.all(names.map((name) => this.#world.caches.open(name)));
  }

  async #kept(): Promise<Kept | undefined> {
    const stored = await (await this.#open('record')).match(this.#address('record'));
    const found: unknown = await stored?.json();
    if (typeof found !== 'object' || found === null || !('current' in found)) return undefined;
    const previous = 'previous' in found ? { previous: String(found.previous) } : {};
    return { current: String(found.current), ...previous };
  }

  #isIndex(url: string): boolean {
    const { origin, pathname } = new URL(url);
    const address = origin + pathname;
    return address === this.#world.scope || address === this.#address(INDEX);
  }

  #address(path: string): string {
    return new URL(path, this.#world.scope).href;
  }

  #open(name: string): Promise<Cache> {
    return this.#world.caches.open(`${this.#prefix}${name}`);
  }
}

async function shelfOf(cache: Cache): Promise<Shelf> {
  return { cache, holds: new Set((await cache.keys()).map(({ url }) => url)) };
}

/**
 * The beginning of a content's SHA-256, in hexadecimal digits.
 * @example await fingerprintOf(new TextEncoder().encode('').buffer) // 'e3b0c44298fc'
 */
export async function fingerprintOf(content: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  const digits = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0'));
  return digits.join('').slice(0, FINGERPRINT_DIGITS);
}
