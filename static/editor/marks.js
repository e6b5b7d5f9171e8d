/** A gutter with a chip for every suspended task, beside the line where it waits. */

import { RangeSet, StateEffect, StateField } from "@codemirror/state";
import { GutterMarker, gutter } from "@codemirror/view";

/** Carries the whole new list of marks. */
export const setMarks = StateEffect.define();

/** How many chips stand beside one line before the rest becomes a number. */
const ROOM = 2;

/** The chips of one line. */
class Chips extends GutterMarker {
  constructor(list) {
    super();
    this.list = list;
  }

  eq(other) {
    return (
      this.list.length === other.list.length &&
      this.list.every((mark, i) => {
        const its = other.list[i];
        return mark.label === its.label && mark.hue === its.hue && mark.title === its.title && mark.count === its.count;
      })
    );
  }

  toDOM() {
    const box = document.createElement("span");
    box.className = "cm-taskMarks";
    box.title = this.list.map((mark) => mark.title).join("\n");
    for (const { label, hue } of this.list.slice(0, ROOM)) {
      const chip = box.appendChild(document.createElement("span"));
      chip.className = "cm-taskMark";
      chip.style.setProperty("--hue", String(hue));
      chip.textContent = label;
    }
    const more = this.list.slice(ROOM).reduce((sum, { count = 1 }) => sum + count, 0);
    if (more > 0) box.append(`+${more}`);
    return box;
  }
}

const field = StateField.define({
  create: () => RangeSet.empty,
  update(set, transaction) {
    let next = set.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(setMarks)) next = place(effect.value, transaction.newDoc);
    }
    return next;
  },
});

/** One marker per line, in the order of lines; marks on lines that do not exist are left out. */
function place(list, doc) {
  const byLine = new Map();
  for (const mark of list) {
    if (mark.line < 1 || mark.line > doc.lines) continue;
    if (!byLine.has(mark.line)) byLine.set(mark.line, []);
    byLine.get(mark.line).push(mark);
  }
  const ranges = [...byLine].map(([line, marks]) => new Chips(marks).range(doc.line(line).from));
  return RangeSet.of(ranges, true);
}

export const marks = [
  field,
  gutter({ class: "cm-taskGutter", markers: (view) => view.state.field(field) }),
];
