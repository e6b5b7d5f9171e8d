//! Indentation that depends on how wide a tab is (Python reference,
//! "Indentation").

use ruff_python_ast::token::TokenKind;
use ruff_text_size::Ranged;

use super::super::position::Span;
use super::super::problem::{ProblemKind, SyntaxProblem};
use super::{Report, span};

/// Width of an indentation with tabs to multiples of eight, and with tabs of
/// one column. Both must order lines alike.
type Widths = (usize, usize);

/// The problem, and where the line's text begins.
pub(super) fn check(report: &Report<'_>) -> Option<(SyntaxProblem, u32)> {
    if !report.lines.source().contains('\t') {
        return None;
    }
    let mut open: Vec<Widths> = vec![(0, 0)];
    let mut at_line_start = true;
    for token in report.significant() {
        match token.kind() {
            TokenKind::Newline => at_line_start = true,
            TokenKind::Indent | TokenKind::Dedent | TokenKind::EndOfFile | TokenKind::Unknown => {}
            _ if at_line_start => {
                at_line_start = false;
                let at = span(token.range());
                let line = report.lines.line(at.start);
                let text = report.lines.line_text(line);
                let indentation = text
                    .get(..(at.start - report.lines.line_start(line)) as usize)
                    .unwrap_or("");
                let problem = match enter_line(&mut open, widths(indentation)) {
                    Line::Fits => continue,
                    Line::Contradicts => {
                        let start = report.lines.line_start(line);
                        SyntaxProblem::of_kind(
                            ProblemKind::Tab,
                            "inconsistent use of tabs and spaces in indentation",
                            Span::new(start, start),
                            report.lines,
                        )
                        .without_end(0)
                    }
                    Line::MatchesNothing => SyntaxProblem::of_kind(
                        ProblemKind::Indentation,
                        "unindent does not match any outer indentation level",
                        at,
                        report.lines,
                    ),
                };
                return Some((problem, at.start));
            }
            _ => {}
        }
    }
    None
}

fn widths(indentation: &str) -> Widths {
    indentation
        .chars()
        .fold((0, 0), |(wide, narrow), c| match c {
            '\t' => ((wide / 8 + 1) * 8, narrow + 1),
            '\u{c}' => (0, 0),
            _ => (wide + 1, narrow + 1),
        })
}

/// How the indentation of a line relates to those before.
enum Line {
    Fits,
    Contradicts,
    MatchesNothing,
}

fn enter_line(open: &mut Vec<Widths>, line: Widths) -> Line {
    let last = open.last().copied().unwrap_or_default();
    let agrees = if line.0 == last.0 {
        line.1 == last.1
    } else if line.0 > last.0 {
        open.push(line);
        line.1 > last.1
    } else {
        while open.len() > 1 && open.last().is_some_and(|last| last.0 > line.0) {
            open.pop();
        }
        let outer = open.last().copied().unwrap_or_default();
        if outer.0 != line.0 {
            return Line::MatchesNothing;
        }
        outer.1 == line.1
    };
    if agrees {
        Line::Fits
    } else {
        Line::Contradicts
    }
}
