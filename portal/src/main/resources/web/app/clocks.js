import { serverNow } from './server-time.js';

/** How often each clock moves, and overdue ones are looked for, in milliseconds. */
const TICK = 1000;
/** Whether the sound is wanted: for this tab alone, and off until somebody turns it on. */
const WANTED = 'alarm-sound';
/** How a phone shakes for its crew, in milliseconds: on, off, on. */
const SHAKE = [400, 150, 400];

/** How long a page may take from what it says to its time, in milliseconds. */
const MAKING = 60_000;

const told = new Set();
/** What was new before the page was opened. */
const present = new Set();
let openedAt = 0;
let audio = null;

/** A length in seconds as digits: 4:05, 1:04:05; with the names of units in the two largest: 4 min 5 s, 1 h 4 min. */
export function digits(length, units) {
  const seconds = Math.abs(length);
  const parts = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map(Math.floor);
  const from = parts[0] ? 0 : 1;
  return units
    ? `${parts[from]} ${units[from]} ${parts[from + 1]} ${units[from + 1]}`
    : parts.slice(from).map((part, at) => (at ? String(part).padStart(2, '0') : part)).join(':');
}

function move(clock, now) {
  const left = (Date.parse(clock.dataset.clock) - now) / 1000;
  clock.classList.toggle('overdue', left <= 0);
  const shown = clock.querySelector('time');
  const text = digits(left, clock.dataset.units?.split(' '));
  if (shown.textContent !== text) {
    shown.textContent = text;
  }
}

/** Two short tones, only where somebody has turned the sound on. */
function sound() {
  if (!audio) {
    return;
  }
  audio.resume();
  [0, 0.25].forEach((start) => {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = 880;
    volume.gain.value = 0.2;
    tone.connect(volume).connect(audio.destination);
    tone.start(audio.currentTime + start);
    tone.stop(audio.currentTime + start + 0.15);
  });
}

function turnSound(button, on) {
  button.setAttribute('aria-pressed', String(on));
  if (on) {
    sessionStorage.setItem(WANTED, 'true');
    audio = new AudioContext();
  } else {
    sessionStorage.removeItem(WANTED);
    audio.close();
    audio = null;
  }
}

function switchSound(button) {
  turnSound(button, button.getAttribute('aria-pressed') !== 'true');
  sound();
}

/** Browsers let a page sound only after somebody has clicked on it: the next page in the same tab waits for that. */
function resumeSound(button) {
  const gestures = ['click', 'keydown'];
  const resume = ({ target }) => {
    gestures.forEach((gesture) => document.removeEventListener(gesture, resume, { capture: true }));
    if (!button.contains(target)) {
      turnSound(button, true);
    }
  };
  if (sessionStorage.getItem(WANTED)) {
    gestures.forEach((gesture) => document.addEventListener(gesture, resume, { capture: true }));
  }
}

/** How many are overdue stands first in the title, which a tab shows while another one is looked at. */
function tellTitle(count) {
  const title = document.title.replace(/^\(\d+\) /, '');
  const wanted = count > 0 ? `(${count}) ${title}` : title;
  if (document.title !== wanted) {
    document.title = wanted;
  }
}

/**
 * What has become overdue or was escalated, and what else a page marks, since it was opened is told once. A unit that was
 * free before and is free again is told anew.
 */
function tellFresh(alarm, due) {
  // What is chosen on the desk stands there twice.
  const once = new Map(due.map((one) => [one.dataset.key, one]));
  const fresh = [...once.values()].filter((one) => !told.has(one.dataset.key));
  told.forEach((key) => {
    if (key.startsWith('next-') && !due.some((one) => one.dataset.key === key)) {
      told.delete(key);
    }
  });
  due.forEach((one) => told.add(one.dataset.key));
  if (fresh.length > 0) {
    alarm.querySelector('[data-alarm-told]').textContent = fresh.map((one) => one.dataset.told).join('. ');
    sound();
    if (fresh.some((one) => 'vibrate' in one.dataset)) {
      navigator.vibrate?.(SHAKE);
    }
  }
}

/** Whether it came to be after the page was opened, or a little before, while the page was made. */
function isNew({ dataset }) {
  return !present.has(dataset.key) && Date.parse(dataset.since) > openedAt - MAKING;
}

/**
 * What is to be told without a clock: a new incident, a call for help, a planned unit that is free, a new order, a verdict
 * that was withdrawn.
 */
function alerts() {
  return [...document.querySelectorAll('[data-alert]')].filter((one) => !('since' in one.dataset) || isNew(one));
}

function moveAll() {
  const now = serverNow();
  const clocks = [...document.querySelectorAll('[data-clock]')];
  clocks.forEach((clock) => move(clock, now));
  return clocks.filter((clock) => clock.matches('.overdue'));
}

function tick(alarm) {
  const overdue = moveAll();
  if (alarm) {
    const due = [...overdue, ...alerts()];
    tellTitle(new Set(due.map((one) => one.dataset.key)).size);
    tellFresh(alarm, due);
  }
}

export function startClocks() {
  const alarm = document.querySelector('[data-alarm]');
  const button = alarm?.querySelector('[data-alarm-sound]');
  if (button) {
    button.hidden = false;
    button.addEventListener('click', () => switchSound(button));
    resumeSound(button);
  }
  openedAt = serverNow();
  document.querySelectorAll('[data-alert][data-since]').forEach((one) => present.add(one.dataset.key));
  // Whoever opens the page reads what is overdue already, and what is marked.
  [...moveAll(), ...alerts()].forEach((one) => told.add(one.dataset.key));
  tick(alarm);
  setInterval(() => tick(alarm), TICK);
  // A part of the page that was refreshed shows what the service said a moment ago.
  document.body.addEventListener('htmx:afterSwap', () => tick(alarm));
}
