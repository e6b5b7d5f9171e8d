//! A report as text.

use super::outline::{Because, Chain, Link, MAX_DEPTH, MAX_WIDTH, Outline};
use super::words::{SyntaxPlace, Words};

/// The pieces of a report, each ending in a newline.
pub(super) fn report(outline: &Outline, words: &[Words]) -> Vec<String> {
    let mut pen = Pen {
        words,
        out: Vec::new(),
        depth: 0,
        closing: false,
    };
    pen.chain(&outline.root);
    pen.out
}

/// Class, message and notes of one exception.
pub(super) fn title(words: &Words) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(place) = &words.syntax {
        syntax_lines(place, &mut lines);
    }
    lines.push(if words.message.is_empty() && words.syntax.is_none() {
        format!("{}\n", words.class)
    } else {
        format!("{}: {}\n", words.class, words.message)
    });
    for note in &words.notes {
        lines.extend(note.split('\n').map(|line| format!("{line}\n")));
    }
    lines
}

fn syntax_lines(place: &SyntaxPlace, lines: &mut Vec<String>) {
    lines.push(format!("  File \"{}\", line {}\n", place.file, place.line));
    let Some(text) = &place.text else {
        return;
    };
    let text = text.trim_end_matches('\n');
    let stripped = text.trim_start_matches([' ', '\n', '\x0c']);
    let indent = i64::try_from(text.chars().count() - stripped.chars().count()).unwrap_or(0);
    lines.push(format!("    {stripped}\n"));
    let Some(offset) = place.offset else {
        return;
    };
    let end = match place.end_offset {
        0 | -1 => offset + 1,
        end if end == offset => offset + 1,
        end => end,
    };
    let Ok(column) = usize::try_from(offset - 1 - indent) else {
        return;
    };
    let width = usize::try_from(end - offset)
        .unwrap_or(0)
        .min(stripped.chars().count() + 1);
    // Tabs stay tabs, so that the caret stands below its column.
    let pad: String = stripped
        .chars()
        .chain(std::iter::repeat(' '))
        .take(column.min(10_000))
        .map(|c| if c.is_whitespace() { c } else { ' ' })
        .collect();
    lines.push(format!("    {pad}{}\n", "^".repeat(width)));
}

/// Writes with the margin of the group that it is in.
struct Pen<'a> {
    words: &'a [Words],
    out: Vec<String>,
    /// Groups around what is being written; a group itself counts as soon as
    /// its header is written.
    depth: usize,
    /// The innermost last member still needs the line below it.
    closing: bool,
}

impl Pen<'_> {
    fn indent(&self) -> String {
        " ".repeat(2 * self.depth)
    }

    /// Writes lines behind the margin.
    fn lines(&mut self, text: &str, margin: char) {
        if self.depth == 0 {
            self.out.push(text.to_owned());
            return;
        }
        let indent = self.indent();
        let mut piece = String::new();
        for line in text.split_inclusive('\n') {
            piece.push_str(&format!("{indent}{margin} {line}"));
        }
        self.out.push(piece);
    }

    fn emit(&mut self, text: &str) {
        self.lines(text, '|');
    }

    fn chain(&mut self, chain: &Chain) {
        for link in chain {
            self.exception(link);
            match link.because {
                Some(Because::Cause) => {
                    self.emit("\nThe above exception was the direct cause of the following exception:\n\n");
                }
                Some(Because::Context) => {
                    self.emit(
                        "\nDuring handling of the above exception, another exception occurred:\n\n",
                    );
                }
                None => {}
            }
        }
    }

    fn exception(&mut self, link: &Link) {
        let Some(words) = self.words.get(link.exception) else {
            return;
        };
        if let Some(members) = &link.members {
            return self.group(words, members, link.count);
        }
        self.stack(words, "Traceback (most recent call last):\n", '|');
        for line in title(words) {
            self.emit(&line);
        }
    }

    fn stack(&mut self, words: &Words, header: &str, margin: char) {
        if let Some(stack) = &words.stack {
            self.lines(header, margin);
            for entry in stack {
                self.emit(&entry.to_string());
            }
        }
    }

    fn group(&mut self, words: &Words, members: &[Chain], count: usize) {
        if self.depth > MAX_DEPTH {
            return self.emit(&format!("... (max_group_depth is {MAX_DEPTH})\n"));
        }
        let outermost = self.depth == 0;
        if outermost {
            self.depth = 1;
        }
        self.stack(
            words,
            "Exception Group Traceback (most recent call last):\n",
            if outermost { '+' } else { '|' },
        );
        for line in title(words) {
            self.emit(&line);
        }
        self.closing = false;
        let boxes = count.min(MAX_WIDTH + 1);
        for index in 0..boxes {
            let last = index + 1 == boxes;
            self.closing |= last;
            let number = if index < MAX_WIDTH {
                (index + 1).to_string()
            } else {
                "...".to_owned()
            };
            let corner = if index == 0 { "+-" } else { "  " };
            let head = format!(
                "{}{corner}+---------------- {number} ----------------\n",
                self.indent()
            );
            self.out.push(head);
            self.depth += 1;
            if index < MAX_WIDTH {
                if let Some(member) = members.get(index) {
                    self.chain(member);
                }
            } else {
                let more = count - MAX_WIDTH;
                let plural = if more == 1 { "" } else { "s" };
                self.emit(&format!("and {more} more exception{plural}\n"));
            }
            if last && self.closing {
                let line = format!("{}+------------------------------------\n", self.indent());
                self.out.push(line);
                self.closing = false;
            }
            self.depth -= 1;
        }
        if outermost {
            self.depth = 0;
        }
    }
}
