import L from 'leaflet';
import { buttonsOf } from './buttons.js';
import { addGround } from './ground.js';

/** Of a step by a button, in CSS pixels. */
const STEP = 120;
const CLOSEST = 16;
/** Where there is nothing to show yet: the middle of the built-in coast. */
const MIDDLE = [31.8, -7];
const FARTHEST = 5;
/** Around the middle of a place, in CSS pixels, what its mark takes. */
const MARK = 20;

function button(words, className, act, isHidden = false) {
  const made = L.DomUtil.create('button', className);
  made.hidden = isHidden;
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
    bar.append(...[
      button(dataset.zoomIn, 'map-zoom-in', () => map.zoomIn()),
      button(dataset.zoomOut, 'map-zoom-out', () => map.zoomOut()),
      button(dataset.north, 'map-north', () => map.panBy([0, -STEP])),
      button(dataset.south, 'map-south', () => map.panBy([0, STEP])),
      button(dataset.west, 'map-west', () => map.panBy([-STEP, 0])),
      button(dataset.east, 'map-east', () => map.panBy([STEP, 0])),
      button(dataset.whole, 'map-whole', () => map.fire('desk:whole')),
      dataset.closeRoad && button(dataset.closeRoad, 'map-close-road', () => map.fire('desk:close-road')),
      dataset.secure && button(dataset.secure, 'map-secure', () => map.fire('desk:secure')),
      dataset.closeArea && button(dataset.closeArea, 'map-close-area', () => map.fire('desk:close-area'), true),
    ].filter(Boolean));
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

/** An empty map with what moves it. The page shows it in place of what it has without scripts. */
export function framed(view) {
  // Before the map measures its room, which a hidden element has none of.
  document.documentElement.classList.add('has-map');
  const map = L.map(view, {
    attributionControl: false, zoomControl: false, zoomAnimation: false, fadeAnimation: false, maxZoom: CLOSEST, minZoom: 4,
  }).setView(MIDDLE, FARTHEST);
  new Controls().addTo(map);
  new Scale({ imperial: false, position: 'bottomright' }).addTo(map);
  return map;
}

/** Shows all of these places, none of them under the buttons; false where there are none. */
export function showAll(map, all) {
  const points = all.map(({ latitude, longitude }) => [latitude, longitude]);
  if (points.length > 0) {
    const bounds = L.latLngBounds(points).pad(0.15);
    map.fitBounds(bounds, { maxZoom: 14 });
    const { left, bottom } = buttonsOf(map);
    const isUnderThem = ({ x, y }) => x > left - MARK && y < bottom + MARK;
    if (points.some((point) => isUnderThem(map.latLngToContainerPoint(point)))) {
      map.fitBounds(bounds, { maxZoom: 14, paddingBottomRight: [map.getSize().x - left + MARK, 0] });
    }
  }
  return points.length > 0;
}

/** The operator's file, whose code comes only where there is one; or what is built in. */
export async function addMapGround(map, { dataset }) {
  if (dataset.tiles) {
    const { addArchive } = await import('./tiles.js');
    addArchive(map, dataset);
  } else {
    await addGround(map, dataset);
  }
}
