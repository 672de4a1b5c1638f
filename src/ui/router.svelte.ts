import type { Component } from 'svelte';

/** What every page receives: the parts of the path that its pattern names, and the query after `?`. */
export interface PageProps {
  readonly params: Record<string, string>;
  readonly query: URLSearchParams;
}

/** One row of the table page → lazy import. `:name` in the pattern stands for one part of the path. */
export interface Route {
  readonly pattern: string;
  readonly load: () => Promise<{ readonly default: Component<PageProps> }>;
}

/**
 * The `load` of a page that needs nothing from the address.
 * @example plain(() => import('./pages/settings/Page.svelte'))
 */
export function plain(
  load: () => Promise<{ readonly default: Component<Record<string, never>> }>,
): Route['load'] {
  return async () => {
    const { default: page } = await load();
    return { default: (internals) => page(internals, {}) };
  };
}

/** What the main region shows. `visit` differs for every navigation, so that a page starts afresh. */
export type View =
  | { readonly kind: 'starting' }
  | ({ readonly kind: 'page'; readonly visit: number; readonly page: Component<PageProps> } & Match)
  | { readonly kind: 'missing'; readonly visit: number }
  | { readonly kind: 'unloaded'; readonly visit: number; readonly error: unknown };

interface Match extends PageProps {
  readonly route: Route;
}

/**
 * Finds the row for a hash. Returns undefined where no pattern fits or a part is not valid percent-encoding.
 * @example matchRoute(routes, '#/play/s07?seed=3')?.params // { scenarioId: 's07' }
 */
export function matchRoute(routes: readonly Route[], hash: string): Match | undefined {
  const address = hash.replace(/^#/, '');
  const mark = address.indexOf('?');
  const path = mark < 0 ? address : address.slice(0, mark);
  const query = new URLSearchParams(mark < 0 ? '' : address.slice(mark + 1));
  for (const route of routes) {
    const params = matchPath(path, route.pattern);
    if (params) return { route, params, query };
  }
  return undefined;
}

function matchPath(path: string, pattern: string): Record<string, string> | undefined {
  const given = path.split('/').filter(Boolean);
  const wanted = pattern.split('/').filter(Boolean);
  if (given.length !== wanted.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, name] of wanted.entries()) {
    const part = decode(given[index] ?? '');
    if (part === undefined) return undefined;
    if (name.startsWith(':')) params[name.slice(1)] = part;
    else if (name !== part) return undefined;
  }
  return params;
}

function decode(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

/** What the page on the screen does with another query of its own address. */
type Follow = (query: URLSearchParams) => void;
const within: { follow: Follow | undefined } = { follow: undefined };

/**
 * Lets the page on the screen follow its own query, so that Back between its places does not make it anew. Returns
 * the way to stop.
 * @example $effect(() => followQuery((query) => show(query.get('at'))))
 */
export function followQuery(follow: Follow): () => void {
  within.follow = follow;
  return () => {
    if (within.follow === follow) within.follow = undefined;
  };
}

function samePage(view: View, match: Match): boolean {
  if (view.kind !== 'page' || view.route !== match.route) return false;
  return Object.entries(match.params).every(([name, value]) => view.params[name] === value);
}

/** Whether the next page heading should take the focus: yes after a navigation, no when the product opens. */
export const arrival = { due: false };

/** Follows the address bar. The old page stays until the new one's code is here. */
export class Router {
  view = $state.raw<View>({ kind: 'starting' });
  busy = $state(false);
  readonly #routes: readonly Route[];
  #visit = 0;

  constructor(routes: readonly Route[]) {
    this.#routes = routes;
  }

  /** Shows the page of the present address and follows the address from now on. */
  start(): void {
    addEventListener('hashchange', () => void this.#show(location.hash));
    void this.#show(location.hash);
  }

  /** Loads the present page again, after its code could not be fetched. */
  again(): void {
    void this.#show(location.hash);
  }

  async #show(hash: string): Promise<void> {
    const visit = ++this.#visit;
    const hit = matchRoute(this.#routes, hash);
    if (hit && within.follow && samePage(this.view, hit)) {
      this.busy = false;
      within.follow(hit.query);
      return;
    }
    this.busy = true;
    const next: View = hit ? await load(hit, visit) : { kind: 'missing', visit };
    if (visit !== this.#visit) return;
    arrival.due = visit > 1;
    this.busy = false;
    this.view = next;
    scrollTo(0, 0);
  }
}

async function load(match: Match, visit: number): Promise<View> {
  try {
    const { default: page } = await match.route.load();
    return { kind: 'page', visit, page, ...match };
  } catch (error) {
    return { kind: 'unloaded', visit, error };
  }
}

/**
 * Goes to a hash route as a link would.
 * @example go('#/settings')
 */
export function go(hash: string): void {
  location.hash = hash;
}

/**
 * Writes another place of the page on the screen into the address, as a step that Back returns from. The page stays as
 * it is; see `followQuery`.
 * @example stepTo('#/debrief/3f0c?at=timeline')
 */
export function stepTo(hash: string): void {
  history.pushState(history.state, '', hash);
}

/**
 * Corrects the address without a navigation: the page stays as it is and no step is added to the history.
 * @example rewrite('#/play/s07?attempt=k3x9')
 */
export function rewrite(hash: string): void {
  history.replaceState(history.state, '', hash);
}
