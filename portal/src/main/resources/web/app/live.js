import htmx from 'htmx.org';

/** What comes within that time, in milliseconds, is fetched together. */
const GATHERING = 60;
/** The stream has a heartbeat every 15 seconds: without it, the connection is dead, whatever the browser thinks. */
const SILENCE = 40_000;
/** Ages, and times by where units are by now, are fetched that often although nothing was told. */
const AGEING = 30_000;
/** How often a broken stream is looked after. */
const CARE = 5_000;
/** Marks what the stream asks for, so that it is told from polling. */
const ASKED = 'Live-Refresh';

let part = null;
/** What the viewer turned to. The page's own tells what was last answered, which may be what they turned away from. */
let address = null;
let source = null;
let isOpen = false;
let heardAt = 0;
let fetchedAt = 0;
let timer = 0;

function current() {
  return document.querySelector('[data-stream]');
}

/** Fetches the part anew as a whole. */
function fetchPart() {
  return htmx.ajax('GET', address ?? current().getAttribute('hx-get'), {
    source: current(), target: `#${current().id}`, select: `#${current().id}`, swap: 'morph', headers: { [ASKED]: 'true' },
  }).catch(() => undefined); // given up for another address, or the page says by itself that it failed
}

/** From now on the part is what is at that address: what is under way for the one before is given up. */
export function turnTo(next) {
  address = next;
  htmx.trigger(current(), 'htmx:abort');
  return fetchPart();
}

function refreshSoon() {
  if (!timer && !document.hidden) {
    timer = setTimeout(() => {
      timer = 0;
      fetchPart();
    }, GATHERING);
  }
}

function show(open) {
  isOpen = open;
  document.documentElement.classList.toggle('is-streaming', open);
  document.documentElement.classList.toggle('is-polling', !open);
}

function heard() {
  heardAt = Date.now();
}

function connect() {
  source?.close();
  heard();
  source = new EventSource(part.dataset.stream);
  source.addEventListener('open', () => {
    heard();
    show(true);
    // Something may have changed between the page and the stream.
    refreshSoon();
  });
  source.addEventListener('error', () => show(false));
  ['change', 'reset'].forEach((event) => source.addEventListener(event, ({ data }) => {
    heard();
    refreshSoon();
    // After a reset, whatever there is may have changed.
    if (event === 'reset' || JSON.parse(data).closures?.length > 0) {
      document.body.dispatchEvent(new CustomEvent('desk:closures'));
    }
  }));
  source.addEventListener('heartbeat', heard);
  source.addEventListener('positions', (event) => {
    heard();
    document.body.dispatchEvent(new CustomEvent('desk:positions', { detail: JSON.parse(event.data) }));
  });
}

/** A browser gives a stream up for good where an answer is no stream; and it does not notice a dead connection. */
function care() {
  const isSilent = Date.now() - heardAt > SILENCE;
  if (source.readyState === EventSource.CLOSED || isSilent) {
    show(false);
    connect();
  }
}

/** The part refreshes when something changes. While the stream is down it polls, as it does without one. */
export function startLive() {
  part = current();
  if (!part || !('EventSource' in window)) {
    return;
  }
  document.body.addEventListener('htmx:beforeRequest', (event) => {
    const isPoll = event.target.matches('[data-stream]') && !event.detail.requestConfig.headers[ASKED];
    if (isPoll && isOpen && Date.now() - fetchedAt < AGEING) {
      event.preventDefault();
    }
  });
  document.body.addEventListener('htmx:afterRequest', ({ detail }) => {
    if (detail.requestConfig?.elt === current()) {
      fetchedAt = Date.now();
    }
  });
  document.addEventListener('visibilitychange', () => isOpen && refreshSoon());
  // A page that is left holds no connection of its server.
  window.addEventListener('pagehide', () => source.close());
  window.addEventListener('pageshow', ({ persisted }) => persisted && connect());
  setInterval(care, CARE);
  connect();
}
