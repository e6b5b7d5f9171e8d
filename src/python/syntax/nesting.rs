//! Refuses source texts that nest too deeply, before any recursive code sees
//! them.
//!
//! The parser and the compiler recurse as deeply as the source nests, and the
//! stack of a browser's worker is small. One pass over the tokens bounds that
//! depth. Flat repetition (long sums, long lists, thousands of `elif`) is not
//! nesting and has no limit.

use ruff_python_ast::token::TokenKind;
use ruff_python_parser::Mode;
use ruff_python_parser::lexer::lex;

use super::position::{LineIndex, Span};
use super::problem::{ProblemKind, SyntaxProblem};

/// Brackets that may be open at once. CPython allows 200.
const MAX_BRACKETS: usize = 100;
/// Blocks that may be open at once; CPython's number.
const MAX_BLOCKS: usize = 100;
/// Operators that may nest without brackets: prefix operators, `**`,
/// conditional expressions, lambdas, and calls and attributes of one chain.
const MAX_OPERATORS: usize = 400;

/// A lambda takes as much of the stack as this many other operators: it is
/// compiled to a code object of its own.
const LAMBDA_WEIGHT: usize = 4;

/// Operators that may be nested at one place inside one pair of brackets (or
/// outside of all), by what ends their nesting.
#[derive(Default)]
struct Level {
    /// Calls, attributes, signs, `await` and `**`, since the last operator
    /// that binds less tightly.
    tight: usize,
    /// `not`, since the last `and` or `or`.
    nots: usize,
    /// `lambda`, `else`, `yield`, `for` and `:=`, since the last separator.
    loose: usize,
    /// Lambdas whose colon has not been seen: their commas separate nothing.
    lambdas: usize,
    /// Inside an f-string, outside of its fields.
    is_string: bool,
}

impl Level {
    fn nested(&self) -> usize {
        self.tight + self.nots + self.loose
    }

    /// Notes a token that is no bracket; says whether it nests.
    fn note(&mut self, kind: TokenKind, after_operand: bool) -> bool {
        match kind {
            TokenKind::Comma if self.lambdas == 0 => *self = Self::default(),
            TokenKind::Colon => self.lambdas = self.lambdas.saturating_sub(1),
            TokenKind::And | TokenKind::Or => (self.tight, self.nots) = (0, 0),
            TokenKind::Not if !after_operand => {
                self.nots += 1;
                return true;
            }
            TokenKind::Lambda => {
                self.lambdas += 1;
                self.loose += LAMBDA_WEIGHT;
                return true;
            }
            TokenKind::Else
            | TokenKind::Yield
            | TokenKind::ColonEqual
            | TokenKind::Async
            | TokenKind::For => {
                (self.tight, self.nots) = (0, 0);
                self.loose += 1;
                return true;
            }
            TokenKind::Dot | TokenKind::DoubleStar | TokenKind::Await | TokenKind::Tilde => {
                self.tight += 1;
                return true;
            }
            TokenKind::Plus | TokenKind::Minus | TokenKind::Star if !after_operand => {
                self.tight += 1;
                return true;
            }
            kind if after_operand && (kind.is_operator() || kind.is_keyword()) => {
                self.tight = 0;
            }
            _ => {}
        }
        false
    }
}

/// Why a source text is refused.
#[derive(Clone, Copy)]
enum Excess {
    Brackets,
    Blocks,
    Operators,
}

/// Checks that the source nests no deeper than the compiler's stack allows.
///
/// # Errors
/// The problem, at the token which is nested too deeply.
pub(super) fn check(lines: &LineIndex<'_>) -> Result<(), SyntaxProblem> {
    let source = lines.source();
    let Some(excess) = excess(source) else {
        return Ok(());
    };
    // The lexer tells kinds of tokens, not where they are: the place is the
    // end of the shortest refused beginning of the text.
    let (mut accepted, mut refused) = (0, source.len());
    while accepted + 1 < refused {
        let middle = source.floor_char_boundary((accepted + refused) / 2);
        let middle = if middle == accepted {
            source.ceil_char_boundary(middle + 1)
        } else {
            middle
        };
        if middle >= refused {
            break;
        }
        match source.get(..middle).and_then(self::excess) {
            Some(_) => refused = middle,
            None => accepted = middle,
        }
    }
    let end = u32::try_from(refused).unwrap_or(u32::MAX);
    let (kind, message) = match excess {
        Excess::Brackets => (ProblemKind::Syntax, "too many nested parentheses"),
        Excess::Blocks => (ProblemKind::Indentation, "too many levels of indentation"),
        Excess::Operators => (ProblemKind::Syntax, "too deeply nested expression"),
    };
    Err(SyntaxProblem::of_kind(
        kind,
        message,
        Span::new(end.saturating_sub(1), end),
        lines,
    ))
}

fn excess(source: &str) -> Option<Excess> {
    let mut lexer = lex(source, Mode::Module);
    let mut levels = vec![Level::default()];
    let mut blocks = 0usize;
    // Operators in brackets around the current ones.
    let mut outer_operators = 0usize;
    let mut after_operand = false;
    loop {
        let kind = lexer.next_token();
        let depth = levels.len();
        let level = levels.last_mut()?;
        let mut nests = false;
        match kind {
            TokenKind::EndOfFile => return None,
            TokenKind::Indent => {
                blocks += 1;
                if blocks >= MAX_BLOCKS {
                    return Some(Excess::Blocks);
                }
            }
            TokenKind::Dedent => blocks = blocks.saturating_sub(1),
            TokenKind::Newline | TokenKind::Semi => {
                levels.clear();
                levels.push(Level::default());
                outer_operators = 0;
            }
            TokenKind::Lpar
            | TokenKind::Lsqb
            | TokenKind::Lbrace
            | TokenKind::FStringStart
            | TokenKind::TStringStart => {
                if depth > MAX_BRACKETS {
                    return Some(Excess::Brackets);
                }
                outer_operators += level.nested();
                let is_string = matches!(kind, TokenKind::FStringStart | TokenKind::TStringStart);
                levels.push(Level {
                    is_string,
                    ..Level::default()
                });
            }
            TokenKind::Rpar
            | TokenKind::Rsqb
            | TokenKind::Rbrace
            | TokenKind::FStringEnd
            | TokenKind::TStringEnd => {
                if depth > 1 {
                    levels.pop();
                    outer_operators -= levels.last().map_or(0, Level::nested);
                }
                // What was in brackets may be called or subscripted again.
                if let Some(level) = levels.last_mut().filter(|level| !level.is_string) {
                    level.tight += 1;
                    nests = true;
                }
            }
            other => nests = level.note(other, after_operand),
        }
        if nests {
            let inner = levels.last().map_or(0, Level::nested);
            if outer_operators + inner > MAX_OPERATORS {
                return Some(Excess::Operators);
            }
        }
        after_operand = matches!(
            kind,
            TokenKind::Name
                | TokenKind::Int
                | TokenKind::Float
                | TokenKind::Complex
                | TokenKind::String
                | TokenKind::FStringEnd
                | TokenKind::TStringEnd
                | TokenKind::Rpar
                | TokenKind::Rsqb
                | TokenKind::Rbrace
                | TokenKind::True
                | TokenKind::False
                | TokenKind::None
                | TokenKind::Ellipsis
                | TokenKind::Match
                | TokenKind::Case
                | TokenKind::Type
                | TokenKind::Lazy
        );
    }
}
