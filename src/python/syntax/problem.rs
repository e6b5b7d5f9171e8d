//! What is wrong with a source text, as Python would report it.

use super::position::{LineColumn, LineIndex, Span};

/// Which exception reports the problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// `SyntaxError`
    Syntax,
    /// `IndentationError`
    Indentation,
    /// `TabError`
    Tab,
}

impl ProblemKind {
    /// The name of the exception class.
    pub fn class_name(self) -> &'static str {
        match self {
            Self::Syntax => "SyntaxError",
            Self::Indentation => "IndentationError",
            Self::Tab => "TabError",
        }
    }
}

/// A source text that is not Python, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxProblem {
    /// The message, in CPython's words where CPython has a message for it.
    pub message: String,
    /// Where it starts. Python's `offset` is the column plus one.
    pub start: LineColumn,
    /// Where it ends; equal to `start` when only a point is known.
    pub end: LineColumn,
    /// Which exception reports it.
    pub kind: ProblemKind,
    /// CPython knows no end, and tells this as `end_offset`: 0 or -1.
    pub no_end: Option<i64>,
    /// CPython knows the line only; its `offset` is 0.
    pub no_start: bool,
    /// Who finds fault.
    pub stage: Stage,
}

/// Which part of Python reports a problem. They differ in what text they show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The reader of tokens: the line as far as its end.
    Tokens,
    /// The parser: the line with its end.
    Parser,
    /// What comes behind the parser: the line as it stands in the file, if
    /// there is one.
    Compiler,
}

impl SyntaxProblem {
    /// A `SyntaxError` over a range of the source.
    pub fn new(message: impl Into<String>, span: Span, lines: &LineIndex<'_>) -> Self {
        Self::of_kind(ProblemKind::Syntax, message, span, lines)
    }

    /// A problem of the given kind over a range of the source.
    pub fn of_kind(
        kind: ProblemKind,
        message: impl Into<String>,
        span: Span,
        lines: &LineIndex<'_>,
    ) -> Self {
        Self {
            message: message.into(),
            start: lines.line_column(span.start),
            end: lines.line_column(span.end.max(span.start)),
            kind,
            no_end: None,
            no_start: false,
            stage: Stage::Parser,
        }
    }

    /// The same, reported by another part of Python.
    pub fn of_stage(mut self, stage: Stage) -> Self {
        self.stage = stage;
        self
    }

    /// The same with no more than its line.
    pub fn without_start(mut self, told_end: i64) -> Self {
        self.start.column = 0;
        self.no_start = true;
        self.without_end(told_end)
    }

    /// The same without an end; `told` is what CPython gives in its place.
    pub fn without_end(mut self, told: i64) -> Self {
        self.end = self.start;
        self.no_end = Some(told);
        self
    }
}

impl std::fmt::Display for SyntaxProblem {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            formatter,
            "{}: {} (line {})",
            self.kind.class_name(),
            self.message,
            self.start.line
        )
    }
}

impl std::error::Error for SyntaxProblem {}
