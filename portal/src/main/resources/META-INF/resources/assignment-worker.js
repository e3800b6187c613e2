/* Keeps the page of a field unit, and what it needs to look like itself, for when there is no network. */
const CACHE = 'assignment';
const PAGE = '/assignment';
/** How long a page may take, in milliseconds, before the kept one is shown. */
const PATIENCE = 5000;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) {
    return;
  }
  if (pathname === PAGE) {
    event.respondWith(page(request));
  } else if (pathname.startsWith('/static/')) {
    event.respondWith(asset(request));
  }
});

/** The page as it is now; the kept one only where somebody opens it and nothing answers. */
async function page(request) {
  const cache = await caches.open(CACHE);
  try {
    const answer = await within(fetch(request), request.mode === 'navigate' ? PATIENCE : Infinity);
    // What was done is said once, not each time that there is no network.
    if (answer.ok && !answer.redirected && !request.url.includes('done=')) {
      await cache.put(PAGE, answer.clone());
    }
    return answer;
  } catch (away) {
    const kept = request.mode === 'navigate' ? await cache.match(PAGE) : undefined;
    if (kept) {
      return kept;
    }
    throw away;
  }
}

/** Scripts, styles and fonts have their content in their name. */
async function asset(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request);
  if (kept) {
    return kept;
  }
  const answer = await fetch(request);
  if (answer.ok) {
    await cache.put(request, answer.clone());
  }
  return answer;
}

function within(promise, milliseconds) {
  if (milliseconds === Infinity) {
    return promise;
  }
  return Promise.race([
    promise,
    new Promise((_, reject) => { setTimeout(() => reject(new TypeError('no answer in time')), milliseconds); }),
  ]);
}
