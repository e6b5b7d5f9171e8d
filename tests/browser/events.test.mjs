// The table of events does what the picture does.

import assert from "node:assert/strict";
import { test } from "node:test";

import { WORKERS, ran, searched } from "./stage.mjs";

/** Waits until the table has so many rows: the page draws after it was told. */
async function rows(page, count) {
  await page.waitForFunction(
    (wanted) => document.querySelectorAll('[data-testid="event-row"]').length === wanted,
    count,
  );
}

test("rows are filtered by kind, task and words; a row leads to its moment", async (t) => {
  const visit = await ran(t, WORKERS);
  const { page } = visit;
  await page.getByTestId("stage-events").click();
  const { events } = await visit.counter();
  assert.match(await page.getByTestId("events-count").innerText(), new RegExp(`^${events + 1} events`));
  await page.getByTestId("events-group").selectOption("output");
  await rows(page, 2);
  await page.getByTestId("events-task").selectOption({ label: "b" });
  await rows(page, 1);
  assert.match(await page.getByTestId("event-row").innerText(), /b 3/);
  await page.getByTestId("event-row").click();
  const { cursor } = await visit.counter();
  assert.ok(cursor > 0 && cursor < events);
  await page.getByTestId("events-search").fill("nothing like this");
  await rows(page, 0);
  assert.match(await page.getByTestId("events-count").innerText(), /^0 of/);
});

test("words of the sentences are found, in the visitor's language", async (t) => {
  const visit = await ran(t, WORKERS);
  const { page } = visit;
  await page.getByTestId("stage-events").click();
  const search = page.getByTestId("events-search");
  const sentences = page.getByTestId("event-row").locator(".what");
  // Three sleeps: no event is named so, only told so.
  await search.fill("the clock jumps 1 s");
  await rows(page, 3);
  for (const told of await sentences.allInnerTexts()) assert.match(told, /the clock jumps 1 s/i);
  // The words need not stand together.
  await search.fill("jumps deadline");
  await rows(page, 3);
  await search.fill("jumps nowhere");
  await rows(page, 0);
  await page.getByTestId("language").click();
  await search.fill("时钟向前跳");
  await rows(page, 3);
  await page.getByTestId("event-row").first().click();
  assert.match(await page.getByTestId("sentence-what").innerText(), /时钟向前跳/);
});

test("of a long log the search finds the last event, too, and the page answers meanwhile", async (t) => {
  const visit = await ran(t, "for i in range(15_000):\n    x = i\nprint('needle')\n");
  const { page } = visit;
  await page.getByTestId("stage-events").click();
  await page.getByTestId("events-search").fill('prints "needle"');
  await page.getByTestId("theme").click();
  await searched(page);
  await rows(page, 1);
  assert.match(await page.getByTestId("event-row").innerText(), /needle/);
});

test("by keyboard: search, walk the rows, go to cause and effect", async (t) => {
  const visit = await ran(t, WORKERS);
  const { page } = visit;
  await page.getByTestId("play").focus();
  await page.keyboard.press("/");
  await page.waitForFunction(() => document.activeElement?.id === "events-search");
  await page.keyboard.type("timer due");
  await page.getByTestId("event-row").first().click();
  await page.getByTestId("events-grid").focus();
  const { cursor } = await visit.counter();
  await page.keyboard.press("ArrowDown");
  const { cursor: next } = await visit.counter();
  assert.ok(next > cursor);
  const active = await page.getByTestId("events-grid").getAttribute("aria-activedescendant");
  assert.equal(active, `event-${next}`);
  await page.keyboard.press("c");
  const { cursor: cause } = await visit.counter();
  assert.ok(cause < next);
  await page.keyboard.press("f");
  assert.ok((await visit.counter()).cursor > cause);
});

test("of a hundred thousand events only the visible rows are made, and the last can be reached", async (t) => {
  const visit = await ran(t, "for i in range(60_000):\n    x = i\n    y = x\n");
  const { page } = visit;
  const { events } = await visit.counter();
  assert.ok(events > 100_000, String(events));
  await page.getByTestId("stage-events").click();
  await page.locator(`#event-${events}`).waitFor();
  assert.ok((await page.getByTestId("event-row").count()) < 100);
  await page.getByTestId("first").click();
  await page.locator("#event-0").waitFor();
  await page.getByTestId("events-group").selectOption("lines");
  await page.getByTestId("events-count").filter({ hasText: /of/ }).waitFor();
});
