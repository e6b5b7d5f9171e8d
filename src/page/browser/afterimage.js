// Afterimages: what addresses showed when their run had come to the moment they name.
// The document shows one before anything else (index.html) where all that its look
// depends on is as it was; the same program does the same again.

const { begun } = window;

/** Addresses for which one is kept. */
const MOST = 4;

/** Characters of one, at most: drafts share the room that the browser gives. */
const LONGEST = 150_000;

const wasShown = begun.afterimage !== null;

/** Whether one stands in the window; the document takes it away where something fails. */
export function is_shown() {
  return begun.afterimage?.isConnected === true;
}

/** Takes it away: the page itself is there. */
export function end() {
  begun.afterimage?.remove();
  begun.afterimage = null;
}

/** Keeps a picture of the page as it is painted next, unless the one that was shown is it. */
export function keep() {
  if (wasShown) return;
  // After the painting, before the code editor takes the place of the text.
  requestAnimationFrame(() => setTimeout(store, 0));
}

function store() {
  const app = document.querySelector(".app");
  if (app === null) return;
  const { lang, dataset } = document.documentElement;
  const html = pictureOf(app);
  if (html.length > LONGEST) return;
  try {
    const image = { address: location.href, look: begun.look(), lang, theme: dataset.theme, html };
    const others = begun.keptImages().filter((each) => each?.address !== image.address);
    localStorage.setItem(begun.imagesKey, JSON.stringify([image, ...others].slice(0, MOST)));
  } catch {
    // A full or forbidden storage: the next visit takes as long as this one.
  }
}

/** HTML that looks like the element: with what it has drawn, chosen and scrolled to. */
function pictureOf(element) {
  const copy = element.cloneNode(true);
  const copies = copy.querySelectorAll("*");
  element.querySelectorAll("*").forEach((original, place) => {
    const like = copies[place];
    if (original.scrollTop || original.scrollLeft) like.dataset.scrolled = `${original.scrollLeft} ${original.scrollTop}`;
    if (original instanceof HTMLInputElement) like.setAttribute("value", original.value);
    if (original instanceof HTMLOptionElement) like.toggleAttribute("selected", original.selected);
    if (original instanceof HTMLCanvasElement) {
      like.style.background = `url("${original.toDataURL()}") 0 0 / 100% 100% no-repeat`;
    }
  });
  return copy.outerHTML;
}
