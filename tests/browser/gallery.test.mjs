// The examples on the page: each runs to its end with CPython's output.

import assert from "node:assert/strict";
import { test } from "node:test";

import { galleryPrograms, listings, loadEngine, withoutAddresses } from "../engine/engine.mjs";
import { open, visitor } from "./harness.mjs";
import { Playground } from "./playground.mjs";

test("every example runs on the page with CPython's output", async (t) => {
  const visit = new Playground(await open(await visitor(t)));
  await visit.instantly();
  const programs = await galleryPrograms();
  assert.ok(programs.length > 0);
  for (const program of programs) {
    await visit.choose(program.name);
    await visit.run();
    await visit.ended();
    const printed = await visit.page.locator("[data-testid=output-line]:not(.stderr) samp").allTextContents();
    const text = withoutAddresses(`${printed.join("\n")}\n`);
    assert.deepEqual(text, program.stdout, program.name);
  }
});

// That the engine prints for each what its tutorial shows is tested natively, in tests/seeds.rs.
test("every listing of the tutorials stands under its tutorial and runs", async (t) => {
  const visit = new Playground(await open(await visitor(t)));
  await visit.instantly();
  const engine = await loadEngine();
  const sources = await listings();
  const { page } = visit;
  await page.getByTestId("gallery-button").click();
  const sections = page.getByTestId("gallery-menu").locator("section");
  const names = await sections.evaluateAll((all) =>
    all.map((section) => ({
      title: section.querySelector("h2").textContent,
      examples: [...section.querySelectorAll("button")].map((button) => button.dataset.testid.replace("example-", "")),
    })),
  );
  const tutorials = names.filter(({ title }) => title.startsWith("Tutorial"));
  assert.deepEqual(tutorials.map(({ examples }) => examples.length), [9, 8, 20, 7, 6]);
  await page.keyboard.press("Escape");

  for (const name of tutorials.flatMap(({ examples }) => examples)) {
    await visit.choose(name);
    await visit.run();
    await visit.ended();
    const { stdout } = await engine.run(sources.get(name));
    const expected = stdout.split("\n").slice(0, -1);
    // Of a long output the page draws the lines near the visible ones.
    // In a session a traceback is a part of what is printed.
    const kept = sources.get(name).includes(">>> ") ? "" : ":not(.stderr)";
    const shown = page.locator(`[data-testid=output-line]${kept} samp`);
    const read = async () => (await shown.allTextContents()).map((line) => line.replace(/^error output: /, ""));
    let printed = await read();
    // The pane scrolls to the last line, and only then draws it.
    for (let tries = 0; tries < 200 && printed.at(-1) !== expected.at(-1); tries += 1) {
      await page.evaluate(() => new Promise(requestAnimationFrame));
      printed = await read();
    }
    assert.ok(printed.length >= Math.min(expected.length, 20), name);
    assert.deepEqual(printed, expected.slice(-printed.length), name);
  }
  assert.equal(sources.size, 50);
});

test("the menu can be searched and walked through by keyboard, on a phone too", async (t) => {
  for (const viewport of [{ width: 1280, height: 800 }, { width: 390, height: 844 }]) {
    const page = await open(await visitor(t, { viewport }));
    const visit = new Playground(page);
    await page.getByTestId("gallery-button").click();
    const menu = page.getByTestId("gallery-menu");
    const box = await menu.boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= viewport.width, "the menu is as wide as the screen at most");
    assert.ok(box.y + box.height <= viewport.height, "the menu ends on the screen");
    assert.equal(await menu.evaluate((element) => element.scrollWidth <= element.clientWidth), true);

    await page.getByTestId("gallery-search").fill("semaphore tutorial nothing");
    assert.match(await menu.innerText(), /No example has these words/);
    await page.getByTestId("gallery-search").fill("semaphore(3)");
    assert.equal(await menu.locator("section button").count(), 1);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByTestId("gallery-menu").waitFor({ state: "detached" });
    await page.getByTestId("gallery-button").filter({ hasText: "Semaphore(3)" }).waitFor();
    if (viewport.width > 720) assert.match(await visit.program(), /asyncio\.Semaphore\(3\)/);
  }
});

test("who types into the open menu searches it; the keys of the page rest", async (t) => {
  const page = await open(await visitor(t));
  await page.getByTestId("gallery-button").click();
  await page.locator("[data-testid=gallery-search]:focus").waitFor();
  await page.keyboard.type("lock");
  assert.equal(await page.getByTestId("gallery-search").inputValue(), "lock");
  await page.getByTestId("example-lock-hand-over").waitFor();
  assert.equal(await page.getByTestId("example-timeout").count(), 0);
  await page.keyboard.press("Escape");
  await page.getByTestId("gallery-menu").waitFor({ state: "detached" });
  await page.locator("[data-testid=gallery-button]:focus").waitFor();
});

test("a link to a listing opens it", async (t) => {
  const context = await visitor(t);
  const page = await open(context);
  const visit = new Playground(page);
  await visit.instantly();
  await visit.choose("lock");
  await visit.text.filter({ hasText: "with await lock" }).waitFor();
  await page.getByTestId("share").click();
  const link = await page.getByTestId("share-link").inputValue();
  const second = await open(context, link.slice(link.indexOf("#")));
  await new Playground(second).text.filter({ hasText: "with await lock" }).waitFor();
  assert.match(await second.getByTestId("gallery-button").innerText(), /Lock/);
});
