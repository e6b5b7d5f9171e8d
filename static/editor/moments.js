/** What belongs to the moment that the page shows: the expression that runs, and the line that is pointed at on the lanes. */

import { StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView } from "@codemirror/view";

/** Carries the offsets `[from, to]` of the expression, or null for none. */
export const setExpression = StateEffect.define();

/** Carries the line's number from 1, or null for none. The line exists. */
export const setLitLine = StateEffect.define();

const running = Decoration.mark({ class: "cm-runningExpression" });
const lit = Decoration.line({ class: "cm-litLine" });

/** A field of one decoration; `make` turns an effect's value into its ranges. */
const one = (effectType, make) =>
  StateField.define({
    create: () => Decoration.none,
    update(set, transaction) {
      let next = set.map(transaction.changes);
      for (const effect of transaction.effects) {
        if (!effect.is(effectType)) continue;
        next = effect.value == null ? Decoration.none : Decoration.set(make(effect.value, transaction.newDoc));
      }
      return next;
    },
    provide: (field) => EditorView.decorations.from(field),
  });

export const moments = [
  one(setExpression, ([from, to]) => (from < to ? [running.range(from, to)] : [])),
  one(setLitLine, (line, doc) => [lit.range(doc.line(line).from)]),
];
