// What asyncio lets pass silently is told, counted, led to, with how to mend it.

import assert from "node:assert/strict";
import { test } from "node:test";

import { ran } from "./stage.mjs";

const FORGOTTEN = `import asyncio, time

async def fetch():
    await asyncio.sleep(1)

async def main():
    task = asyncio.create_task(fetch(), name="fetcher")
    for _ in range(3):
        fetch()
    await asyncio.sleep(0)
    time.sleep(2)
    await task

asyncio.run(main())
`;

test("a forgotten await and a blocked loop are told with counts, names and a cure", async (t) => {
  const visit = await ran(t, FORGOTTEN);
  const { page } = visit;
  assert.match(await page.getByTestId("foot-tab-notices").innerText(), /2/);
  await page.getByTestId("foot-tab-notices").click();
  const rows = page.getByTestId("notice-row");
  assert.equal(await rows.count(), 2);
  const [forgotten, blocked] = await rows.allInnerTexts();
  assert.match(forgotten, /never awaited[\s\S]*3×[\s\S]*fetch\(\) was made on line 9[\s\S]*Write await/);
  assert.match(blocked, /loop blocked[\s\S]*2 s with time\.sleep \(line 11\); fetcher had to wait[\s\S]*asyncio\.sleep/);
});

test("a notice leads to its moments and to its line", async (t) => {
  const visit = await ran(t, FORGOTTEN);
  const { page } = visit;
  await page.getByTestId("foot-tab-notices").click();
  const row = page.getByTestId("notice-row").first();
  await row.getByTestId("notice-jump").click();
  const { cursor } = await visit.counter();
  await row.getByRole("button", { name: "next" }).click();
  assert.ok((await visit.counter()).cursor > cursor);
  await row.getByTestId("notice-line").click();
  assert.equal(await page.evaluate(() => document.activeElement.classList.contains("cm-content")), true);
});

test("badges on the scrubber lead to notices", async (t) => {
  const visit = await ran(t, FORGOTTEN);
  const { page } = visit;
  const badges = page.getByTestId("notice-badge");
  assert.equal(await badges.count(), 2);
  await badges.first().click();
  await page.getByTestId("notice-rows").waitFor();
  assert.ok((await visit.counter()).cursor < (await visit.counter()).events);
});

test("a sound program has no notice, and says so", async (t) => {
  const visit = await ran(t, "print(1)\n");
  await visit.page.getByTestId("foot-tab-notices").click();
  await visit.page.getByTestId("no-notices").waitFor();
  assert.equal(await visit.page.getByTestId("notice-badge").count(), 0);
});

test("notices speak Chinese too", async (t) => {
  const visit = await ran(t, FORGOTTEN, { locale: "zh-CN" });
  await visit.page.getByTestId("foot-tab-notices").click();
  const [forgotten] = await visit.page.getByTestId("notice-row").allInnerTexts();
  assert.match(forgotten, /从未等待[\s\S]*3 次[\s\S]*请在调用前写 await/);
});
