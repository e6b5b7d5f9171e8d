// Edit a program and run it.

import assert from "node:assert/strict";
import { test } from "node:test";

import { open, visitor } from "./harness.mjs";
import { Playground } from "./playground.mjs";

const playground = async (t) => new Playground(await open(await visitor(t)));

test("an edited program runs, and its output has moments", async (t) => {
  const visit = await playground(t);
  await visit.runToEnd(
    "import asyncio\n\nasync def main():\n    print('first')\n    await asyncio.sleep(1.5)\n    print('ü 🦀')\n\nasyncio.run(main())\n",
  );
  assert.deepEqual(await visit.output(), ["first", "ü 🦀"]);
  const moments = await visit.page.getByTestId("output-line").locator("time").allTextContents();
  assert.deepEqual(moments.map((moment) => Number.parseFloat(moment)), [0, 1.5]);
});

test("an uncaught exception shows its traceback", async (t) => {
  const visit = await playground(t);
  await visit.runToEnd("def f():\n    return 1 / 0\n\nprint('before')\nf()\n");
  const lines = await visit.output();
  assert.equal(lines[0], "before");
  assert.match(lines.join("\n"), /Traceback \(most recent call last\):/);
  assert.match(lines.join("\n"), /line 2, in f/);
  assert.match(lines.at(-1), /ZeroDivisionError: division by zero$/);
});

test("a syntax error is underlined where it is, and goes when it is mended", async (t) => {
  const visit = await playground(t);
  await visit.write("x = 1\nfor in range(3):\n    pass\n");
  await visit.run();
  const underlined = visit.page.locator(".cm-line", { has: visit.page.locator(".cm-lintRange-error, .cm-lintPoint-error") });
  await underlined.first().waitFor();
  assert.deepEqual(await underlined.allTextContents(), ["for in range(3):"]);
  assert.match(await visit.page.getByTestId("syntax-error").innerText(), /2/);

  await visit.runToEnd("for i in range(3):\n    print(i)\n");
  assert.equal(await underlined.count(), 0);
  assert.deepEqual(await visit.output(), ["0", "1", "2"]);
});

test("while the interpreter is on its way the page says so, and the program then starts by itself", async (t) => {
  const context = await visitor(t);
  let come;
  const here = new Promise((resolve) => (come = resolve));
  await context.route("**/engine/*.wasm*", async (route) => {
    await here;
    await route.continue();
  });
  const visit = new Playground(await open(context));
  await visit.instantly();
  await visit.write("print('at last')\n");
  await visit.run();
  const sentence = visit.page.getByTestId("sentence-what");
  await sentence.filter({ hasText: "Fetching the Python interpreter" }).waitFor();
  assert.match(await visit.status(), /loading/);
  come();
  await visit.page.getByTestId("the-end").waitFor();
  assert.deepEqual(await visit.output(), ["at last"]);
});

test("a run that fails says so in red: which exception, where", async (t) => {
  const visit = await playground(t);
  await visit.runToEnd("raise ValueError('a long story')\n");
  const status = visit.page.getByTestId("status");
  assert.match(await status.innerText(), /^raised ValueError( ·|$)/);
  assert.match(await status.getAttribute("class"), /trouble/);
  assert.match(await visit.page.locator(".state-dot").getAttribute("style"), /--raised/);
  await visit.page.getByTestId("output-source").filter({ hasText: "line 1" }).waitFor();
});

test("a mistake in the text is told where one looks, with a way to its line", async (t) => {
  for (const viewport of [{ width: 1280, height: 800 }, { width: 390, height: 844 }]) {
    const visit = new Playground(await open(await visitor(t, { viewport })));
    const { page } = visit;
    if (viewport.width < 720) await page.getByTestId("place-tab-code").click();
    await visit.write("async def main()\n    pass\n");
    await visit.run();
    const sentence = page.getByTestId("sentence");
    await sentence.filter({ hasText: "line 1: SyntaxError: expected ':'" }).waitFor();
    await sentence.getByTestId("sentence-line").click();
    await page.getByTestId("syntax-error").waitFor();
  }
});

test("a key that is missing stands in the sentence as in the traceback", async (t) => {
  const visit = new Playground(await open(await visitor(t)));
  await visit.runToEnd("{}['b']\n");
  await visit.page.getByTestId("sentence-what").filter({ hasText: "KeyError: 'b'" }).waitFor();
});

test("running again starts from nothing", async (t) => {
  const visit = await playground(t);
  await visit.runToEnd("n = globals().get('n', 0) + 1\nprint(n)\n");
  await visit.run();
  await visit.ended();
  assert.deepEqual(await visit.output(), ["1"]);
});

test("Ctrl+Enter runs from inside the editor and changes no text", async (t) => {
  const visit = await playground(t);
  await visit.instantly();
  await visit.write("print('by key')");
  await visit.text.press("Control+Enter");
  await visit.page.getByTestId("output-line").first().waitFor();
  await visit.ended();
  assert.deepEqual(await visit.output(), ["by key"]);
  assert.equal(await visit.program(), "print('by key')");
});

test("a long run's events come whole, and their buffers go back to the worker", async (t) => {
  const context = await visitor(t);
  await context.addInitScript(() => {
    window.givenBack = 0;
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (message, ...rest) {
      if (message instanceof ArrayBuffer) window.givenBack += 1;
      return post.call(this, message, ...rest);
    };
  });
  const visit = new Playground(await open(context));
  const rounds = 60_000;
  const seen = [];
  for (const last of ["once", "again"]) {
    await visit.runToEnd(`for i in range(${rounds}):\n    x = i\nprint("${last}", x)\n`);
    assert.deepEqual(await visit.output(), [`${last} ${rounds - 1}`]);
    const { events } = await visit.counter();
    seen.push({ events, givenBack: await visit.page.evaluate(() => window.givenBack) });
  }
  const [once, again] = seen;
  assert.ok(once.events > 2 * rounds);
  assert.equal(again.events, once.events);
  assert.ok(once.givenBack > 0 && again.givenBack > once.givenBack, JSON.stringify(seen));
});
