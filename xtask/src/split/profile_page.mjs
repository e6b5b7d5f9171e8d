// Visits the page of `dist` in Chromium with a counting copy of its wasm, and
// prints for each of the copy's marks 1 if a visit came there and 0 if not.
//
//   node profile_page.mjs COUNTING-WASM ADDRESS-OF-MARKS NUMBER-OF-MARKS
//
// A visit does what visitors do before the second part has been fetched, which
// begins seconds after the page is up: run the first program and look at it.

import { readFile } from "node:fs/promises";

import { launchChromium, serveDist } from "../../../tests/browser/host.mjs";
import { Playground } from "../../../tests/browser/playground.mjs";
import { sleepers } from "../../../tests/browser/programs.mjs";

const [wasm, address, count] = process.argv.slice(2);
const counting = await readFile(wasm);
const reached = new Uint8Array(Number(count));

const LARGE = { viewport: { width: 1440, height: 900 } };
const DESKTOP = { viewport: { width: 1280, height: 800 } };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

/** So many visitors more open a link, for the sake of their heaps. */
const HEAPS = 24;

let visitors = 0;

/** Somebody new, who gets the counting copy. */
async function newVisitor(browser, host, options) {
  const context = await browser.newContext(options);
  await context.route("**/*_bg.wasm", (route) => route.fulfill({ body: counting, contentType: "application/wasm" }));
  // The counting copy is whole.
  await context.route(host.address, async (route) => {
    const answer = await route.fetch();
    const html = await answer.text();
    await route.fulfill({ response: answer, body: html.replace(/(name="coroscope-page-rest" content=)"[^"]*"/, '$1""') });
  });
  await context.addInitScript((visitors) => {
    addEventListener("TrunkApplicationStarted", ({ detail }) => (window.pageExports = detail.wasm));
    // Hashes begin with an address of the heap. What hash tables come to depends on it, so
    // that each visitor's heap begins elsewhere, as it does for links of other lengths.
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = async (...given) => {
      const made = await instantiate.apply(WebAssembly, given);
      if (visitors > 0) made.exports?.__wbindgen_malloc?.(48 * visitors, 8);
      return made;
    };
  }, visitors);
  visitors += 1;
  return context;
}

/** Opens the page, or a link to it, and notes what was reached when `deeds` are done. */
async function come(context, link, deeds) {
  const page = await context.newPage();
  page.on("pageerror", (error) => console.error(error));
  await page.goto(link);
  await page.waitForFunction(() => window.pageExports);
  await page.locator("[data-testid=run], [data-testid=stop]").first().waitFor();
  await deeds(new Playground(page));
  const marks = await page.evaluate(([address, count]) => {
    window.pageExports.load_rest();
    return Array.from(new Uint32Array(window.pageExports.memory.buffer, address, count), (times) => (times > 0 ? "1" : "0")).join("");
  }, [Number(address), Number(count)]);
  for (let i = 0; i < reached.length; i += 1) reached[i] |= Number(marks[i]);
  await page.close();
}

/** Opens the page for somebody new, once for each of the deeds; it keeps what was done before. */
async function visit(browser, host, options, ...deeds) {
  const context = await newVisitor(browser, host, options);
  for (const deed of deeds) await come(context, host.address, deed);
  await context.close();
}

/** Opens a link for somebody new. */
async function follow(browser, host, options, link, deeds = look) {
  const context = await newVisitor(browser, host, options);
  await come(context, link, deeds);
  await context.close();
}

/** The link to a moment of a program, the first example unless told otherwise, after its run. */
const ended = (event, source) => async (playground) => {
  if (source) await playground.write(source);
  await play(playground, "run");
  return playground.linkAt(event);
};

/** The link to a moment of another program, made while it plays. */
const onTheWay = (event, source) => async (playground) => {
  const { page } = playground;
  await playground.write(source);
  await page.getByTestId("run").click();
  await page.getByTestId("lane").first().waitFor();
  await page.getByTestId("play").click();
  return playground.linkAt(event);
};

/** The link that somebody makes. */
async function linkBy(browser, host, make) {
  const context = await browser.newContext(DESKTOP);
  const playground = new Playground(await context.newPage());
  await playground.page.goto(host.address);
  const link = await make(playground);
  await context.close();
  return link;
}

/** Plays at the usual speed for a moment, then to the end. */
async function play(playground, button) {
  const { page } = playground;
  await page.getByTestId(button).click();
  await page.getByTestId("lane").first().waitFor();
  await page.waitForTimeout(1000);
  await playground.instantly();
  await page.getByTestId("the-end").waitFor();
}

/** Chooses a question, which runs its program, and goes through what it shows. */
const ask = (name) => async (playground) => {
  const { page } = playground;
  await page.getByTestId(`ask-${name}`).click();
  await page.locator(".point[aria-current=step]").waitFor();
  for (const point of await page.getByTestId("answer-point").all()) await point.click();
  await play(playground, "play");
};

/** Runs the program that is there at the usual speed, and looks at it once more. */
async function run(playground) {
  const { page } = playground;
  await play(playground, "run");
  await playground.stepBack();
  await playground.stepBack();
  await playground.stepForward();
  const scrubber = page.getByTestId("scrubber");
  await scrubber.fill("5");
  await scrubber.fill("20");
  await page.getByTestId("play").click();
  await page.getByTestId("play").click();
}

/** Does nothing until the interpreter has looked at the program. */
async function look({ page }) {
  await page.waitForTimeout(4000);
}

/** Does nothing until the first events are there. */
async function glance({ page }) {
  await page.waitForTimeout(1500);
}

/** Types a program with an output and one with a mistake. */
async function write(playground) {
  await playground.write("");
  await playground.text.pressSequentially("print('hello')\n");
  await playground.text.press("Control+Enter");
  await playground.page.getByTestId("the-end").waitFor();
}

const host = await serveDist();
const browser = await launchChromium();
const REDUCED = { ...DESKTOP, reducedMotion: "reduce", colorScheme: "dark" };
// Programs as people share them, at moments with and without tasks.
const links = [];
for (const make of [ended(12), ended(60), ended(40, sleepers(3)), onTheWay(2, sleepers(2)), onTheWay(40, sleepers(2))]) {
  links.push(await linkBy(browser, host, make));
}
for (let time = 0; time < HEAPS; time += 1) await follow(browser, host, LARGE, links[time % links.length], glance);
// Twice: what comes first, the editor, the interpreter or the visitor, is not always the same.
for (let time = 0; time < 2; time += 1) {
  await visit(browser, host, DESKTOP, ask("blocked-loop"));
  await visit(browser, host, REDUCED, ask("who-cancelled"));
  await visit(browser, host, LARGE, run, look);
  await visit(browser, host, REDUCED, write, look);
  await visit(browser, host, { ...DESKTOP, locale: "zh-CN" }, run);
  await visit(browser, host, PHONE, ask("blocked-loop"));
  await visit(browser, host, PHONE, run, look);
  await visit(browser, host, REDUCED, look);
  for (const link of links) {
    await follow(browser, host, LARGE, link);
    await follow(browser, host, PHONE, link);
  }
}
await browser.close();
await host.close();
process.stdout.write(reached.map((mark) => 48 + mark));
