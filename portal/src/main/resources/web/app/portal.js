import 'htmx.org';
import './portal.css';
import { startClocks } from './clocks.js';
import { startDesk } from './desk.js';
import { startDownloads } from './download.js';
import { hasWork, setBusy, showDone, startForms } from './forms.js';
import { isResting, startLive } from './live.js';
import { startLogout } from './logout.js';
import { startLook } from './look.js';
import { startPrinting } from './print.js';
import { startRefreshes } from './refresh.js';
import { isSessionOver, pageProblem, problemOf, showRefusal } from './refusal.js';
import { startSpots } from './spots.js';

const { body } = document;
document.documentElement.classList.add('has-scripts');

/** Every refusal of every request: an answer that is none, and no answer at all. */
function refused({ detail }) {
  const { xhr, requestConfig, target } = detail;
  const { elt } = requestConfig;
  if (!elt.matches('[data-live]')) {
    showRefusal(elt.matches('form') ? problemOf(elt) : target, xhr.status, xhr.responseText);
  } else if (isSessionOver(xhr.status)) {
    if (!hasWork(body)) {
      window.location.reload();
    } else if (!pageProblem().hasChildNodes()) {
      showRefusal(pageProblem(), xhr.status, '');
    }
  }
}
['htmx:responseError', 'htmx:sendError', 'htmx:timeout'].forEach((failure) => body.addEventListener(failure, refused));

// Where the page comes again with what is wrong beside each field, it takes the place of the page.
body.addEventListener('htmx:beforeSwap', ({ detail }) => {
  const { xhr, target } = detail;
  if (xhr.status >= 400 && target.id === 'content' && xhr.responseText.includes('<main id="content"')) {
    detail.shouldSwap = true;
    detail.isError = false;
  }
});

// What refreshes by itself says so when it no longer does.
body.addEventListener('htmx:afterRequest', ({ detail }) => {
  const { requestConfig, successful } = detail;
  if (requestConfig?.elt?.matches('[data-live]')) {
    requestConfig.elt.classList.toggle('is-stale', !successful);
    if (successful) {
      pageProblem().replaceChildren();
    }
  }
});

body.addEventListener('htmx:beforeRequest', (event) => {
  if (event.target.matches('[data-live]') && isResting()) {
    event.preventDefault();
  }
});

body.addEventListener('htmx:beforeRequest', ({ target }) => target.matches('form') && setBusy(target, true));
body.addEventListener('htmx:afterRequest', ({ target }) => target.matches('form') && setBusy(target, false));

startLook();
startLogout();
startForms();
startRefreshes();
startClocks();
startLive();
startDesk();
showDone();
startSpots();
startDownloads();
startPrinting();

const map = document.querySelector('[data-map]');
if (map) {
  import('./map/map.js').then(({ startMap }) => startMap(map));
}
const plan = document.querySelector('[data-plan]');
if (plan) {
  import('./map/plan.js').then(({ startPlan }) => startPlan(plan));
}
const track = document.querySelector('[data-track]');
if (track) {
  import('./map/track.js').then(({ startTrack }) => startTrack(track));
}
