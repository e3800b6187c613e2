// Cuts the coast of the operator's region out of Natural Earth and writes what the portal's map shows without a map file:
//
//   npm install --no-save world-atlas@2.0.2 topojson-client@3.1.0
//   node build.mjs <west> <south> <east> <north> > ../src/main/resources/META-INF/resources/static/coast.json
//
// The file in the source tree is of -19 20 0 37. It has land and water only: boundaries are disputed, here as elsewhere.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature } from 'topojson-client';

/** Degrees: what the eye cannot tell apart where coast is all there is. */
const TOLERANCE = 0.0015;
/** Of a degree: a hundred metres. */
const PARTS = 1000;

const [west, south, east, north] = process.argv.slice(2).map(Number);
const atlas = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('world-atlas/land-10m.json')));
const land = feature(atlas, atlas.objects.land).features.flatMap(({ geometry }) => geometry.coordinates);

/** What of a ring lies on one side of a line (Sutherland and Hodgman, 1974). */
function cut(ring, isInside, crossing) {
  return ring.flatMap((point, index) => {
    const before = ring[(index + ring.length - 1) % ring.length];
    const passes = isInside(before) !== isInside(point) ? [crossing(before, point)] : [];
    return isInside(point) ? [...passes, point] : passes;
  });
}

function clip(ring) {
  const at = (axis, value) => (a, b) => {
    const share = (value - a[axis]) / (b[axis] - a[axis]);
    return [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
  };
  return [[0, west, 1], [0, east, -1], [1, south, 1], [1, north, -1]].reduce(
    (rest, [axis, value, sign]) => cut(rest, (point) => sign * (point[axis] - value) >= 0, at(axis, value)), ring.slice(0, -1));
}

/** Without what is nearer to the line between its neighbours than the tolerance (Douglas and Peucker, 1973). */
function simplify(line) {
  if (line.length < 3) {
    return line;
  }
  const [[ax, ay], [bx, by]] = [line[0], line.at(-1)];
  const length = Math.hypot(bx - ax, by - ay) || 1e-9;
  const distances = line.map(([x, y]) => Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length);
  const farthest = distances.indexOf(Math.max(...distances));
  return distances[farthest] > TOLERANCE
    ? [...simplify(line.slice(0, farthest + 1)).slice(0, -1), ...simplify(line.slice(farthest))]
    : [line[0], line.at(-1)];
}

function shorten(ring) {
  const half = Math.floor(ring.length / 2);
  return [...simplify(ring.slice(0, half + 1)).slice(0, -1), ...simplify([...ring.slice(half), ring[0]])];
}

/** Steps from the point before, in whole parts of a degree; the first from 0, 0. */
function steps(ring) {
  const points = ring.map(([longitude, latitude]) => [latitude, longitude].map((value) => Math.round(value * PARTS)));
  return points.flatMap((point, index) => point.map((value, axis) => value - (points[index - 1]?.[axis] ?? 0)));
}

const rings = land.flat().map(clip).filter((ring) => ring.length > 2).map(shorten).filter((ring) => ring.length > 3).map(steps);
console.log(JSON.stringify({ source: 'Natural Earth, public domain', rings }));
