/** How long a unit takes on the screen from one sighting to the next, in milliseconds: they come once a second. */
const GLIDE = 1000;
/** A unit that moved less, in degrees, is taken to stand: its heading would be noise. */
const STANDS = 0.00005;
const RADIAN = Math.PI / 180;

/** As the unit says it, in radians; nothing where it does not. */
const headingOf = ({ said }) => (said === undefined || said === null ? null : Number(said) * RADIAN);

const isStill = window.matchMedia('(prefers-reduced-motion: reduce)');

/** Units between their sightings, with headings. */
export class Fleet {
  #units = new Map();

  /** Takes what the list says; a sighting that the stream told and that is newer stays. */
  replace(units) {
    const listed = new Set(units.map(({ id }) => id));
    [...this.#units.keys()].filter((id) => !listed.has(id)).forEach((id) => this.#units.delete(id));
    units.forEach((unit) => this.#see(unit));
  }

  /** @param sightings of units that the list may have or not */
  move(sightings) {
    sightings.forEach(({ unitId, latitude, longitude, heading, at }) => {
      const known = this.#units.get(`patrol-${unitId}`);
      if (known) {
        this.#see({ ...known.unit, latitude, longitude, said: heading, at: Date.parse(at) });
      }
    });
  }

  #see(unit) {
    const known = this.#units.get(unit.id);
    if (!known) {
      this.#units.set(unit.id, { unit, from: unit, heading: headingOf(unit), since: 0 });
    } else if (unit.at > known.unit.at) {
      const from = this.#between(known, performance.now());
      const [north, east] = [unit.latitude - known.unit.latitude, unit.longitude - known.unit.longitude];
      const moved = Math.hypot(north, east) > STANDS;
      const course = moved ? Math.atan2(east * Math.cos(unit.latitude * RADIAN), north) : known.heading;
      this.#units.set(unit.id, { unit, from, since: performance.now(), heading: headingOf(unit) ?? course });
    } else {
      known.unit = { ...unit, latitude: known.unit.latitude, longitude: known.unit.longitude, at: known.unit.at };
    }
  }

  #between({ unit, from, since }, now) {
    const share = isStill.matches ? 1 : Math.min((now - since) / GLIDE, 1);
    return {
      latitude: from.latitude + share * (unit.latitude - from.latitude),
      longitude: from.longitude + share * (unit.longitude - from.longitude),
    };
  }

  /** Whether any unit is under way on the screen. */
  isMoving(now) {
    return !isStill.matches && [...this.#units.values()].some(({ since }) => since > 0 && now - since < GLIDE);
  }

  at(now) {
    return [...this.#units.values()].map((known) => ({ ...known.unit, ...this.#between(known, now), heading: known.heading }));
  }
}
