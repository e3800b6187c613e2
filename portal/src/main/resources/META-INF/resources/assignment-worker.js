/* Keeps the page of a field unit, what it needs to look like itself, and the still that was opened, for when there is no network. */
const CACHE = 'assignment';
const PAGE = '/assignment';
/** Deleted by itself, since it ends with the assignment. */
const STILLS = 'assignment-stills';
const STILL = /^\/incidents\/[0-9a-f-]+\/still(\/picture)?$/;
/** Scripts, styles and fonts have their content in their name; icons do not. */
const HASHED = '/static/bundle/';
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
  } else if (pathname.startsWith(HASHED)) {
    event.respondWith(asset(request));
  } else if (pathname.startsWith('/static/')) {
    event.respondWith(newest(request, CACHE));
  } else if (STILL.test(pathname)) {
    // With a network, each look is a new one, which is logged. Without one, what this crew opened before is shown again.
    event.respondWith(newest(request, STILLS));
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
    if (answer.ok && !answer.redirected) {
      await endStills(await answer.clone().text());
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

/** What is there now, or else what was kept of it. */
async function newest(request, name) {
  const cache = await caches.open(name);
  const { pathname } = new URL(request.url);
  try {
    const answer = await within(fetch(request), PATIENCE);
    if (answer.status === 200 && !answer.redirected) {
      await cache.put(pathname, answer.clone());
    }
    return answer;
  } catch (away) {
    const kept = await cache.match(pathname);
    if (kept) {
      return kept;
    }
    throw away;
  }
}

/** Only the still of the incident that the page shows is kept: when the unit leaves it, the still goes. */
async function endStills(page) {
  const [, incident] = /id="task-([0-9a-f-]+)"/.exec(page) ?? [];
  const stills = await caches.open(STILLS);
  const gone = (await stills.keys()).filter(({ url }) => !incident || !new URL(url).pathname.startsWith(`/incidents/${incident}/`));
  await Promise.all(gone.map((request) => stills.delete(request)));
}

/** What is kept never changes. */
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
