// Keeps the door's page of an exercise, and the build's files it needs, for when there is no network. It holds nobody's name:
// whom to expect lies in the browser's own database. Signing out takes what is kept here away.
const KEPT = 'concord-door';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event) => {
  if (!Array.isArray(event.data?.keep)) return;
  const [port] = event.ports;
  const kept = keep(event.data.keep).then(
    () => true,
    () => false,
  );
  event.waitUntil(kept.then((done) => port?.postMessage(done)));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(request, url));
  else if (url.pathname.startsWith('/_next/static/')) event.respondWith(part(request));
});

/** Keeps exactly these addresses; what an earlier build needed goes. */
async function keep(addresses) {
  const cache = await caches.open(KEPT);
  const wanted = new Set(addresses.map((address) => new URL(address, self.location.origin).href));
  for (const request of await cache.keys()) if (!wanted.has(request.url)) await cache.delete(request);
  for (const address of wanted) {
    if (await cache.match(address, { ignoreVary: true })) continue;
    const answer = await fetch(address);
    if (answer.ok && !answer.redirected) await cache.put(address, answer);
  }
}

/** The page as the portal has it now, or as it was kept. */
async function page(request, url) {
  const address = url.origin + url.pathname;
  try {
    const answer = await fetch(request);
    if (answer.ok && !answer.redirected) await (await caches.open(KEPT)).put(address, answer.clone());
    return answer;
  } catch (error) {
    const kept = await caches.match(address, { ignoreVary: true });
    if (kept) return kept;
    throw error;
  }
}

/** A file of the build never changes: what is kept need not be asked for. */
async function part(request) {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}
