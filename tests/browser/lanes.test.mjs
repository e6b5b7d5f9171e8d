// The lanes: brackets, cancellation, arrows, zoom, pan, the strip, folding, the keyboard.

import assert from "node:assert/strict";
import { test } from "node:test";

import { open, visitor } from "./harness.mjs";
import { Playground } from "./playground.mjs";
import { WORKERS, goToRow, ran } from "./stage.mjs";

/** A group whose member fails, two nested timeouts, a lock that is fought for. */
const SCOPES = `import asyncio

async def slow(seconds):
    await asyncio.sleep(seconds)

async def bad():
    await asyncio.sleep(1)
    raise ValueError("broken")

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(slow(5), name="download")
            group.create_task(slow(6), name="upload")
            group.create_task(bad(), name="checksum")
    except* ValueError:
        pass
    try:
        async with asyncio.timeout(2):
            async with asyncio.timeout(9):
                await slow(30)
    except TimeoutError:
        pass
    await asyncio.gather(slow(2), slow(2))

asyncio.run(main())
`;

/** Many tasks that end one after the other. */
const MANY = `import asyncio

async def job(n):
    await asyncio.sleep(n)

async def main():
    async with asyncio.TaskGroup() as group:
        for n in range(300):
            group.create_task(job(n), name=f"job-{n}")

asyncio.run(main())
`;

/** Pixels of a canvas near a colour of the theme, in a part of it (shares of its size). */
function pixels(page, token, [left, top, right, bottom] = [0, 0, 1, 1], canvas = "[data-testid=lanes-plot]") {
  return page.evaluate(
    ([token, left, top, right, bottom, selector]) => {
      const canvas = document.querySelector(selector);
      const probe = document.createElement("canvas").getContext("2d");
      probe.fillStyle = getComputedStyle(document.documentElement).getPropertyValue(token).trim();
      probe.fillRect(0, 0, 1, 1);
      const wanted = probe.getImageData(0, 0, 1, 1).data;
      const { width, height } = canvas;
      const [x, y] = [Math.floor(left * width), Math.floor(top * height)];
      const [w, h] = [Math.max(1, Math.floor((right - left) * width)), Math.max(1, Math.floor((bottom - top) * height))];
      const data = canvas.getContext("2d").getImageData(x, y, w, h).data;
      let count = 0;
      for (let i = 0; i < data.length; i += 4) {
        const near = [0, 1, 2].every((c) => Math.abs(data[i + c] - wanted[c]) < 26);
        if (near && data[i + 3] > 150) count += 1;
      }
      return count;
    },
    [token, left, top, right, bottom, canvas],
  );
}

/** How much of the axis is shown, by the frame in the strip; 1 for all of it. */
async function shownShare(page) {
  const frame = page.getByTestId("minimap-frame");
  if ((await frame.count()) === 0) return 1;
  const [frameBox, strip] = [await frame.boundingBox(), await page.getByTestId("minimap").boundingBox()];
  return frameBox.width / strip.width;
}

/** A visitor with a phone who has run an example. */
async function onPhone(t) {
  const visit = new Playground(await open(await visitor(t, { viewport: { width: 390, height: 844 }, hasTouch: true })));
  const { page } = visit;
  await page.getByTestId("gallery-button").click();
  await page.getByTestId("example-three-workers").click();
  await visit.instantly();
  await visit.run();
  await page.getByTestId("status").filter({ hasText: /finished/ }).waitFor();
  await visit.ended();
  return visit;
}

/** Waits until something about the page holds. */
async function until(holds) {
  for (let i = 0; i < 100; i += 1) {
    if (await holds()) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  assert.fail(`never: ${holds}`);
}

test("TaskGroup, timeouts and gather stand as brackets with their names", async (t) => {
  const visit = await ran(t, SCOPES);
  const labels = await visit.page.getByTestId("scope-label").allInnerTexts();
  assert.deepEqual(labels.sort(), ["TaskGroup", "gather", "timeout 2 s", "timeout 9 s"]);
  const bad = await visit.page.locator(".scope-label.bad").allInnerTexts();
  assert.deepEqual(bad.sort(), ["TaskGroup", "timeout 2 s"]);
});

test("a cancellation is a red line from lane to lane; without one there is none", async (t) => {
  const visit = await ran(t, SCOPES);
  // Between the lanes of the failed task and of those that it took along, right of their sleeps.
  const between = await pixels(visit.page, "--raised", [0, 0.2, 0.5, 1]);
  assert.ok(between > 40, `${between}`);
  const calm = await ran(t, WORKERS);
  assert.equal(await pixels(calm.page, "--raised"), 0);
});

test("states differ in shape: beads for a lock, a bar for a sleep", async (t) => {
  const visit = await ran(
    t,
    `import asyncio

lock = asyncio.Lock()

async def job():
    async with lock:
        await asyncio.sleep(1)

async def main():
    await asyncio.gather(job(), job(), job())

asyncio.run(main())
`,
  );
  const { page } = visit;
  assert.ok((await pixels(page, "--lock")) > 100);
  const label = page.locator(".lane-label.contending").first();
  assert.match(await label.innerText(), /lock/i);
  const legend = () => page.getByTestId("legend").locator("li").allInnerTexts();
  assert.deepEqual(await legend(), ["running", "ready", "sleeping", "waiting", "for a lock", "returned"]);
});

test("the legend tells what the run has; before there is one, everything", async (t) => {
  const visit = new Playground(await open(await visitor(t)));
  const { page } = visit;
  const legend = () => page.getByTestId("legend").locator("li").allInnerTexts();
  await page.getByTestId("run").waitFor();
  const all = ["running", "ready", "sleeping", "waiting", "for a lock", "returned", "raised", "cancelled"];
  assert.deepEqual(await legend(), all);
  await visit.runToEnd(SCOPES);
  assert.deepEqual(await legend(), all.filter((word) => word !== "for a lock"));
});

test("names of brackets and of waits never lie over each other", async (t) => {
  for (const viewport of [{ width: 1440, height: 900 }, { width: 390, height: 844 }]) {
    const page = await open(await visitor(t, { viewport }));
    await page.getByTestId("gallery-button").click();
    await page.getByTestId("example-everything-stopped").click();
    await page.locator(".point[aria-current=step]").waitFor();
    await page.getByTestId("scope-label").first().waitFor();
    const boxes = await page.locator(".scope-label, .lane-label").evaluateAll((labels) =>
      labels.map((label) => {
        const { left, right, top, bottom } = label.getBoundingClientRect();
        return { left, right, top, bottom, words: label.textContent };
      }),
    );
    for (const [number, one] of boxes.entries()) {
      for (const other of boxes.slice(number + 1)) {
        const apart = one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top;
        assert.ok(apart, `${viewport.width}: ${one.words}, ${other.words}`);
      }
    }
  }
});

test("the current event has an arrow from its cause and arrows to what it caused; keys walk them", async (t) => {
  const visit = await ran(t, SCOPES);
  const { page } = visit;
  // The failed member makes the group cancel the others.
  await goToRow(visit, "task raised");
  const { cursor } = await visit.counter();
  await page.getByTestId("play").focus();
  await page.keyboard.press("f");
  const { cursor: effect } = await visit.counter();
  assert.ok(effect > cursor);
  await page.keyboard.press("c");
  assert.equal((await visit.counter()).cursor, cursor);
  // From the failed member to each that the group cancels.
  await goToRow(visit, "scope cancelled");
  assert.ok((await page.getByTestId("effect-arrows").locator("path.tip").count()) >= 1);
});

test("the step after a sleep has its cause where the timer was set", async (t) => {
  const visit = await ran(t, WORKERS);
  const { page } = visit;
  await page.getByTestId("first").click();
  await page.getByTestId("play").focus();
  let arrows = 0;
  for (let i = 0; i < 80 && arrows === 0; i += 1) {
    await page.keyboard.press(".");
    arrows = await page.getByTestId("effect-arrows").count();
  }
  assert.equal(arrows, 1);
  const { cursor } = await visit.counter();
  await page.keyboard.press("f");
  assert.ok((await visit.counter()).cursor > cursor);
  await page.getByTestId("cause-arrow").waitFor();
  await page.keyboard.press("c");
  assert.equal((await visit.counter()).cursor, cursor);
});

test("keys, wheel and strip zoom; the strip's frame pans", async (t) => {
  const visit = await ran(t, WORKERS);
  const { page } = visit;
  await page.getByTestId("play").focus();
  await page.keyboard.press("+");
  assert.ok(Math.abs((await shownShare(page)) - 0.5) < 0.02);
  await page.keyboard.press("0");
  assert.equal(await shownShare(page), 1);
  const plot = await page.getByTestId("lanes-plot").boundingBox();
  await page.mouse.move(plot.x + plot.width * 0.75, plot.y + 40);
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -480);
  await page.keyboard.up("Control");
  await until(async () => (await shownShare(page)) < 0.6);
  const before = await page.getByTestId("minimap-frame").boundingBox();
  assert.ok(before.x > plot.x + plot.width * 0.2, "zoomed around the pointer");
  await page.mouse.move(before.x + before.width / 2, before.y + 8);
  await page.mouse.down();
  await page.mouse.move(before.x + before.width / 2 - 120, before.y + 8, { steps: 4 });
  await page.mouse.up();
  const after = await page.getByTestId("minimap-frame").boundingBox();
  assert.ok(Math.abs(before.x - after.x - 120) < 8, `${before.x} ${after.x}`);
  assert.ok(Math.abs(before.width - after.width) < 2);
});

test("dragging over the strip chooses a part; dragging the lanes pans it", async (t) => {
  const visit = await ran(t, WORKERS);
  const { page } = visit;
  const strip = await page.getByTestId("minimap").boundingBox();
  await page.mouse.move(strip.x + strip.width * 0.4, strip.y + 10);
  await page.mouse.down();
  await page.mouse.move(strip.x + strip.width * 0.6, strip.y + 10, { steps: 4 });
  await page.mouse.up();
  assert.ok(Math.abs((await shownShare(page)) - 0.2) < 0.02);
  const { cursor } = await visit.counter();
  const before = await page.getByTestId("minimap-frame").boundingBox();
  const plot = await page.getByTestId("lanes-plot").boundingBox();
  await page.mouse.move(plot.x + 300, plot.y + 60);
  await page.mouse.down();
  await page.mouse.move(plot.x + 150, plot.y + 60, { steps: 5 });
  await page.mouse.up();
  const after = await page.getByTestId("minimap-frame").boundingBox();
  assert.ok(after.x > before.x + 10, "the picture moved left, what is shown lies later");
  assert.equal((await visit.counter()).cursor, cursor, "panning leaves the cursor alone");
});

test("a click goes to the moment under the pointer", async (t) => {
  const visit = await ran(t, WORKERS);
  const { page } = visit;
  const plot = await page.getByTestId("lanes-plot").boundingBox();
  const at = plot.x + plot.width / 2;
  await page.mouse.click(at, plot.y + 20);
  const line = await page.getByTestId("lanes-cursor").boundingBox();
  assert.ok(Math.abs(line.x - at) < plot.width / 3);
  const { cursor, events } = await visit.counter();
  assert.ok(cursor > 0 && cursor < events);
});

test("three hundred lanes: only those in view are made, and finished ones fold", async (t) => {
  const visit = await ran(t, MANY);
  const { page } = visit;
  assert.ok((await page.getByTestId("lane").count()) < 40);
  await page.getByTestId("scrubber").fill(String(Math.floor((await visit.counter()).events * 0.9)));
  await page.getByTestId("play").focus();
  await page.keyboard.press("z");
  const folded = page.getByTestId("folded-lanes").first();
  // The lane of the current event may still be on its way into view.
  await page.waitForFunction(() => {
    document.querySelector("[data-testid=lanes-scroll]").scrollTo(0, 0);
    return document.querySelector("[data-testid=folded-lanes]");
  });
  const count = Number((await folded.innerText()).match(/(\d+) finished/)[1]);
  assert.ok(count > 100, `${count}`);
  await page.getByTestId("first").click();
  assert.equal(await folded.count(), 0, "at the beginning nothing is finished");
  await page.keyboard.press("z");
});

test("arrow keys walk from lane to lane and from segment to segment, each told", async (t) => {
  const visit = await ran(t, WORKERS);
  const { page } = visit;
  await page.getByTestId("first").click();
  await page.getByTestId("lanes-scroll").focus();
  const told = () => page.getByTestId("lane-told").innerText();
  await page.keyboard.press("ArrowDown");
  assert.match(await told(), /Task-1.*lane 1 of 3/);
  await page.keyboard.press("ArrowDown");
  assert.match(await told(), /^a.*lane 2 of 3/);
  await page.keyboard.press("ArrowRight");
  assert.match(await told(), /^a: ready, at 0 s/);
  await page.keyboard.press("ArrowRight");
  assert.match(await told(), /^a: running/);
  await page.keyboard.press("ArrowRight");
  assert.match(await told(), /^a: sleeping \(sleep 1\), from 0 s to 1 s/);
  await page.getByTestId("lane-focus").waitFor();
  const { cursor } = await visit.counter();
  await page.keyboard.press("ArrowLeft");
  assert.ok((await visit.counter()).cursor < cursor);
  await page.keyboard.press("Enter");
  assert.equal(await page.getByRole("button", { name: /^a\b/ }).first().getAttribute("aria-pressed"), "true");
});

test("pointing at a segment says what it is", async (t) => {
  const visit = await ran(t, WORKERS);
  const { page } = visit;
  const plot = await page.getByTestId("lanes-plot").boundingBox();
  const row = await page.getByRole("button", { name: /^b\b/ }).first().boundingBox();
  await page.mouse.move(plot.x + plot.width / 2, row.y + row.height / 2);
  assert.match(await page.getByTestId("lane-tip").innerText(), /^b: sleeping \(sleep 1\), from \d s to \d s$/);
});

test("the picture is as sharp as the screen", async (t) => {
  const visit = await ran(t, WORKERS, { deviceScaleFactor: 2 });
  const ratio = await visit.page.getByTestId("lanes-plot").evaluate((canvas) => canvas.width / canvas.clientWidth);
  assert.ok(Math.abs(ratio - 2) < 0.02, `${ratio}`);
});

test("on a phone nothing is cut off and nothing scrolls sideways", async (t) => {
  const visit = await onPhone(t);
  const { page } = visit;
  const scrubber = page.getByTestId("scrubber");
  for (const place of [0, 0.5, 1]) {
    await scrubber.fill(String(Math.floor((await visit.counter()).events * place)));
    const pill = await page.getByTestId("cursor-pill").boundingBox();
    assert.ok(pill.x >= 0 && pill.x + pill.width <= 390, `${pill.x} + ${pill.width}`);
  }
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 390, `${wide}`);
  for (const button of ["first", "step-back", "play", "step-forward", "last"]) {
    const box = await page.getByTestId(button).boundingBox();
    assert.ok(box.width >= 44 && box.height >= 44, button);
  }
});

test("two fingers zoom", async (t) => {
  const visit = await onPhone(t);
  const { page } = visit;
  const plot = await page.getByTestId("lanes-plot").boundingBox();
  const session = await page.context().newCDPSession(page);
  const y = plot.y + 40;
  const touch = (type, ...xs) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: xs.map((x, id) => ({ x: plot.x + x, y, id })) });
  await touch("touchStart", 90);
  await touch("touchStart", 90, 130);
  for (let i = 1; i <= 6; i += 1) await touch("touchMove", 90 - i * 8, 130 + i * 8);
  await touch("touchEnd");
  await until(async () => (await shownShare(page)) < 0.6);
});
