// Who awaits whom: the graph with frames, circles of waiting, many tasks.

import assert from "node:assert/strict";
import { test } from "node:test";

import { goToRow, ran } from "./stage.mjs";

const CHAIN = `import asyncio

async def inner():
    await asyncio.sleep(1)

async def outer():
    await inner()

async def main():
    task = asyncio.create_task(outer(), name='worker')
    await task

asyncio.run(main())
`;

const LOCKS = `import asyncio

async def move(first, second):
    async with first:
        await asyncio.sleep(1)
        async with second:
            pass

async def main():
    left, right = asyncio.Lock(), asyncio.Lock()
    async with asyncio.TaskGroup() as group:
        group.create_task(move(left, right), name='ada')
        group.create_task(move(right, left), name='bob')

asyncio.run(main())
`;

const MANY = `import asyncio

async def wait(gate):
    await gate.wait()

async def main():
    gate = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        for n in range(200):
            group.create_task(wait(gate))
        await asyncio.sleep(1)
        gate.set()

asyncio.run(main())
`;

function row(page, name) {
  return page.getByTestId("wait-row").filter({ has: page.getByRole("button", { name, exact: true }) });
}

test("a task shows its frames and its line, and stands right of who awaits it", async (t) => {
  const visit = await ran(t, CHAIN);
  const { page } = visit;
  await goToRow(visit, "clock advanced", 0);
  const worker = row(page, "worker");
  assert.match(await worker.innerText(), /outer › inner/);
  assert.match(await worker.innerText(), /line 4/);
  const [main, other] = await Promise.all([row(page, "Task-1").boundingBox(), worker.boundingBox()]);
  assert.ok(main.x + main.width < other.x);
  assert.equal(await page.getByTestId("wait-edge").count(), 1);
});

test("the line of a waiting task leads into the source", async (t) => {
  const visit = await ran(t, CHAIN);
  const { page } = visit;
  await goToRow(visit, "clock advanced", 0);
  await row(page, "worker").getByRole("button", { name: "line 4" }).click();
  await page.locator(".cm-content:focus").waitFor();
});

test("a circle of waiting is drawn in red with holders and waiters, and told", async (t) => {
  const visit = await ran(t, LOCKS);
  const { page } = visit;
  await page.getByTestId("wait-cycle").waitFor();
  assert.equal(
    await page.getByTestId("wait-cycle").innerText(),
    "ada waits for lock 2, held by bob; bob waits for lock 1, held by ada: a circle, in which nobody can ever go on.",
  );
  assert.equal(await page.locator(".await-node.stuck").count(), 4);
  assert.equal(await page.locator(".tie.stuck").count(), 4);
  assert.equal(await page.locator(".tie.stuck.held-by").count(), 2);
  assert.equal(await page.locator(".await-node:not(.stuck)").count(), 1);
});

test("without a circle a deadlock still is told, and everybody in it is marked", async (t) => {
  const visit = await ran(t, "import asyncio\n\nasync def main():\n    await asyncio.Queue().get()\n\nasyncio.run(main())\n");
  const { page } = visit;
  assert.match(await page.getByTestId("wait-cycle").innerText(), /Nothing can ever run again/);
  assert.ok((await page.locator(".await-node.stuck").count()) > 0);
});

test("of two hundred alike a few are drawn, and all when asked for", async (t) => {
  const visit = await ran(t, MANY);
  const { page } = visit;
  await goToRow(visit, "clock advanced", 0);
  const drawn = await page.getByTestId("wait-row").count();
  assert.ok(drawn < 20, `${drawn} rows`);
  await page.getByTestId("wait-more").getByRole("button").click();
  await page.getByTestId("wait-row").nth(200).waitFor();
  const boxes = await page.getByTestId("wait-row").evaluateAll((rows) =>
    rows.map((each) => [each.offsetLeft, each.offsetTop, each.offsetHeight]),
  );
  const columns = new Map();
  for (const [left, top, height] of boxes) {
    for (const [from, to] of columns.get(left) ?? []) assert.ok(top >= to || top + height <= from, "rows overlap");
    columns.set(left, [...(columns.get(left) ?? []), [top, top + height]]);
  }
});

test("the graph has the large place, too", async (t) => {
  const visit = await ran(t, LOCKS);
  const { page } = visit;
  await page.getByTestId("stage-waits").click();
  const large = page.locator(".waits.large");
  await large.waitFor();
  assert.equal(await large.locator(".await-node.stuck").count(), 4);
  const wide = await large.evaluate((it) => it.scrollWidth - it.clientWidth);
  assert.ok(wide <= 0, `${wide} pixels too wide`);
});
