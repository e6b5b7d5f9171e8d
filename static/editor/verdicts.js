/** A gutter beside the output lines of a transcript: printed so (✓), or otherwise (≠). */

import { RangeSet, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, GutterMarker, gutter } from "@codemirror/view";

/** Carries the whole new list of verdicts. */
export const setVerdicts = StateEffect.define();

class Sign extends GutterMarker {
  constructor({ agrees, title }) {
    super();
    this.agrees = agrees;
    this.title = title;
  }

  eq(other) {
    return this.agrees === other.agrees && this.title === other.title;
  }

  toDOM() {
    const sign = document.createElement("span");
    sign.className = this.agrees ? "cm-agrees" : "cm-differs";
    sign.textContent = this.agrees ? "✓" : "≠";
    sign.title = this.title;
    return sign;
  }
}

const NONE = { signs: RangeSet.empty, lines: Decoration.none };

const field = StateField.define({
  create: () => NONE,
  update(shown, transaction) {
    let next = transaction.docChanged
      ? { signs: shown.signs.map(transaction.changes), lines: shown.lines.map(transaction.changes) }
      : shown;
    for (const effect of transaction.effects) {
      if (effect.is(setVerdicts)) next = place(effect.value, transaction.newDoc);
    }
    return next;
  },
  provide: (self) => EditorView.decorations.from(self, ({ lines }) => lines),
});

/** Verdicts on lines that do not exist are left out. */
function place(list, doc) {
  const existing = list.filter(({ line }) => line >= 1 && line <= doc.lines);
  const at = ({ line }) => doc.line(line).from;
  const look = ({ agrees, title }) =>
    Decoration.line({ class: agrees ? "cm-agreeingLine" : "cm-differingLine", attributes: { title } });
  return {
    signs: RangeSet.of(existing.map((verdict) => new Sign(verdict).range(at(verdict))), true),
    lines: Decoration.set(existing.map((verdict) => look(verdict).range(at(verdict))), true),
  };
}

export const verdicts = [
  field,
  gutter({ class: "cm-verdictGutter", markers: (view) => view.state.field(field).signs }),
];
