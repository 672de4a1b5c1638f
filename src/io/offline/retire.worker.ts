// The last service worker of an address where the courseware is to have none any more. It is an update like any other:
// open tabs go on as they are, and the first start after them comes from the network.
import { cachePrefix } from './edition';
import { readOrder } from './messages';

declare const self: ServiceWorkerGlobalScope;

self.addEventListener('activate', (event) => {
  event.waitUntil(retire());
});

self.addEventListener('message', (event) => {
  if (readOrder(event.data)?.order === 'take-over') event.waitUntil(self.skipWaiting());
});

async function retire(): Promise<void> {
  const { registration, caches } = self;
  const names = (await caches.keys()).filter((name) => name.startsWith(cachePrefix(registration.scope)));
  await Promise.all(names.map((name) => caches.delete(name)));
  await registration.unregister();
}
