/** How long a tap keeps others out, in milliseconds: the second of a double tap meets what has come under the finger by then. */
const REST = 1_500;

let tapped = null;
let over = Promise.resolve();
let end = () => undefined;

/** What stands behind another question was opened for it: that is no second tap. */
const rests = (form, button) => tapped !== null && (form.id === tapped || !button?.closest('.confirm'));

export const isResting = ({ target, submitter }) => rests(target, submitter);

/** The buttons stay focusable, so that the focus is where it was. */
export function showRest() {
  document.querySelectorAll('.task-form button').forEach((button) => {
    if (rests(button.form, button)) {
      button.setAttribute('aria-disabled', 'true');
    } else {
      button.removeAttribute('aria-disabled');
    }
  });
}

export function beginRest(form) {
  end();
  tapped = form.id;
  over = new Promise((resolve) => {
    const timer = setTimeout(() => end(), REST);
    end = () => {
      clearTimeout(timer);
      tapped = null;
      showRest();
      resolve();
    };
  });
  showRest();
}

export const endRest = () => end();

/** Resolves when no second tap is to be expected. */
export const rested = () => over;
