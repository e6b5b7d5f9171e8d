// The examples on the page: each runs to its end with CPython's output.

import assert from "node:assert/strict";
import { test } from "node:test";

import { galleryPrograms, withoutAddresses } from "../engine/engine.mjs";
import { open, visitor } from "./harness.mjs";
import { Playground } from "./playground.mjs";

test("every example runs on the page with CPython's output", async (t) => {
  const visit = new Playground(await open(await visitor(t)));
  await visit.instantly();
  const programs = await galleryPrograms();
  assert.ok(programs.length >= 12);
  for (const program of programs) {
    await visit.page.getByTestId("gallery-button").click();
    await visit.page.getByTestId(`example-${program.name}`).click();
    await visit.run();
    await visit.ended();
    const printed = (await visit.output()).slice(0, program.stdout.split("\n").length - 1);
    const text = withoutAddresses(`${printed.join("\n")}\n`);
    assert.deepEqual(text, program.stdout, program.name);
  }
});
