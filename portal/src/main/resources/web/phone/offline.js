import { forget, keep, keptBy } from './kept-acts.js';
import { hearAnswer, isRested, LINES, PAUSE } from './lines.js';
import { beginRest, endRest, isResting, rested, showRest } from './rest.js';
import { hasWork } from '../app/forms.js';
import { hearTime, serverNow } from '../app/server-time.js';
import { isSessionOver, problemOf, refusalOf } from '../app/refusal.js';

/** From this age on, in milliseconds, an act says when it was done: it waited for a network. */
const LATE = 10_000;
/** How long the portal may take to answer, in milliseconds: a network that only seems to be there must not hold up the next try. */
const PATIENCE = 20_000;
/** The status of a key that was used for another act. */
const KEY_USED = 422;
const SESSION_OVER = 'session-over';

const place = () => document.querySelector('[data-offline]');
const isWaiting = (act) => !act.refusal;
const pathOf = (form) => new URL(form.action).pathname;

/** What the portal has since this page was loaded, which may not show it yet. */
const sent = [];

/** The forms whose act is not on the disk yet: a slow phone may take longer for that than a tap rests. */
const taking = new Set();

/** What to send with: the form token of the page as it is now, and how far the phone's clock is off. */
async function sender(line) {
  const answer = await fetch('/assignment', { headers: { 'HX-Request': 'true' }, signal: AbortSignal.timeout(PATIENCE) });
  hearAnswer(line, answer, false);
  if (!answer.ok || answer.redirected) {
    return { problem: isSessionOver(answer.status) || answer.redirected ? SESSION_OVER : 'away' };
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const { 'X-CSRF-TOKEN': token } = JSON.parse(page.body.getAttribute('hx-headers'));
  hearTime(page);
  return { token, offset: serverNow() - Date.now() };
}

/** A photo goes as it is and takes as long as it takes, its note in a header: addresses are short, and stand in logs. */
function post(act, fields, token) {
  const headers = { 'HX-Request': 'true', 'X-CSRF-TOKEN': token };
  if (!act.photo) {
    return fetch(act.path, { method: 'POST', body: fields, headers, signal: AbortSignal.timeout(PATIENCE) });
  }
  headers['Content-Type'] = act.photo.type;
  if (fields.get('note')) {
    headers['X-Note'] = `UTF-8''${encodeURIComponent(fields.get('note'))}`;
  }
  fields.delete('note');
  return fetch(`${act.path}?${fields}`, { method: 'POST', body: act.photo.bytes, headers });
}

/** Whether it was sent without a moment before. */
const wentUntimed = (act) => Boolean(act.untimed || (act.tried && !act.told));

/** Notes that it is sent now, and which moment is told with it: what is sent again tells the same one. */
async function begin(act, offset) {
  const isTold = act.timed || Date.now() - act.at > LATE;
  const told = act.told ?? (isTold ? new Date(act.at + offset).toISOString() : undefined);
  if (!act.tried || told !== act.told) {
    await keep({ ...act, told, tried: true, untimed: wentUntimed(act) }).catch(() => undefined); // sent all the same where there is no room
  }
  return told;
}

/**
 * Sent again with a moment that it was not sent with at first, an act is another one for its key. That says that the first
 * one came, and that only its answer was lost.
 */
const isKnown = (act, answer) => wentUntimed(act) && answer.status === KEY_USED;

/** @returns whether the portal has it, or will never take it */
async function send(line, act, { token, offset }) {
  const fields = new URLSearchParams(act.fields);
  const told = await begin(act, offset);
  if (told) {
    fields.set('at', told);
  }
  const answer = await post(act, fields, token);
  hearAnswer(line, answer, true);
  if (answer.ok || isKnown(act, answer)) {
    await forget(act);
    sent.push(act);
    return true;
  }
  const isRefused = answer.status >= 400 && answer.status < 500 && ![401, 408, 429].includes(answer.status)
    && !isSessionOver(answer.status);
  if (isRefused) {
    await keep({ ...act, refusal: { status: answer.status, said: await answer.text() } });
  }
  return isRefused;
}

/** @returns the last of what waited in a line, where the portal has all of it or will never take it */
async function sendWaiting(line) {
  const waiting = (await keptBy(place().dataset.offline)).filter(isWaiting).filter(line.holds);
  if (waiting.length === 0) {
    return null;
  }
  const by = await sender(line).catch(() => ({ problem: 'away' }));
  place().classList.toggle('is-signed-out', by.problem === SESSION_OVER);
  if (by.problem) {
    return null;
  }
  for (const act of waiting) {
    // One at a time: the next step is refused before the one that it follows.
    if (!(await send(line, act, by).catch(() => false))) {
      return null;
    }
  }
  return waiting.at(-1);
}

/**
 * Sends what waits in a line, one after the other and in one tab at a time. What is not taken stays. While a try is under way,
 * one more waits for its end, however often it is asked for.
 */
async function sendLine(line) {
  if (line.isNext) {
    return;
  }
  line.isNext = true;
  const last = await navigator.locks.request(line.name, () => {
    line.isNext = false;
    return sendWaiting(line);
  });
  await show();
  if (last && (await keptBy(place().dataset.offline)).length === 0) {
    goOn(last.done);
  }
}

/** Says what was done, as the page does that comes after an act. */
function showDone(done) {
  const note = place().querySelector(`template[data-done="${CSS.escape(done)}"]`);
  hideDone();
  if (note) {
    document.getElementById('page-problem').before(note.content.cloneNode(true));
  }
}

const hideDone = () => document.getElementById('done')?.remove();

/**
 * The page stays, and with it what is being typed and the sound that somebody turned on. Only one that cannot refresh in
 * place is loaded again, and only where nothing is typed.
 */
async function goOn(done) {
  const behind = new CustomEvent('live:behind', { cancelable: true });
  const isStale = document.body.dispatchEvent(behind);
  await rested();
  if (done) {
    showDone(done);
  }
  if (isStale && !hasWork(document.body)) {
    window.location.assign(done ? `/assignment?done=${done}` : '/assignment');
  }
}

const sendAll = () => Promise.all(LINES.map(sendLine));
const sendRested = () => LINES.filter(isRested).forEach(sendLine);

function row(act) {
  const line = document.createElement('li');
  const time = document.createElement('time');
  const at = new Date(act.at);
  time.dateTime = at.toISOString();
  time.textContent = at.toLocaleTimeString(document.documentElement.lang, {
    hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'Africa/Casablanca',
  });
  // In the language in which it was said: the page may have another one by now.
  const label = document.createElement('span');
  label.lang = act.lang;
  label.textContent = act.label;
  line.append(label, ' ', time);
  if (act.refusal) {
    const gone = document.createElement('button');
    gone.className = 'button quiet';
    gone.textContent = place().dataset.dismiss;
    gone.addEventListener('click', async () => {
      await forget(act);
      await show();
    });
    const refusal = refusalOf(act.refusal.status, act.refusal.said);
    refusal.lang = act.lang;
    line.append(refusal, gone);
  }
  return line;
}

/** The step that comes after what was done, whether the portal knows of it or not. */
function showNextStep(waiting) {
  const steps = [...document.querySelectorAll('.task-form [data-step]')];
  const form = steps[0]?.closest('form').action;
  const done = [...sent, ...waiting].filter((act) => form?.endsWith(act.path)).map((act) => act.fields.status);
  const next = steps.find((step, index) => !steps.slice(index).some((later) => done.includes(later.dataset.step)));
  steps.forEach((step) => { step.hidden = step !== next; });
}

/** How far the unit is by what it did: the portal, and what it says of delays, is behind. */
function showState(waiting) {
  const form = document.querySelector('.task-form[id^=progress]');
  const done = waiting.filter((act) => form && act.path === pathOf(form)).map((act) => act.fields.status);
  const states = [...document.querySelectorAll('.progress [data-state]')];
  const last = states.findLast((state) => done.includes(state.dataset.state));
  states.forEach((state) => state.classList.toggle('is-waiting', state === last));
}

/** What was told once comes again with what follows from it. */
function hideTold(waiting) {
  document.querySelectorAll('.task-form[data-once]').forEach((form) => {
    form.hidden = waiting.some((act) => act.path === pathOf(form));
  });
}

async function show() {
  const acts = await keptBy(place().dataset.offline);
  const waiting = acts.filter(isWaiting);
  place().hidden = acts.length === 0;
  place().querySelector('[data-waiting]').replaceChildren(...waiting.map(row));
  place().querySelector('[data-refused]').replaceChildren(...acts.filter((act) => act.refusal).map(row));
  showNextStep(waiting);
  showState(waiting);
  hideTold(waiting);
  showRest();
}

/** A step is done once. A form still has the buttons of those that are hidden, and Enter in its note would take the first. */
async function isDone({ path, fields: { status } }) {
  const acts = [...sent, ...(await keptBy(place().dataset.offline)).filter(isWaiting)];
  return Boolean(status) && acts.some((act) => act.path === path && act.fields.status === status);
}

/** Not every browser keeps a file itself. */
async function contentOf(file) {
  return { type: file.type || 'application/octet-stream', bytes: await file.arrayBuffer() };
}

function empty(form) {
  form.reset();
  problemOf(form).replaceChildren();
  form.querySelectorAll('details[open]').forEach((question) => { question.open = false; });
  form.querySelectorAll('[data-chosen]').forEach((label) => label.removeAttribute('data-chosen'));
}

/** Whatever the unit does is kept first and sent then, so that nothing depends on the network. */
async function take(event) {
  const form = event.target.closest('.task-form');
  if (!form) {
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  if (isResting(event) || taking.has(form.id)) {
    return;
  }
  beginRest(form);
  taking.add(form.id);
  const { photo, ...fields } = Object.fromEntries(new FormData(form, event.submitter));
  const act = {
    who: place().dataset.offline,
    lang: document.documentElement.lang,
    path: pathOf(form),
    done: form.dataset.done,
    timed: 'timed' in form.dataset,
    label: (event.submitter ?? form).textContent.trim(),
    at: Date.now(),
    fields: { ...fields, key: crypto.randomUUID() },
  };
  try {
    if (await isDone(act)) {
      return;
    }
    await keep(photo ? { ...act, photo: await contentOf(photo) } : act);
    empty(form);
    hideDone();
  } catch {
    endRest();
    problemOf(form).replaceChildren(place().querySelector('[data-no-room]').content.cloneNode(true));
    return;
  } finally {
    taking.delete(form.id);
  }
  await show();
  await sendAll();
}

export function startOffline() {
  if (!place() || !navigator.locks) {
    return;
  }
  navigator.serviceWorker?.register('/assignment-worker.js', { scope: '/assignment' });
  document.addEventListener('submit', take, { capture: true });
  document.body.addEventListener('htmx:afterSwap', show);
  window.addEventListener('online', sendAll);
  setInterval(sendRested, PAUSE);
  show().then(sendAll);
}
