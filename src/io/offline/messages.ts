/**
 * Why a version could not be fetched. `unreachable`: no answer; `refused`: the server answered with a status that is
 * no success; `different`: what came is not the file that was built; `store`: the browser stored no more.
 */
export interface FillFault {
  readonly code: 'unreachable' | 'refused' | 'different' | 'store';
  /** The path of the file, below the app's address. */
  readonly file: string;
  /** The server's answer, for `refused`. */
  readonly status?: number;
}

/** What a page asks of a service worker. `report` is answered on the port that comes with it. */
export type Order =
  /** `page` is the address of the page's first script: it tells which version the page itself is. */
  | { readonly order: 'report'; readonly page: string }
  /** Fetch what is missing: a cache can be emptied behind the worker's back, and a revived worker is not installed anew. */
  | { readonly order: 'fill' }
  /** Stop waiting: the person wants this version now. */
  | { readonly order: 'take-over' };

/** What a service worker says of itself. */
export interface Report {
  readonly version: string;
  readonly bytes: number;
  readonly files: number;
  /** How many of them are not in the cache. */
  readonly missing: number;
  /** Whether the page that asked is of this version. */
  readonly fits: boolean;
}

/** What a service worker tells every open page while it fetches. */
export type News =
  | { readonly news: 'progress'; readonly done: number; readonly of: number }
  | { readonly news: 'failed'; readonly fault: FillFault }
  | { readonly news: 'filled' };

const has = <K extends string>(value: unknown, key: K): value is Readonly<Record<K, unknown>> =>
  typeof value === 'object' && value !== null && key in value;

/** Anyone may post to a worker; what is not an order is none. */
export function readOrder(data: unknown): Order | undefined {
  if (!has(data, 'order')) return undefined;
  if (data.order === 'fill' || data.order === 'take-over') return { order: data.order };
  if (data.order !== 'report' || !has(data, 'page') || typeof data.page !== 'string') return undefined;
  return { order: 'report', page: data.page };
}

/** Another worker of the origin may post to the page, and the worker may be of another version than the page. */
export function readNews(data: unknown): News | undefined {
  if (!has(data, 'news')) return undefined;
  if (data.news === 'filled') return { news: 'filled' };
  if (data.news === 'failed' && has(data, 'fault')) return { news: 'failed', fault: readFault(data.fault) };
  if (data.news !== 'progress' || !has(data, 'done') || !has(data, 'of')) return undefined;
  const { done, of } = data;
  return typeof done === 'number' && typeof of === 'number' ? { news: 'progress', done, of } : undefined;
}

const CODES = ['unreachable', 'refused', 'different', 'store'] as const;

function readFault(data: unknown): FillFault {
  const code = has(data, 'code') ? CODES.find((known) => known === data.code) : undefined;
  const file = has(data, 'file') ? String(data.file) : '';
  const status = has(data, 'status') && typeof data.status === 'number' ? { status: data.status } : {};
  return { code: code ?? 'unreachable', file, ...status };
}

/** The answer to `report`. */
export function readReport(data: unknown): Report | undefined {
  if (!has(data, 'version') || !has(data, 'bytes') || !has(data, 'files')) return undefined;
  if (!has(data, 'missing') || !has(data, 'fits')) return undefined;
  const [bytes, files, missing] = [Number(data.bytes), Number(data.files), Number(data.missing)];
  return { version: String(data.version), bytes, files, missing, fits: data.fits === true };
}
