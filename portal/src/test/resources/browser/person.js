/* What a test does in a page: refreshes it at once rather than after seconds, types, and looks at what is left of it. */
(() => {
  const polls = new Map();
  const later = window.setTimeout.bind(window);
  const forget = window.clearTimeout.bind(window);
  let last = 1_000_000;
  window.setTimeout = (act, delay, ...more) => {
    if (!(delay >= 1000)) {
      return later(act, delay, ...more);
    }
    polls.set(++last, act);
    return last;
  };
  window.clearTimeout = (id) => polls.delete(id) || forget(id);

  const isVisible = (element) => element.getClientRects().length > 0;
  const fieldsOf = (root) => [...root.querySelectorAll('input:not([type=hidden], [type=file]), textarea, select')];
  const written = (fields) => fields.map((field) => `${field.name}=${field.value}/${field.checked}`).join('&');
  /** What is sent of it, but for hidden fields: what has no name is a tool of the page, which sets it by itself. */
  const valuesOf = (root) => written(fieldsOf(root).filter((field) => field.name && !field.disabled));
  const hasText = (field) => field.matches?.('textarea, input:is([type=text], [type=search], [type=url], :not([type]))');

  const TEXTS = { jurisdiction: 'MA-CAS', dossier: '01985a00-0000-7000-8000-00000000d051', target: '1:00', unit: '1:00', automatic: '1:30', supervisor: '2:00', commander: '3:00' };

  function valueFor(field) {
    if (field.type === 'datetime-local') {
      return '2026-11-24T18:30';
    }
    if (field.type === 'number') {
      return String(Number(field.min) + 1);
    }
    if (field.inputMode === 'decimal') {
      return '33.5';
    }
    if (field.type === 'url' || field.inputMode === 'url' || field.name === 'mediaUrls') {
      return 'https://example.org/a.mp4';
    }
    return TEXTS[field.name] ?? 'Une raison assez longue'.slice(0, field.maxLength < 0 ? 99 : field.maxLength);
  }

  function type(field) {
    if (field.disabled || field.readOnly) {
      return;
    }
    if (field.type === 'checkbox' || field.type === 'radio') {
      field.checked = true;
    } else if (field.matches('select')) {
      field.selectedIndex = field.options.length - 1;
    } else {
      field.value = valueFor(field);
    }
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }

  function fill(root) {
    root.querySelectorAll('details').forEach((part) => { part.open = true; });
    root.querySelectorAll('input[type=file]').forEach((input) => {
      const chosen = new DataTransfer();
      chosen.items.add(new File(['moov'], 'film.mp4', { type: 'video/mp4' }));
      input.files = chosen.files;
    });
    fieldsOf(root).forEach(type);
  }

  /** Lets all that is due happen now. What has just come into the page begins to refresh a moment later. */
  async function refresh() {
    if (!await until(() => polls.size > 0, 100)) {
      throw new Error('nothing refreshes here');
    }
    return new Promise((done) => {
      const due = [...polls.values()];
      polls.clear();
      document.body.addEventListener('htmx:afterSettle', () => done(), { once: true });
      due.forEach((act) => act());
    });
  }

  /** Of the fields and details that were there before: more may come. */
  function state(fields, details) {
    const active = document.activeElement;
    const selection = document.getSelection();
    return {
      focus: active,
      range: hasText(active) ? `${active.selectionStart}-${active.selectionEnd}` : '',
      // Where, not what: a clock goes on in selected text.
      selected: selection.isCollapsed ? null : selection.anchorNode,
      values: written(fields),
      open: details.map((part) => part.open).join(),
      left: [...fields, ...details].filter((each) => !each.isConnected).map((each) => each.outerHTML).join(),
      scroll: window.scrollY,
    };
  }

  function focusOn(element, live) {
    element.focus({ preventScroll: true });
    if (hasText(element)) {
      element.setSelectionRange(3, 7);
    } else if (live.querySelector('td, dd, li')) {
      document.getSelection().selectAllChildren(live.querySelector('td, dd, li'));
    }
  }

  /** What has just been opened moves the page for a while. */
  async function scrolledTo(top) {
    let calm = 0;
    await until(() => {
      calm = window.scrollY === top ? calm + 1 : 0;
      window.scrollTo(0, top);
      return calm > 20;
    });
  }

  /** Types into everything, opens everything, and refreshes that often with the focus on one thing after the other. */
  async function live(times) {
    const parts = [...document.querySelectorAll('[data-live]')];
    const main = document.querySelector('main');
    fill(main);
    const fields = fieldsOf(main);
    const details = [...main.querySelectorAll('details')];
    const places = parts.flatMap((part) => [...part.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')])
      .filter((place) => isVisible(place) && !place.disabled);
    await scrolledTo(100);
    const faults = new Set();
    for (let time = 0; time < times; time++) {
      if (places.length > 0) {
        const place = places[time % places.length];
        focusOn(place, place.closest('[data-live]'));
      }
      const before = state(fields, details);
      const height = document.documentElement.scrollHeight;
      await refresh();
      const after = state(fields, details);
      // When news make a part above longer, the browser scrolls so that what is seen stays where it is.
      const isAsLong = document.documentElement.scrollHeight === height;
      Object.keys(before).filter((each) => before[each] !== after[each] && (isAsLong || each !== 'scroll')).forEach((each) => {
        faults.add(`${each}: ${describe(before[each])} became ${describe(after[each])}`);
      });
    }
    return [...faults];
  }

  const describe = (value) => (value instanceof Element ? value.outerHTML.slice(0, 120) : String(value));
  const formsOf = (selector) => [...document.querySelectorAll(`main form[method=post]${selector}`)];
  const isSettled = () => document.querySelector('.htmx-added, .htmx-settling, .htmx-swapping') === null;
  const noteOf = () => [...document.querySelectorAll('main .note[role=alert]')].find(isVisible);

  async function until(condition, times = 400) {
    for (let time = 0; time < times && !condition(); time++) {
      await new Promise((done) => later(done, 10));
    }
    return condition();
  }

  /** Fills and sends each form by each of its buttons, all of which is refused: what is wrong with that. */
  async function refused(selector) {
    const acts = [];
    for (let number = 0; number < formsOf(selector).length; number++) {
      const buttons = formsOf(selector)[number].querySelectorAll('button:not([type=button])').length;
      for (let button = 0; button < buttons; button++) {
        // What has just come into the page is not followed before it has settled: its form would leave the page.
        await until(isSettled);
        const form = formsOf(selector)[number];
        document.querySelectorAll('main .note[role=alert]').forEach((note) => note.remove());
        fill(form);
        const typed = valuesOf(form);
        form.querySelectorAll('button:not([type=button])')[button].click();
        const note = await until(noteOf);
        // Another form may have come before it meanwhile; it may itself have been replaced.
        const itself = () => (form.isConnected ? form : formsOf(selector)[number]);
        await until(() => itself()?.getAttribute('aria-busy') !== 'true' && isSettled());
        const left = itself();
        acts.push({
          action: form.getAttribute('action'),
          said: note?.textContent.trim() ?? '',
          kept: left !== undefined && valuesOf(left) === typed,
        });
      }
    }
    return acts;
  }

  window.person = { refresh, live, refused };
})();
