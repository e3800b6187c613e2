const DIGITS = 5;

/** The place on the ground under a point of the screen; nothing beside the plan. */
function placeAt(plan, clientX, clientY) {
  const { width, height } = plan.viewBox.baseVal;
  const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(plan.getScreenCTM().inverse());
  if (x < 0 || y < 0 || x > width || y > height) {
    return null;
  }
  const [north, south, west, east] = ['north', 'south', 'west', 'east'].map((edge) => Number(plan.dataset[edge]));
  return { x, y, latitude: north + ((south - north) * y) / height, longitude: west + ((east - west) * x) / width };
}

/** A click on the plan marks a place; a link then leads to the form that secures it, where it can be typed as well. */
export function startSecuring() {
  document.addEventListener('click', ({ target, clientX, clientY }) => {
    const plan = target.closest('svg[data-secure]');
    const place = plan && !target.closest('a') && placeAt(plan, clientX, clientY);
    if (!place) {
      return;
    }
    const [latitude, longitude] = [place.latitude, place.longitude].map((degrees) => degrees.toFixed(DIGITS));
    plan.querySelector('.chosen-place').setAttribute('transform', `translate(${place.x} ${place.y})`);
    plan.classList.add('is-chosen');
    const link = document.querySelector('#secure-place a');
    const address = new URL(link.href);
    address.searchParams.set('latitude', latitude);
    address.searchParams.set('longitude', longitude);
    link.href = address.pathname + address.search;
    link.querySelector('bdi').textContent = `${latitude}, ${longitude}`;
    link.hidden = false;
  });
}
