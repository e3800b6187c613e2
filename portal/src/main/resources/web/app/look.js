/** How a phone shows itself: as the system does, for glaring sun, or for the night. Only this phone knows. */
const KEY = 'look';

export function startLook() {
  const choice = document.querySelector('[data-look-choice]');
  const look = localStorage.getItem(KEY) ?? '';
  document.documentElement.dataset.look = look;
  if (choice) {
    choice.value = look;
    choice.addEventListener('change', () => {
      localStorage.setItem(KEY, choice.value);
      document.documentElement.dataset.look = choice.value;
    });
  }
}
