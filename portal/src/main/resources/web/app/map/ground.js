import L from 'leaflet';
import { buttonsOf } from './buttons.js';
import { labelWithin, palette } from './draw.js';

/** How near to each other names may stand, in CSS pixels. */
const ROOM = { x: 70, y: 26 };

async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) {
    throw new Error(`${address}: ${answer.status}`);
  }
  return answer.json();
}

/** The points of a ring, which comes as steps from the point before, in thousandths of a degree. */
function pointsOf(steps) {
  const points = [];
  for (let at = 0, latitude = 0, longitude = 0; at < steps.length; at += 2) {
    latitude += steps[at];
    longitude += steps[at + 1];
    points.push([latitude / 1000, longitude / 1000]);
  }
  return points;
}

/** Names of places, the largest first, as many as there is room for. */
const PlacesLayer = L.Layer.extend({
  initialize(places) {
    this.places = places;
  },

  onAdd(map) {
    this.canvas = L.DomUtil.create('canvas', 'map-places', map.getPane('tilePane'));
    map.on('move zoom viewreset resize', this.draw, this);
    this.draw();
  },

  onRemove(map) {
    map.off('move zoom viewreset resize', this.draw, this);
    this.canvas.remove();
  },

  draw() {
    const { x: width, y: height } = this._map.getSize();
    const ratio = window.devicePixelRatio;
    L.DomUtil.setPosition(this.canvas, this._map.containerPointToLayerPoint([0, 0]));
    Object.assign(this.canvas, { width: width * ratio, height: height * ratio });
    Object.assign(this.canvas.style, { width: `${width}px`, height: `${height}px` });
    const context = this.canvas.getContext('2d');
    context.scale(ratio, ratio);
    const colours = palette();
    const buttons = buttonsOf(this._map);
    const taken = [];
    this.places.forEach(({ name, latitude, longitude }) => {
      const { x, y } = this._map.latLngToContainerPoint([latitude, longitude]);
      const isSeen = x > 0 && y > 0 && x < width && y < height;
      if (isSeen && !taken.some((other) => Math.abs(other.x - x) < ROOM.x && Math.abs(other.y - y) < ROOM.y)) {
        taken.push({ x, y });
        context.fillStyle = colours.quiet;
        context.fillRect(x - 1.5, y - 1.5, 3, 3);
        const right = y < buttons.bottom && x < buttons.left ? buttons.left : width;
        labelWithin({ left: 0, right }, context, colours, name, x, y - 6, { font: colours.font, colour: colours.quiet });
      }
    });
  },
});

/** What there is without a map file: land, water and the names of cities. No boundaries, which are disputed. */
export async function addGround(map, { coast, places }) {
  const [{ rings }, names] = await Promise.all([fetched(coast), fetched(places)]);
  L.polygon(rings.map((ring) => [pointsOf(ring)]), {
    renderer: L.canvas({ pane: 'tilePane', padding: 0.5 }), className: 'map-land', interactive: false, stroke: true,
    weight: 1, color: palette().quiet, fillColor: getComputedStyle(document.documentElement).getPropertyValue('--surface'),
    fillOpacity: 1,
  }).addTo(map);
  new PlacesLayer(names).addTo(map);
}
