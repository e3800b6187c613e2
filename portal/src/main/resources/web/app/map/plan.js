import { addMapGround, framed, showAll } from './frame.js';
import { PlaceChoice } from './place.js';
import { addSpots, spotPlaces } from './spots.js';

/** A click on a cell or a place leads to its line in the list; once a place is being chosen, it chooses. */
export async function startPlan(view) {
  const map = framed(view);
  const place = new PlaceChoice(view);
  const whole = () => showAll(map, spotPlaces());
  map.on('desk:whole', whole);
  map.on('desk:secure', () => place.turn(!place.isChoosing()));
  map.on('keydown', ({ originalEvent }) => originalEvent.key === 'Escape' && place.isChoosing() && place.turn(false));
  map.on('click', ({ latlng }) => place.isChoosing() && place.choose(latlng));
  const draw = addSpots(map, (link) => place.isChoosing() || window.location.assign(link.getAttribute('href')));
  document.body.addEventListener('htmx:afterSettle', draw);
  whole();
  await addMapGround(map, view);
}
