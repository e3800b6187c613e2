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

/** One listener for all players, those that arrive later too. */
export function startPlayers() {
  document.body.addEventListener('click', (event) => {
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
