// Picture and source lead to each other; output leads to moments and lines.

import assert from "node:assert/strict";
import { test } from "node:test";

import { WORKERS, goToRow, ran } from "./stage.mjs";

test("pointing at a line lights its moments on the lanes", async (t) => {
  const visit = await ran(t, WORKERS);
  const { page } = visit;
  await page.locator(".cm-line", { hasText: "total += n" }).hover();
  const path = await page.getByTestId("lit-moments").locator("path").getAttribute("d");
  assert.equal(path.split("M").length - 1, 6);
  await page.getByTestId("status").hover();
  await page.getByTestId("lit-moments").waitFor({ state: "detached" });
});

test("pointing at a lane lights the line where the task stands", async (t) => {
  const visit = await ran(t, WORKERS);
  const { page } = visit;
  const box = await page.getByTestId("lanes-plot").boundingBox();
  const row = await page.getByRole("button", { name: /^b\b/ }).first().boundingBox();
  await page.mouse.move(box.x + box.width / 2, row.y + row.height / 2);
  const lit = page.locator(".cm-litLine");
  await lit.waitFor();
  assert.match(await lit.innerText(), /await asyncio\.sleep\(1\)/);
});

test("every suspended coroutine has a mark at its line with its name", async (t) => {
  const visit = await ran(t, WORKERS);
  await goToRow(visit, "clock advanced", 0);
  await visit.page.locator(".cm-taskMarks").nth(1).waitFor();
  const titles = await visit.page.locator(".cm-taskMarks").evaluateAll((all) => all.map((each) => each.title).join("\n"));
  assert.match(titles, /^a: sleeping/m);
  assert.match(titles, /^b: sleeping/m);
  assert.match(titles, /^Task-1: waiting/m);
});

test("lines of a traceback lead into the source", async (t) => {
  const visit = await ran(t, "def f():\n    return 1 / 0\n\nf()\n");
  const { page } = visit;
  const links = page.getByTestId("output-source");
  assert.deepEqual(await links.allInnerTexts(), ["line 4 ↗", "line 2 ↗"]);
  await links.nth(1).click();
  await page.locator(".cm-content:focus").waitFor();
  const line = await page.evaluate(() => {
    let node = getSelection().anchorNode;
    while (node && !node.classList?.contains("cm-line")) node = node.parentNode;
    return node?.textContent;
  });
  assert.equal(line, "    return 1 / 0");
});

test("what the cursor has not reached is dimmed", async (t) => {
  const visit = await ran(t, WORKERS);
  await visit.page.getByTestId("output-line").first().click();
  const future = visit.page.locator("[data-testid=output-line].future");
  assert.equal(await future.count(), 1);
});

for (const colorScheme of ["light", "dark"]) {
  test(`a long line that is scrolled goes under the line numbers: ${colorScheme}`, async (t) => {
    const visit = await ran(t, `print("${"long ".repeat(100)}")\n`, { colorScheme });
    const gutters = visit.page.getByTestId("editor").locator(".cm-gutters");
    const colour = await gutters.evaluate((element) => getComputedStyle(element).backgroundColor);
    assert.match(colour, /^rgb\(|^oklch\((?!.*\/)|^color\((?!.*\/)/);
  });
}
