import htmx from 'htmx.org';

/** What comes within that time, in milliseconds, is fetched together. */
const GATHERING = 60;
/** The stream has a heartbeat every 15 seconds: without it, the connection is dead, whatever the browser thinks. */
const SILENCE = 40_000;
/** Ages, and times by where units are by now, are fetched that often although nothing was told. */
const AGEING = 30_000;
/** The same of all units, whose map ages by itself. */
const UNITS_AGEING = 60_000;
/** A refresh of the whole part waits that long after the viewer chose something, since it would hold the next choice up. */
const REST = 400;
/** A change waits for that at most so long. */
const PATIENCE = 1_000;
/** A stream that was open for so long has ended by itself, as each does after a while, and is followed on at once. */
const LASTING = 10_000;
/** How often a broken stream is looked after. */
const CARE = 5_000;
/** Marks what the stream asks for, so that it is told from polling. */
const ASKED = 'Live-Refresh';
/** Says what need not come again, since nothing of it changed. */
const UNCHANGED = 'Live-Unchanged';
/** Servers take addresses of about four thousand characters. */
const LONGEST = 2_000;

let part = null;
/** What the viewer turned to. The page's own tells what was last answered, which may be what they turned away from. */
let address = null;
let source = null;
/** How far the stream was heard; at first, where it was when the page was made; nothing where that is unknown. */
let position = '';
let isOpen = false;
/** Whether something changed, or a refresh failed, since the part was last asked for. */
let isBehind = false;
let behindSince = 0;
/** When the viewer last turned to something, or got it. */
let turnedAt = 0;
/** Whether a unit changed, as far as is known, since all of them were last read. */
let areUnitsBehind = false;
let unitsAt = 0;
let heardAt = 0;
let openedAt = Infinity;
let fetchedAt = 0;
let timer = 0;
/** How many fetches of the whole part are under way. */
let wholes = 0;
/** What each target was last asked for from: what comes from elsewhere comes too late. */
const latest = new Map();

function current() {
  return document.querySelector('[data-stream]');
}

/** What nobody looks at need not refresh, unless it has an alarm: that tells of what comes meanwhile. */
export function isResting() {
  return document.hidden && document.querySelector('[data-alarm]') === null;
}

/** All units together weigh more than all the rest. Where there is no map of theirs, the page's own plan shows both. */
function unchanged() {
  const areShown = document.documentElement.classList.contains('has-map') && document.querySelector('.units') !== null;
  const areKept = areShown && !areUnitsBehind && Date.now() - unitsAt < UNITS_AGEING;
  return areKept ? { [UNCHANGED]: 'units' } : {};
}

function fetched(from, target) {
  latest.set(target, from);
  return htmx.ajax('GET', from, {
    source: current(), target, select: target, swap: 'morph', headers: { [ASKED]: target, ...unchanged() },
  }).catch(() => undefined); // given up for another address, or the page says by itself that it failed
}

/** Fetches the part anew as a whole. */
async function fetchPart() {
  wholes++;
  await fetched(address ?? current().getAttribute('hx-get'), `#${current().id}`);
  wholes--;
}

/**
 * From now on the part is what is at that address; what is different in it is fetched at once, and by itself. What is under
 * way for the address before is given up, and asked for again at this one.
 */
export async function turnTo(next, { from, target }) {
  const isCutShort = wholes > 0;
  turnedAt = Date.now();
  address = next;
  latest.set(`#${current().id}`, next);
  htmx.trigger(current(), 'htmx:abort');
  await fetched(from, target);
  turnedAt = Date.now();
  if (isCutShort) {
    refreshSoon();
  }
}

const due = () => Math.min(turnedAt + REST, behindSince + PATIENCE);

function refreshSoon() {
  behindSince = isBehind ? behindSince : Date.now();
  isBehind = true;
  if (!timer && !isResting()) {
    timer = setTimeout(() => {
      timer = 0;
      if (due() > Date.now()) {
        refreshSoon();
      } else {
        fetchPart();
      }
    }, Math.max(GATHERING, due() - Date.now()));
  }
}

function show(open) {
  isOpen = open;
  document.documentElement.classList.toggle('is-streaming', open);
  document.documentElement.classList.toggle('is-polling', !open);
}

function heard(event) {
  heardAt = Date.now();
  position = event?.lastEventId || position;
}

/** What changed since the position is told first. */
function addressOfStream() {
  const { stream } = part.dataset;
  return position ? `${stream}?${new URLSearchParams({ from: position })}` : stream;
}

function connect() {
  source?.close();
  heard();
  position = position.length > LONGEST ? '' : position;
  openedAt = Infinity;
  source = new EventSource(addressOfStream());
  source.addEventListener('open', () => {
    openedAt = Date.now();
    heard();
    show(true);
    if (isBehind || !position) {
      areUnitsBehind = true;
      refreshSoon();
    }
  });
  source.addEventListener('error', () => {
    if (Date.now() - openedAt > LASTING) {
      connect();
    } else {
      show(false);
    }
  });
  ['change', 'reset'].forEach((event) => source.addEventListener(event, (told) => {
    heard(told);
    const { units, closures } = JSON.parse(told.data);
    // After a reset, whatever there is may have changed.
    const concerns = (ids) => event === 'reset' || ids.length > 0;
    areUnitsBehind ||= concerns(units);
    refreshSoon();
    if (concerns(closures)) {
      document.body.dispatchEvent(new CustomEvent('desk:closures'));
    }
  }));
  source.addEventListener('heartbeat', heard);
  source.addEventListener('positions', (event) => {
    heard(event);
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

const isPoll = (element, headers) => element.matches('[data-stream]') && !headers[ASKED];
const isForWhole = ({ requestConfig, target }) => requestConfig?.elt === current() && target === current();

/** The part refreshes when something changes. While the stream is down it polls, as it does without one. */
export function startLive() {
  part = current();
  if (!part || !('EventSource' in window)) {
    return;
  }
  position = part.dataset.streamFrom ?? '';
  fetchedAt = Date.now();
  unitsAt = fetchedAt;
  document.body.addEventListener('htmx:configRequest', ({ target, detail }) => {
    if (isOpen && isPoll(target, detail.headers)) {
      Object.assign(detail.headers, unchanged());
    }
  });
  document.body.addEventListener('htmx:beforeRequest', (event) => {
    const { headers, path } = event.detail.requestConfig;
    const polls = isPoll(event.target, headers);
    if (polls && isOpen && !isBehind && Date.now() - fetchedAt < AGEING) {
      event.preventDefault();
    } else if (polls && address !== null && path !== address) {
      event.preventDefault();
      refreshSoon();
    } else if (isForWhole(event.detail)) {
      isBehind = false;
      if (!(UNCHANGED in headers)) {
        areUnitsBehind = false;
        unitsAt = Date.now();
      }
    }
  });
  document.body.addEventListener('htmx:afterRequest', ({ detail }) => {
    if (isForWhole(detail)) {
      fetchedAt = Date.now();
      isBehind ||= !detail.successful;
      areUnitsBehind ||= !detail.successful;
    } else if (detail.requestConfig?.elt === current() && detail.xhr.status >= 400) {
      refreshSoon();
    }
  });
  document.body.addEventListener('htmx:beforeSwap', ({ detail }) => {
    const asked = detail.requestConfig?.elt === current() && latest.get(`#${detail.target.id}`);
    if (asked && asked !== detail.pathInfo.requestPath) {
      detail.shouldSwap = false;
      areUnitsBehind ||= isForWhole(detail);
      refreshSoon();
    }
  });
  // Another script knows that what is shown is not the last word; it need not load the page again.
  document.body.addEventListener('live:behind', (event) => {
    event.preventDefault();
    refreshSoon();
  });
  document.addEventListener('visibilitychange', () => isOpen && refreshSoon());
  // A page that is left holds no connection of its server.
  window.addEventListener('pagehide', () => source.close());
  window.addEventListener('pageshow', ({ persisted }) => persisted && connect());
  setInterval(care, CARE);
  connect();
}
