import L from 'leaflet';
import { drawIncident, drawLines, drawUnits, palette } from './draw.js';

/** In CSS pixels around a point: room for a finger. */
const REACH = 14;
/** From that zoom on, or with few units, each has its call sign beside it. */
const NAMED_FROM = 12;
const FEW = 30;

/** Everything that moves, on one canvas: a thousand units are a thousand small paths, not a thousand elements. */
export const OperationsLayer = L.Layer.extend({
  initialize(fleet, incidentsOf, now) {
    this.fleet = fleet;
    this.incidentsOf = incidentsOf;
    this.now = now;
    this.frame = 0;
    this.drawn = [];
  },

  onAdd(map) {
    this.canvas = L.DomUtil.create('canvas', 'map-operations', map.getPane('overlayPane'));
    map.on('move zoom viewreset resize', this.redraw, this);
    this.redraw();
  },

  onRemove(map) {
    map.off('move zoom viewreset resize', this.redraw, this);
    cancelAnimationFrame(this.frame);
    this.canvas.remove();
  },

  /** Draws with the next frame, and goes on while something moves. */
  redraw() {
    if (!this.frame && this._map) {
      this.frame = requestAnimationFrame((time) => {
        this.frame = 0;
        this.draw(time);
        if (this.fleet.isMoving(time)) {
          this.redraw();
        }
      });
    }
  },

  /** The incident or unit at a point of the map's container, with room for a finger. */
  hit(point) {
    const near = this.drawn.filter(({ x, y }) => Math.hypot(x - point.x, y - point.y) <= REACH);
    return near.find(({ incident }) => incident) ?? near[0];
  },

  draw(time) {
    const size = this._map.getSize();
    const ratio = window.devicePixelRatio;
    L.DomUtil.setPosition(this.canvas, this._map.containerPointToLayerPoint([0, 0]));
    if (this.canvas.width !== size.x * ratio || this.canvas.height !== size.y * ratio) {
      this.canvas.width = size.x * ratio;
      this.canvas.height = size.y * ratio;
      this.canvas.style.width = `${size.x}px`;
      this.canvas.style.height = `${size.y}px`;
    }
    const context = this.canvas.getContext('2d');
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, size.x, size.y);
    const colours = palette();
    const place = (thing) => Object.assign(thing, this._map.latLngToContainerPoint([thing.latitude, thing.longitude]));
    const units = this.fleet.at(time).map(place);
    const incidents = this.incidentsOf().map((incident) => place({ ...incident }));
    const isNamed = this._map.getZoom() >= NAMED_FROM || units.length <= FEW;
    incidents.filter((incident) => incident.units.length > 0).forEach((incident) => drawLines(context, colours, incident, units));
    drawUnits(context, colours, units, this.now(), { ratio, width: size.x, height: size.y, isNamed });
    incidents.forEach((incident) => drawIncident(context, colours, incident, this.now()));
    this.drawn = [...incidents.map((incident) => ({ ...incident, incident: true })), ...units];
  },
});
