// A link that was opened before shows what it showed then until its run is there.

import assert from "node:assert/strict";
import { test } from "node:test";

import { address, open, visitor } from "./harness.mjs";
import { Playground } from "./playground.mjs";
import { sleepers } from "./programs.mjs";

const MOMENT = 40;
const KEPT = "coroscope.afterimages";

/** What is seen of a moment. */
function seen(within) {
  const place = document.querySelector(within);
  const ids = ["status", "sentence-what", "ready-queue", "timers", "counter", "lane"];
  const texts = ids.map((id) => [...place.querySelectorAll(`[data-testid=${id}]`)].map((each) => each.innerText));
  const { width, height } = place.querySelector("[data-testid=lanes-plot]").getBoundingClientRect();
  return { texts, plot: [width, height], scrubber: place.querySelector("[data-testid=scrubber]").value };
}

/** The fragment of a link to a moment, as the page of somebody else makes it. */
async function fragment(t, program = sleepers(3)) {
  const author = new Playground(await open(await visitor(t)));
  await author.runToEnd(program);
  const link = await author.linkAt(MOMENT);
  return link.slice(address.length);
}

/** A visitor who has opened the link, and what the page kept. */
async function returning(t, link, expected) {
  const context = await visitor(t, {}, expected);
  const page = await open(context, link);
  await page.waitForFunction((kept) => localStorage.getItem(kept) !== null, KEPT);
  await page.close();
  return context;
}

/** Opens a link with the engine held back until the promise is kept. */
async function openWithout(context, link, engine) {
  const page = await context.newPage();
  await page.route("**/engine/*", async (route) => {
    await engine;
    await route.continue().catch(() => {});
  });
  await page.goto(address + link, { waitUntil: "commit" });
  return page;
}

/** Something that others wait for until they are let go. */
function gate() {
  let go;
  const opened = new Promise((resolve) => {
    go = resolve;
  });
  return { opened, go };
}

test("a second visit shows the moment before the interpreter is there, and then the page itself", async (t) => {
  const link = await fragment(t);
  const context = await returning(t, link);
  const { opened, go } = gate();
  const page = await openWithout(context, link, opened);
  await page.locator(".afterimage").waitFor();
  const before = await page.evaluate(seen, ".afterimage");
  assert.equal(before.scrubber, String(MOMENT));
  const drawn = page.locator(".afterimage canvas").first();
  assert.match(await drawn.evaluate((canvas) => canvas.style.background), /^url\("data:image\/png/);
  // It is a picture: the keyboard does not get into it.
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.closest(".afterimage")), null);

  go();
  await page.locator("#page [data-testid=lane]").first().waitFor();
  assert.equal(await page.locator(".afterimage").count(), 0);
  assert.deepEqual(await page.evaluate(seen, "#page"), before);
  const playground = new Playground(page);
  await playground.stepForward();
  assert.equal((await playground.counter()).cursor, MOMENT + 1);
});

test("the page takes the picture's place when it is at the moment, not before", async (t) => {
  // Too long for one answer of the worker.
  const author = new Playground(await open(await visitor(t)));
  await author.runToEnd("total = 0\nfor i in range(30_000):\n    total += i\nprint(total)\n");
  const link = (await author.linkAt(59_000)).slice(address.length);
  const context = await returning(t, link);
  await context.addInitScript(() => {
    window.counted = [];
    new MutationObserver(() => {
      const text = document.querySelector("#page [data-testid=counter]")?.textContent;
      if (text && window.counted.at(-1) !== text) window.counted.push(text);
    }).observe(document, { childList: true, characterData: true, subtree: true });
  });
  const page = await open(context, link);
  await page.locator("#page [data-testid=counter]").waitFor();
  const counted = await page.evaluate(() => window.counted);
  // On a machine that is busy with other things the page does not wait for ever.
  const [first] = counted;
  const waited = await page.evaluate(() => performance.now());
  assert.ok(first.startsWith("59000 ") || waited > 1000, counted.join(", "));
});

test("so does a link to an example, whose text is fetched", async (t) => {
  const author = new Playground(await open(await visitor(t)));
  await author.instantly();
  await author.choose("lock");
  await author.run();
  await author.ended();
  const link = (await author.linkAt(MOMENT)).slice(address.length);
  const context = await returning(t, link);
  const { opened, go } = gate();
  const page = await openWithout(context, link, opened);
  await page.locator(".afterimage").waitFor();
  const before = await page.evaluate(seen, ".afterimage");
  go();
  await page.locator("#page [data-testid=lane]").first().waitFor();
  assert.deepEqual(await page.evaluate(seen, "#page"), before);
});

test("a program that could be markup stays a text", async (t) => {
  const name = "<img src=x onerror=alert(1)>";
  const link = await fragment(t, sleepers(3).replace("asyncio.run(main())", `print('${name}')\nasyncio.run(main(), debug=False)`));
  const context = await returning(t, link);
  const page = await openWithout(context, link, gate().opened);
  await page.locator(".afterimage").waitFor();
  assert.equal(await page.locator(".afterimage img").count(), 0);
  assert.ok((await page.locator(".afterimage pre").first().innerText()).includes(name));
});

test("where the page would look otherwise there is none", async (t) => {
  const link = await fragment(t);
  const context = await returning(t, link);
  const other = await fragment(t, sleepers(4));
  const shown = [];
  const visits = {
    "another size": async () => {
      const page = await context.newPage();
      await page.setViewportSize({ width: 1000, height: 900 });
      return page;
    },
    "another program": () => context.newPage(),
    "another theme": async () => {
      const page = await context.newPage();
      await page.emulateMedia({ colorScheme: "dark" });
      return page;
    },
    "a draft": async () => {
      const author = new Playground(await open(context));
      await author.write("mine = 1");
      await author.page.waitForFunction(() => JSON.stringify(localStorage).includes("mine"));
      return author.page;
    },
  };
  for (const [what, visit] of Object.entries(visits)) {
    const page = await visit();
    await page.addInitScript(() => {
      new MutationObserver(() => {
        window.hadAfterimage ||= document.querySelector(".afterimage") !== null;
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto("about:blank");
    await page.goto(address + (what === "another program" ? other : link));
    await page.locator("#page [data-testid=lane]").first().waitFor();
    if (await page.evaluate(() => window.hadAfterimage)) shown.push(what);
    await page.close();
  }
  assert.deepEqual(shown, []);
});

test("what is kept may be anything, or nothing", async (t) => {
  const link = await fragment(t);
  for (const damage of ["null", "7", "{", "[null]", `[{"address":"${address}${link}"}]`]) {
    const context = await visitor(t);
    const other = await open(context, "engine/worker.js");
    await other.evaluate(([kept, damage]) => localStorage.setItem(kept, damage), [KEPT, damage]);
    const page = await open(context, link);
    await page.locator("#page [data-testid=lane]").first().waitFor();
  }
  const refused = await visitor(t);
  await refused.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("refused", "SecurityError");
      },
    });
  });
  const page = await open(refused, link);
  await page.locator("#page [data-testid=lane]").first().waitFor();
});

test("where the page cannot come, nothing looks as if it had", async (t) => {
  const link = await fragment(t);
  const context = await returning(t, link, /./);
  const noEngine = await context.newPage();
  await noEngine.route("**/engine/*", (route) => route.abort());
  await noEngine.goto(address + link);
  await noEngine.locator("#page [data-testid=status]").waitFor();
  assert.equal(await noEngine.locator(".afterimage").count(), 0);

  const noPage = await context.newPage();
  await noPage.route("**/*.wasm", (route) => route.abort());
  await noPage.goto(address + link);
  await noPage.waitForFunction(() => document.querySelector(".afterimage") === null);
});

test("drafts go before pictures where room is short", async (t) => {
  const link = await fragment(t);
  const context = await returning(t, link);
  const page = await context.newPage();
  await page.addInitScript(() => {
    // As if the room were just used up.
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, value) {
      if (this.getItem("coroscope.afterimages") !== null) throw new DOMException("full", "QuotaExceededError");
      setItem.call(this, key, value);
    };
  });
  await page.goto(address);
  const visit = new Playground(page);
  await visit.write("mine = 'kept'");
  await page.waitForFunction(() => JSON.stringify(localStorage).includes("mine = 'kept'"));
});
