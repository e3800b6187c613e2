import { showRefusal } from '../app/refusal.js';

/** No recording is longer, in seconds: whoever asks for this is shown its last picture. */
const LATEST = '86400';

/** One picture of a recording at a time, by its exact time; each answer names its neighbours. */
class Stepper {
  #root;
  #canvas;
  #times = {};
  #busy = false;
  #wish = null;

  constructor(root) {
    this.#root = root;
    this.#canvas = root.querySelector('[data-picture]');
    root.addEventListener('click', (event) => {
      const step = event.target.closest('[data-step]');
      if (step) {
        this.#show(this.#times[step.dataset.step]);
      }
    });
    root.addEventListener('change', (event) => {
      if (event.target.matches('[data-second]')) {
        this.#show(event.target.value);
      }
    });
    root.addEventListener('keydown', (event) => this.#press(event));
    this.#show('0');
  }

  get at() {
    return this.#times.at;
  }

  /** Arrows point as the buttons do: where a page is read from the right, the next picture is on the left. */
  #press(event) {
    if (event.target.matches('input')) {
      if (event.key === 'Enter') {
        // Not meant for a form around it.
        event.preventDefault();
        this.#show(event.target.matches('[data-second]') ? event.target.value : null);
      }
      return;
    }
    const rightToLeft = getComputedStyle(this.#root).direction === 'rtl';
    const at = Number(this.#times.at);
    const second = {
      ArrowRight: rightToLeft ? this.#times.previous : this.#times.next,
      ArrowLeft: rightToLeft ? this.#times.next : this.#times.previous,
      PageUp: String(Math.max(0, at - 1)),
      PageDown: String(at + 1),
      Home: '0',
      End: LATEST,
    };
    if (event.key in second) {
      event.preventDefault();
      this.#show(second[event.key]);
    }
  }

  /** Asks for one picture at a time; of those wished for meanwhile only the last. */
  async #show(second) {
    if (!second) {
      return;
    }
    if (this.#busy) {
      this.#wish = second;
      return;
    }
    this.#busy = true;
    this.#root.setAttribute('aria-busy', 'true');
    try {
      await this.#fetch(second);
    } finally {
      this.#busy = false;
      this.#root.setAttribute('aria-busy', 'false');
      const wish = this.#wish;
      this.#wish = null;
      this.#show(wish);
    }
  }

  async #fetch(second) {
    const problem = this.#root.querySelector('[data-problem]');
    let answer;
    try {
      answer = await fetch(`${this.#root.dataset.still}&at=${second}`, { headers: { 'HX-Request': 'true' } });
    } catch {
      showRefusal(problem, 0, '');
      return;
    }
    if (!answer.ok) {
      showRefusal(problem, answer.status, await answer.text());
      return;
    }
    problem.replaceChildren();
    await this.#draw(await answer.blob());
    this.#times = {
      at: answer.headers.get('X-Picture-At') ?? second,
      previous: answer.headers.get('X-Picture-Previous'),
      next: answer.headers.get('X-Picture-Next'),
    };
    this.#tell();
  }

  async #draw(blob) {
    const picture = await createImageBitmap(blob);
    this.#canvas.width = picture.width;
    this.#canvas.height = picture.height;
    this.#canvas.getContext('2d').drawImage(picture, 0, 0);
    picture.close();
  }

  #tell() {
    const { at, previous, next } = this.#times;
    this.#root.querySelector('[data-at]').textContent = position(Number(at), 3);
    this.#root.querySelector('[data-second]').value = Number(at);
    this.#root.querySelector('[data-step=previous]').disabled = !previous;
    this.#root.querySelector('[data-step=next]').disabled = !next;
    this.#root.dispatchEvent(new CustomEvent('picture', { bubbles: true, detail: { at: Number(at) } }));
  }
}

/** A position in a recording, m:ss and so many digits of the rest. */
export function position(seconds, digits) {
  const minutes = Math.floor(seconds / 60);
  const rest = (seconds - minutes * 60).toFixed(digits).padStart(digits + 3, '0');
  return `${minutes}:${document.documentElement.lang === 'en' ? rest : rest.replace('.', ',')}`;
}

const begun = new WeakSet();

function beginAll() {
  document.querySelectorAll('[data-stepper]').forEach((root) => {
    if (!begun.has(root)) {
      begun.add(root);
      new Stepper(root);
    }
  });
}

/** Those that stand on the page, and those that arrive later. */
export function startSteppers() {
  beginAll();
  document.body.addEventListener('htmx:load', beginAll);
}
