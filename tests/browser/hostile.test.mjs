// Programs that would hurt a page: each leaves it responsive, and ends with a clear message.

import assert from "node:assert/strict";
import { test } from "node:test";

import { open, visitor } from "./harness.mjs";
import { Playground } from "./playground.mjs";

/** The page draws and answers: it changes its colours when asked to. */
async function answers(visit) {
  const theme = visit.page.getByTestId("theme");
  const before = await theme.getAttribute("aria-label");
  await theme.click({ timeout: 5000 });
  await visit.page.waitForFunction(
    (label) => document.querySelector('[data-testid="theme"]').getAttribute("aria-label") !== label,
    before,
    { timeout: 5000 },
  );
}

/** Afterwards the same page runs an honest program. */
async function stillWorks(visit) {
  await visit.runToEnd("print('still here')\n");
  assert.deepEqual(await visit.output(), ["still here"]);
}

const ENDLESS = [
  ["while True: pass", "while True: pass\n"],
  ["an endless loop in a task", "import asyncio\nasync def main():\n    n = 0\n    while True:\n        n += 1\nasyncio.run(main())\n"],
];

for (const [name, source] of ENDLESS) {
  test(`${name} is answered to, and stopped by Stop`, async (t) => {
    const visit = new Playground(await open(await visitor(t)));
    await visit.instantly();
    await visit.write(source);
    await visit.run();
    await answers(visit);
    // A slow machine's budget may end it first: then it says that. The click must be
    // over before the test goes on: one still waiting presses what stands there later, Run.
    await visit.page.getByTestId("stop").click({ timeout: 5000 }).catch(() => {});
    await visit.ended();
    assert.match(await visit.status(), /stopped/);
    await stillWorks(visit);
  });
}

const ENDING_BY_THEMSELVES = [
  ["a list as long as the universe", "x = [0] * 10**12\n", /MemoryError|memory/],
  ["a list that grows for ever", "x = []\nwhile True:\n    x.append('grow' * 100)\n", /memory|instructions/],
  ["a text that doubles for ever", "x = 'x'\nwhile True:\n    x += x\n", /MemoryError|memory/],
  ["a number that squares itself for ever", "x = 3\nwhile True:\n    x *= x\n", /MemoryError|memory|instructions/],
  ["recursion without an end", "def f():\n    return f() + 1\nf()\n", /RecursionError/],
  ["a repr without an end", "x = []\nfor _ in range(100_000):\n    x = [x]\nprint(x)\n", /RecursionError/],
  ["a million prints", "for i in range(1_000_000):\n    print(i)\n", /finished|output|instructions/],
  ["tasks without an end", "import asyncio\nasync def f():\n    while True:\n        asyncio.create_task(asyncio.sleep(1))\n        await asyncio.sleep(0)\nasyncio.run(f())\n", /log|[Mm]emory|instructions|stopped/],
];

for (const [name, source, message] of ENDING_BY_THEMSELVES) {
  test(`${name} ends with a message`, async (t) => {
    const visit = new Playground(await open(await visitor(t)));
    // Filling the memory takes a slow machine more than a minute.
    visit.page.setDefaultTimeout(240_000);
    await visit.instantly();
    await visit.write(source);
    await visit.run();
    await answers(visit);
    await visit.ended();
    const told = `${await visit.status()}\n${(await visit.output()).slice(-5).join("\n")}`;
    assert.match(told, message);
    await stillWorks(visit);
  });
}
