// A pinned run beside a later one: where they part, and what each printed.

import assert from "node:assert/strict";
import { test } from "node:test";

import { WORKERS, ran } from "./stage.mjs";

test("two runs stand side by side with their first difference", async (t) => {
  const visit = await ran(t, WORKERS);
  const { page } = visit;
  await page.getByTestId("pin").click();
  await page.getByTestId("compare-view").filter({ hasText: "Edit the program" }).waitFor();
  await visit.write(WORKERS.replace("sleep(1)", "sleep(2)").replace("print(name, total)", "print(name, -total)"));
  await visit.run();
  await visit.ended();
  const parting = page.getByTestId("compare-parting");
  await parting.waitFor();
  assert.match(await parting.innerText(), /sleep for 1 s[\s\S]*sleep for 2 s/);
  const rows = page.getByTestId("compare-row");
  assert.equal(await rows.count(), 4);
  assert.match(await rows.first().getAttribute("class"), /first/);
  // And on the lanes of both.
  assert.equal(await page.getByTestId("compare-view").locator("path.parting").count(), 2);
  await page.getByTestId("compare-go").click();
  assert.match(await page.getByTestId("sentence-what").innerText(), /sleep/);
});

test("an edit that changes nothing but lines is no difference", async (t) => {
  const visit = await ran(t, WORKERS);
  const { page } = visit;
  await page.getByTestId("play").focus();
  await page.keyboard.press("m");
  await visit.write(`# a comment\n\n${WORKERS}`);
  await visit.run();
  await visit.ended();
  await page.getByTestId("compare-same").waitFor();
  assert.equal(await page.locator(".compare-output .differs").count(), 0);
});

test("letting go of the pinned run brings the lanes back", async (t) => {
  const visit = await ran(t, WORKERS);
  const { page } = visit;
  await page.getByTestId("pin").click();
  await page.getByTestId("compare-stop").click();
  await page.getByTestId("lanes").waitFor();
  assert.equal(await page.getByTestId("stage-compare").count(), 0);
});
