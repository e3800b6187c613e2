import htmx from 'htmx.org';

/** Whether this browser shows black spots on the map. */
const SHOWN = 'balagh-black-spots';

function isChosen() {
  try {
    return localStorage.getItem(SHOWN) !== null;
  } catch {
    return false; // a browser that keeps nothing
  }
}

function keep(isShown) {
  try {
    if (isShown) {
      localStorage.setItem(SHOWN, 'true');
    } else {
      localStorage.removeItem(SHOWN);
    }
  } catch {
    // as above
  }
}

/** What is chosen here is no work that a page would have to keep. */
function settle(root) {
  root.querySelectorAll('input[type=range]').forEach((field) => {
    field.defaultValue = field.value;
  });
  root.querySelectorAll('option').forEach((option) => {
    option.defaultSelected = option.selected;
  });
}

/** Says the hour while it is being chosen; the answer comes later. */
function sayHour({ target }) {
  const said = target.closest?.('.spot-slider')?.querySelector('output');
  if (said) {
    said.value = `${target.value.padStart(2, '0')}:00`;
  }
}

/** The list of black spots comes and goes; the map draws what the list has. */
export function startSpots() {
  document.body.addEventListener('input', sayHour);
  const choice = document.querySelector('[data-spots]');
  if (!choice) {
    return;
  }
  const place = choice.closest('.map-layer');
  const list = document.getElementById('spot-layer');
  const told = () => document.body.dispatchEvent(new CustomEvent('desk:spots'));
  function show() {
    choice.defaultChecked = choice.checked;
    if (choice.checked) {
      htmx.ajax('GET', choice.dataset.spots, { source: list, target: list, swap: 'morph' }).catch(() => undefined);
    } else {
      list.replaceChildren();
      told();
    }
  }
  place.addEventListener('htmx:afterSettle', () => {
    settle(list);
    told();
  });
  choice.addEventListener('change', () => {
    keep(choice.checked);
    show();
  });
  choice.checked = isChosen();
  if (choice.checked) {
    show();
  }
}
