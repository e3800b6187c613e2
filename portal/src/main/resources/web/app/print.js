/** A button that prints the page, or saves it as PDF, as the browser does. */
export function startPrinting() {
  document.addEventListener('click', ({ target }) => {
    if (target.closest('[data-print]')) {
      window.print();
    }
  });
}
