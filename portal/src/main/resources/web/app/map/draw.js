/** Older positions are drawn faint, in milliseconds. */
const STALE = 120_000;
/** In CSS pixels. */
const UNIT = 7;
const INCIDENT = 9;
/** Half of a stamp's side: a unit with its edge. */
const STAMP = UNIT + 3;

let stamps = {};

/** Colours and fonts of the page, which follow its light or dark scheme. */
export function palette() {
  const style = getComputedStyle(document.documentElement);
  const of = (name) => style.getPropertyValue(name).trim();
  return {
    severity: { 1: of('--ink-2'), 2: of('--info'), 3: of('--warn'), 4: of('--bad') },
    available: of('--good'),
    ink: of('--ink'),
    quiet: of('--ink-2'),
    surface: of('--surface'),
    accent: of('--accent'),
    font: `500 12px ${of('--sans')}`,
    mono: `600 11px ${of('--mono')}`,
  };
}

/** Minutes, or hours and minutes: the same digits in all three languages. */
function elapsed(milliseconds) {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  return minutes < 60 ? `${minutes}′` : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Text in its own direction, Arabic shaped by the browser, with a halo that keeps it legible on any ground. */
export function label(context, { surface }, text, x, y, { font, colour, align = 'center' }) {
  context.font = font;
  context.textAlign = align;
  context.direction = /[\u0590-\u08ff]/.test(text) ? 'rtl' : 'ltr';
  context.lineJoin = 'round';
  context.lineWidth = 3.5;
  context.strokeStyle = surface;
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}

/** As near to its place as it can stand without being cut at the left or the right. */
export function labelWithin({ left, right }, context, colours, text, x, y, look) {
  context.font = look.font;
  const half = context.measureText(text).width / 2;
  label(context, colours, text, Math.max(left + half, Math.min(x, right - half)), y, look);
}

/** From each unit that is on an incident to the incident. */
export function drawLines(context, colours, incident, units) {
  context.strokeStyle = colours.accent;
  context.lineWidth = 2;
  context.setLineDash([6, 4]);
  units.filter(({ callSign }) => incident.units.includes(callSign)).forEach(({ x, y }) => {
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(incident.x, incident.y);
    context.stroke();
  });
  context.setLineDash([]);
}

/** An arrow where it goes, a diamond where it stands. */
function outline(context, isGoing) {
  context.beginPath();
  if (!isGoing) {
    context.moveTo(0, -UNIT);
    context.lineTo(UNIT, 0);
    context.lineTo(0, UNIT);
    context.lineTo(-UNIT, 0);
  } else {
    context.moveTo(0, -UNIT - 2);
    context.lineTo(UNIT - 1, UNIT);
    context.lineTo(0, UNIT - 3);
    context.lineTo(1 - UNIT, UNIT);
  }
  context.closePath();
}

/** A picture of a unit, made once: a thousand paths in each frame would be too many. */
function stamped(fill, edge, isGoing, ratio) {
  const canvas = document.createElement('canvas');
  canvas.width = 2 * STAMP * ratio;
  canvas.height = canvas.width;
  const context = canvas.getContext('2d');
  context.scale(ratio, ratio);
  context.translate(STAMP, STAMP);
  outline(context, isGoing);
  context.fillStyle = fill;
  context.fill();
  context.lineWidth = 1.5;
  context.strokeStyle = edge;
  context.stroke();
  return canvas;
}

/** Standing and going, free and busy, in the colours of the page. */
function stampsOf({ available, quiet, surface }, ratio) {
  const name = [available, quiet, surface, ratio].join();
  if (stamps.name !== name) {
    const both = (fill) => ({ standing: stamped(fill, surface, false, ratio), going: stamped(fill, surface, true, ratio) });
    stamps = { name, free: both(available), busy: both(quiet) };
  }
  return stamps;
}

/** Those on the canvas, in CSS pixels; each where it goes, or upright where it stands. */
export function drawUnits(context, colours, units, now, { ratio, width, height, isNamed }) {
  const { free, busy } = stampsOf(colours, ratio);
  const seen = units.filter(({ x, y }) => x > -STAMP && y > -STAMP && x < width + STAMP && y < height + STAMP);
  seen.forEach(({ x, y, heading, status, at }) => {
    const { standing, going } = status === 'AVAILABLE' ? free : busy;
    const [cos, sin] = heading === null ? [ratio, 0] : [ratio * Math.cos(heading), ratio * Math.sin(heading)];
    context.globalAlpha = now - at > STALE ? 0.45 : 1;
    context.setTransform(cos, sin, -sin, cos, ratio * x, ratio * y);
    context.drawImage(heading === null ? standing : going, -STAMP, -STAMP, 2 * STAMP, 2 * STAMP);
  });
  context.globalAlpha = 1;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  if (isNamed) {
    seen.forEach(({ x, y, at, callSign }) => {
      const age = now - at;
      const text = age > STALE ? `${callSign} · ${elapsed(age)}` : callSign;
      label(context, colours, text, x, y + UNIT + 12, { font: colours.mono, colour: colours.ink });
    });
  }
}

/** A full disc waits, a ring has a unit; the clock stands above it. */
export function drawIncident(context, colours, { x, y, severity, isAttended, isChosen, openedAt }, now) {
  const colour = colours.severity[severity];
  context.beginPath();
  context.arc(x, y, INCIDENT, 0, 2 * Math.PI);
  context.fillStyle = isAttended ? colours.surface : colour;
  context.fill();
  context.lineWidth = isAttended ? 4 : 2;
  context.strokeStyle = isAttended ? colour : colours.surface;
  context.stroke();
  if (isChosen) {
    context.beginPath();
    context.arc(x, y, INCIDENT + 5, 0, 2 * Math.PI);
    context.lineWidth = 2;
    context.strokeStyle = colours.accent;
    context.stroke();
  }
  label(context, colours, elapsed(now - openedAt), x, y - INCIDENT - 7, { font: colours.mono, colour });
}
