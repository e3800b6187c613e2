/** Whether somebody changed the field from what the page came with. */
export function isTouched(field) {
  if (field.matches('[type=hidden]')) {
    return false;
  }
  if (field.matches('[type=checkbox], [type=radio]')) {
    return field.checked !== field.defaultChecked;
  }
  if (field.matches('select')) {
    return field.selectedIndex !== Math.max(0, [...field.options].findIndex((option) => option.defaultSelected));
  }
  return field.value !== field.defaultValue;
}

/** Whether something in there was typed or chosen and is not sent yet. A picture that was uncovered never is. */
export function hasWork(root) {
  const fields = [...root.querySelectorAll('input:not([data-uncover]), select, textarea')];
  return (root.matches?.('input, select, textarea') && isTouched(root)) || fields.some(isTouched);
}

/** A form that was sent is not sent twice. Its buttons stay focusable, so that the focus is where it was. */
export function setBusy(form, busy) {
  form.setAttribute('aria-busy', String(busy));
  form.querySelectorAll('button').forEach((button) => button.setAttribute('aria-disabled', String(busy)));
}

/** After an act the page is a new one: its focus is where the next act is, or on what was said of this one. */
export function showDone() {
  if (document.activeElement === document.body) {
    (document.querySelector('[autofocus]') ?? document.getElementById('done'))?.focus();
  }
}

/** Fields that belong to one choice only. */
function showDependents(form) {
  form?.querySelectorAll('[data-for]').forEach((part) => {
    const [field, values] = part.dataset.for.split('=');
    const relevant = values.split(',').includes(new FormData(form).get(field));
    part.hidden = !relevant;
    part.querySelectorAll('input, select, textarea').forEach((input) => { input.disabled = !relevant; });
  });
}

export function startForms() {
  const { body } = document;
  body.addEventListener('submit', (event) => {
    if (event.target.getAttribute('aria-busy') === 'true') {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }, { capture: true });
  body.addEventListener('change', (event) => showDependents(event.target.form));
  body.addEventListener('htmx:load', () => body.querySelectorAll('form').forEach(showDependents));
  body.querySelectorAll('form').forEach(showDependents);
}
