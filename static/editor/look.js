/**
 * How the editor looks. Every colour is a CSS variable of the page, so that
 * light, dark and high contrast are decided in one place; the values here are
 * what holds where the page sets none.
 */

import { HighlightStyle } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

export const highlighting = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: "var(--code-keyword, #7c3aed)" },
  { tag: [tags.controlKeyword], color: "var(--code-keyword, #7c3aed)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--code-string, #15803d)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--code-number, #b45309)" },
  { tag: [tags.comment], color: "var(--code-comment, #64748b)", fontStyle: "italic" },
  {
    tag: [tags.function(tags.variableName), tags.function(tags.propertyName)],
    color: "var(--code-function, #1d4ed8)",
  },
  {
    tag: [tags.definition(tags.variableName), tags.className],
    color: "var(--code-definition, inherit)",
  },
  { tag: [tags.meta], color: "var(--code-decorator, #b45309)" },
]);

export const look = EditorView.theme({
  "&": { color: "var(--code-text, inherit)", backgroundColor: "var(--code-background, transparent)", height: "100%" },
  ".cm-scroller": { fontFamily: "var(--code-font, ui-monospace, monospace)", lineHeight: "1.5" },
  ".cm-content": { caretColor: "var(--code-caret, currentColor)" },
  ".cm-cursor": { borderLeftColor: "var(--code-caret, currentColor)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "var(--code-selection, #94a3b855)",
  },
  ".cm-gutters": {
    color: "var(--code-gutter, #64748b)",
    backgroundColor: "var(--code-background, transparent)",
    border: "none",
  },
  ".cm-runningLine": {
    backgroundColor: "var(--code-running, #facc1540)",
    boxShadow: "inset 3px 0 var(--code-running-edge, #ca8a04)",
  },
  ".cm-runningExpression": {
    borderRadius: "2px",
    boxShadow: "0 0 0 1px var(--code-running-edge, #ca8a04)",
  },
  ".cm-litLine": { backgroundColor: "var(--code-lit, #0ea5e926)" },
  ".cm-breakpointGutter": { minWidth: "1rem", cursor: "pointer" },
  ".cm-breakpointGutter .cm-gutterElement": { textAlign: "center" },
  ".cm-breakpointGutter .cm-gutterElement:hover:empty::before": { content: "'●'", opacity: "0.4" },
  ".cm-breakpoint": { color: "var(--code-breakpoint, #dc2626)" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--code-bracket, #94a3b84d)" },
  ".cm-taskGutter": { minWidth: "clamp(1.25rem, 3.5vw, 2.35rem)" },
  ".cm-taskMarks": { display: "flex", gap: "2px", fontSize: "0.72em", lineHeight: "2.0833em", padding: "0 2px" },
  ".cm-taskMark": {
    padding: "0 0.4em",
    borderRadius: "0.7em",
    color: "var(--code-mark-text, #fff)",
    backgroundColor: "hsl(var(--hue) var(--code-mark-colour, 55% 38%))",
    maxWidth: "7em",
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
  ".cm-agrees": { color: "var(--code-agrees, #15803d)", padding: "0 2px" },
  ".cm-differs": { color: "var(--code-differs, #b91c1c)", fontWeight: "bold", padding: "0 2px" },
  ".cm-differingLine": { textDecoration: "underline wavy var(--code-differs, #b91c1c)", textUnderlineOffset: "3px" },
  ".cm-tooltip": {
    color: "var(--code-text, inherit)",
    backgroundColor: "var(--code-tooltip, Canvas)",
    border: "1px solid var(--code-gutter, #64748b)",
  },
});
