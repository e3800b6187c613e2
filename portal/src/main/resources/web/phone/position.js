/** Whether the crew wants it: for this tab alone, and off until somebody turns it on. */
const WANTED = 'position-wanted';
const INTERVAL = 'position-interval';
/** A position that could not be sent within that time, in milliseconds, is given up for the next one. */
const PATIENCE = 10_000;

const token = () => JSON.parse(document.body.getAttribute('hx-headers'))['X-CSRF-TOKEN'];

/** What a form sends; what the phone does not know is left out, and so is the time: it is that of now, whatever the phone's clock. */
function fieldsOf({ coords }) {
  const { latitude, longitude, heading, speed, accuracy } = coords;
  const known = Object.entries({ latitude, longitude, heading, speed, accuracy })
    .filter(([, value]) => Number.isFinite(value));
  return new URLSearchParams(known);
}

const located = () => new Promise((resolve, reject) => {
  navigator.geolocation.getCurrentPosition(resolve, reject, {
    enableHighAccuracy: true, maximumAge: 1000, timeout: 20000,
  });
});

function start(panel) {
  const wanted = panel.querySelector('[data-position-switch]');
  const interval = panel.querySelector('[data-position-interval]');
  const state = panel.querySelector('[data-position-state]');
  let timer;
  let busy = false;

  function say(name) {
    state.dataset.positionState = name;
    state.querySelectorAll('[data-when]').forEach((each) => { each.hidden = each.dataset.when !== name; });
  }

  function stop() {
    clearInterval(timer);
    wanted.checked = false;
    sessionStorage.removeItem(WANTED);
  }

  async function send() {
    const here = await located();
    const answer = await fetch(panel.dataset.position, {
      method: 'POST', body: fieldsOf(here), headers: { 'X-CSRF-TOKEN': token() },
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (!wanted.checked) {
      return;
    }
    if (!answer.ok || answer.redirected) {
      say('UNSENT');
      return;
    }
    const time = state.querySelector('time');
    const now = new Date();
    time.dateTime = now.toISOString();
    time.textContent = now.toLocaleTimeString(document.documentElement.lang, {
      hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'Africa/Casablanca',
    });
    say('SENT');
  }

  /** One at a time: a slow network gets the newest position next, and none twice. */
  async function tick() {
    if (busy) {
      return;
    }
    busy = true;
    try {
      await send();
    } catch (failure) {
      if (failure.code === 1) {
        stop();
        say('DENIED');
      } else if (wanted.checked) {
        say(failure.code ? 'UNKNOWN' : 'UNSENT');
      }
    } finally {
      busy = false;
    }
  }

  function begin() {
    clearInterval(timer);
    say('WAITING');
    tick();
    timer = setInterval(tick, Number(interval.value) * 1000);
  }

  wanted.addEventListener('change', () => {
    if (wanted.checked) {
      sessionStorage.setItem(WANTED, 'true');
      begin();
    } else {
      stop();
      say('OFF');
    }
  });
  interval.addEventListener('change', () => {
    sessionStorage.setItem(INTERVAL, interval.value);
    if (wanted.checked) {
      begin();
    }
  });

  if (sessionStorage.getItem(INTERVAL)) {
    interval.value = sessionStorage.getItem(INTERVAL);
  }
  // A page that comes anew in the same tab goes on with what was chosen there.
  if (sessionStorage.getItem(WANTED)) {
    wanted.checked = true;
    begin();
  }
}

/** Sends where the phone is, while the page is open and its crew wants that. */
export function startPositions() {
  if ('geolocation' in navigator) {
    document.querySelectorAll('[data-position]').forEach(start);
  }
}
