import { setBusy } from '../app/forms.js';
import { refusalOf } from '../app/refusal.js';

/** Sends each chosen file as it is, one after the other: the bytes pass through the portal as a stream. */
async function sendAll(form) {
  const files = [...form.querySelector('input[type=file]').files];
  const list = form.querySelector('[data-uploads]');
  list.replaceChildren();
  if (form.dataset.results) {
    document.querySelector(form.dataset.results).replaceChildren();
  }
  setBusy(form, true);
  let allTaken = files.length > 0;
  for (const file of files) {
    allTaken = (await send(form, file, list)) && allTaken;
  }
  setBusy(form, false);
  if (allTaken && form.dataset.then) {
    window.location.assign(form.dataset.then);
  }
}

function send(form, file, list) {
  const row = list.appendChild(document.createElement('li'));
  const name = row.appendChild(document.createElement('bdi'));
  name.textContent = file.name;
  const progress = row.appendChild(document.createElement('progress'));
  progress.max = 1;
  progress.value = 0;
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${form.action}?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('X-CSRF-TOKEN', form.querySelector('[data-csrf]').value);
    request.setRequestHeader('HX-Request', 'true');
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
    request.upload.onprogress = (event) => { progress.value = event.loaded / event.total; };
    // All is sent; how long the service takes with it nobody knows.
    request.upload.onload = () => progress.removeAttribute('value');
    request.onloadend = () => {
      const taken = request.status >= 200 && request.status < 300;
      row.className = taken ? 'is-taken' : 'is-refused';
      if (!taken) {
        row.append(refusalOf(request.status, request.responseText));
      } else if (form.dataset.results) {
        const answer = new DOMParser().parseFromString(request.responseText, 'text/html');
        document.querySelector(form.dataset.results).append(...answer.body.childNodes);
      }
      progress.remove();
      resolve(taken);
    };
    request.send(file);
  });
}

/** A file goes as it is, which only a script can do: the buttons work once it is there. */
export function startUploads() {
  document.body.addEventListener('change', (event) => {
    if (event.target.matches('input[type=file]')) {
      event.target.closest('label').dataset.chosen = [...event.target.files].map((file) => file.name).join(' · ');
    }
  });
  document.querySelectorAll('form[data-upload] button').forEach((button) => { button.disabled = false; });
  document.body.addEventListener('submit', (event) => {
    if (event.target.matches('form[data-upload]')) {
      event.preventDefault();
      sendAll(event.target);
    }
  });
}
