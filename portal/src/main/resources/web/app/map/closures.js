import L from 'leaflet';

/** How often it is looked what is closed where no stream tells, and what has ended by its time, in milliseconds. */
const PACE = 30_000;
const DIGITS = 5;

function style() {
  const colour = getComputedStyle(document.documentElement).getPropertyValue('--bad').trim();
  return { color: colour, weight: 5, opacity: 0.85, dashArray: '2 8', fillColor: colour, fillOpacity: 0.12, interactive: false };
}

/** Closed roads, as their own page lists them. */
export function addClosures(map, address) {
  const closed = L.geoJSON(null, { renderer: L.canvas(), style }).addTo(map);
  async function refresh() {
    if (document.hidden) {
      return;
    }
    const answer = await fetch(address);
    if (answer.ok) {
      const closures = await answer.json();
      closed.clearLayers();
      closures.forEach(({ geometry }) => closed.addData(geometry));
    }
  }
  setInterval(refresh, PACE);
  document.body.addEventListener('desk:closures', refresh);
  return refresh();
}

/** A line across a road, or around an area, that is drawn click by click. The form takes it over: there it can be typed as well. */
export class ClosureDrawing {
  #map;
  #form;
  #line = null;

  constructor(map, form) {
    this.#map = map;
    this.#form = form;
  }

  isDrawing() {
    return this.#line !== null;
  }

  /** Whether what is drawn has an inside. */
  isArea() {
    return this.isDrawing() && this.#line.getLatLngs().length > 2;
  }

  begin() {
    this.#line = L.polyline([], { ...style(), renderer: L.canvas() }).addTo(this.#map);
  }

  add(place) {
    this.#line.addLatLng(place);
  }

  cancel() {
    this.#line?.remove();
    this.#line = null;
  }

  /**
   * With fewer than two places there is no line, and nothing happens.
   *
   * @param isArea whether what is inside is closed, the last place joined to the first
   */
  finish(isArea) {
    const places = this.#line.getLatLngs();
    this.cancel();
    if (places.length > 1) {
      const lines = places.map(({ lat, lng }) => `${lat.toFixed(DIGITS)}, ${lng.toFixed(DIGITS)}`).join('\n');
      const drawn = new URLSearchParams({ coordinates: lines, ...(isArea && { area: 'true' }) });
      window.location.assign(`${this.#form}?${drawn}`);
    }
  }
}
