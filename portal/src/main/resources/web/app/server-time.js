/** Where this browser keeps, for all pages, what it heard last. */
const KEPT = 'server-time';

/** The latest time that the server told, and how far this machine's clock was ahead of it, in milliseconds. */
let latest = recall();

function recall() {
  try {
    return JSON.parse(localStorage.getItem(KEPT)) ?? {};
  } catch {
    return {}; // a browser that keeps nothing
  }
}

function keep(heard) {
  latest = heard;
  try {
    localStorage.setItem(KEPT, JSON.stringify(heard));
  } catch {
    // as above
  }
}

/** Takes the time that a page says; one that was kept for when there is no network says none that is later than the last. */
export function hearTime(page) {
  const told = page.querySelector('[data-live][data-now]')?.dataset.now;
  if (told && !(Date.parse(told) <= Date.parse(latest.told))) {
    keep({ told, ahead: Date.now() - Date.parse(told) });
  }
}

/** The server's time in milliseconds, whatever this machine's clock says. */
export function serverNow() {
  hearTime(document);
  return Date.now() - (latest.ahead ?? 0);
}
