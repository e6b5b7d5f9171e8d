// How long a visitor looks at an empty page: from the navigation to the first
// event on the screen. The address is a link whose program runs by itself.

import { Playground } from "../tests/browser/playground.mjs";
import { sleepers } from "../tests/browser/programs.mjs";

/** An event of the program at which all its tasks are on the stage. */
const MOMENT = 40;

/** How what is told of an opening begins. */
const SEEN = "first event seen after ";

/** Milliseconds for which a new window keeps the processors busy by itself. */
const WINDOW = 2_000;

const PROGRAM = sleepers(3);

/**
 * Opens the page as new visitors do, each twice: with nothing in its cache, and once more.
 * @param {import("playwright-core").Browser} browser
 * @param {string} address of the page.
 * @param {number} visitors
 * @returns {Promise<{ first: number[], second: number[] }>} milliseconds.
 */
export async function openings(browser, address, visitors) {
  const times = { first: [], second: [] };
  const link = await linkTo(browser, address);
  for (let i = 0; i < visitors; i += 1) {
    const context = await newVisitor(browser);
    for (const visit of ["first", "second"]) times[visit].push(await open(context, link));
    await context.close();
  }
  return times;
}

function newVisitor(browser) {
  return browser.newContext({ viewport: { width: 1440, height: 900 } });
}

/** The link that the page itself makes for a moment of the program. */
async function linkTo(browser, address) {
  const context = await newVisitor(browser);
  const playground = new Playground(await context.newPage());
  await playground.page.goto(address);
  await playground.runToEnd(PROGRAM);
  const link = await playground.linkAt(MOMENT);
  await context.close();
  return link;
}

async function open(context, link) {
  const page = await context.newPage();
  await page.addInitScript((SEEN) => {
    const watch = new MutationObserver(() => {
      if (document.querySelector("[data-testid=lane]") === null) return;
      watch.disconnect();
      // Told by the console: whoever asks the page has it run a script of some size.
      requestAnimationFrame(() => setTimeout(() => console.debug(SEEN + performance.now()), 0));
    });
    watch.observe(document, { childList: true, subtree: true });
  }, SEEN);
  await page.waitForTimeout(WINDOW);
  const told = page.waitForEvent("console", (message) => message.text().startsWith(SEEN));
  await page.goto(link);
  const time = Number((await told).text().slice(SEEN.length));
  await page.close();
  return time;
}
