// What tests of the stage share: programs with known events, and a visitor who has run one.

import { open, visitor } from "./harness.mjs";
import { Playground } from "./playground.mjs";

/** Two workers take turns; each has variables that change. */
export const WORKERS = `import asyncio

class Box:
    def __init__(self, size):
        self.size = size
        self.items = []

async def worker(name, box):
    total = 0
    for n in range(3):
        total += n
        box.items.append(total)
        await asyncio.sleep(1)
    print(name, total)

async def main():
    box = Box(2)
    async with asyncio.TaskGroup() as group:
        first = group.create_task(worker("a", box), name="a")
        second = group.create_task(worker("b", box), name="b")

asyncio.run(main())
`;

/** A visitor who has run the program to its end. */
export async function ran(t, source, options) {
  const visit = new Playground(await open(await visitor(t, options)));
  await visit.instantly();
  await visit.write(source);
  await visit.run();
  await visit.page.getByTestId("status").filter({ hasText: /finished|raised|deadlock|已结束|抛出|死锁/ }).waitFor();
  await visit.ended();
  return visit;
}

/** The table of events has looked through the whole log. */
export async function searched(page) {
  await page.waitForFunction(() => {
    const count = document.querySelector("[data-testid=events-count]");
    return count && !/searching|正在搜索/.test(count.textContent);
  });
}

/** The cursor goes to the first or a later event whose row in the table has these words. */
export async function goToRow(visit, words, nth = 0) {
  const { page } = visit;
  await page.getByTestId("stage-events").click();
  await page.getByTestId("events-search").fill(words);
  await searched(page);
  // Only rows near the visible ones are there, and which those are follows the cursor.
  await page.getByTestId("events-grid").evaluate((grid) => grid.scrollTo(0, 0));
  await page.locator(`[data-testid=event-row][aria-rowindex="${nth + 2}"]`).click();
  await page.getByTestId("events-search").fill("");
  await page.getByTestId("stage-lanes").click();
}

/** Frames and variables for the moment of the cursor, once they have come. */
export async function inspected(visit) {
  const panel = visit.page.locator("[data-testid=inspect][aria-busy=false]");
  await panel.waitFor();
  return panel;
}

/** Variables on the screen by name: what stands behind the equals sign. */
export async function variables(visit) {
  const panel = await inspected(visit);
  return Object.fromEntries(
    await panel.locator(".variable").evaluateAll((rows) =>
      rows.map((row) => [
        row.querySelector(".name").textContent,
        (row.querySelector(".value") ?? row.querySelector("[data-testid=entity-link]")).textContent,
      ]),
    ),
  );
}
