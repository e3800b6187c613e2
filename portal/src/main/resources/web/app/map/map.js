import L from 'leaflet';
import { addClosures, ClosureDrawing } from './closures.js';
import { Fleet } from './fleet.js';
import { addGround } from './ground.js';
import { OperationsLayer } from './layer.js';
import { incidents, units } from './operations.js';

/** Of a step by a button, in CSS pixels. */
const STEP = 120;
const CLOSEST = 16;
/** How often clocks and ages are drawn anew, in milliseconds. */
const AGEING = 10_000;
/** Where there is nothing to show yet: the middle of the built-in coast. */
const MIDDLE = [31.8, -7];
const FARTHEST = 5;

function button(words, className, act) {
  const made = L.DomUtil.create('button', className);
  made.type = 'button';
  made.title = words;
  made.setAttribute('aria-label', words);
  made.addEventListener('click', act);
  return made;
}

/** Whatever dragging, pinching and a wheel do, buttons do as well. */
const Controls = L.Control.extend({
  options: { position: 'topright' },

  onAdd(map) {
    const { dataset } = map.getContainer();
    const bar = L.DomUtil.create('div', 'map-controls');
    L.DomEvent.disableClickPropagation(bar);
    bar.append(
      button(dataset.zoomIn, 'map-zoom-in', () => map.zoomIn()),
      button(dataset.zoomOut, 'map-zoom-out', () => map.zoomOut()),
      button(dataset.north, 'map-north', () => map.panBy([0, -STEP])),
      button(dataset.south, 'map-south', () => map.panBy([0, STEP])),
      button(dataset.west, 'map-west', () => map.panBy([-STEP, 0])),
      button(dataset.east, 'map-east', () => map.panBy([STEP, 0])),
      button(dataset.whole, 'map-whole', () => map.fire('desk:whole')),
      button(dataset.closeRoad, 'map-close-road', () => map.fire('desk:close-road')),
    );
    return bar;
  },
});

/** With its unit in the language of the page; Leaflet knows one only. */
const Scale = L.Control.Scale.extend({
  _updateMetric(atMost) {
    const metres = this._getRoundNum(atMost);
    const words = new Intl.NumberFormat(`${document.documentElement.lang}-MA`, { style: 'unit', unit: 'kilometer' });
    this._updateScale(this._mScale, words.format(metres / 1000), metres / atMost);
  },
});

/** The button says what it does next. */
function showDrawing(view, isDrawing) {
  const made = view.querySelector('.map-close-road');
  const words = isDrawing ? view.dataset.closeRoadDone : view.dataset.closeRoad;
  made.setAttribute('aria-pressed', String(isDrawing));
  made.setAttribute('aria-label', words);
  made.title = words;
  view.classList.toggle('is-drawing', isDrawing);
}

function show(map, all) {
  const points = all.map(({ latitude, longitude }) => [latitude, longitude]);
  if (points.length > 0) {
    map.fitBounds(L.latLngBounds(points).pad(0.15), { maxZoom: 14 });
  }
  return points.length > 0;
}

/** The operator's file; its code comes only where there is one. */
async function addTiles(map, dataset) {
  const { addArchive } = await import('./tiles.js');
  addArchive(map, dataset);
}

function made(view) {
  const map = L.map(view, {
    attributionControl: false, zoomControl: false, zoomAnimation: false, fadeAnimation: false, maxZoom: CLOSEST, minZoom: 4,
  }).setView(MIDDLE, FARTHEST);
  new Controls().addTo(map);
  new Scale({ imperial: false, position: 'bottomright' }).addTo(map);
  return map;
}

/** A click chooses an incident, or marks a place of a closed road. */
function takeClicks(map, view, layer) {
  const drawing = new ClosureDrawing(map, view.dataset.closureForm);
  const tell = () => showDrawing(view, drawing.isDrawing());
  map.on('desk:close-road', () => {
    if (drawing.isDrawing()) {
      drawing.finish();
    } else {
      drawing.begin();
    }
    tell();
  });
  map.on('keydown', ({ originalEvent }) => {
    if (originalEvent.key === 'Escape') {
      drawing.cancel();
      tell();
    }
  });
  map.on('click', ({ containerPoint, latlng }) => {
    if (drawing.isDrawing()) {
      drawing.add(latlng);
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
  // Before the map measures its room, which a hidden element has none of.
  document.documentElement.classList.add('has-map');
  const map = made(view);
  const fleet = new Fleet();
  fleet.replace(units());
  let current = incidents();
  const layer = new OperationsLayer(fleet, () => current, () => Date.now()).addTo(map);
  const whole = () => show(map, [...current, ...fleet.at(performance.now())]);
  map.on('desk:whole', whole);
  takeClicks(map, view, layer);
  document.body.addEventListener('htmx:afterSettle', () => {
    fleet.replace(units());
    current = incidents();
    layer.redraw();
  });
  document.body.addEventListener('desk:positions', ({ detail }) => {
    fleet.move(detail);
    layer.redraw();
  });
  setInterval(() => layer.redraw(), AGEING);
  whole();
  addClosures(map, view.dataset.closures);
  await (view.dataset.tiles ? addTiles(map, view.dataset) : addGround(map, view.dataset));
}
