// The ten questions: choosing one runs its program, shows the answer, and puts the cursor where it is seen.

import assert from "node:assert/strict";
import { test } from "node:test";

import { barriers } from "./barriers.mjs";
import { open, visitor } from "./harness.mjs";
import { Playground } from "./playground.mjs";

const QUESTIONS = {
  "still-sequential": /asking for weather/,
  "never-runs": /main: looks at 2/,
  "prints-at-the-end": /Task-2 is finished and returns 'news'/,
  "never-awaited": /save\(\) was made but never awaited/,
  "gather-error": /Task-1 goes on with an exception thrown in/,
  "everything-stopped": /Deadlock/,
  "who-cancelled": /CancelledError is thrown into painter/,
  "useless-lock": /Cem is suspended/,
  "blocked-loop": /blocks the whole event loop for 2 s/,
  "three-things": /Task-1 is suspended until future 1 is done/,
};

async function asked(t, name, options = {}) {
  const visit = new Playground(await open(await visitor(t, { viewport: { width: 1440, height: 900 }, ...options })));
  await visit.page.getByTestId("gallery-button").click();
  await visit.page.getByTestId(`example-${name}`).click();
  await visit.page.locator(".point[aria-current=step]").waitFor();
  return visit;
}

test("each question is answered at its telling moment", async (t) => {
  for (const [name, sentence] of Object.entries(QUESTIONS)) {
    const { page } = await asked(t, name);
    assert.match(await page.getByTestId("sentence-what").innerText(), sentence, name);
    assert.ok((await page.getByTestId("answer-text").innerText()).length > 80, name);
    await page.close();
  }
});

test("the points lead from moment to moment", async (t) => {
  const visit = await asked(t, "who-cancelled");
  const { page } = visit;
  const cursors = [];
  for (const point of await page.getByTestId("answer-point").all()) {
    await point.click();
    assert.equal(await point.getAttribute("aria-current"), "step");
    cursors.push((await visit.counter()).cursor);
  }
  assert.deepEqual([...cursors].sort((a, b) => a - b), cursors);
  assert.equal(new Set(cursors).size, 3);
});

test("the useless lock shows three locks, each with a holder", async (t) => {
  const { page } = await asked(t, "useless-lock");
  const rows = page.getByTestId("primitive-row");
  assert.equal(await rows.count(), 3);
  for (const text of await rows.allInnerTexts()) {
    assert.match(text, /held by/);
    assert.doesNotMatch(text, /waiting in line/);
  }
});

test("the answer can be hidden, and is gone when the program is edited", async (t) => {
  const visit = await asked(t, "never-awaited");
  const { page } = visit;
  await page.getByTestId("answer-toggle").click();
  assert.equal(await page.getByTestId("answer-text").count(), 0);
  await page.getByTestId("answer-toggle").click();
  await page.getByTestId("answer-text").waitFor();
  await visit.write("print('mine')\n");
  await page.getByTestId("answer").waitFor({ state: "detached" });
});

test("question and answer are there in Chinese", async (t) => {
  const { page } = await asked(t, "blocked-loop", { locale: "zh-CN" });
  const text = await page.getByTestId("answer").innerText();
  assert.match(text, /为什么事件循环被阻塞？/);
  assert.match(text, /time\.sleep 会停住整个线程/);
});

for (const colorScheme of ["light", "dark"]) {
  test(`no barrier in question, answer and a drawn deadlock: ${colorScheme}`, async (t) => {
    const { page } = await asked(t, "everything-stopped", { colorScheme, reducedMotion: "reduce" });
    await page.getByTestId("wait-cycle").waitFor();
    assert.deepEqual(await barriers(page), []);
  });
}

test("on a phone the answer leaves room for the lanes", async (t) => {
  const { page } = await asked(t, "everything-stopped", { viewport: { width: 390, height: 844 } });
  const lanes = await page.getByTestId("lanes-plot").boundingBox();
  const transport = await page.locator(".transport").boundingBox();
  assert.ok(lanes.height >= 80 && lanes.y + 80 <= transport.y, JSON.stringify(lanes));
  // The loop is there, too: its phases can be seen.
  const phase = await page.getByTestId("phase-3").boundingBox();
  assert.ok(phase.y >= lanes.y + 80 && phase.y + phase.height <= transport.y, JSON.stringify(phase));
});
