import htmx from 'htmx.org';
import { Idiomorph } from './idiomorph/idiomorph.esm.js';
import { hasWork, isTouched } from './forms.js';

/** What only the browser knows of an element, or a script: no page that comes later says it. */
function isOurs(name, element) {
  switch (name) {
    case 'open': return element.matches('details');
    case 'value': return element.matches('[name=key]') || isHeld(element);
    case 'checked': return isGroupTouched(element);
    case 'selected': return isTouched(element.closest('select'));
    case 'hidden': return element.matches('[data-for], [data-step], [data-once]');
    case 'disabled': return element.closest('[data-for]') !== null;
    case 'tabindex': return element === document.activeElement;
    default: return ['style', 'aria-busy', 'aria-disabled', 'data-chosen'].includes(name);
  }
}

function isHeld(field) {
  return field.matches('input, textarea') && (field === document.activeElement || isTouched(field));
}

function isGroupTouched(field) {
  return field.type === 'radio' && field.form
    ? [...field.form.elements].some((each) => each.name === field.name && isTouched(each))
    : isTouched(field);
}

/** What is open to the viewer, or was said to them, is not taken back; nor is what comes as a mark that it stays. */
function mayMorph(element, next) {
  return !element.matches?.('[data-kept], .form-problem') && !next.matches?.('[data-kept]');
}

/** What no longer belongs here goes, but for what somebody typed or chose in it. */
function mayRemove(element) {
  const isKept = element.nodeType === Node.ELEMENT_NODE && hasWork(element);
  if (isKept) {
    element.classList.add('is-gone');
  }
  return !isKept;
}

/** The nearest thing after it, or before it, that can be focused, for when the focused one is gone. */
function successors(focused, target) {
  const all = [...target.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')];
  const at = all.indexOf(focused);
  return [...all.slice(at + 1), ...all.slice(0, at).reverse()].filter((each) => !focused.contains(each));
}

function focus(element, options) {
  if (element.tabIndex < 0) {
    element.tabIndex = -1;
  }
  element.focus(options);
}

/** Changes what is different and nothing else: focus, selection, scroll, what is open and what was typed stay. */
function morph(target, fragment) {
  if (fragment.children.length !== 1) {
    target.classList.add('is-stale');
    return [];
  }
  const focused = document.activeElement;
  const isInside = target.contains(focused);
  const next = isInside ? successors(focused, target) : [];
  const asking = [...target.querySelectorAll('[hx-trigger]')];
  Idiomorph.morph(target, fragment.children, {
    restoreFocus: false,
    callbacks: {
      beforeNodeMorphed: mayMorph,
      beforeNodeRemoved: mayRemove,
      beforeAttributeUpdated: (name, element) => !isOurs(name, element),
    },
  });
  if (isInside && document.activeElement !== focused) {
    focus(focused.isConnected ? focused : next.find((each) => each.isConnected) ?? target, { preventScroll: true });
  }
  // Within the target, htmx looks only at what still has its attributes: what lost them would poll once more, without them.
  return [target, ...asking.filter((each) => each.isConnected && !each.hasAttribute('hx-trigger'))];
}

export function startRefreshes() {
  htmx.defineExtension('refresh', {
    isInlineSwap: (style) => style === 'morph',
    handleSwap: (style, target, fragment) => style === 'morph' && morph(target, fragment),
  });
  // What replaces the part of the page that had the focus gets it.
  let lost = null;
  document.body.addEventListener('htmx:beforeSwap', ({ detail }) => {
    lost = detail.shouldSwap && detail.target.contains(document.activeElement) ? detail.target : null;
  });
  document.body.addEventListener('htmx:afterSwap', () => {
    if (lost && document.activeElement === document.body) {
      const place = document.getElementById(lost.id) ?? lost;
      focus(place.querySelector('[aria-invalid=true]') ?? place);
    }
    lost = null;
  });
}
