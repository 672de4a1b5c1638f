import { openDexieShelf } from './dexie-shelf';
import type { RowKind } from './model';
import type { Shelf } from './shelf';

/** What tabs of the same workspace tell each other. */
export type Told =
  | { readonly kind: 'changed'; readonly kinds: readonly RowKind[] }
  /** Someone locked it: all lock it. */
  | { readonly kind: 'lock' }
  /** Someone works in that tab: this one is not idle. */
  | { readonly kind: 'here' };

/** What the workspace needs of the world. */
export interface Ports {
  shelf(outdated: () => void): Promise<Shelf>;
  /** Does one piece of work at a time, across tabs. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** Tells the other tabs; returns how to hear them. */
  tell(told: Told): void;
  hear(heard: (told: Told) => void): () => void;
  now(): number;
  /** Calls again and again until it is stopped. */
  every(milliseconds: number, act: () => void): () => void;
}

const DATABASE = 'seven-rights-teaching';

/**
 * What a browser offers. Without a lock manager (plain http) only this tab's work is kept in order; without
 * channels other tabs notice a lock at their next read.
 */
export function browserPorts(name = DATABASE): Ports {
  let last: Promise<unknown> = Promise.resolve();
  const inOrder = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(name);
  return {
    shelf: (outdated) => openDexieShelf(name, outdated),
    alone: (work) => inOrder(() => locked(name, work)),
    tell: (told) => channel?.postMessage(told),
    hear: (heard) => {
      const listen = ({ data }: MessageEvent<Told>): void => heard(data);
      channel?.addEventListener('message', listen);
      return () => channel?.removeEventListener('message', listen);
    },
    now: () => Date.now(),
    every: (milliseconds, act) => {
      const timer = setInterval(act, milliseconds);
      return () => clearInterval(timer);
    },
  };
}

function locked<T>(name: string, work: () => Promise<T>): Promise<T> {
  // Absent on pages without https, whatever the type says.
  const found: { readonly locks?: LockManager } = typeof navigator === 'undefined' ? {} : navigator;
  const { locks } = found;
  if (!locks) return work();
  return new Promise((resolve, reject) => {
    locks.request(`${name}.write`, () => work().then(resolve, reject)).catch(reject);
  });
}
