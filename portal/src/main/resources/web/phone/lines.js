/** How often it is tried again, in milliseconds: a phone says that it has a network before it has one. */
export const PAUSE = 5_000;
/** The longest pause of a line, in milliseconds: while the portal has too much to do, each answer that says so doubles it. */
const LONGEST_PAUSE = 60_000;

/** Steps have an order. Photos are sent beside them: a large one, or one that fails, holds up no call for help. */
export const LINES = [
  { name: 'steps', holds: (act) => !act.photo },
  { name: 'photos', holds: (act) => Boolean(act.photo) },
].map((line) => ({ ...line, isNext: false, failures: 0, restsUntil: 0 }));

/** Phones that were refused together come back apart. */
function rest(line) {
  line.failures += 1;
  const pause = Math.min(PAUSE * 2 ** line.failures, LONGEST_PAUSE);
  line.restsUntil = Date.now() + pause * (1 + Math.random()) / 2;
}

/** @param ends whether a better answer ends the rest: that a page comes does not say that an act is taken */
export function hearAnswer(line, { status }, ends) {
  if (status >= 500 || status === 429) {
    rest(line);
  } else if (ends) {
    line.failures = 0;
    line.restsUntil = 0;
  }
}

export const isRested = (line) => Date.now() >= line.restsUntil;
