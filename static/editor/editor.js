/**
 * The code editor of the page: CodeMirror 6 with Python, and what the page
 * shows inside it (diagnostics, the running line, marks of suspended tasks).
 *
 * The text belongs to the editor: the page pushes a whole new text in only
 * when the visitor opens something, and hears of every other change.
 *
 * Lines count from 1. Columns count Unicode code points from 0, as Python
 * does; CodeMirror itself counts UTF-16 units.
 *
 * Keyboard: Tab indents, so leaving the editor takes Escape and then Tab (or
 * Shift-Tab). CodeMirror offers that by itself; `keyboardHelp` is the sentence
 * to show or to describe the editor with.
 *
 * @typedef {{ line: number, col: number }} Position
 * @typedef {{ from: Position, to: Position, severity: "error" | "warning" | "info" | "hint", message: string }} Problem
 * @typedef {{ line: number, label: string, hue: number, title: string, count?: number }} Mark
 *   hue: degrees on the colour circle, the same as the task's lane; count: how many tasks it stands for, if not one.
 *
 * @typedef {{ line: number, agrees: boolean, title: string }} Verdict
 *   title: what the run printed.
 *
 * @typedef {object} Options
 * @property {string} doc the first text
 * @property {(text: string) => void} [onChange] called with the whole text after every change, also after `setDoc`
 * @property {(lines: number[]) => void} [onBreakpoints] called with all lines that have a breakpoint when the visitor or an edit changed them
 * @property {string} ariaLabel the editor's name for screen readers
 */

import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import {
  bracketMatching,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
} from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { Compartment, EditorState } from "@codemirror/state";
import {
  EditorView,
  drawSelection,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from "@codemirror/view";

import { breakpointLines, breakpoints, setBreakpoints } from "./breakpoints.js";
import { highlighting, look } from "./look.js";
import { marks, setMarks } from "./marks.js";
import { moments, setExpression, setLitLine } from "./moments.js";
import { runningLine, setRunningLine } from "./running_line.js";
import { setVerdicts, verdicts } from "./verdicts.js";

/** The page uses Mod-Enter to run the program. */
const forEditing = defaultKeymap.filter(({ key }) => key !== "Mod-Enter");

/** How to get out of the editor without a mouse. */
export const keyboardHelp = "Tab indents. Press Escape, then Tab, to leave the editor.";

/**
 * Puts an editor into an element.
 * @param {Element} parent
 * @param {Options} options
 * @returns {Editor}
 */
export function createEditor(parent, options) {
  return new Editor(parent, options);
}

/** An editor on the page. */
class Editor {
  #view;
  #readOnly = new Compartment();

  constructor(parent, { doc, onChange, onBreakpoints, ariaLabel }) {
    this.#view = new EditorView({
      parent,
      doc,
      extensions: [
        breakpoints,
        lineNumbers(),
        marks,
        verdicts,
        lintGutter(),
        runningLine,
        moments,
        highlightSpecialChars(),
        history(),
        drawSelection({ cursorBlinkRate: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 1200 }),
        EditorState.allowMultipleSelections.of(false),
        indentUnit.of("    "),
        EditorState.tabSize.of(4),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        python(),
        syntaxHighlighting(highlighting),
        look,
        keymap.of([
          ...closeBracketsKeymap,
          ...forEditing,
          ...historyKeymap,
          ...lintKeymap,
          indentWithTab,
        ]),
        EditorView.contentAttributes.of({ "aria-label": ariaLabel, "aria-description": keyboardHelp, tabindex: "0" }),
        this.#readOnly.of(EditorState.readOnly.of(false)),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onChange?.(update.state.doc.toString());
          const before = breakpointLines(update.startState).join();
          const lines = breakpointLines(update.state);
          const told = update.transactions.some(({ effects }) => effects.some((effect) => effect.is(setBreakpoints)));
          if (!told && lines.join() !== before) onBreakpoints?.(lines);
        }),
      ],
    });
  }

  /** The whole text. */
  getDoc() {
    return this.#view.state.doc.toString();
  }

  /**
   * Puts another text in; one undo brings the former one back.
   * @param {string} text
   */
  setDoc(text) {
    const { doc } = this.#view.state;
    if (doc.toString() === text) return;
    this.#view.dispatch({
      changes: { from: 0, to: doc.length, insert: text },
      selection: { anchor: 0 },
      // Dots of the former text mean nothing in this one.
      effects: setBreakpoints.of([]),
      scrollIntoView: true,
      userEvent: "input.open",
    });
  }

  /**
   * Underlines problems where they are; an empty list takes them all away.
   * @param {Problem[]} problems
   */
  setDiagnostics(problems) {
    const { state } = this.#view;
    const diagnostics = problems.map(({ from, to, severity, message }) => {
      const start = offset(state.doc, from);
      return { from: start, to: Math.max(start, offset(state.doc, to)), severity, message };
    });
    diagnostics.sort((a, b) => a.from - b.from);
    this.#view.dispatch(setDiagnostics(state, diagnostics));
  }

  /**
   * Says of output lines of a transcript whether the run printed them; an
   * empty list takes all marks away.
   * @param {Verdict[]} list
   */
  setVerdicts(list) {
    this.#view.dispatch({ effects: setVerdicts.of(list) });
  }

  /**
   * Marks the line that runs now, and scrolls to it.
   * @param {number | null | undefined} line
   */
  setRunningLine(line) {
    const { doc } = this.#view.state;
    const exists = line != null && line >= 1 && line <= doc.lines;
    const effects = [setRunningLine.of(exists ? line : null)];
    if (exists) {
      effects.push(EditorView.scrollIntoView(doc.line(line).from, { y: "nearest", yMargin: 40 }));
    }
    this.#view.dispatch({ effects });
  }

  /**
   * Shows a dot beside each of these lines.
   * @param {number[]} lines
   */
  setBreakpoints(lines) {
    if (breakpointLines(this.#view.state).join() === lines.join()) return;
    this.#view.dispatch({ effects: setBreakpoints.of(lines) });
  }

  /**
   * Marks the expression that runs; null for none.
   * @param {{ from: Position, to: Position } | null} range
   */
  setExpression(range) {
    const { doc } = this.#view.state;
    const value = range && [offset(doc, range.from), offset(doc, range.to)];
    this.#view.dispatch({ effects: setExpression.of(value) });
  }

  /**
   * Lights a line that is pointed at elsewhere; null for none.
   * @param {number | null} line
   */
  setLitLine(line) {
    const exists = line != null && line >= 1 && line <= this.#view.state.doc.lines;
    this.#view.dispatch({ effects: setLitLine.of(exists ? line : null) });
  }

  /**
   * Brings a line into view, puts the caret and the keyboard there.
   * @param {number} line
   */
  showLine(line) {
    const { doc } = this.#view.state;
    const { from } = doc.line(Math.min(Math.max(line, 1), doc.lines));
    this.#view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
    this.#view.focus();
  }

  /**
   * Shows a chip beside a line for each mark; an empty list takes them all away.
   * @param {Mark[]} list
   */
  setMarks(list) {
    this.#view.dispatch({ effects: setMarks.of(list) });
  }

  /**
   * Calls back with the line under the pointer, and with null when it leaves.
   * @param {(line: number | null) => void} callback
   */
  onHoverLine(callback) {
    let last = null;
    const tell = (line) => {
      if (line !== last) callback((last = line));
    };
    const { dom } = this.#view;
    dom.addEventListener("mousemove", (event) => {
      // A point beside the text still belongs to a line: only the height counts.
      const block = this.#view.lineBlockAtHeight(event.clientY - this.#view.documentTop);
      const beyond = event.clientY > this.#view.documentTop + this.#view.contentHeight;
      tell(beyond ? null : this.#view.state.doc.lineAt(block.from).number);
    });
    dom.addEventListener("mouseleave", () => tell(null));
  }

  /**
   * Whether the visitor can change the text.
   * @param {boolean} readOnly
   */
  setReadOnly(readOnly) {
    this.#view.dispatch({
      effects: this.#readOnly.reconfigure(EditorState.readOnly.of(readOnly)),
    });
  }

  /** Puts the keyboard into the editor. */
  focus() {
    this.#view.focus();
  }

  /** Takes the editor off the page. */
  destroy() {
    this.#view.destroy();
  }
}

/**
 * The offset of a position, as near as the text allows.
 * @param {import("@codemirror/state").Text} doc
 * @param {Position} position
 */
function offset(doc, { line, col }) {
  if (line < 1) return 0;
  if (line > doc.lines) return doc.length;
  const { from, text } = doc.line(line);
  let units = 0;
  let points = 0;
  for (const character of text) {
    if (points === col) break;
    points += 1;
    units += character.length;
  }
  return from + units;
}
