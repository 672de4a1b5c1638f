import { OfflineCopy } from './client';

/**
 * offline: the app without a network, and its newer versions.
 * Hides: the service worker, its caches, and what passes between it and the pages.
 * Promises: a version is kept as a whole or not at all; a page changes its version when the person says so and never
 * by itself; the attempts and the workspace are none of its business and stay as they are.
 * Must not know: pages, sentences.
 */
export type { FillFault } from './messages';
export type { Obstacle, OfflineCopy, OfflineView } from './client';

const worker = import.meta.env.OFFLINE_WORKER;

/** This page's offline copy; undefined in builds without the offline plugin and while developing. */
export const offline = worker === undefined ? undefined : new OfflineCopy(worker);
