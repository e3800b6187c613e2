import L from 'leaflet';
import { palette } from './draw.js';
import { addMapGround, framed, showAll } from './frame.js';

function points() {
  return [...document.querySelectorAll('#points [data-latitude]')].map(({ dataset }) => ({
    latitude: Number(dataset.latitude), longitude: Number(dataset.longitude),
  }));
}

/** An end of the track, with its name beside it. */
function mark(map, [latitude, longitude], words, colour) {
  L.circleMarker([latitude, longitude], { radius: 6, color: colour, fillOpacity: 1, interactive: false })
    .bindTooltip(words, { permanent: true, direction: 'top' })
    .addTo(map);
}

/** Where a unit has been, as the list below has it. */
export async function startTrack(view) {
  const map = framed(view);
  const track = points();
  const line = track.map(({ latitude, longitude }) => [latitude, longitude]);
  const { accent, ink } = palette();
  const renderer = L.canvas();
  L.polyline(line, { renderer, color: accent, weight: 4, interactive: false }).addTo(map);
  mark(map, line[0], view.dataset.begins, ink);
  mark(map, line.at(-1), view.dataset.ends, ink);
  map.on('desk:whole', () => showAll(map, track));
  showAll(map, track);
  await addMapGround(map, view);
}
