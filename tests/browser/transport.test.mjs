// Every way through the events has a key, and the end can be seen.

import assert from "node:assert/strict";
import { test } from "node:test";

import { WORKERS, ran } from "./stage.mjs";

/** Presses a key until the cursor rests, from the beginning; the events on the way. */
async function walk(visit, key, most = 60) {
  const { page } = visit;
  await page.getByTestId("first").click().catch(() => {});
  await page.getByTestId("play").focus();
  const stops = [];
  for (let i = 0; i < most; i += 1) {
    const { cursor } = await visit.counter();
    await page.keyboard.press(key);
    const { cursor: next } = await visit.counter();
    if (next === cursor) break;
    stops.push(next);
  }
  return stops;
}

test("keys step by output, loop iteration, problem and line, and back", async (t) => {
  const visit = await ran(t, `${WORKERS}1 / 0\n`);
  const { page } = visit;
  const { events } = await visit.counter();
  const outputs = await walk(visit, "o");
  // Two lines of the program, the traceback, and the end where nothing more is written.
  assert.ok(outputs.length >= 3 && outputs.at(-1) === events, outputs.join());
  const turns = await walk(visit, "i");
  assert.ok(turns.length > 4, turns.join());
  await page.keyboard.press("I");
  assert.equal((await visit.counter()).cursor, turns.at(-2));
  const problems = await walk(visit, "x");
  await page.keyboard.press("X");
  assert.ok(problems.length >= 1, problems.join());
  const lines = await walk(visit, "l", 200);
  // The program's own lines, not those of its tasks.
  assert.ok(lines.length > 4, lines.join());
});

test("the line step stays in its coroutine", async (t) => {
  const visit = await ran(t, WORKERS);
  const { page } = visit;
  await page.getByRole("button", { name: /^b\b/ }).first().click();
  await page.getByTestId("first").click();
  await page.getByTestId("play").focus();
  const told = [];
  for (let i = 0; i < 8; i += 1) {
    await page.keyboard.press("l");
    told.push(await page.getByTestId("sentence-what").innerText());
  }
  assert.ok(told.every((sentence) => /^b reaches line \d+/.test(sentence)), told.join("\n"));
});

test("the end is visible, and playing from there begins anew", async (t) => {
  const visit = await ran(t, WORKERS);
  const { page } = visit;
  await page.getByTestId("the-end").waitFor();
  await page.getByTestId("step-back").click();
  assert.equal(await page.getByTestId("the-end").count(), 0);
  await page.keyboard.press("End");
  await page.getByTestId("play").and(page.getByRole("button", { name: "Play again (space)" })).click();
  await page.getByTestId("the-end").waitFor();
});

test("speed and real time have keys; help lists every key", async (t) => {
  const visit = await ran(t, WORKERS);
  const { page } = visit;
  await page.getByTestId("play").focus();
  const rate = () => page.getByTestId("rate").innerText();
  assert.equal(await rate(), "instant");
  await page.keyboard.press("[");
  assert.match(await rate(), /events\/s/);
  await page.keyboard.press("r");
  assert.equal(await rate(), "real time");
  await page.keyboard.press("]");
  assert.equal(await rate(), "instant");
  await page.keyboard.press("?");
  const keys = await page.getByTestId("help-dialog").locator("kbd").allInnerTexts();
  for (const key of ["Space", "←", "→", "Home", "End", ",", ".", "l", "i", "t", "o", "x", "c", "f", "[", "]", "r", "b", "v", "/", "d", "w", "m", "s", "q", "a", "?"]) {
    assert.ok(keys.includes(key), key);
  }
});

test("by keyboard alone: run, pause, step, step back, inspect, share", async (t) => {
  const visit = await ran(t, "print('first')\n");
  const { page } = visit;
  await visit.write(WORKERS);
  await page.getByTestId("speed").fill("20");
  await visit.text.press("Control+Enter");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await page.waitForFunction(() => Number(document.querySelector("[data-testid=counter] strong")?.textContent) > 1);
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("Space");
  const { cursor } = await visit.counter();
  await page.keyboard.press("ArrowRight");
  assert.equal((await visit.counter()).cursor, cursor + 1);
  await page.keyboard.press("ArrowLeft");
  assert.equal((await visit.counter()).cursor, cursor);
  await page.keyboard.press("d");
  await page.waitForFunction(() => document.activeElement?.id === "inspect");
  await page.getByTestId("share").focus();
  await page.keyboard.press("Enter");
  assert.match(await page.getByTestId("share-link").inputValue(), /#/);
});
