// The page's second part: fetched when there is time, brought at once when it is
// needed earlier, and before all else where a browser cannot bring it at once.

import assert from "node:assert/strict";
import { test } from "node:test";

import { open, visitor } from "./harness.mjs";
import { Playground } from "./playground.mjs";

const SECOND = "**/page-*-rest.wasm";

/** Notes how the second part is asked for: "fetch" ahead of need, "xhr" while the page stands still. */
function watch(context) {
  const ways = [];
  context.on("request", (request) => {
    if (/\/page-[^/]*-rest\.wasm$/.test(request.url())) ways.push(request.resourceType());
  });
  return ways;
}

/** Answers only who waits for it at once. */
const neverAhead = (context) =>
  context.route(SECOND, (route) => (route.request().resourceType() === "fetch" ? undefined : route.continue()));

test("the first program runs without the second part, which then comes by itself", async (t) => {
  const context = await visitor(t);
  const ways = watch(context);
  const { page } = new Playground(await open(context));
  // By an old profile it may be needed before it would be fetched.
  const fetched = page.waitForResponse(SECOND);
  await page.getByTestId("ask-blocked-loop").click();
  await page.locator(".point[aria-current=step]").waitFor();
  await fetched;
  assert.equal(ways.length, 1, ways.join());
});

test("what is in the second part works before it has been fetched", async (t) => {
  const context = await visitor(t);
  const ways = watch(context);
  await neverAhead(context);
  const visit = new Playground(await open(context));
  const { page } = visit;
  await visit.runToEnd("import asyncio\n\nasync def main():\n    await asyncio.sleep(1)\n\nasyncio.run(main())\n");
  await page.getByTestId("share").click();
  await page.getByTestId("share-link").waitFor();
  await page.getByTestId("close-dialog").click();
  await page.getByTestId("help").click();
  await page.getByTestId("close-dialog").click();
  await page.getByTestId("language").click();
  await page.getByTestId("run").filter({ hasText: "运行" }).waitFor();
  assert.equal(ways.filter((way) => way === "xhr").length, 1);
});

test("where large modules cannot be compiled at once, the page waits for both parts", async (t) => {
  const context = await visitor(t);
  const ways = watch(context);
  await context.addInitScript(() => {
    // As Chromium before 114.
    const { Module } = WebAssembly;
    WebAssembly.Module = new Proxy(Module, {
      construct(target, [bytes]) {
        if (bytes.byteLength > 4096) throw new RangeError("WebAssembly.Compile is disallowed on the main thread");
        return new target(bytes);
      },
    });
  });
  const visit = new Playground(await open(context));
  await visit.runToEnd("print('both')\n");
  assert.deepEqual(await visit.output(), ["both"]);
  await visit.page.getByTestId("share").click();
  await visit.page.getByTestId("share-link").waitFor();
  assert.deepEqual(ways, ["fetch"]);
});

test("a second part that cannot be had is told, with a way on", async (t) => {
  const context = await visitor(t, {}, /status of 404|could not be loaded/);
  const ways = watch(context);
  let missing = true;
  await context.route(SECOND, (route) => (missing ? route.fulfill({ status: 404 }) : route.continue()));
  const { page } = new Playground(await open(context));
  const dialog = page.locator("dialog[open]").filter({ hasText: "could not be loaded (it answered 404)" });
  // Where the page has needed it before, the dialog is in the way.
  await page.getByTestId("share").click({ timeout: 10_000 }).catch(() => {});
  await dialog.waitFor();
  // What the page was about to do is half done: nothing goes on with it, or asks again.
  const asked = ways.filter((way) => way === "xhr").length;
  await page.setViewportSize({ width: 900, height: 700 });
  await page.evaluate(() => {
    for (const button of document.querySelectorAll("button[data-testid]")) button.click();
  });
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  assert.equal(ways.filter((way) => way === "xhr").length, asked);
  missing = false;
  await dialog.getByRole("button", { name: "Reload" }).click();
  await dialog.waitFor({ state: "detached" });
  await page.getByTestId("share").click();
  await page.getByTestId("share-link").waitFor();
});
