import { problemOf, showRefusal } from './refusal.js';
import { setBusy } from './forms.js';

/** A form that is answered with a file: the file is saved, and a refusal shown in the form, which keeps what was typed. */
async function download(form) {
  setBusy(form, true);
  try {
    const answer = await fetch(form.action, {
      method: 'POST',
      body: new URLSearchParams(new FormData(form)),
      headers: { 'HX-Request': 'true' },
    });
    if (answer.ok) {
      problemOf(form).replaceChildren();
      save(await answer.blob(), nameOf(answer));
    } else {
      showRefusal(problemOf(form), answer.status, await answer.text());
    }
  } catch {
    showRefusal(problemOf(form), 0, '');
  } finally {
    setBusy(form, false);
  }
}

function nameOf(answer) {
  return /filename="([^"]+)"/.exec(answer.headers.get('Content-Disposition') ?? '')?.[1] ?? '';
}

function save(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

export function startDownloads() {
  document.body.addEventListener('submit', (event) => {
    if (event.target.matches('form[data-download]')) {
      event.preventDefault();
      download(event.target);
    }
  });
}
