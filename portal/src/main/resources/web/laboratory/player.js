import { position } from './stepper.js';

/** The picture is covered and uncovered without a script; the sound follows it. */
function followSound(frame) {
  const video = frame.querySelector('video');
  if (video) {
    video.muted = !frame.querySelector('[data-uncover]').checked || !frame.querySelector('[data-sound]')?.checked;
  }
}

function seek(seconds, selector) {
  const video = document.querySelector(selector);
  if (video) {
    video.currentTime = Number(seconds);
    video.scrollIntoView({ block: 'center', behavior: 'smooth' });
  }
}

/** Fills in the moment that a player shows; a picture has only one. */
function mark(button) {
  const form = document.querySelector('#proposal');
  const medium = form?.querySelector('[name=stillEvidence]');
  if (!medium) {
    return;
  }
  const video = document.querySelector(button.dataset.player);
  const at = form.querySelector('[name=stillAt]');
  medium.value = button.dataset.mark;
  at.value = (video?.currentTime ?? 0).toFixed(2);
  const told = button.parentElement.querySelector('[data-marked]');
  told.textContent = `${told.dataset.marked} ${position(Number(at.value), 2)}`;
}

/** One listener for all players, those that arrive later too. */
export function startPlayers() {
  document.body.addEventListener('click', (event) => {
    const marking = event.target.closest('[data-mark]');
    if (marking) {
      mark(marking);
    }
    const jump = event.target.closest('[data-seek]');
    if (jump) {
      seek(jump.dataset.seek, jump.dataset.player);
      if (jump.dataset.otherPlayer) {
        seek(jump.dataset.otherSeek, jump.dataset.otherPlayer);
      }
    }
  });
  document.body.addEventListener('change', (event) => {
    if (event.target.matches('[data-uncover], [data-sound]')) {
      followSound(event.target.closest('.media'));
    }
  });
}
