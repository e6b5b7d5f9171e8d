// Links and drafts: what is shared comes back, and what was written is never lost.

import assert from "node:assert/strict";
import { test } from "node:test";

import { address, open, visitor } from "./harness.mjs";
import { Playground } from "./playground.mjs";

const PROGRAM = "import asyncio\n\nasync def main():\n    for i in range(5):\n        print('line', i)\n        await asyncio.sleep(1)\n\nasyncio.run(main())";

/** Milliseconds for which the editor waits for the first events of a link's run (editor_pane.rs). */
const PATIENCE = 1000;

/** The link that the page offers now. */
async function shared(visit) {
  await visit.page.getByTestId("share").click();
  const link = await visit.page.getByTestId("share-link").inputValue();
  await visit.page.getByTestId("close-dialog").click();
  return link;
}

test("a link opened in a new profile restores program and cursor", async (t) => {
  const author = new Playground(await open(await visitor(t)));
  await author.runToEnd(PROGRAM);
  await author.page.getByTestId("output-line").nth(2).click();
  const { cursor } = await author.counter();
  const sentence = await author.page.getByTestId("sentence-what").innerText();
  const link = await shared(author);
  assert.ok(link.startsWith(`${address}#`), link);

  const reader = new Playground(await open(await visitor(t), link.slice(address.length)));
  await reader.page.waitForFunction(
    (wanted) => document.querySelector('[data-testid="counter"]')?.textContent.startsWith(`${wanted} `),
    cursor,
  );
  assert.equal(await reader.program(), PROGRAM);
  assert.equal(await reader.page.getByTestId("sentence-what").innerText(), sentence);
});

test("what a link's run does not need is asked for after its first events", async (t) => {
  const author = new Playground(await open(await visitor(t)));
  await author.runToEnd(PROGRAM);
  const link = await author.linkAt(20);

  const context = await visitor(t);
  await context.addInitScript(() => {
    window.seenAfter = {};
    const watch = new MutationObserver(() => {
      for (const what of ["source", "lane"]) {
        if (document.querySelector(`[data-testid=${what}]`) !== null) window.seenAfter[what] ??= performance.now();
      }
    });
    watch.observe(document, { childList: true, subtree: true });
  });
  const reader = new Playground(await open(context, link.slice(address.length)));
  await reader.text.waitFor();
  assert.equal(await reader.program(), PROGRAM);
  const { source, lane, editor } = await reader.page.evaluate(() => ({
    ...window.seenAfter,
    editor: performance.getEntriesByType("resource").find(({ name }) => name.endsWith("editor/editor.js"))?.startTime,
  }));
  // On a machine that is busy with other things the page does not wait for ever.
  assert.ok(editor > lane || editor > source + PATIENCE, `source ${source} ms, first lane ${lane} ms, editor asked for ${editor} ms`);
});

test("a draft survives a reload", async (t) => {
  const visit = new Playground(await open(await visitor(t)));
  await visit.write("mine = 'kept'");
  await visit.page.waitForFunction(() => JSON.stringify(localStorage).includes("kept"));
  await visit.page.reload();
  await visit.text.waitFor();
  assert.equal(await visit.program(), "mine = 'kept'");
});

test("a link does not overwrite the draft: there is a way back", async (t) => {
  const author = new Playground(await open(await visitor(t)));
  await author.write("print('from the link')");
  const link = await shared(author);

  const context = await visitor(t);
  const first = new Playground(await open(context));
  await first.write("mine = 'precious'");
  await first.page.waitForFunction(() => JSON.stringify(localStorage).includes("precious"));
  await first.page.close();

  const second = new Playground(await open(context, link.slice(address.length)));
  await second.text.waitFor();
  assert.equal(await second.program(), "print('from the link')");
  await second.page.getByTestId("back-to-draft").click();
  await second.page.waitForFunction(() => document.querySelector(".cm-content").textContent.includes("precious"));
  assert.equal(await second.program(), "mine = 'precious'");
});

for (const [what, fragment] of [
  ["not a link", "#hello"],
  ["damaged", "#1.eNqrVkrLLFGyUgpJLS5RqgUAJ1gEzA"],
  ["from a newer version", "#99.AAAA"],
]) {
  test(`a link that cannot be read says so: ${what}`, async (t) => {
    const visit = new Playground(await open(await visitor(t), fragment));
    await visit.page.getByTestId("notice").waitFor();
    await visit.text.waitFor();
    assert.notEqual(await visit.program(), "");
  });
}

test("a link runs nothing but what it names, and nothing is sent to the host", async (t) => {
  const context = await visitor(t);
  const asked = [];
  context.on("request", (request) => asked.push(request.url()));
  const author = new Playground(await open(context));
  await author.write("print('secret')");
  const link = await shared(author);
  await author.page.goto("about:blank");
  await author.page.goto(link);
  await author.text.waitFor();
  assert.equal((await author.counter()).events, 0);
  const body = link.slice(link.indexOf("#") + 1);
  const told = asked.filter((url) => url.split("#")[0].includes(body));
  assert.deepEqual(told, []);
});
