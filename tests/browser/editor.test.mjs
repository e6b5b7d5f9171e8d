// The editor bundle by itself, as the page drives it.

import assert from "node:assert/strict";
import { test } from "node:test";

import { openEmpty, visitor } from "./harness.mjs";

/** A document with nothing but an editor on it, at `window.editor`. */
async function openEditor(t, doc) {
  const page = await openEmpty(await visitor(t), '<div id="here"></div><button id="next">next</button>');
  await page.evaluate(async (text) => {
    const { createEditor } = await import(new URL("../editor/editor.js", location.href).href);
    window.heard = [];
    window.editor = createEditor(document.getElementById("here"), {
      doc: text,
      ariaLabel: "Program",
      onChange: (changed) => window.heard.push(changed),
    });
  }, doc);
  return page;
}

const textOf = (page) => page.evaluate(() => window.editor.getDoc());

test("typing changes the text and tells the page", async (t) => {
  const page = await openEditor(t, "x = 1\n");
  await page.evaluate(() => window.editor.focus());
  await page.keyboard.type("# ");
  assert.equal(await textOf(page), "# x = 1\n");
  assert.equal(await page.evaluate(() => window.heard.at(-1)), "# x = 1\n");
});

test("a new line after a colon is indented by four", async (t) => {
  const page = await openEditor(t, "async def main():");
  await page.evaluate(() => window.editor.focus());
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.keyboard.type("pass");
  assert.equal(await textOf(page), "async def main():\n    pass");
});

test("one undo brings back the text that setDoc replaced", async (t) => {
  const page = await openEditor(t, "mine = 1");
  await page.evaluate(() => {
    window.editor.setDoc("opened = 2");
    window.editor.focus();
  });
  assert.equal(await textOf(page), "opened = 2");
  await page.keyboard.press("Control+z");
  assert.equal(await textOf(page), "mine = 1");
});

test("problems are underlined at code points, after an emoji too", async (t) => {
  const page = await openEditor(t, "ok = 1\ns = '🦀🦀'; x = = 2\n");
  await page.evaluate(() =>
    window.editor.setDiagnostics([
      { from: { line: 2, col: 14 }, to: { line: 2, col: 15 }, severity: "error", message: "invalid syntax" },
    ]),
  );
  const marked = page.locator(".cm-lintRange-error");
  assert.equal(await marked.textContent(), "=");
  assert.equal(
    await page.evaluate(() => {
      const range = document.querySelector(".cm-lintRange-error");
      const before = document.createRange();
      before.setStart(range.closest(".cm-line"), 0);
      before.setEndBefore(range);
      return before.toString();
    }),
    "s = '🦀🦀'; x = ",
  );
  assert.equal(await page.locator(".cm-gutter-lint .cm-lint-marker-error").count(), 1);
  await page.evaluate(() => window.editor.setDiagnostics([]));
  assert.equal(await marked.count(), 0);
});

test("positions outside of the text do no harm", async (t) => {
  const page = await openEditor(t, "x");
  await page.evaluate(() => {
    window.editor.setDiagnostics([
      { from: { line: 9, col: 9 }, to: { line: 0, col: 0 }, severity: "warning", message: "far away" },
    ]);
    window.editor.setRunningLine(99);
    window.editor.setMarks([{ line: 0, label: "a", hue: 0, title: "a" }, { line: 7, label: "b", hue: 0, title: "b" }]);
  });
  assert.equal(await page.locator(".cm-runningLine, .cm-taskMark").count(), 0);
});

test("one line is the running one and stays with its text", async (t) => {
  const page = await openEditor(t, "a\nb\nc");
  await page.evaluate(() => {
    window.editor.setRunningLine(1);
    window.editor.setRunningLine(2);
    window.editor.focus();
  });
  assert.deepEqual(await page.locator(".cm-runningLine").allTextContents(), ["b"]);
  await page.keyboard.press("Enter");
  assert.deepEqual(await page.locator(".cm-runningLine").allTextContents(), ["b"]);
  await page.evaluate(() => window.editor.setRunningLine(null));
  assert.equal(await page.locator(".cm-runningLine").count(), 0);
});

test("suspended tasks have a chip beside their line, and many share the room", async (t) => {
  const page = await openEditor(t, "a\nb\nc");
  await page.evaluate(() => {
    const mark = (line, label) => ({ line, label, hue: 200, title: `${label} waits` });
    window.editor.setMarks([mark(3, "T1"), mark(1, "T2"), mark(1, "T3"), mark(1, "T4")]);
  });
  const gutter = page.locator(".cm-taskGutter .cm-taskMarks");
  assert.deepEqual(await gutter.allTextContents(), ["T2T3+1", "T1"]);
  assert.equal(await gutter.first().getAttribute("title"), "T2 waits\nT3 waits\nT4 waits");
});

test("lines of a transcript are marked as printed so or otherwise", async (t) => {
  const page = await openEditor(t, ">>> 1\n1\n>>> 2\n3\n");
  await page.evaluate(() =>
    window.editor.setVerdicts([
      { line: 2, agrees: true, title: "printed" },
      { line: 4, agrees: false, title: "The run printed: 2" },
      { line: 99, agrees: true, title: "nowhere" },
    ]),
  );
  const signs = page.locator(".cm-verdictGutter span");
  assert.deepEqual(await signs.allTextContents(), ["✓", "≠"]);
  assert.equal(await signs.last().getAttribute("title"), "The run printed: 2");
  assert.deepEqual(await page.locator(".cm-differingLine").allTextContents(), ["3"]);
  await page.evaluate(() => window.editor.setVerdicts([]));
  assert.equal(await signs.count(), 0);
});

test("the page hears which line the pointer is on", async (t) => {
  const page = await openEditor(t, "a\nb\nc");
  await page.evaluate(() => {
    window.lines = [];
    window.editor.onHoverLine((line) => window.lines.push(line));
  });
  await page.locator(".cm-line").nth(1).hover();
  await page.locator(".cm-line").nth(2).hover();
  await page.locator("#next").hover();
  const lines = await page.evaluate(() => window.lines);
  assert.deepEqual(lines.filter((line, i) => line !== lines[i - 1]).slice(-3), [2, 3, null]);
});

test("a read-only editor takes no typing", async (t) => {
  const page = await openEditor(t, "fixed");
  await page.evaluate(() => {
    window.editor.setReadOnly(true);
    window.editor.focus();
  });
  await page.keyboard.type("x");
  assert.equal(await textOf(page), "fixed");
});

test("Escape and then Tab leave the editor by keyboard", async (t) => {
  const page = await openEditor(t, "x");
  await page.evaluate(() => window.editor.focus());
  await page.keyboard.press("Tab");
  assert.equal(await textOf(page), "    x");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.id), "next");
});

test("a destroyed editor leaves nothing behind", async (t) => {
  const page = await openEditor(t, "x");
  await page.evaluate(() => window.editor.destroy());
  assert.equal(await page.evaluate(() => document.getElementById("here").childElementCount), 0);
});
