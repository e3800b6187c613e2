/** Shows a medium as it is, or grey, blurred and mute again. */
function uncover(frame, uncovered) {
  frame.classList.toggle('is-uncovered', uncovered);
  const video = frame.querySelector('video');
  if (video) {
    video.muted = !uncovered || !frame.querySelector('[data-sound]')?.checked;
  }
  frame.querySelectorAll('[data-uncover]').forEach((button) => {
    button.setAttribute('aria-pressed', String(uncovered));
  });
}

function seek(seconds, selector) {
  const video = document.querySelector(selector);
  if (video) {
    video.currentTime = Number(seconds);
    video.scrollIntoView({ block: 'center', behavior: 'smooth' });
  }
}

/** One listener for all players, those that arrive later too. */
export function startPlayers() {
  document.body.addEventListener('click', (event) => {
    const toggle = event.target.closest('[data-uncover]');
    if (toggle) {
      const frame = toggle.closest('.media');
      uncover(frame, !frame.classList.contains('is-uncovered'));
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
    if (event.target.matches('[data-sound]')) {
      const frame = event.target.closest('.media');
      frame.querySelector('video').muted = !event.target.checked || !frame.classList.contains('is-uncovered');
    }
  });
}
