// Puts what was measured into docs/performance.md, between the markers of its
// section; the text around them is written by people.

import { readFile, writeFile } from "node:fs/promises";

const PAGE = new URL("../docs/performance.md", import.meta.url);

/**
 * Replaces a section's text.
 * @param {string} name
 * @param {string} text Markdown.
 */
export async function writeSection(name, text) {
  const page = await readFile(PAGE, "utf8");
  const [begin, end] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`];
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/performance.md has no section ${name}`);
  await writeFile(PAGE, `${page.slice(0, from + begin.length)}\n\n${text.trim()}\n\n${page.slice(to)}`);
}
