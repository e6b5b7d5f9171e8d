// Step, step back, scrub: the stage is what it was at that moment.

import assert from "node:assert/strict";
import { test } from "node:test";

import { open, visitor } from "./harness.mjs";
import { Playground } from "./playground.mjs";
import { sleepers } from "./programs.mjs";

const TWO_TASKS = sleepers(2);

/** A visitor who has played the program to its end, stepping by single events. */
async function played(t) {
  const visit = new Playground(await open(await visitor(t)));
  await visit.runToEnd(TWO_TASKS);
  await visit.page.getByTestId("step-unit").selectOption({ index: 0 });
  return visit;
}

test("stepping back shows the earlier scenes, in their order", async (t) => {
  const visit = await played(t);
  await visit.page.getByTestId("first").click();
  const forward = [await visit.stage()];
  for (let i = 0; i < 40; i += 1) {
    await visit.stepForward();
    forward.push(await visit.stage());
  }
  assert.ok(new Set(forward).size > 10, "the stage changes from step to step");
  const back = [await visit.stage()];
  for (let i = 0; i < 40; i += 1) {
    await visit.stepBack();
    back.unshift(await visit.stage());
  }
  assert.deepEqual(back, forward);
});

test("scrubbing leads to the same scene as stepping", async (t) => {
  const visit = await played(t);
  await visit.page.getByTestId("first").click();
  for (let i = 0; i < 12; i += 1) await visit.stepForward();
  const { cursor } = await visit.counter();
  const stepped = await visit.stage();
  await visit.page.getByTestId("last").click();
  await visit.page.getByTestId("scrubber").fill(String(cursor));
  assert.equal((await visit.counter()).cursor, cursor);
  assert.equal(await visit.stage(), stepped);
});

test("an output line leads to its moment", async (t) => {
  const visit = await played(t);
  const { cursor: end } = await visit.counter();
  await visit.page.getByTestId("output-line").filter({ hasText: "a" }).first().click();
  const { cursor } = await visit.counter();
  assert.ok(cursor < end);
  await visit.page.getByTestId("output-line").filter({ hasText: "b" }).first().click();
  assert.ok((await visit.counter()).cursor > cursor);
});

test("the running line is marked while the cursor is inside the program", async (t) => {
  const visit = await played(t);
  await visit.page.getByTestId("output-line").filter({ hasText: "a" }).first().click();
  const line = visit.page.locator(".cm-runningLine");
  await line.waitFor();
  assert.deepEqual(await line.allTextContents(), ["    print(name)"]);
});

test("a suspended task has its chip beside the line where it waits", async (t) => {
  const visit = await played(t);
  await visit.page.getByTestId("output-line").filter({ hasText: "a" }).first().click();
  const chips = visit.page.locator(".cm-taskMarks");
  await chips.nth(2).waitFor();
  const titles = await chips.evaluateAll((list) => list.map((chip) => chip.title));
  // Main waits for the gathering, the worker b sleeps, the worker a runs.
  const told = (words) => titles.filter((title) => words.test(title)).length;
  assert.deepEqual([told(/waiting/), told(/sleeping/), told(/running/)], [1, 1, 1], titles.join("; "));
});


test("a task's states follow each other: ready, running, asleep, ready again, running, gone", async (t) => {
  const visit = await played(t);
  const { events } = await visit.counter();
  const states = [];
  for (let at = 0; at <= events; at += 1) {
    await visit.page.getByTestId("scrubber").fill(String(at));
    const row = visit.page.getByTestId("wait-row").filter({ has: visit.page.getByRole("button", { name: "Task-2", exact: true }) });
    const state = (await row.count()) === 0 ? "absent" : await row.getAttribute("data-state");
    if (state !== states.at(-1)) states.push(state);
  }
  assert.deepEqual(states, ["absent", "ready", "running", "sleeping", "ready", "running", "absent"]);
});
