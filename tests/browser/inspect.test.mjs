// Frames and variables at any moment, by replay.

import assert from "node:assert/strict";
import { test } from "node:test";

import { WORKERS, goToRow, inspected, ran, variables } from "./stage.mjs";

test("variables are as they were at the cursor, forwards and back", async (t) => {
  const visit = await ran(t, WORKERS);
  await goToRow(visit, "line 11", 0);
  assert.equal((await variables(visit)).total, "0");
  await goToRow(visit, "line 11", 5);
  const late = await variables(visit);
  assert.deepEqual([late.total, late.n], ["1", "2"]);
  await goToRow(visit, "line 11", 2);
  assert.equal((await variables(visit)).total, "0");
});

test("what changed since the last step is marked with its former value", async (t) => {
  const visit = await ran(t, WORKERS);
  await goToRow(visit, "line 11", 4);
  await inspected(visit);
  await visit.page.keyboard.press("l");
  const changed = (await inspected(visit)).locator("li.changed");
  await changed.first().waitFor();
  assert.match(await changed.first().innerText(), /total\s*=\s*3\s*was 1/);
});

test("objects open, stay open from step to step, and lists show their items", async (t) => {
  const visit = await ran(t, WORKERS);
  await goToRow(visit, "line 12", 0);
  const panel = await inspected(visit);
  assert.match((await variables(visit)).box, /<Box size=2, items=\[…?\]?/);
  await panel.getByRole("button", { name: "look inside: box" }).click();
  await panel.locator(".name", { hasText: /^items$/ }).waitFor();
  assert.equal((await variables(visit)).items, "[]");
  await goToRow(visit, "line 12", 1);
  assert.equal((await variables(visit)).items, "[0]");
});

test("a task among the variables leads to its lane", async (t) => {
  const visit = await ran(t, WORKERS);
  const { page } = visit;
  await goToRow(visit, "line 11", 0);
  await page.getByTestId("inspect-subject").selectOption({ label: "Task-1" });
  const link = (await inspected(visit)).getByTestId("entity-link").filter({ hasText: /^1?b$|b$/ }).first();
  await link.click();
  await page.getByRole("button", { name: /^b\b/, pressed: true }).waitFor();
  const frames = (await inspected(visit)).getByTestId("frame");
  assert.match(await frames.first().innerText(), /worker/);
});

test("a lock among the variables leads to its panel or its line", async (t) => {
  const visit = await ran(t, "import asyncio\n\nasync def main():\n    lock = asyncio.Lock()\n    async with lock:\n        await asyncio.sleep(1)\n        print(1)\n\nasyncio.run(main())\n");
  await goToRow(visit, "line 7", 0);
  const link = (await inspected(visit)).getByTestId("entity-link").filter({ hasText: "lock 1" });
  await link.click();
  await visit.page.getByTestId("primitive-row").filter({ hasText: "lock 1" }).waitFor();
});

test("frames of the library are folded with their count and can be unfolded", async (t) => {
  const visit = await ran(t, WORKERS);
  await goToRow(visit, "task suspended", 1);
  const panel = await inspected(visit);
  const fold = panel.getByTestId("library-frames");
  await fold.first().waitFor();
  assert.match(await fold.first().innerText(), /1 library frame/);
  const before = await panel.getByTestId("frame").count();
  await fold.first().click();
  assert.equal(await panel.getByTestId("frame").count(), before + 1);
  await panel.getByTestId("frame-library").first().click();
  const dialog = visit.page.getByTestId("library-dialog");
  await dialog.locator("[aria-current]").waitFor();
  assert.match(await dialog.locator("h2").innerText(), /^asyncio\/.*\.py$/);
});

test("the expression that runs is marked in the source", async (t) => {
  const visit = await ran(t, WORKERS);
  await goToRow(visit, "line 13", 0);
  await inspected(visit);
  const expression = visit.page.locator(".cm-runningExpression").first();
  await expression.waitFor();
  assert.match(await expression.innerText(), /await|asyncio/);
});

test("looking never reaches the program's own repr or output", async (t) => {
  const visit = await ran(t, "class Loud:\n    def __repr__(self):\n        print('asked')\n        return 'Loud'\nx = Loud()\ny = 1\nprint(y)\n");
  await goToRow(visit, "line 7", 0);
  assert.match((await variables(visit)).x, /^<Loud>$/);
  assert.deepEqual(await visit.output(), ["1"]);
});

test("a quick visitor sees the moment where the cursor rests, not one on the way", async (t) => {
  const visit = await ran(t, "x = 0\nfor i in range(200):\n    x = i\nprint(x)\n");
  const { page } = visit;
  const { events } = await visit.counter();
  for (let at = 10; at < 200; at += 7) await page.getByTestId("scrubber").fill(String(at));
  await page.getByTestId("scrubber").fill(String(events - 2));
  assert.equal((await variables(visit)).x, "199");
});
