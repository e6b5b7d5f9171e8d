// How long a visitor looks at an empty page: from the navigation to the first
// event on the screen. The address is a link whose program runs by itself.

import { Playground } from "../tests/browser/playground.mjs";
import { sleepers } from "../tests/browser/programs.mjs";

/** An event of the program at which all its tasks are on the stage. */
const MOMENT = 40;

/** How what is told of an opening begins: when an event is seen, and when it is the page's own. */
const SEEN = "first event seen after ";
const OWN = "first event of the page itself after ";

/** Milliseconds for which a new window keeps the processors busy by itself. */
const WINDOW = 2_000;

/** Milliseconds after which a page has kept what it keeps for the next visit. */
const REST = 500;

const PROGRAM = sleepers(3);

/**
 * Opens the page as new visitors do, each twice: with nothing in its cache, and once more.
 * @param {import("playwright-core").Browser} browser
 * @param {string} address of the page.
 * @param {number} visitors
 * @returns {Promise<{ first: number[], second: number[], own: number[] }>} milliseconds; `own` is how long it
 *   took on the second visit until the page itself had taken the place of what it showed on the first.
 */
export async function openings(browser, address, visitors) {
  const times = { first: [], second: [], own: [] };
  const link = await linkTo(browser, address);
  for (let i = 0; i < visitors; i += 1) {
    const context = await newVisitor(browser);
    const first = await open(context, link);
    const second = await open(context, link);
    times.first.push(first.seen);
    times.second.push(second.seen);
    times.own.push(second.own);
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
  await page.addInitScript(
    (looked) => {
      const watch = new MutationObserver(() => {
        for (const [words, what] of looked) {
          if (document.querySelector(what) === null) return;
          looked = looked.slice(1);
          // Told by the console: whoever asks the page has it run a script of some size.
          requestAnimationFrame(() => setTimeout(() => console.debug(words + performance.now()), 0));
        }
        watch.disconnect();
      });
      watch.observe(document, { childList: true, subtree: true });
    },
    [
      [SEEN, "[data-testid=lane]"],
      [OWN, "#page [data-testid=lane]"],
    ],
  );
  await page.waitForTimeout(WINDOW);
  const told = [SEEN, OWN].map(async (words) => {
    const message = await page.waitForEvent("console", (message) => message.text().startsWith(words));
    return Number(message.text().slice(words.length));
  });
  await page.goto(link);
  const [seen, own] = await Promise.all(told);
  // What it keeps for the next time is written when the page is at rest.
  await page.waitForTimeout(REST);
  await page.close();
  return { seen, own };
}
