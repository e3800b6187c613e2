import L from 'leaflet';

/** Under units and incidents, above the ground. */
const PANE = 'spots';
const DEPTH = 350;
/** Opacity of a cell: the same for all on the desk, growing with the density of incidents on the page of black spots. */
const PALE = 0.25;
const SHADE = 0.12;
/** Of a place that is visited, in CSS pixels. */
const RADIUS = 11;

const colourOf = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const placeOf = (text) => text.split(',').map(Number);
const cornersOf = ({ outline }) => outline.split(' ').map(placeOf);
const cells = () => [...document.querySelectorAll('[data-outline]')];
const stops = () => [...document.querySelectorAll('[data-stop]')];

function cellStyle({ change, shade }) {
  const colour = colourOf('--bad');
  const isGone = change === 'WENT';
  const opacity = shade === undefined ? PALE : SHADE * Number(shade);
  return {
    color: colour, weight: change === 'CAME' ? 4 : 2, dashArray: isGone ? '4 6' : undefined, fillColor: colour,
    fillOpacity: isGone ? 0 : opacity,
  };
}

/** Where approved plans send units: a ring, broken where the place is secured by hand. */
function ring({ secured, radius }) {
  return {
    radius: Number(radius ?? RADIUS), color: colourOf('--ink'), weight: 2,
    dashArray: secured === undefined ? undefined : '4 3', fillOpacity: 0,
  };
}

/** Above a ring that may surround a cell's number, inside one that surrounds none. */
const stopLabel = ({ radius }) => ({ className: 'map-spot map-stop', offset: radius === undefined ? [0, -18] : [0, 0] });

/** Every corner and place that the list has, for a map that shows them all. */
export const spotPlaces = () => [
  ...cells().flatMap(({ dataset }) => cornersOf(dataset)), ...stops().map(({ dataset }) => placeOf(dataset.stop)),
].map(([latitude, longitude]) => ({ latitude, longitude }));

/**
 * Black spots and visits as the list beside the map has them. What is new and what is gone shows in line and sign, not in colour.
 *
 * @param choose takes the element of the list whose cell or place was clicked; without it, clicks are the map's own
 * @returns what draws them anew, once the list has changed
 */
export function addSpots(map, choose) {
  map.createPane(PANE).style.zIndex = DEPTH;
  const renderer = choose ? L.svg({ pane: PANE }) : L.canvas({ pane: PANE });
  const common = { renderer, pane: PANE, interactive: Boolean(choose) };
  const drawn = L.layerGroup().addTo(map);
  function add(element, layer, label) {
    layer.bindTooltip(element.dataset.mark, { permanent: true, direction: 'center', ...label }).addTo(drawn);
    if (choose) {
      layer.on('click', () => choose(element));
    }
  }
  function draw() {
    drawn.clearLayers();
    cells().forEach((cell) => {
      add(cell, L.polygon(cornersOf(cell.dataset), { ...common, ...cellStyle(cell.dataset) }), { className: 'map-spot' });
    });
    stops().forEach((stop) => {
      add(stop, L.circleMarker(placeOf(stop.dataset.stop), { ...common, ...ring(stop.dataset) }), stopLabel(stop.dataset));
    });
  }
  draw();
  return draw;
}
