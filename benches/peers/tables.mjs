// Results as Markdown.

/** The middle one; of an even number of them the upper middle one. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** Why a cell is empty or odd; the same reason has one number. */
export class Footnotes {
  #reasons = [];

  /** The mark to put behind a cell. */
  mark(reason) {
    let index = this.#reasons.indexOf(reason);
    if (index < 0) index = this.#reasons.push(reason) - 1;
    return `[^${index + 1}]`;
  }

  /** What goes below the tables. */
  lines() {
    if (this.#reasons.length === 0) return [];
    // Errors may hold what Markdown takes for markup.
    const safe = (reason) => `\`${reason.replaceAll("`", "'")}\``;
    return ["", ...this.#reasons.map((reason, index) => `[^${index + 1}]: ${safe(reason)}`)];
  }
}

const milliseconds = (time) => (time >= 99.95 ? time.toFixed(0) : time.toFixed(1));
const times = (ratio) => `${ratio >= 9.95 ? ratio.toFixed(0) : ratio.toPrecision(2)}×`;

/**
 * A row for each program: native milliseconds of all the times it was run, then each
 * engine's, with the ratio to native as it was just before.
 */
export function timesTable({ programs, engines, results, footnotes }) {
  const rows = programs.map(({ name }) => {
    const row = engines.map((engine) => results.get(`${name} ${engine.name}`));
    const cells = row.map(({ times: measured, native, failed, remark }, column) => {
      const { title } = engines[column];
      if (failed) return `–${footnotes.mark(`${title}: ${failed}`)}`;
      const time = median(measured);
      return `${milliseconds(time)} (${times(time / median(native))})${remark ? footnotes.mark(`${title}: ${remark}`) : ""}`;
    });
    return `| ${[name, milliseconds(median(row.flatMap(({ native }) => native))), ...cells].join(" | ")} |`;
  });
  return [
    `| program | CPython | ${engines.map((engine) => engine.title).join(" | ")} |`,
    `|---|---:|${"---:|".repeat(engines.length)}`,
    ...rows,
  ];
}

/** A row for each engine: first prints in Node and Chromium, and what has to be fetched for it. */
export function coldTable({ engines, coldStarts, sizes, native, footnotes }) {
  const rows = engines
    .filter((engine) => coldStarts.has(engine.name))
    .map((engine) => {
      const { node, chromium } = coldStarts.get(engine.name);
      const cell = (answer, visit) => {
        if (answer?.failed) return `–${footnotes.mark(`${engine.title}: ${answer.failed}`)}`;
        return answer?.[visit] ? median(answer[visit]).toFixed(0) : "";
      };
      const size = sizes.has(engine.name) ? `${(sizes.get(engine.name) / 1000).toFixed(0)} kB` : "";
      const cells = [engine.title, cell(node, "first"), cell(chromium, "first"), cell(chromium, "second"), size];
      return `| ${cells.join(" | ")} |`;
    });
  return [
    "| | first print in Node, ms | in Chromium, first visit | second visit | fetched, brotli |",
    "|---|---:|---:|---:|---:|",
    `| CPython, whole process | ${native.toFixed(0)} | | | |`,
    ...rows,
  ];
}
