// A program asks with input(): the visitor answers in the output pane.

import assert from "node:assert/strict";
import { test } from "node:test";

import { open, visitor } from "./harness.mjs";
import { Playground } from "./playground.mjs";
import { goToRow, variables } from "./stage.mjs";

const ASKS = `import asyncio

async def main():
    name = input('who? ')
    await asyncio.sleep(1)
    print('hello', name)
    try:
        input()
    except EOFError:
        print('no more')

asyncio.run(main())
`;

const waiting = async (t, source) => {
  const visit = new Playground(await open(await visitor(t)));
  await visit.instantly();
  await visit.write(source);
  await visit.run();
  await visit.page.getByTestId("input-line").waitFor();
  return visit;
};

test("input() asks the visitor, and the answer goes on with the program", async (t) => {
  const visit = await waiting(t, ASKS);
  const field = visit.page.getByTestId("input-line");
  assert.match(await visit.status(), /waits for your input/);
  assert.ok(await field.evaluate((element) => element === document.activeElement));
  await visit.page.keyboard.type("Ada 🦀");
  await visit.page.keyboard.press("Enter");
  // The second question comes after the answer to the first.
  await visit.page.getByText("hello Ada 🦀").waitFor();
  await field.waitFor();
  await visit.page.getByTestId("input-end").click();
  await visit.ended();
  assert.equal(await field.count(), 0);
  assert.deepEqual(await visit.output(), ["who? Ada 🦀", "hello Ada 🦀", "no more"]);
  assert.equal(await visit.page.getByTestId("typed").first().innerText(), "Ada 🦀");
});

test("looking into a moment after an answer runs the program with the same answer", async (t) => {
  const visit = await waiting(t, "name = input()\nlength = len(name)\nprint(length)\n");
  await visit.page.getByTestId("input-line").fill("seven b");
  await visit.page.getByTestId("input-send").click();
  await visit.ended();
  await goToRow(visit, "line 3", 0);
  const { name, length } = await variables(visit);
  assert.deepEqual([name, length], ["'seven b'", "7"]);
});

test("a program that waits for input can be stopped", async (t) => {
  const visit = await waiting(t, "try:\n    input('? ')\nfinally:\n    print('cleaned up')\n");
  await visit.page.getByTestId("stop").click();
  await visit.ended();
  assert.equal(await visit.page.getByTestId("input-line").count(), 0);
});

test("nothing typed elsewhere is disturbed, and Ctrl+D ends the input", async (t) => {
  const visit = new Playground(await open(await visitor(t)));
  await visit.instantly();
  await visit.write("try:\n    input()\nexcept EOFError:\n    print('end')\n");
  await visit.text.press("Control+Enter");
  const field = visit.page.getByTestId("input-line");
  await field.waitFor();
  assert.ok(!(await field.evaluate((element) => element === document.activeElement)));
  await field.press("Control+d");
  await visit.ended();
  assert.deepEqual(await visit.output(), ["end"]);
});
