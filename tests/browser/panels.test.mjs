// Locks, queues, futures, generators: each panel is there when the program has something for it.

import assert from "node:assert/strict";
import { test } from "node:test";

import { goToRow, ran } from "./stage.mjs";

function program(body) {
  return `import asyncio\n\n${body}\nasyncio.run(main())\n`;
}

async function tabs(page) {
  return page.locator("[data-testid^=detail-tab-]").evaluateAll((all) => all.map((tab) => tab.dataset.testid.slice(11)));
}

test("a plain program has no panel but Inspect", async (t) => {
  const { page } = await ran(t, "print('hello')\n", { viewport: { width: 1440, height: 900 } });
  assert.deepEqual(await tabs(page), ["inspect"]);
});

test("generators have their panel without any event loop", async (t) => {
  const { page } = await ran(t, "def up():\n    yield 1\n\nprint(list(up()))\n", { viewport: { width: 1440, height: 900 } });
  assert.deepEqual(await tabs(page), ["inspect", "generators"]);
});

test("no tab is cut off when all are there", async (t) => {
  for (const width of [1440, 1024]) {
    const source = program("async def main():\n    asyncio.Lock()\n    await asyncio.sleep(1)\n");
    const { page } = await ran(t, source, { viewport: { width, height: 900 } });
    const row = page.locator(".box-tabs[aria-label]", { has: page.getByTestId("detail-tab-inspect") });
    assert.ok((await tabs(page)).length >= 4);
    assert.ok(await row.evaluate((it) => it.scrollWidth <= it.clientWidth), `${width} wide`);
  }
});

test("a lock shows its holder and who waits, in order", async (t) => {
  const visit = await ran(
    t,
    program(`async def visitor(lock):
    async with lock:
        await asyncio.sleep(1)

async def main():
    lock = asyncio.Lock()
    async with asyncio.TaskGroup() as group:
        for name in ('ann', 'ben', 'cem'):
            group.create_task(visitor(lock), name=name)
`),
  );
  const { page } = visit;
  await goToRow(visit, "clock advanced", 0);
  await page.getByTestId("detail-tab-primitives").click();
  const text = (await page.getByTestId("primitive-row").first().innerText()).replace(/\s+/g, " ");
  assert.match(text, /held by . ann/);
  assert.match(text, /waiting in line . ben . cem/);
});

test("a queue shows its contents, a semaphore its free places", async (t) => {
  const visit = await ran(
    t,
    program(`async def main():
    queue = asyncio.Queue(5)
    gate = asyncio.Semaphore(3)
    await queue.put('apple')
    await queue.put('pear')
    await gate.acquire()
    await asyncio.sleep(1)
`),
  );
  const { page } = visit;
  await goToRow(visit, "clock advanced", 0);
  await page.getByTestId("detail-tab-primitives").click();
  const rows = (await page.getByTestId("primitive-row").allInnerTexts()).join("\n");
  assert.match(rows, /'apple'\s+'pear'/);
  assert.match(rows, /2 items, room for 5/);
  assert.match(rows, /2 places free/);
});

test("a future shows whom it wakes and what it calls", async (t) => {
  const visit = await ran(
    t,
    program(`def told(future):
    print('told', future.result())

async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.add_done_callback(told)
    loop.call_later(1, future.set_result, 'ready')
    print(await future)
`),
  );
  const { page } = visit;
  await goToRow(visit, "clock advanced", 0);
  await page.getByTestId("detail-tab-futures").click();
  const text = (await page.getByTestId("future-row").first().innerText()).replace(/\s+/g, " ");
  assert.match(text, /pending/);
  assert.match(text, /calls told/);
  assert.match(text, /wakes . Task-1/);
});

test("a chain of generators shows who delegates to whom, what went in and what came out", async (t) => {
  const visit = await ran(
    t,
    `def inner():
    got = yield 'first'
    yield got

def outer():
    yield from inner()

chain = outer()
print(next(chain))
print(chain.send('hello'))
`,
  );
  const { page } = visit;
  await page.getByTestId("detail-tab-generators").click();
  await goToRow(visit, "output written", 1);
  const rows = page.getByTestId("generator-row");
  const texts = (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, " "));
  assert.match(texts[0], /outer/);
  assert.match(texts[1], /delegates to generator inner.*sent in 'hello'.*came out 'hello'/);
  const [first, second] = await Promise.all([rows.nth(0).boundingBox(), rows.nth(1).boundingBox()]);
  assert.ok(second.x > first.x, "the inner one is indented");
});
