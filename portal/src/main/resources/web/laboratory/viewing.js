/** Well within the minutes for which an address with a pass is good. */
const EVERY = 4 * 60 * 1000;
const ADDRESSES = ['href', 'src', 'data-still', 'hx-get'];
const PASS = /([?&]pass=)([\w-]+)/;

/** What each pass that stood in the page is now. */
const renewed = new Map();

const present = (pass) => {
  let newest = pass;
  while (renewed.has(newest)) {
    newest = renewed.get(newest);
  }
  return newest;
};

const renewedAddress = (address) => address.replace(PASS, (all, before, pass) => before + present(pass));

const carriers = () => document.querySelectorAll(
  `${ADDRESSES.map((name) => `[${name}*="pass="]`).join(',')},input[name="pass"]`,
);

function passesIn(element) {
  const said = ADDRESSES.map((name) => PASS.exec(element.getAttribute(name) ?? '')?.[2]);
  return [...said, element.name === 'pass' ? element.value : undefined].filter(Boolean);
}

/** What is shown already stays as it is: only what is asked for next gets the new pass. */
function carry(element) {
  ADDRESSES.filter((name) => element.hasAttribute(name) && !(name === 'src' && (element.complete || element.currentSrc)))
    .forEach((name) => element.setAttribute(name, renewedAddress(element.getAttribute(name))));
  if (element.name === 'pass') {
    element.value = present(element.value);
  }
}

async function renew() {
  const old = new Set([...carriers()].flatMap(passesIn).map(present));
  await Promise.all([...old].map(async (pass) => {
    const answer = await fetch(`/viewing/renewal?pass=${pass}`, { headers: { 'HX-Request': 'true' } });
    if (answer.ok) {
      renewed.set(pass, (await answer.text()).trim());
    }
  }));
  carriers().forEach(carry);
}

/** A video goes on where it was, by its new address, when the old one is good no longer. */
function goOn(event) {
  const video = event.target;
  const address = video.matches?.('video[src*="pass="]') ? renewedAddress(video.getAttribute('src')) : null;
  if (!address || address === video.getAttribute('src')) {
    return;
  }
  const at = video.currentTime;
  const played = !video.paused;
  video.addEventListener('loadedmetadata', () => {
    video.currentTime = at;
    if (played) {
      video.play();
    }
  }, { once: true });
  video.setAttribute('src', address);
}

/** While a page is open, what it shows stays open; without it, addresses with a pass are good for minutes. */
export function startViewing() {
  setInterval(() => renew().catch(() => {}), EVERY);
  document.addEventListener('error', goOn, true);
  document.body.addEventListener('htmx:configRequest', (event) => {
    event.detail.path = renewedAddress(event.detail.path);
  });
}
