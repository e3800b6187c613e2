import { digits } from './clocks.js';
import { turnTo } from './live.js';
import { serverNow } from './server-time.js';

const KEYS_OFF = 'balagh-keys-off';
/** From that width on, in CSS, the chosen incident stands beside the list; below, it is a page. */
const WIDE = '(min-width: 60.01rem)';

const rows = () => [...document.querySelectorAll('.desk .row-link')];
const dialog = () => document.getElementById('keys');

function areKeysOn() {
  try {
    return localStorage.getItem(KEYS_OFF) === null;
  } catch {
    return true; // a browser that keeps nothing
  }
}

function turnKeys(on) {
  try {
    if (on) {
      localStorage.removeItem(KEYS_OFF);
    } else {
      localStorage.setItem(KEYS_OFF, 'true');
    }
  } catch {
    // as above: they stay on
  }
}

/** The list and the map stay as they are: reading all units again takes longer than all the rest. */
function choose(link) {
  rows().forEach((row) => {
    row.removeAttribute('aria-current');
    row.closest('.row').classList.toggle('chosen', row === link);
  });
  link.setAttribute('aria-current', 'true');
  window.history.replaceState(null, '', link.dataset.choose);
  turnTo(link.dataset.choose, { from: `${link.getAttribute('href')}/choice`, target: '#choice' });
}

function step(by) {
  const links = rows();
  const at = links.indexOf(document.activeElement);
  const from = at >= 0 ? at : links.findIndex((link) => link.hasAttribute('aria-current'));
  links[from < 0 ? 0 : Math.min(Math.max(from + by, 0), links.length - 1)]?.focus();
}

/** Enter on the button sends the unit: the key alone sends nobody. */
function goToUnit(number) {
  document.querySelectorAll('#chosen [data-assign]')[number - 1]?.focus();
}

function showKeys() {
  dialog().querySelector('#keys-on').checked = areKeysOn();
  dialog().showModal();
}

function singleKey(key) {
  if (key === 'j') {
    step(1);
  } else if (key === 'k') {
    step(-1);
  } else if (key === '?') {
    showKeys();
  } else if (/^[1-9]$/.test(key)) {
    goToUnit(Number(key));
  } else {
    return false;
  }
  return true;
}

function isTyping(target) {
  return target.matches('input:not([type=checkbox], [type=radio]), textarea, select') || target.isContentEditable;
}

function pressed(event) {
  const { key, target } = event;
  if (event.ctrlKey || event.altKey || event.metaKey || dialog().open || isTyping(target)) {
    return;
  }
  const isArrow = target.matches('.desk .row-link') && (key === 'ArrowDown' || key === 'ArrowUp');
  if (isArrow) {
    step(key === 'ArrowDown' ? 1 : -1);
  }
  if (isArrow || (areKeysOn() && singleKey(key.toLowerCase()))) {
    event.preventDefault();
  }
}

function clicked(event) {
  const link = event.target.closest('a[data-choose]');
  const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (link && isPlain && window.matchMedia(WIDE).matches) {
    event.preventDefault();
    choose(link);
  } else if (event.target.closest('[data-keys]')) {
    showKeys();
  }
}

function runClocks() {
  const now = serverNow();
  document.querySelectorAll('.running').forEach((clock) => {
    clock.textContent = digits(Math.max(0, Math.floor((now - Date.parse(clock.dataset.since)) / 1000)));
  });
}

export function startDesk() {
  if (!document.querySelector('#list[data-now]')) {
    return;
  }
  runClocks();
  setInterval(runClocks, 1000);
  if (!dialog()) {
    return;
  }
  document.body.addEventListener('keydown', pressed);
  document.body.addEventListener('click', clicked);
  dialog().querySelector('#keys-on').addEventListener('change', ({ target }) => turnKeys(target.checked));
  if (document.activeElement === document.body) {
    document.querySelector('.desk .row-link[aria-current]')?.focus({ preventScroll: true });
  }
}
