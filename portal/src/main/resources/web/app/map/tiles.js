import L from 'leaflet';

/** The library looks for Leaflet where a page without modules has it. */
window.L = L;

/** Streets of the operator's map file. Boundaries are left out unless the operator wants them: they are disputed. */
export async function addArchive(map, { tiles, lang, boundaries }) {
  const { leafletLayer } = await import('../protomaps/protomaps-leaflet.esm.js');
  const isDark = window.matchMedia('(prefers-color-scheme: dark)').matches;
  const layer = leafletLayer({ url: new URL(tiles, document.baseURI).href, flavor: isDark ? 'dark' : 'light', lang });
  if (boundaries === undefined) {
    layer.paintRules = layer.paintRules.filter(({ dataLayer }) => dataLayer !== 'boundaries');
  }
  layer.addTo(map);
}
