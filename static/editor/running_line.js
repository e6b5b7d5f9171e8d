/** The line that runs now: one full-line highlight that stays with its text. */

import { StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView } from "@codemirror/view";

/** Carries the line's number from 1, or null for none. The line exists. */
export const setRunningLine = StateEffect.define();

const highlight = Decoration.line({ class: "cm-runningLine", attributes: { "aria-current": "step" } });

export const runningLine = StateField.define({
  create: () => Decoration.none,
  update(lines, transaction) {
    let next = lines.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(setRunningLine)) continue;
      next =
        effect.value == null
          ? Decoration.none
          : Decoration.set([highlight.range(transaction.newDoc.line(effect.value).from)]);
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});
