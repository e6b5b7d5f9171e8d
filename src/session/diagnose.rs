//! Syntax errors and old spellings, as the page's editor wants to know them.

use crate::message::{Diagnostic, Severity};
use crate::transcript;
use coroscope_python::compile::{Mode, compile_source};
use coroscope_python::syntax::{LineColumn, old_spellings};

/// What Python would refuse in this text: at most one problem, as Python does;
/// if there is none, the old spellings that the text shows.
/// In a transcript nothing is told: errors are part of the session.
pub fn diagnose(source: &str) -> Vec<Diagnostic> {
    if transcript::is_transcript(source) {
        return Vec::new();
    }
    let Err(problem) = compile_source(source, "main.py", Mode::Exec) else {
        return old_spellings(source)
            .into_iter()
            .map(|found| Diagnostic {
                line: found.start.line,
                column: utf16_column(source, found.start),
                end_line: found.end.line,
                end_column: utf16_column(source, found.end),
                severity: Severity::Hint,
                message: found.spelling.as_str().to_owned(),
            })
            .collect();
    };
    vec![Diagnostic {
        line: problem.start.line,
        column: utf16_column(source, problem.start),
        end_line: problem.end.line,
        end_column: utf16_column(source, problem.end),
        severity: Severity::Error,
        message: format!("{}: {}", problem.kind.class_name(), problem.message),
    }]
}

/// A column in code points as one in UTF-16 code units.
fn utf16_column(source: &str, at: LineColumn) -> u32 {
    let line = source
        .split('\n')
        .nth((at.line as usize).saturating_sub(1))
        .unwrap_or("");
    let mut points = line.chars();
    let units: usize = points
        .by_ref()
        .take(at.column as usize)
        .map(char::len_utf16)
        .sum();
    units as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sound_text_has_no_problems() {
        assert_eq!(diagnose("print('\u{1f600}')\n"), []);
    }

    #[test]
    fn old_spellings_are_hints() {
        let hints = diagnose("import asyncio\nx = '\u{1f600}', asyncio.coroutine\n");
        let [hint] = hints.as_slice() else {
            panic!("one hint expected, got {hints:?}");
        };
        assert_eq!(
            (hint.severity, hint.line, hint.column),
            (Severity::Hint, 2, 10)
        );
        assert_eq!(hint.message, "asyncio.coroutine");
    }

    #[test]
    fn columns_count_utf16_units() {
        let problems = diagnose("x = '\u{1f600}' = = 2\n");
        let [problem] = problems.as_slice() else {
            panic!("one problem expected, got {problems:?}");
        };
        assert!(problem.message.starts_with("SyntaxError: "));
        assert_eq!(problem.line, 1);
        let plain = diagnose("x = 'a' = = 2\n");
        assert_eq!(Some(problem.column), plain.first().map(|p| p.column + 1));
    }
}
