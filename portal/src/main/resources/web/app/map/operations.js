/** Incidents and units as the desk's lists have them: the map shows nothing that a list does not. */
function pointOf({ dataset }) {
  return dataset.latitude ? { latitude: Number(dataset.latitude), longitude: Number(dataset.longitude) } : null;
}

export function incidents() {
  return [...document.querySelectorAll('#list .row[data-latitude]')].map((row) => ({
    id: row.id,
    ...pointOf(row),
    severity: Number(row.dataset.severity),
    isAttended: row.dataset.units !== '',
    units: row.dataset.units.split(' ').filter(Boolean),
    isChosen: row.classList.contains('chosen'),
    name: row.querySelector('.row-link').textContent,
    openedAt: Date.parse(row.dataset.openedAt),
    link: row.querySelector('.row-link'),
  }));
}

export function units() {
  return [...document.querySelectorAll('#units [data-latitude]')].map((item) => ({
    id: item.id,
    ...pointOf(item),
    at: Number(item.dataset.at) * 1000,
    status: item.dataset.status,
    said: item.dataset.heading,
    callSign: item.querySelector('.call-sign').textContent,
  }));
}
