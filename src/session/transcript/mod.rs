//! Interactive sessions as tutorials print them: lines with the prompts `>>>`
//! and `...`, and between them what the session printed.
//!
//! ```text
//! >>> def double(x):
//! ...     return 2 * x
//! ...
//! >>> double(21)
//! 42
//! ```
//!
//! A text may hold several; they go on with each other's names.

mod compare;

pub use compare::{Compared, compare};

/// What was typed at one `>>>`, and what is printed below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// The line with the `>>>`, from 1.
    pub line: u32,
    /// What was typed, without prompts; ends with a newline.
    pub source: String,
    /// The lines below, with their numbers; none at the end is empty.
    pub shown: Vec<(u32, String)>,
}

/// How a line begins.
enum Prompt<'a> {
    /// `>>>`
    First(&'a str),
    /// `...`
    More(&'a str),
}

/// Whether a text is a transcript: a line begins with `>>>` where Python could
/// not have it, that is outside of a text in three quotation marks.
pub fn is_transcript(text: &str) -> bool {
    let is_prompt = |line: &str| matches!(prompt(line.trim_start()), Some(Prompt::First(_)));
    // Most programs have none.
    text.lines()
        .position(is_prompt)
        .is_some_and(|first| !is_in_quotes(text, first))
}

/// Whether line `line`, counted from 0, is in a string of three quotes.
#[cold]
fn is_in_quotes(text: &str, line: usize) -> bool {
    let lines = text.lines().take(line);
    lines.fold(None, quotes_after).is_some()
}

/// The three quotes that are open behind a line, if `open` are before it.
fn quotes_after(mut open: Option<&'static str>, line: &str) -> Option<&'static str> {
    const THREE: [&str; 2] = ["\"\"\"", "'''"];
    let mut rest = line;
    // The quote of a string that ends with its line.
    let mut short = None;
    while let Some(c) = rest.chars().next() {
        let three = THREE.into_iter().find(|quotes| rest.starts_with(quotes));
        let mut step = c.len_utf8();
        match (open, short, three) {
            _ if c == '\\' => step += rest.chars().nth(1).map_or(0, char::len_utf8),
            (Some(quotes), ..) if rest.starts_with(quotes) => {
                open = None;
                step = quotes.len();
            }
            (Some(_), ..) => {}
            (None, Some(quote), _) if quote == c => short = None,
            (None, Some(_), _) => {}
            (None, None, Some(quotes)) => {
                open = Some(quotes);
                step = quotes.len();
            }
            (None, None, None) if c == '#' => return None,
            (None, None, None) if matches!(c, '"' | '\'') => short = Some(c),
            (None, None, None) => {}
        }
        rest = rest.get(step..).unwrap_or_default();
    }
    open
}

/// The units of a transcript, in order. What stands before the first prompt is
/// left out.
pub fn units(text: &str) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    let mut margin = "";
    // Whether `...` goes on with what is being typed.
    let mut is_typing = false;
    for (number, line) in (1..).zip(text.lines()) {
        let stripped = line.trim_start();
        if let Some(Prompt::First(typed)) = prompt(stripped) {
            margin = line.get(..line.len() - stripped.len()).unwrap_or("");
            is_typing = true;
            units.push(Unit {
                line: number,
                source: format!("{typed}\n"),
                shown: Vec::new(),
            });
            continue;
        }
        let Some(unit) = units.last_mut() else {
            continue;
        };
        let inner = line.strip_prefix(margin).unwrap_or(stripped);
        match prompt(inner) {
            Some(Prompt::More(typed)) if is_typing => {
                unit.source.push_str(typed);
                unit.source.push('\n');
            }
            _ => {
                is_typing = false;
                unit.shown.push((number, inner.trim_end().to_owned()));
            }
        }
    }
    for unit in &mut units {
        while unit.shown.last().is_some_and(|(_, line)| line.is_empty()) {
            unit.shown.pop();
        }
    }
    units
}

fn prompt(line: &str) -> Option<Prompt<'_>> {
    let typed = |rest: &'_ str| rest.is_empty() || rest.starts_with([' ', '\t']);
    let inner = |rest| -> &str { str::strip_prefix(rest, ' ').unwrap_or(rest) };
    if let Some(rest) = line.strip_prefix(">>>") {
        return typed(rest).then(|| Prompt::First(inner(rest)));
    }
    let rest = line.strip_prefix("...")?;
    typed(rest).then(|| Prompt::More(inner(rest)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prompts_make_units_and_the_rest_is_what_was_shown() {
        let text = "Listing 1\n\n    >>> def f():\n    ...   return 1\n    ...\n    >>> f()\n    1\n\n    two\n\n>>> x\n... more\n";
        assert!(is_transcript(text));
        let units = units(text);
        let lines: Vec<_> = units.iter().map(|unit| unit.line).collect();
        assert_eq!(lines, [3, 6, 11]);
        let sources: Vec<_> = units.iter().map(|unit| unit.source.as_str()).collect();
        assert_eq!(sources, ["def f():\n  return 1\n\n", "f()\n", "x\nmore\n"]);
        let shown: Vec<_> = units.iter().map(|unit| unit.shown.clone()).collect();
        let expected = [(7, "1"), (8, ""), (9, "two")].map(|(n, line)| (n, line.to_owned()));
        assert_eq!(shown, [vec![], expected.to_vec(), vec![]]);
    }

    #[test]
    fn dots_behind_output_are_output() {
        let units = units(">>> f()\n1\n...\n9\n");
        assert_eq!(units.len(), 1);
        assert_eq!(units.first().map(|unit| unit.shown.len()), Some(3));
    }

    #[test]
    fn a_program_with_a_doctest_is_a_program() {
        assert!(!is_transcript("def f():\n    '''\n    >>> f()\n    '''\n"));
        let quoted = "def f(line):\n    return line == '\"\"\"' # '''\n\"\"\"\n>>> f()\n\"\"\"\n";
        assert!(!is_transcript(quoted));
        assert!(!is_transcript("x = 1 >> 2\n"));
        assert!(!is_transcript("print('>>>')\n"));
        assert!(!is_transcript(""));
        assert!(is_transcript(">>>"));
    }
}
