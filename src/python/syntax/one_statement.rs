//! Texts of `compile(…, "single")`, which hold one interactive statement
//! (Python reference, "Interactive input").

use ruff_python_ast::token::{Token, TokenKind};
use ruff_text_size::Ranged;

use super::parse::{ParseMode, parse, tokens};
use super::position::{LineIndex, Span};
use super::problem::SyntaxProblem;

/// What is wrong with a text that has no statement or more than one. A text
/// whose first statement is wrong is left to the parser.
pub fn check(lines: &LineIndex<'_>) -> Result<(), SyntaxProblem> {
    let all = tokens(lines);
    let mut rest = all.iter().filter(|token| {
        !matches!(
            token.kind(),
            TokenKind::Comment | TokenKind::NonLogicalNewline
        )
    });
    let problem = |message: &str, at: Span| Err(SyntaxProblem::new(message, at, lines));
    let Some(first) = rest.next().filter(|token| !ends(token.kind())) else {
        return problem("invalid syntax", Span::default());
    };
    if !is_compound(first.kind()) {
        let Some(newline) = rest.find(|token| token.kind() == TokenKind::Newline) else {
            return Ok(());
        };
        let end = newline.start().to_u32();
        let line = lines.source().get(..end as usize).unwrap_or("");
        let more = rest.any(|token| !ends(token.kind()));
        if more && parse(&LineIndex::new(line), ParseMode::Statements).is_ok() {
            let message = "multiple statements found while compiling a single statement";
            return problem(message, Span::new(end, end));
        }
        return Ok(());
    }
    match behind_compound(first, rest) {
        Some(token) => {
            let at = Span::new(token.start().to_u32(), token.end().to_u32());
            problem("invalid syntax", at)
        }
        None => Ok(()),
    }
}

fn ends(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::Newline | TokenKind::EndOfFile | TokenKind::Dedent
    )
}

fn is_compound(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::If
            | TokenKind::While
            | TokenKind::For
            | TokenKind::Try
            | TokenKind::With
            | TokenKind::Def
            | TokenKind::Class
            | TokenKind::Async
            | TokenKind::At
            | TokenKind::Match
    )
}

/// The first token that does not belong to the compound statement before it.
fn behind_compound<'a>(
    first: &'a Token,
    rest: impl Iterator<Item = &'a Token>,
) -> Option<&'a Token> {
    let (mut depth, mut at_line_start, mut decorates) =
        (0u32, false, first.kind() == TokenKind::At);
    for token in rest {
        match token.kind() {
            TokenKind::Newline => at_line_start = true,
            TokenKind::Indent => depth += 1,
            TokenKind::Dedent => depth = depth.saturating_sub(1),
            kind if at_line_start => {
                at_line_start = false;
                let goes_on = decorates
                    || depth > 0
                    || matches!(
                        kind,
                        TokenKind::Elif
                            | TokenKind::Else
                            | TokenKind::Except
                            | TokenKind::Finally
                            | TokenKind::EndOfFile
                    );
                if !goes_on {
                    return Some(token);
                }
                decorates = decorates && kind == TokenKind::At;
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(source: &str) -> String {
        match check(&LineIndex::new(source)) {
            Ok(()) => String::new(),
            Err(problem) => format!("{} {}", problem.start.line, problem.message),
        }
    }

    #[test]
    fn one_statement_and_no_more() {
        for source in [
            "1; 2",
            "a # x\n# y\n",
            "if x:\n  y\nelse:\n  z\n",
            "@a\n@b\ndef f(): pass\n",
            "x = (1,\n2)\n\n",
            "1 +\n2",
        ] {
            assert_eq!(outcome(source), "", "{source}");
        }
        let multiple = "1 multiple statements found while compiling a single statement";
        for source in ["1\n2", "a\n# c\nb", "x = 1\nx = '"] {
            assert_eq!(outcome(source), multiple, "{source}");
        }
        assert_eq!(outcome("class A: pass\n1"), "2 invalid syntax");
        assert_eq!(outcome("while 1:\n  x\n\ny"), "4 invalid syntax");
        assert_eq!(outcome("# nothing\n"), "1 invalid syntax");
    }
}
