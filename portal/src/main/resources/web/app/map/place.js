const DIGITS = 5;

/** The next click on the map says which place patrols are to secure. The form takes it over: there it can be typed as well. */
export class PlaceChoice {
  #view;
  #isChoosing = false;

  constructor(view) {
    this.#view = view;
  }

  isChoosing() {
    return this.#isChoosing;
  }

  /** The button says what it does next. */
  turn(isChoosing) {
    const { dataset, classList } = this.#view;
    const made = this.#view.querySelector('.map-secure');
    const words = isChoosing ? dataset.secureCancel : dataset.secure;
    this.#isChoosing = isChoosing;
    made.setAttribute('aria-pressed', String(isChoosing));
    made.setAttribute('aria-label', words);
    made.title = words;
    classList.toggle('is-placing', isChoosing);
  }

  choose({ lat, lng }) {
    this.turn(false);
    const form = new URL(this.#view.dataset.planForm, window.location.href);
    form.searchParams.set('latitude', lat.toFixed(DIGITS));
    form.searchParams.set('longitude', lng.toFixed(DIGITS));
    window.location.assign(form);
  }
}
