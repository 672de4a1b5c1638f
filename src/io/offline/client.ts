import { readSetting, writeSetting } from '../device';
import { cachePrefix } from './edition';
import { readNews, readReport, type FillFault, type Order, type Report } from './messages';

/**
 * Why this page can have no offline copy, whatever the person wishes. `forbidden`: the browser allows no service worker
 * here, as in some private windows.
 */
export type Obstacle = 'insecure' | 'unsupported' | 'framed' | 'forbidden';

/** How things stand with the offline copy. */
export interface OfflineView {
  readonly obstacle: Obstacle | undefined;
  /** The copy that works without a network now. */
  readonly kept: Pick<Report, 'version' | 'bytes' | 'files'> | undefined;
  /** How far the first copy, or a newer one, is; `of` is 0 until the browser knows. */
  readonly fetching: { readonly done: number; readonly of: number } | undefined;
  /** Why a version could not be fetched the last time. */
  readonly fault: FillFault | undefined;
  /** Nothing is fetched before the person wishes it: the browser saves data, or they have removed the copy. */
  readonly held: 'saver' | 'removed' | undefined;
  /** A version other than this page's is complete and can be used at once. */
  readonly update: boolean;
}

const HOUR = 3_600_000;
const NOTHING: OfflineView = {
  obstacle: undefined,
  kept: undefined,
  fetching: undefined,
  fault: undefined,
  held: undefined,
  update: false,
};

/**
 * What stands in the way here. A frame of another site is a learning platform's: storage there is apart or forbidden,
 * and what is kept would only take up room.
 */
export function obstacleHere(): Obstacle | undefined {
  if (framedByOther()) return 'framed';
  if (!window.isSecureContext) return 'insecure';
  return 'serviceWorker' in navigator ? undefined : 'unsupported';
}

function framedByOther(): boolean {
  try {
    return window.top !== null && window.top.location.origin !== location.origin;
  } catch {
    return true;
  }
}

/** The page's side of the offline copy. There is one per page. */
export class OfflineCopy {
  readonly #worker: string;
  readonly #scope = new URL('./', location.href).href;
  readonly #listeners = new Set<(view: OfflineView) => void>();
  readonly #attended = new WeakSet<ServiceWorkerRegistration>();
  #view = NOTHING;
  #asked = 0;
  #started = false;

  /** @param worker the service worker's file */
  constructor(worker: string) {
    this.#worker = worker;
  }

  get view(): OfflineView {
    return this.#view;
  }

  /** Tells how things stand, now and at every change. Returns the way to stop. */
  watch(listener: (view: OfflineView) => void): () => void {
    this.#listeners.add(listener);
    listener(this.#view);
    return () => this.#listeners.delete(listener);
  }

  /** Takes up the work: fetches the first copy where nothing speaks against it, looks for a newer one otherwise. */
  async start(): Promise<void> {
    if (this.#started) return;
    this.#started = true;
    const obstacle = obstacleHere();
    if (obstacle) {
      this.#show({ obstacle });
      return;
    }
    this.#listen();
    const registration = await this.#registration();
    if (readSetting('offline') === 'off') {
      // A worker that was removed comes back to life where another tab went on using it.
      await registration?.unregister();
      this.#show({ held: 'removed' });
    } else if (registration) await this.#follow(registration);
    else if (mustAsk()) this.#show({ held: 'saver' });
    else await this.#register();
  }

  /** Fetches what is wanting, at the person's wish; also after a fault. */
  async fetch(): Promise<void> {
    writeSetting('offline', 'on');
    this.#show({ held: undefined, fault: undefined });
    const registration = await this.#registration();
    if (!registration?.active) return this.#register();
    await this.#look(registration);
    if (this.#view.kept) {
      this.#show({ fetching: { done: 0, of: 0 } });
      await this.#update(registration);
    } else this.#refill(registration.active);
  }

  /** Puts the newer version in the place of this page's: the page is loaded anew, and other tabs stay as they are. */
  async use(): Promise<void> {
    const waiting = (await this.#registration())?.waiting;
    // Another tab may have taken it over already; then loading anew is all there is to do.
    if (waiting) {
      waiting.addEventListener('statechange', () => {
        if (waiting.state === 'activated') location.reload();
      });
      tell(waiting, { order: 'take-over' });
    } else location.reload();
  }

  /** Removes the copy until the person wishes it again. What learners have done is stored elsewhere and stays. */
  async remove(): Promise<void> {
    writeSetting('offline', 'off');
    const registration = await this.#registration();
    await registration?.unregister();
    const names = (await caches.keys()).filter((name) => name.startsWith(cachePrefix(this.#scope)));
    await Promise.all(names.map((name) => caches.delete(name)));
    this.#view = { ...NOTHING, held: 'removed' };
    this.#show({});
  }

  #listen(): void {
    const { serviceWorker } = navigator;
    serviceWorker.addEventListener('message', ({ data }) => this.#hear(data));
    serviceWorker.addEventListener('controllerchange', () => void this.#lookAgain());
    serviceWorker.startMessages();
    // A tab can stay open for weeks, and routes are hashes: the browser by itself would look at its next start only.
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible' && Date.now() - this.#asked > HOUR)
        void this.#lookForNewer();
    });
  }

  async #register(): Promise<void> {
    this.#show({ fetching: { done: 0, of: 0 }, fault: undefined });
    try {
      await navigator.serviceWorker.register(this.#worker, { updateViaCache: 'none' });
      const registration = await this.#registration();
      if (registration) await this.#follow(registration);
      else this.#show({ fetching: undefined, obstacle: 'forbidden' });
    } catch (error) {
      const forbidden = error instanceof DOMException && error.name === 'SecurityError';
      const why = forbidden ? ({ obstacle: 'forbidden' } as const) : { fault: unreachable(this.#worker) };
      this.#show({ fetching: undefined, ...why });
    }
  }

  async #follow(registration: ServiceWorkerRegistration): Promise<void> {
    this.#attend(registration);
    await this.#look(registration);
    const { active, installing } = registration;
    if (installing || !active) return;
    // The browser can empty a cache when its disk runs full, and a worker that came back to life has none.
    if (this.#view.kept) await this.#lookForNewer();
    else if (mustAsk()) this.#show({ held: 'saver' });
    else this.#refill(active);
  }

  #attend(registration: ServiceWorkerRegistration): void {
    if (this.#attended.has(registration)) return;
    this.#attended.add(registration);
    registration.addEventListener('updatefound', () => this.#await(registration));
    this.#await(registration);
  }

  /** Waits for what becomes of a version that is being fetched. */
  #await(registration: ServiceWorkerRegistration): void {
    const { installing } = registration;
    if (!installing) return;
    this.#show({ fetching: this.#view.fetching ?? { done: 0, of: 0 }, fault: undefined });
    installing.addEventListener('statechange', () => {
      // The worker says more of a fault than its end does, and says it before.
      if (installing.state === 'redundant' && this.#view.fetching)
        this.#show({ fetching: undefined, fault: unreachable(this.#worker) });
      if (installing.state !== 'activating') void this.#look(registration);
    });
  }

  #refill(active: ServiceWorker): void {
    this.#show({ fetching: { done: 0, of: 0 } });
    tell(active, { order: 'fill' });
  }

  #hear(data: unknown): void {
    const news = readNews(data);
    if (news?.news === 'progress') this.#show({ fetching: { done: news.done, of: news.of } });
    if (news?.news === 'failed') this.#show({ fetching: undefined, fault: news.fault });
    if (news?.news === 'filled') void this.#lookAgain();
  }

  async #lookAgain(): Promise<void> {
    const registration = await this.#registration();
    if (!registration) return;
    this.#attend(registration);
    await this.#look(registration);
  }

  async #look({ active, waiting, installing }: ServiceWorkerRegistration): Promise<void> {
    // A first version is asked once it answers for the app: between its last file and that there is nothing to say.
    const report = active ? await ask(active) : undefined;
    const kept = report?.missing === 0 ? report : undefined;
    const settled = kept && !installing ? { fetching: undefined } : {};
    this.#show({ kept, held: undefined, update: waiting !== null || report?.fits === false, ...settled });
  }

  async #lookForNewer(): Promise<void> {
    const registration = await this.#registration();
    if (!registration) return;
    this.#asked = Date.now();
    // Without a network there is nothing newer to be had, and nothing to complain of.
    await registration.update().catch(() => undefined);
  }

  async #update(registration: ServiceWorkerRegistration): Promise<void> {
    try {
      await registration.update();
      if (!registration.installing) this.#show({ fetching: undefined });
    } catch {
      this.#show({ fetching: undefined, fault: unreachable(this.#worker) });
    }
  }

  /** Ours; an app that contains this one may have a registration that reaches here. */
  async #registration(): Promise<ServiceWorkerRegistration | undefined> {
    // Where storage is blocked even the question is refused; registering then says why.
    const found = await navigator.serviceWorker.getRegistration().catch(() => undefined);
    return found?.scope === this.#scope ? found : undefined;
  }

  #show(change: Partial<OfflineView>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener(this.#view);
  }
}

const unreachable = (file: string): FillFault => ({ code: 'unreachable', file });

function tell(worker: ServiceWorker, order: Order): void {
  worker.postMessage(order);
}

function ask(worker: ServiceWorker): Promise<Report | undefined> {
  const page = document.querySelector<HTMLScriptElement>('script[type=module][src]')?.src ?? '';
  const { port1, port2 } = new MessageChannel();
  const order: Order = { order: 'report', page };
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => {
      port1.close();
      resolve(readReport(data));
    };
    worker.postMessage(order, [port2]);
  });
}

/** Whether nothing may be fetched before the person says so. */
function mustAsk(): boolean {
  return savesData() && readSetting('offline') !== 'on';
}

/** Whether the browser asks pages to be sparing. Not every browser has the question, nor do its types. */
function savesData(): boolean {
  if (!('connection' in navigator)) return false;
  const { connection } = navigator;
  return (
    typeof connection === 'object' &&
    connection !== null &&
    'saveData' in connection &&
    connection.saveData === true
  );
}
