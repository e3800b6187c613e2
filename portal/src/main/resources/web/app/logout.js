/** What the worker of a unit's phone keeps of an assignment. What the crew did and could not send yet is elsewhere, and stays. */
const KEPT = ['assignment', 'assignment-stills'];

/** Whoever signs out, on whatever page, leaves nothing of an assignment to who takes the phone next. */
export function startLogout() {
  document.addEventListener('submit', ({ target }) => {
    if (target.matches('.logout')) {
      KEPT.forEach((kept) => window.caches?.delete(kept));
    }
  }, { capture: true });
}
