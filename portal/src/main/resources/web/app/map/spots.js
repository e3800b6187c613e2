import L from 'leaflet';

/** Under units and incidents, above the ground. */
const PANE = 'spots';
const DEPTH = 350;

function style(change) {
  const colour = getComputedStyle(document.documentElement).getPropertyValue('--bad').trim();
  const isGone = change === 'WENT';
  return {
    color: colour, weight: change === 'CAME' ? 4 : 2, dashArray: isGone ? '4 6' : undefined, fillColor: colour,
    fillOpacity: isGone ? 0 : 0.25, interactive: false, pane: PANE,
  };
}

/** Where approved plans send units: a ring, broken where the place is secured by hand. */
function ring({ secured }) {
  const colour = getComputedStyle(document.documentElement).getPropertyValue('--ink').trim();
  return { radius: 11, color: colour, weight: 2, dashArray: secured === undefined ? undefined : '4 3', fillOpacity: 0, interactive: false, pane: PANE };
}

const tooltip = (className) => ({ permanent: true, direction: 'center', className });

/** Black spots and visits as the list beside the map has them. What is new and what is gone shows in line and sign, not in colour. */
export function addSpots(map) {
  map.createPane(PANE).style.zIndex = DEPTH;
  const renderer = L.canvas({ pane: PANE });
  const cells = L.layerGroup().addTo(map);
  function draw() {
    cells.clearLayers();
    document.querySelectorAll('#spot-layer [data-outline]').forEach(({ dataset }) => {
      const corners = dataset.outline.split(' ').map((corner) => corner.split(',').map(Number));
      L.polygon(corners, { renderer, ...style(dataset.change) })
        .bindTooltip(dataset.mark, tooltip('map-spot'))
        .addTo(cells);
    });
    document.querySelectorAll('#spot-layer [data-stop]').forEach(({ dataset }) => {
      L.circleMarker(dataset.stop.split(',').map(Number), { renderer, ...ring(dataset) })
        .bindTooltip(dataset.mark, { ...tooltip('map-spot map-stop'), offset: [0, -18] })
        .addTo(cells);
    });
  }
  document.body.addEventListener('desk:spots', draw);
  draw();
}
