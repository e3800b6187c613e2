import 'htmx.org';
import './portal.css';
import { startPairs } from './pairs.js';
import { startPlayers } from './player.js';
import { startRedaction } from './redaction.js';
import { startSteppers } from './stepper.js';
import { startUploads } from './upload.js';

/** The answer that says: the session is over, and a script cannot follow to the login. */
const SESSION_OVER = 499;

document.body.addEventListener('htmx:beforeSwap', (event) => {
  const { xhr, requestConfig, elt } = event.detail;
  if (xhr.status === SESSION_OVER) {
    window.location.reload();
  } else if (xhr.status >= 400 && requestConfig.elt.tagName === 'FORM') {
    // What the service said against a form is shown in it; the form keeps what was typed.
    event.detail.shouldSwap = true;
    event.detail.isError = false;
    event.detail.target = requestConfig.elt.querySelector('.form-problem') ?? elt;
  }
});

// What refreshes by itself says so when it no longer does.
document.body.addEventListener('htmx:afterRequest', (event) => {
  const { requestConfig, successful } = event.detail;
  requestConfig?.elt?.closest('[data-live]')?.classList.toggle('is-stale', !successful);
});

// What nobody looks at need not refresh, and neither a question nor a choice is taken away before it is answered.
document.body.addEventListener('htmx:beforeRequest', (event) => {
  const { target } = event;
  if (target.matches('[data-live]') && (document.hidden || target.querySelector('.confirm[open], .row-choice :checked'))) {
    event.preventDefault();
  }
});

// A form that was sent is not sent twice.
document.body.addEventListener('htmx:beforeRequest', (event) => setBusy(event.target, true));
document.body.addEventListener('htmx:afterRequest', (event) => setBusy(event.target, false));

function setBusy(form, busy) {
  if (form.tagName === 'FORM') {
    form.setAttribute('aria-busy', String(busy));
    form.querySelectorAll('button').forEach((button) => { button.disabled = busy; });
  }
}

// Fields that belong to one choice only.
document.body.addEventListener('change', (event) => showDependents(event.target.form));
document.querySelectorAll('form').forEach(showDependents);

function showDependents(form) {
  form?.querySelectorAll('[data-for]').forEach((part) => {
    const [field, values] = part.dataset.for.split('=');
    const relevant = values.split(',').includes(new FormData(form).get(field));
    part.hidden = !relevant;
    part.querySelectorAll('input, select, textarea').forEach((input) => { input.disabled = !relevant; });
  });
}

startPlayers();
startUploads();
// Before the steppers, whose first picture it waits for.
startRedaction();
startSteppers();
startPairs();
