/** The corner that the buttons take, in the map's own pixels: all that is right of the one and above the other. */
export function buttonsOf(map) {
  const view = map.getContainer().getBoundingClientRect();
  const bar = map.getContainer().querySelector('.map-controls').getBoundingClientRect();
  return { left: bar.left - view.left, bottom: bar.bottom - view.top };
}
