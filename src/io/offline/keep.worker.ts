// The service worker. The build writes the edition before this program; what it does with it stands in keeping.ts.
import type { Edition } from './edition';
import { Keeping, type Asked } from './keeping';
import { readOrder, type News } from './messages';

declare const self: ServiceWorkerGlobalScope;
declare const EDITION: Edition;

/** Pages are told of every so manyth file. */
const STEP = 5;

const { scope } = self.registration;
const keeping = new Keeping(EDITION, { caches: self.caches, fetch: (request) => self.fetch(request), scope });

self.addEventListener('install', (event) => {
  // Rejected, the browser forgets this version, and the one before goes on; it never learns of half a version.
  event.waitUntil(
    fill().then((complete) => {
      if (!complete) throw new Error('this version could not be fetched as a whole');
    }),
  );
});

self.addEventListener('activate', (event) => {
  // Pages of this version that were open before there was any worker. Other pages come over by themselves.
  event.waitUntil(keeping.takeOver().then((first) => (first ? self.clients.claim() : undefined)));
});

self.addEventListener('fetch', (event) => {
  if (keeping.answers(event.request)) event.respondWith(respond(event.request));
});

self.addEventListener('message', (event) => {
  const order = readOrder(event.data);
  switch (order?.order) {
    case 'report': {
      const [port] = event.ports;
      event.waitUntil(keeping.report(order.page).then((report) => port?.postMessage(report)));
      return;
    }
    case 'fill':
      event.waitUntil(fill(() => keeping.enter()));
      return;
    case 'take-over':
      event.waitUntil(self.skipWaiting());
      return;
    case undefined:
      return;
  }
});

async function respond(request: Request & Asked): Promise<Response> {
  // A store that fails is as good as an empty one.
  const stored = await keeping.find(request).catch(() => undefined);
  return stored ?? self.fetch(request);
}

/** @param then done once everything is there, before the pages hear of it */
async function fill(then: () => Promise<unknown> = () => Promise.resolve()): Promise<boolean> {
  const filled = await keeping.fill((done, of) => {
    if (done % STEP === 0 || done === of) void announce({ news: 'progress', done, of });
  });
  if (filled.ok) await then();
  await announce(filled.ok ? { news: 'filled' } : { news: 'failed', fault: filled.error });
  return filled.ok;
}

async function announce(news: News): Promise<void> {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  for (const page of pages) if (page.url.startsWith(scope)) page.postMessage(news);
}
