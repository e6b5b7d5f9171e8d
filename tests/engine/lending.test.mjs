// Events leave the worker in a buffer of its own making, or in one that was given back.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { LENT_FROM, talkInNode } from "../../benches/peers/adapters/worker.mjs";
import { ENGINE } from "./engine.mjs";

const { talk, giveBack, stop } = await talkInNode(ENGINE.href);
after(stop);
const OPTIONS = { seed: 0, record: true, maxEvents: 1_000_000, maxInstructions: 1e9, maxMemory: 2 ** 30 };
let runs = 0;

/** The bytes of the log of a loop that goes round so often. */
async function events(rounds) {
  runs += 1;
  const source = `for i in range(${rounds}):\n    print(i)\n`;
  await talk({ type: "load", run: runs, source, options: OPTIONS }, ["loaded"]);
  const { pieces } = await talk({ type: "advance", run: runs, budget: {} }, ["finished"]);
  assert.equal(pieces.length, 1);
  return pieces[0];
}

test("a buffer that is given back holds the next events, the same bytes", async () => {
  const first = await events(20_000);
  assert.ok(first.length >= LENT_FROM);
  const bytes = first.slice();

  const second = await events(20_000);
  assert.notEqual(second.buffer, first.buffer, "nobody has given it back");
  assert.deepEqual(second, bytes);

  giveBack(first);
  const third = await events(20_000);
  assert.equal(third.buffer, first.buffer);
  assert.deepEqual(third, bytes);
});

test("a part of it is enough for fewer events, and it is too short for more", async () => {
  const [few, large] = [await events(15_000), await events(20_000)];
  const bytes = few.slice();
  giveBack(large);
  const part = await events(15_000);
  assert.equal(part.buffer, large.buffer);
  assert.ok(part.length < part.buffer.byteLength);
  assert.deepEqual(part, bytes);

  giveBack(few);
  const more = await events(20_000);
  assert.notEqual(more.buffer, few.buffer);
  assert.equal(more.length, large.length);
});

test("few events do not take a large buffer with them", async () => {
  giveBack(await events(20_000));
  const few = await events(10);
  assert.equal(few.buffer.byteLength, few.length);
});
