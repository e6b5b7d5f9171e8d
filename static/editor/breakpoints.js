/** A gutter with a dot beside every line at which playing stops. Dots stay with their text. */

import { RangeSet, StateEffect, StateField } from "@codemirror/state";
import { GutterMarker, gutter, keymap } from "@codemirror/view";

/** Carries the whole new list of lines. */
export const setBreakpoints = StateEffect.define();

/** Carries the position of a line whose dot comes or goes. */
const toggle = StateEffect.define({ map: (at, changes) => changes.mapPos(at) });

class Dot extends GutterMarker {
  toDOM() {
    const dot = document.createElement("span");
    dot.className = "cm-breakpoint";
    dot.textContent = "●";
    return dot;
  }
}

const dot = new Dot();

const field = StateField.define({
  create: () => RangeSet.empty,
  update(set, transaction) {
    let next = set.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(setBreakpoints)) {
        const doc = transaction.newDoc;
        const known = effect.value.filter((line) => line >= 1 && line <= doc.lines);
        next = RangeSet.of(known.map((line) => dot.range(doc.line(line).from)), true);
      } else if (effect.is(toggle)) {
        next = toggled(next, effect.value);
      }
    }
    return next;
  },
});

function toggled(set, at) {
  let there = false;
  set.between(at, at, () => {
    there = true;
  });
  return set.update(there ? { filter: (from) => from !== at } : { add: [dot.range(at)] });
}

/** The lines that have a dot, in order, each once. */
export function breakpointLines(state) {
  const lines = new Set();
  for (let each = state.field(field).iter(); each.value; each.next()) {
    lines.add(state.doc.lineAt(each.from).number);
  }
  return [...lines].sort((a, b) => a - b);
}

/** Toggles the dot of the line at a position. */
function toggleAt(view, at) {
  view.dispatch({ effects: toggle.of(view.state.doc.lineAt(at).from) });
  return true;
}

export const breakpoints = [
  field,
  gutter({
    class: "cm-breakpointGutter",
    markers: (view) => view.state.field(field),
    // A line without a dot must be clickable too.
    renderEmptyElements: true,
    initialSpacer: () => dot,
    domEventHandlers: { mousedown: (view, line) => toggleAt(view, line.from) },
  }),
  keymap.of([{ key: "F9", run: (view) => toggleAt(view, view.state.selection.main.head) }]),
];
