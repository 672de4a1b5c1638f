import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { present } from '../../core/base';
import type { Edition } from './edition';
import { fingerprintOf, Keeping } from './keeping';

const SCOPE = 'https://school.example/7r/';
const RECORD = `seven-rights ${SCOPE} record`;
const named = (version: string): string => `seven-rights ${SCOPE} ${version}`;

type Site = Readonly<Record<string, string>>;

function addressOf(request: RequestInfo | URL): string {
  if (typeof request === 'string') return request;
  return request instanceof URL ? request.href : request.url;
}

/** A cache as browsers have it: bodies are read once, addresses are whole. */
class FakeCache implements Pick<Cache, 'match' | 'put' | 'keys'> {
  readonly bodies = new Map<string, { readonly body: string; readonly headers: Headers }>();
  full = false;

  async put(request: RequestInfo | URL, response: Response): Promise<void> {
    if (this.full) throw new DOMException('no room', 'QuotaExceededError');
    this.bodies.set(addressOf(request), { body: await response.text(), headers: response.headers });
  }
  match(request: RequestInfo | URL): Promise<Response | undefined> {
    const stored = this.bodies.get(addressOf(request));
    return Promise.resolve(stored && new Response(stored.body, { headers: stored.headers }));
  }
  keys(): Promise<readonly Request[]> {
    return Promise.resolve([...this.bodies.keys()].map((address) => new Request(address)));
  }
}

/** One browser and one server: what the server has can be changed between two visits. */
class World {
  readonly stores = new Map<string, FakeCache>();
  readonly fetched: string[] = [];
  /** Cache modes that were asked with. */
  readonly modes = new Map<string, string>();
  site: Site = {};
  broken = new Map<string, number | 'gone' | 'foreign'>();
  full = false;
  readonly scope = SCOPE;
  readonly caches = {
    open: (name: string) => {
      const store = this.stores.get(name) ?? new FakeCache();
      store.full = this.full;
      this.stores.set(name, store);
      return Promise.resolve(whole(store));
    },
    keys: () => Promise.resolve([...this.stores.keys()]),
    delete: (name: string) => Promise.resolve(this.stores.delete(name)),
  };
  readonly fetch = (request: Request): Promise<Response> => {
    const path = request.url.slice(SCOPE.length) || 'index.html';
    this.fetched.push(path);
    this.modes.set(path, request.cache);
    const broken = this.broken.get(path);
    if (broken === 'gone') return Promise.reject(new TypeError('no network'));
    const body = this.site[path];
    const status = body === undefined ? 404 : 200;
    const response = new Response(body ?? 'none', { status: typeof broken === 'number' ? broken : status });
    const type = broken === 'foreign' ? 'opaque' : 'basic';
    return Promise.resolve(Object.defineProperty(response, 'type', { value: type }));
  };
}

/** The rest of a cache is not used; a test that uses it says so. */
function whole(store: FakeCache): Cache {
  const unused = (): never => {
    throw new Error('not in the fake');
  };
  return {
    match: (request) => store.match(request),
    put: (request, response) => store.put(request, response),
    keys: () => store.keys(),
    add: unused,
    addAll: unused,
    delete: unused,
    matchAll: unused,
  };
}

async function edition(version: string, site: Site): Promise<Edition> {
  const prints = await Promise.all(
    Object.entries(site).map(
      async ([path, body]) => [path, await fingerprintOf(new TextEncoder().encode(body).buffer)] as const,
    ),
  );
  return { version, bytes: 0, hashed: 'assets/', files: Object.fromEntries(prints) };
}

/** Deploys a version and lets the browser fetch it. */
async function install(world: World, version: string, site: Site) {
  world.site = site;
  world.fetched.length = 0;
  const keeping = new Keeping(await edition(version, site), world);
  return { keeping, filled: await keeping.fill(() => undefined) };
}

async function use(world: World, version: string, site: Site): Promise<Keeping> {
  const { keeping, filled } = await install(world, version, site);
  expect(filled.ok).toBe(true);
  await keeping.takeOver();
  return keeping;
}

const asked = (path: string, mode: RequestMode = 'cors') => ({ method: 'GET', mode, url: SCOPE + path });
const body = async (keeping: Keeping, path: string, mode?: RequestMode): Promise<string | undefined> =>
  (await keeping.find(asked(path, mode)))?.text();

const one: Site = { 'index.html': 'one', 'assets/a-11.js': 'a', 'assets/b-11.js': 'b', 'icon.svg': 'icon' };
const two: Site = { 'index.html': 'two', 'assets/a-11.js': 'a', 'assets/b-22.js': 'B', 'icon.svg': 'icon' };
const three: Site = { 'index.html': 'three', 'assets/c-33.js': 'c' };

describe('fetching a version', () => {
  it('fetches every file, un-hashed ones past the browser’s own cache, and tells how far it is', async () => {
    const world = new World();
    world.site = one;
    const told: string[] = [];
    const keeping = new Keeping(await edition('v1', one), world);
    await keeping.fill((done, of) => told.push(`${done}/${of}`));
    expect(told).toEqual(['1/4', '2/4', '3/4', '4/4']);
    expect(Object.fromEntries(world.modes)).toEqual({
      'index.html': 'reload',
      'icon.svg': 'reload',
      'assets/a-11.js': 'default',
      'assets/b-11.js': 'default',
    });
    expect(await keeping.report(`${SCOPE}assets/a-11.js`)).toMatchObject({
      missing: 0,
      files: 4,
      fits: true,
    });
  });

  it('fetches only what no earlier version has', async () => {
    const world = new World();
    await use(world, 'v1', one);
    await install(world, 'v2', two);
    expect(world.fetched.sort()).toEqual(['assets/b-22.js', 'index.html']);
  });

  it.each([
    ['an error of the server', 500, { code: 'refused', status: 500 }],
    ['a network that is gone', 'gone', { code: 'unreachable' }],
    ['an answer from elsewhere', 'foreign', { code: 'different' }],
  ] as const)('fails as a whole at %s, and the version in use stays', async (_, broken, fault) => {
    const world = new World();
    const first = await use(world, 'v1', one);
    world.broken.set('assets/b-22.js', broken);
    const { filled } = await install(world, 'v2', two);
    expect(filled).toEqual({ ok: false, error: { file: 'assets/b-22.js', ...fault } });
    expect(await body(first, '', 'navigate')).toBe('one');
    expect(await first.report('')).toMatchObject({ version: 'v1', missing: 0 });
  });

  it('refuses a file that is not the one that was built, such as a log-in page in its place', async () => {
    const world = new World();
    world.site = { ...one, 'index.html': 'please log in' };
    const keeping = new Keeping(await edition('v1', one), world);
    const filled = await keeping.fill(() => undefined);
    expect(filled).toEqual({ ok: false, error: { code: 'different', file: 'index.html' } });
    expect(await body(keeping, '', 'navigate')).toBeUndefined();
  });

  it('goes on where a fetch broke off', async () => {
    const world = new World();
    world.broken.set('icon.svg', 500);
    await install(world, 'v1', one);
    world.broken.clear();
    const { filled } = await install(world, 'v1', one);
    expect(filled.ok).toBe(true);
    expect(world.fetched).toEqual(['icon.svg']);
  });

  it('leaves the disk to the attempts when it runs full', async () => {
    const world = new World();
    await use(world, 'v1', one);
    world.full = true;
    const { filled } = await install(world, 'v2', two);
    expect(filled).toMatchObject({ ok: false, error: { code: 'store' } });
    expect([...world.stores.keys()].sort()).toEqual([RECORD, named('v1')].sort());
  });

  it('takes nothing from the version before while the disk is full, for tabs that still need it', async () => {
    const world = new World();
    await use(world, 'v1', one);
    const now = await use(world, 'v2', two);
    world.stores.get(named('v1'))?.bodies.delete(`${SCOPE}index.html`);
    world.full = true;
    const { filled } = await install(world, 'v1', one);
    expect(filled).toMatchObject({ ok: false, error: { code: 'store' } });
    expect(await body(now, 'assets/b-11.js')).toBe('b');
  });

  it('stores responses that may answer a navigation: without the marks of their way', async () => {
    const world = new World();
    const keeping = await use(world, 'v1', one);
    const index = present(await keeping.find(asked('', 'navigate')), 'index');
    expect(index.redirected).toBe(false);
    expect(index.headers.get('content-encoding')).toBeNull();
  });
});

describe('taking over', () => {
  it('is the first of its kind, or not', async () => {
    const world = new World();
    const first = (await install(world, 'v1', one)).keeping;
    expect(await first.takeOver()).toBe(true);
    const second = (await install(world, 'v2', two)).keeping;
    expect(await second.takeOver()).toBe(false);
  });

  it('keeps exactly its own files and those of the version before', async () => {
    const world = new World();
    await world.caches.open('another app');
    await world.caches.open(`seven-rights ${SCOPE}inner/ v1`);
    await use(world, 'v1', one);
    await use(world, 'v2', two);
    await use(world, 'v3', three);
    const others = ['another app', `seven-rights ${SCOPE}inner/ v1`];
    expect([...world.stores.keys()].sort()).toEqual([...others, RECORD, named('v2'), named('v3')].sort());
  });

  it('answers an old tab’s files with a hash in their names, and nothing else of the old version', async () => {
    const world = new World();
    await use(world, 'v1', { ...one, 'old.txt': 'old' });
    const now = await use(world, 'v2', two);
    expect(await body(now, 'assets/b-11.js')).toBe('b');
    expect(await body(now, 'old.txt')).toBeUndefined();
    expect(await body(now, '', 'navigate')).toBe('two');
    expect(await body(now, 'index.html', 'navigate')).toBe('two');
  });

  it('goes back to an older deployment without fetching anything', async () => {
    const world = new World();
    await use(world, 'v1', one);
    await use(world, 'v2', two);
    const back = await use(world, 'v1', one);
    expect(world.fetched).toEqual([]);
    expect(await body(back, '', 'navigate')).toBe('one');
    expect(await body(back, 'assets/b-22.js')).toBe('B');
  });
});

describe('answering', () => {
  it.each<[string, RequestMode, boolean]>([
    ['', 'navigate', true],
    ['index.html', 'navigate', true],
    ['?from=mail', 'navigate', true],
    ['elsewhere', 'navigate', false],
    ['icon.svg', 'navigate', false],
    ['icon.svg', 'cors', true],
    ['icon.svg?x', 'cors', false],
    ['assets/unknown-99.js', 'cors', true],
    ['sw.js', 'cors', false],
    ['api/marks', 'cors', false],
  ])('speaks for the app’s own addresses only: %j in mode %s', async (path, mode, expected) => {
    const keeping = new Keeping(await edition('v1', one), new World());
    expect(keeping.answers(asked(path, mode))).toBe(expected);
  });

  it('leaves other sites and other methods to the network', async () => {
    const keeping = new Keeping(await edition('v1', one), new World());
    expect(keeping.answers({ ...asked('icon.svg'), method: 'HEAD' })).toBe(false);
    expect(keeping.answers({ ...asked(''), url: 'https://other.example/icon.svg' })).toBe(false);
  });

  it('has nothing for a file that no version had: the network’s 404 stays one', async () => {
    const keeping = await use(new World(), 'v1', one);
    expect(await body(keeping, 'assets/unknown-99.js')).toBeUndefined();
  });

  it('says what is missing when the browser has emptied the cache, and can be filled again', async () => {
    const world = new World();
    const keeping = await use(world, 'v1', one);
    world.stores.clear();
    expect(await keeping.report('')).toMatchObject({ missing: 4 });
    await keeping.fill(() => undefined);
    await keeping.enter();
    expect(await keeping.report('')).toMatchObject({ missing: 0 });
    // The record was lost as well; the next version must still find its predecessor.
    const now = await use(world, 'v2', two);
    expect(await body(now, 'assets/b-11.js')).toBe('b');
  });
});

const sites: readonly Site[] = [one, two, three];
const deployment = fc.record({ site: fc.nat(2), breaks: fc.boolean() });

describe('any run of deployments, good and broken', () => {
  it('always leaves one whole version in use, and the files of the tab opened before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deployment, { maxLength: 8 }), async (deployments) => {
        const world = new World();
        const taken: number[] = [0];
        let inUse = await use(world, 'v0', one);
        for (const { site, breaks } of deployments) {
          world.broken = new Map(breaks ? [['index.html', 503]] : []);
          const { keeping, filled } = await install(world, `v${site}`, present(sites[site], 'site'));
          if (!filled.ok) continue;
          await keeping.takeOver();
          inUse = keeping;
          if (taken.at(-1) !== site) taken.push(site);
        }
        const [before, now] = [taken.at(-2), present(taken.at(-1), 'version')];
        for (const [path, content] of Object.entries(present(sites[now], 'site')))
          expect(await body(inUse, path)).toBe(content);
        const old = Object.entries(before === undefined ? {} : present(sites[before], 'site'));
        for (const [path, content] of old.filter(([name]) => name.startsWith('assets/')))
          expect(await body(inUse, path)).toBe(content);
        expect(world.stores.size).toBeLessThanOrEqual(3 + deployments.filter(({ breaks }) => breaks).length);
      }),
      { numRuns: 60 },
    );
  });
});
