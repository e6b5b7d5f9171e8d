// A pasted session runs, and its lines are compared with what it printed.

import assert from "node:assert/strict";
import { test } from "node:test";

import { open, visitor } from "./harness.mjs";
import { Playground } from "./playground.mjs";
import { ran } from "./stage.mjs";

const SESSION = `>>> import asyncio
>>> async def double(x):
...     await asyncio.sleep(1)
...     return 2 * x
...
>>> await double(21)
42
>>> double
<function double at 0x1234abcd>
>>> 1 + 1
3
`;

test("a transcript's output is marked line by line", async (t) => {
  const { page } = await ran(t, SESSION);
  const signs = page.locator(".cm-verdictGutter span");
  await signs.last().waitFor();
  assert.deepEqual(await signs.allTextContents(), ["✓", "✓", "≠"]);
  assert.equal(await signs.last().getAttribute("title"), "The run printed: 2");
});

test("a screen reader is told which lines differ", async (t) => {
  const { page } = await ran(t, SESSION);
  const session = page.getByTestId("session");
  assert.match(await session.getByRole("status").innerText(), /as the run printed them: 2; other lines: 1/);
  assert.deepEqual(await session.locator("li").allTextContents(), ["line 11: The run printed: 2"]);
});

test("an old spelling is underlined where it ran", async (t) => {
  const { page } = await ran(t, "import asyncio\n\n@asyncio.coroutine\ndef f():\n    yield\n");
  // The run underlines the whole line first; what the text shows by itself comes a little later and is exact.
  const marked = page.locator(".cm-lintRange-info");
  await marked.filter({ hasText: /^asyncio\.coroutine$/ }).waitFor();
  assert.equal(await marked.count(), 1);
});

test("an old spelling is underlined while it is typed, in the visitor's language", async (t) => {
  const page = await open(await visitor(t));
  const visit = new Playground(page);
  await visit.write("import asyncio\n\nasync def f():\n    with await lock:\n        await asyncio.sleep(1, loop=loop)\n");
  const marked = page.locator(".cm-lintRange-info");
  await marked.nth(1).waitFor();
  assert.deepEqual(await marked.allTextContents(), ["with await", "loop"]);
  await marked.nth(1).hover();
  await page.locator(".cm-tooltip-lint").filter({ hasText: "gone since Python 3.10" }).waitFor();
  await page.mouse.move(0, 0);
  await page.getByTestId("language").click();
  await marked.nth(1).hover();
  await page.locator(".cm-tooltip-lint").filter({ hasText: "自 Python 3.10 起已移除" }).waitFor();
  await visit.write("import asyncio\n");
  await marked.first().waitFor({ state: "detached" });
});

test("a library file in a traceback can be opened at its line", async (t) => {
  const { page } = await ran(t, "import heapq\nheapq.heappop([])\n");
  const fold = page.getByTestId("output-library-frames");
  assert.equal(await page.getByTestId("output-library").count(), 0);
  assert.match(await fold.innerText(), /1 library frame/);
  await fold.click();
  assert.equal(await fold.getAttribute("aria-expanded"), "true");
  await page.getByTestId("output-library").first().click();
  const dialog = page.getByTestId("library-dialog");
  const meant = dialog.locator("[aria-current]");
  await meant.waitFor();
  assert.equal(await dialog.locator("h2").innerText(), "heapq.py");
  assert.match(await meant.innerText(), /\S/);
});
