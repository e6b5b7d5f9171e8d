// A pasted session runs, and its lines are compared with what it printed.

import assert from "node:assert/strict";
import { test } from "node:test";

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
  const marked = page.locator(".cm-lintRange-info");
  await marked.first().waitFor();
  assert.equal((await marked.allTextContents()).join(""), "@asyncio.coroutine");
});

test("a library file in a traceback can be opened at its line", async (t) => {
  const { page } = await ran(t, "import heapq\nheapq.heappop([])\n");
  await page.getByTestId("output-library").first().click();
  const dialog = page.getByTestId("library-dialog");
  const meant = dialog.locator("[aria-current]");
  await meant.waitFor();
  assert.equal(await dialog.locator("h2").innerText(), "heapq.py");
  assert.match(await meant.innerText(), /\S/);
});
