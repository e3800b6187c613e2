import { position } from './stepper.js';

/** A still is asked for once the hand rests. */
const REST = 250;

const waiting = new WeakMap();

function show(pair, second) {
  const { from, to, otherFrom, otherTo } = Object.fromEntries(
    Object.entries(pair.dataset).map(([name, value]) => [name, Number(value)]),
  );
  const share = to > from ? (second - from) / (to - from) : 0;
  showSide(pair.querySelector('[data-side=this]'), second);
  showSide(pair.querySelector('[data-side=other]'), otherFrom + share * (otherTo - otherFrom));
}

function showSide(side, second) {
  const still = side.querySelector('img');
  still.src = `${still.dataset.still}&at=${second.toFixed(3)}`;
  side.querySelector('[data-at]').textContent = position(second, 1);
}

/** Both stills of a piece follow its slider. */
export function startPairs() {
  document.body.addEventListener('input', (event) => {
    if (event.target.matches('[data-pair-second]')) {
      const pair = event.target.closest('[data-pair]');
      clearTimeout(waiting.get(pair));
      waiting.set(pair, setTimeout(() => show(pair, Number(event.target.value)), REST));
    }
  });
}
