import { addClosures, ClosureDrawing } from './closures.js';
import { Fleet } from './fleet.js';
import { addMapGround, framed, showAll } from './frame.js';
import { OperationsLayer } from './layer.js';
import { incidents, units } from './operations.js';
import { PlaceChoice } from './place.js';
import { addSpots } from './spots.js';
import { serverNow } from '../server-time.js';

/** How often clocks and ages are drawn anew, in milliseconds. */
const AGEING = 10_000;

/** The button says what it does next; a second one ends an area, once there is one. */
function showDrawing(view, isDrawing, isArea) {
  const made = view.querySelector('.map-close-road');
  const words = isDrawing ? view.dataset.closeRoadDone : view.dataset.closeRoad;
  made.setAttribute('aria-pressed', String(isDrawing));
  made.setAttribute('aria-label', words);
  made.title = words;
  view.querySelector('.map-close-area').hidden = !isArea;
  view.classList.toggle('is-drawing', isDrawing);
}

/** A click chooses an incident, marks a place of a closed road, or the place that a patrol is to secure. */
function takeClicks(map, view, layer) {
  const drawing = new ClosureDrawing(map, view.dataset.closureForm);
  const place = new PlaceChoice(view);
  const tell = () => showDrawing(view, drawing.isDrawing(), drawing.isArea());
  map.on('desk:secure', () => {
    drawing.cancel();
    tell();
    place.turn(!place.isChoosing());
  });
  map.on('desk:close-road', () => {
    place.turn(false);
    if (drawing.isDrawing()) {
      drawing.finish(false);
    } else {
      drawing.begin();
    }
    tell();
  });
  map.on('desk:close-area', () => {
    drawing.finish(true);
    tell();
  });
  map.on('keydown', ({ originalEvent }) => {
    if (originalEvent.key === 'Escape') {
      drawing.cancel();
      tell();
      place.turn(false);
    }
  });
  map.on('click', ({ containerPoint, latlng }) => {
    if (place.isChoosing()) {
      place.choose(latlng);
    } else if (drawing.isDrawing()) {
      drawing.add(latlng);
      tell();
    } else {
      layer.hit(containerPoint)?.link?.click();
    }
  });
  map.on('mousemove', ({ containerPoint }) => {
    const found = layer.hit(containerPoint);
    view.title = found?.callSign ?? found?.name ?? '';
    view.classList.toggle('is-over', Boolean(found?.link));
  });
}

export async function startMap(view) {
  const map = framed(view);
  const fleet = new Fleet();
  fleet.replace(units());
  let current = incidents();
  const layer = new OperationsLayer(fleet, () => current, serverNow).addTo(map);
  const whole = () => showAll(map, [...current, ...fleet.at(performance.now())]);
  map.on('desk:whole', whole);
  takeClicks(map, view, layer);
  document.body.addEventListener('htmx:afterSettle', ({ target }) => {
    if (target.querySelector('#units')) {
      fleet.replace(units());
    }
    current = incidents();
    layer.redraw();
  });
  document.body.addEventListener('desk:positions', ({ detail }) => {
    fleet.move(detail);
    layer.redraw();
  });
  setInterval(() => layer.redraw(), AGEING);
  whole();
  document.body.addEventListener('desk:spots', addSpots(map));
  addClosures(map, view.dataset.closures);
  await addMapGround(map, view);
}
