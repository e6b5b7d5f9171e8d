// Playing stops where the visitor wants: at lines and at kinds of events.

import assert from "node:assert/strict";
import { test } from "node:test";

import { open, visitor } from "./harness.mjs";
import { Playground } from "./playground.mjs";
import { WORKERS, ran } from "./stage.mjs";

const runningLine = (page) => page.locator(".cm-runningLine");

test("a click beside a line number stops the run there, again and again", async (t) => {
  const page = await open(await visitor(t));
  const visit = new Playground(page);
  await visit.instantly();
  await visit.write("for i in range(3):\n    x = i\n    print(x)\nprint('end')\n");
  // The gutter's first element is a spacer.
  await page.locator(".cm-breakpointGutter .cm-gutterElement").nth(3).click();
  await page.locator(".cm-breakpoint").nth(1).waitFor();
  await visit.run();
  await runningLine(page).filter({ hasText: "print(x)" }).waitFor();
  for (const printed of [[], ["0"], ["0", "1"]]) {
    await runningLine(page).filter({ hasText: "print(x)" }).waitFor();
    const lines = page.locator("[data-testid=output-line]:not(.future) samp");
    await page.waitForFunction((count) => document.querySelectorAll("[data-testid=output-line]:not(.future)").length === count, printed.length);
    assert.deepEqual(await lines.allTextContents(), printed);
    await page.getByTestId("play").click();
  }
  await page.getByTestId("the-end").waitFor();
  assert.equal(await runningLine(page).count(), 0);
});

test("F9 in the editor and b on the page set and clear a line's breakpoint", async (t) => {
  const visit = await ran(t, WORKERS);
  const { page } = visit;
  await visit.text.focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("F9");
  await page.getByTestId("breakpoints-button").click();
  assert.deepEqual(await page.getByTestId("break-line").allInnerTexts(), ["2 ×"]);
  await page.getByTestId("break-line").click();
  assert.equal(await page.getByTestId("break-line").count(), 0);
  await page.getByTestId("output-line").first().click();
  await page.getByTestId("play").focus();
  await page.keyboard.press("b");
  assert.deepEqual(await page.getByTestId("break-line").allInnerTexts(), ["14 ×"]);
});

test("breakpoints stay with their text", async (t) => {
  const visit = await ran(t, "x = 1\ny = 2\n");
  const { page } = visit;
  await visit.text.focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("F9");
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("# new\n");
  await page.getByTestId("breakpoints-button").click();
  assert.deepEqual(await page.getByTestId("break-line").allInnerTexts(), ["3 ×"]);
});

test("kinds of events stop playing, with marks on the scrubber", async (t) => {
  const visit = await ran(t, WORKERS);
  const { page } = visit;
  await page.getByTestId("breakpoints-button").click();
  await page.getByTestId("stop-task-created").check();
  await page.getByTestId("breakpoints-button").click();
  const marks = await page.getByTestId("scrub-marks").locator(".stop").getAttribute("d");
  assert.equal(marks.split("M").length - 1, 3);
  await page.getByTestId("first").click();
  const stops = [];
  for (let i = 0; i < 3; i += 1) {
    const { cursor } = await visit.counter();
    await page.getByTestId("play").click();
    await page.waitForFunction((before) => Number(document.querySelector("[data-testid=counter] strong").textContent) > before, cursor);
    await page.getByTestId("play").and(page.locator("[aria-label^=Play]")).waitFor();
    stops.push(await page.getByTestId("sentence-what").innerText());
  }
  assert.deepEqual(stops.map((told) => /Task-1|\ba\b|\bb\b/.test(told)), [true, true, true], stops.join("\n"));
});
