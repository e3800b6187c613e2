/** The answers that say: the session is over, and a script cannot follow to the login. */
const SESSION_OVER = [401, 499];

export function isSessionOver(status) {
  return SESSION_OVER.includes(status);
}

/** What an answer says against the request: our own note, or what we know by the status where somebody else answered. */
export function refusalOf(status, answer) {
  const said = new DOMParser().parseFromString(answer, 'text/html').querySelector('.note[role=alert]');
  return said && !isSessionOver(status) ? document.adoptNode(said) : wordsFor(status);
}

/** Status 0 is no answer at all. */
function wordsFor(status) {
  const templates = [...document.querySelectorAll('template[data-refusal]')];
  const known = templates.find((template) => template.dataset.refusal.split(' ').includes(String(status)));
  return (known ?? templates.at(-1)).content.firstElementChild.cloneNode(true);
}

/** Shows it beside what was typed; the form keeps that. */
export function showRefusal(place, status, answer) {
  const note = refusalOf(status, answer);
  place.replaceChildren(note);
  note.scrollIntoView({ block: 'nearest' });
}

/** Where a form says what is wrong with it. */
export function problemOf(form) {
  return form.querySelector('.form-problem') ?? form.appendChild(emptyProblem());
}

function emptyProblem() {
  const place = document.createElement('div');
  place.className = 'form-problem';
  return place;
}

/** Where the page itself says so. */
export function pageProblem() {
  return document.getElementById('page-problem');
}
