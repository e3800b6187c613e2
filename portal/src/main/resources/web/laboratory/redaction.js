const SVG = 'http://www.w3.org/2000/svg';
const EDGES = ['left', 'top', 'right', 'bottom'];
/** What is drawn smaller than this share of the picture was a slip of the hand. */
const SMALLEST = 0.01;

/** The form for a redacted rendition: rectangles are drawn on the picture and stand as numbers in the form. */
class Redaction {
  #form;
  #layer;
  #list;
  #at = 0;

  constructor(form) {
    this.#form = form;
    this.#layer = form.querySelector('[data-layer]');
    this.#list = form.querySelector('[data-rectangles]');
    form.addEventListener('picture', (event) => {
      this.#at = event.detail.at;
      this.#redraw();
    });
    form.addEventListener('input', () => this.#redraw());
    form.addEventListener('click', (event) => this.#click(event));
    this.#layer.addEventListener('pointerdown', (event) => this.#draw(event));
  }

  #click(event) {
    const { target } = event;
    const row = target.closest('.rectangle');
    if (target.closest('[data-add]')) {
      this.#add({ left: 0.35, top: 0.35, right: 0.65, bottom: 0.65 }).querySelector('[name=left]').focus();
    } else if (target.closest('[data-remove]')) {
      row.remove();
      this.#form.querySelector('[data-add]').focus();
    } else if (target.closest('[data-here]')) {
      row.querySelector(`[name=${target.closest('[data-here]').dataset.here}]`).value = this.#at;
    }
    this.#redraw();
  }

  #draw(event) {
    event.preventDefault();
    const start = this.#share(event);
    const shape = this.#shape(this.#between(start, start), true);
    this.#layer.append(shape);
    this.#layer.setPointerCapture(event.pointerId);
    const move = (moved) => place(shape, this.#between(start, this.#share(moved)));
    const end = (ended) => {
      this.#layer.removeEventListener('pointermove', move);
      const rectangle = this.#between(start, this.#share(ended));
      if (rectangle.right - rectangle.left > SMALLEST && rectangle.bottom - rectangle.top > SMALLEST) {
        this.#add(rectangle);
      }
      this.#redraw();
    };
    this.#layer.addEventListener('pointermove', move);
    this.#layer.addEventListener('pointerup', end, { once: true });
  }

  #share(event) {
    const box = this.#layer.getBoundingClientRect();
    const within = (share) => Math.min(1, Math.max(0, share));
    return { x: within((event.clientX - box.left) / box.width), y: within((event.clientY - box.top) / box.height) };
  }

  #between(one, other) {
    return {
      left: Math.min(one.x, other.x),
      top: Math.min(one.y, other.y),
      right: Math.max(one.x, other.x),
      bottom: Math.max(one.y, other.y),
    };
  }

  #add(rectangle) {
    const row = this.#form.querySelector('template[data-rectangle]').content.firstElementChild.cloneNode(true);
    EDGES.forEach((edge) => { row.querySelector(`[name=${edge}]`).value = (rectangle[edge] * 100).toFixed(1); });
    if (this.#at > 0) {
      row.querySelector('[name=from]').value = this.#at;
    }
    this.#list.append(row);
    this.#redraw();
    return row;
  }

  /** Those that are there at this second as they are, the others faintly: where they stand in between nobody knows yet. */
  #redraw() {
    const rows = [...this.#list.children];
    this.#form.querySelector('[data-none]').hidden = rows.length > 0;
    rows.forEach((row, number) => {
      row.querySelector('[data-number]').textContent = number + 1;
      limit(row);
    });
    this.#layer.replaceChildren(...rows.map((row) => {
      const edges = Object.fromEntries(EDGES.map((edge) => [edge, Number(value(row, edge)) / 100]));
      return this.#shape(edges, this.#isPresent(row));
    }));
  }

  #isPresent(row) {
    const from = Number(value(row, 'from'));
    const to = value(row, 'to') === '' ? Infinity : Number(value(row, 'to'));
    return follows(row) ? this.#at === from : from <= this.#at && this.#at <= to;
  }

  #shape(edges, present) {
    const shape = document.createElementNS(SVG, 'rect');
    shape.classList.toggle('is-absent', !present);
    place(shape, edges);
    return shape;
  }
}

function value(row, name) {
  return row.querySelector(`[name=${name}]`).value;
}

function follows(row) {
  return value(row, 'follow') === 'true';
}

/** What is followed ends where its scene does. The field stays in the form, so that all rectangles send as many. */
function limit(row) {
  const until = row.querySelector('[name=to]');
  until.readOnly = follows(row);
  row.querySelector('[data-here=to]').disabled = follows(row);
  if (follows(row)) {
    until.value = '';
  }
}

function place(shape, { left, top, right, bottom }) {
  shape.setAttribute('x', left);
  shape.setAttribute('y', top);
  shape.setAttribute('width', Math.max(0, right - left));
  shape.setAttribute('height', Math.max(0, bottom - top));
}

export function startRedaction() {
  document.querySelectorAll('form[data-redaction]').forEach((form) => new Redaction(form));
}
