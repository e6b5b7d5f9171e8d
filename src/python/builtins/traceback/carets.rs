//! The marks below a line of a traceback (PEP 657): which part of the line
//! failed. `^` marks an operator or the brackets of a subscript, `~` the rest
//! of that expression; anything else is all `^`.

use crate::code::Position;
use crate::text::columns;
use ruff_python_ast::Expr;
use ruff_text_size::Ranged;

/// The marks for a line, to stand below its text without indentation; `None`
/// if they would say nothing.
pub(super) fn below(line: &str, at: Position) -> Option<String> {
    let indent = line.chars().take_while(|c| c.is_whitespace()).count();
    let width = line.trim().chars().count();
    let start = usize::from(at.column);
    let one_line = at.end_line == at.line;
    // Of what goes on below, only the first line is shown.
    let end = if one_line {
        usize::from(at.end_column)
    } else {
        indent + width
    };
    if at.line == 0 || at.end_line == 0 || end <= start || start < indent || end > indent + width {
        return None;
    }
    let part = |from: usize, to: usize| line.chars().skip(from).take(to - from);
    let marked = |mark: &str, from: usize, to: usize| mark.repeat(columns::of_text(part(from, to)));
    let segment: String = part(start, end).collect();
    let anchors = if one_line { anchors(&segment) } else { None };
    let marks = match anchors {
        Some((from, to)) => {
            let (from, to) = (start + from, (start + to).min(end));
            marked("~", start, from) + &marked("^", from, to) + &marked("~", to, end)
        }
        // The whole line needs no marks.
        None if end - start >= width => return None,
        None => marked("^", start, end),
    };
    Some(marked(" ", indent, start) + &marks)
}

/// Where in an expression its operator or subscript stands, in characters.
fn anchors(segment: &str) -> Option<(usize, usize)> {
    let parsed = ruff_python_parser::parse_expression(segment).ok()?;
    let chars = |bytes: usize| segment.get(..bytes).map_or(0, |text| text.chars().count());
    let (from, to) = match parsed.expr() {
        Expr::BinOp(node) => {
            let between = segment.get(node.left.end().to_usize()..node.right.start().to_usize())?;
            let offset = between.find(|c: char| !c.is_whitespace() && c != ')')?;
            let operator = between.get(offset..)?;
            let length = operator
                .chars()
                .take(2)
                .take_while(|c| !c.is_whitespace() && !c.is_alphanumeric() && *c != '(')
                .count();
            let from = node.left.end().to_usize() + offset;
            (from, from + length.max(1))
        }
        Expr::Subscript(node) => {
            let open = segment.get(node.value.end().to_usize()..)?.find('[')?;
            (node.value.end().to_usize() + open, segment.trim_end().len())
        }
        _ => return None,
    };
    Some((chars(from), chars(to)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(line: &str, start: u16, end: u16) -> Option<String> {
        below(
            line,
            Position {
                line: 1,
                end_line: 1,
                column: start,
                end_column: end,
            },
        )
    }

    #[test]
    fn operators_and_subscripts_are_pointed_at() {
        assert_eq!(
            marks("    return (x) + 'a'", 11, 20).as_deref(),
            Some("       ~~~~^~~~~")
        );
        assert_eq!(marks("a // b", 0, 6).as_deref(), Some("~~^^~~"));
        assert_eq!(
            marks("    return d['a']['b'] + f(1)", 11, 22).as_deref(),
            Some("       ~~~~~~^^^^^")
        );
    }

    #[test]
    fn a_whole_line_has_no_marks_unless_they_tell_more() {
        assert_eq!(marks("  f(1)", 2, 6), None);
        assert_eq!(marks("  f(1) + 2", 2, 6).as_deref(), Some("^^^^"));
    }

    #[test]
    fn wide_characters_take_two_columns() {
        assert_eq!(
            marks("  x = ('你好', y / 零)", 13, 18).as_deref(),
            Some("             ~~^~~~")
        );
    }

    #[test]
    fn positions_beyond_the_line_are_ignored() {
        assert_eq!(marks("x", 5, 9), None);
        assert_eq!(below("x", Position::default()), None);
    }
}
