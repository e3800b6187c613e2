/** Where a browser does not let a page copy, what is to be copied is selected, for the phone's own menu. */
async function copy(button) {
  const line = button.parentElement;
  const text = line.querySelector('[data-copied-from]');
  try {
    await navigator.clipboard.writeText(text.textContent);
    line.querySelector('[role=status]').textContent = button.dataset.copied;
  } catch {
    window.getSelection().selectAllChildren(text);
  }
}

/** Not every phone opens a link to a place: its coordinates can be taken to any application. */
export function startCopying() {
  document.body.addEventListener('click', ({ target }) => {
    const button = target.closest('[data-copy]');
    if (button) {
      copy(button);
    }
  });
}
