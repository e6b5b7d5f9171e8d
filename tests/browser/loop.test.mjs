// The box of the loop: phases of a turn, the ready queue with its boundary, timers, the clock.

import assert from "node:assert/strict";
import { test } from "node:test";

import { goToRow, ran } from "./stage.mjs";

const TWO_SLEEPERS = `import asyncio

async def sleeper(name, seconds):
    await asyncio.sleep(seconds)
    print(name, 'is awake')

async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(sleeper('ann', 1), name='ann')
        group.create_task(sleeper('ben', 3), name='ben')

asyncio.run(main())
`;

/** The number of the phase that is marked as the present one. */
async function phase(page) {
  const marked = page.locator(".phase[aria-current=step]");
  return (await marked.count()) === 0 ? 0 : Number(await marked.locator("span").first().innerText());
}

test("the present phase of the turn is marked", async (t) => {
  const visit = await ran(t, TWO_SLEEPERS);
  const { page } = visit;
  await goToRow(visit, "clock advanced", 0);
  assert.equal(await phase(page), 3);
  await goToRow(visit, "timer due", 0);
  assert.equal(await phase(page), 1);
  await goToRow(visit, "output written", 0);
  assert.equal(await phase(page), 2);
});

test("the ready queue shows what runs in this turn, a boundary, and what waits for the next", async (t) => {
  const visit = await ran(t, TWO_SLEEPERS);
  const { page } = visit;
  // The tasks are made in the first turn and run in the second.
  await goToRow(visit, "task created", 2);
  await page.keyboard.press(".");
  await page.getByTestId("next-handle").nth(1).waitFor();
  assert.equal(await page.getByTestId("running-handle").count(), 1);
  assert.equal(await page.getByTestId("ready-handle").count(), 0);
  assert.equal(await page.locator(".boundary").count(), 1);
  await goToRow(visit, "iteration started", 1);
  assert.equal(await page.getByTestId("ready-handle").count(), 2);
  assert.equal(await page.getByTestId("next-handle").count(), 0);
  assert.match(await page.getByTestId("iteration").innerText(), /2/);
});

test("timers stand in the order of their deadlines and say what remains; the clock is shown", async (t) => {
  const visit = await ran(t, TWO_SLEEPERS);
  const { page } = visit;
  await goToRow(visit, "iteration ended", 1);
  const timers = page.getByTestId("timer");
  assert.deepEqual((await timers.allInnerTexts()).map((text) => text.replace(/^\S\s/, "").trim()), ["1 s", "3 s"]);
  assert.equal(await page.getByTestId("clock").innerText(), "0 s");
  await goToRow(visit, "output written", 0);
  assert.match(await timers.first().innerText(), /2 s/);
  assert.equal(await page.getByTestId("clock").innerText(), "1 s");
});

/** Animations that are under way in the box of the loop, right after the next event is shown. */
async function movesAfterStep(page) {
  // What moved on the way here has arrived.
  await page.waitForFunction(() => document.getAnimations().every((each) => each.playState !== "running"));
  return page.evaluate(async () => {
    const moving = () =>
      document.getAnimations().filter((it) => it.effect.target.closest("[data-testid=loop-body]")).length;
    document.querySelector("[data-testid=step-forward]").click();
    for (let frame = 0; frame < 6; frame += 1) {
      await new Promise(requestAnimationFrame);
      if (moving() > 0) return moving();
    }
    return 0;
  });
}

test("a timer that is due moves into the ready queue", async (t) => {
  const visit = await ran(t, TWO_SLEEPERS, { reducedMotion: "no-preference" });
  const { page } = visit;
  await goToRow(visit, "clock advanced", 0);
  const name = await page.getByTestId("timer").first().getAttribute("data-move");
  assert.ok((await movesAfterStep(page)) > 0);
  assert.equal(await page.getByTestId("next-handle").or(page.getByTestId("ready-handle")).first().getAttribute("data-move"), name);
});

test("with less motion the same step does not move anything", async (t) => {
  const visit = await ran(t, TWO_SLEEPERS, { reducedMotion: "reduce" });
  await goToRow(visit, "clock advanced", 0);
  assert.equal(await movesAfterStep(visit.page), 0);
});
