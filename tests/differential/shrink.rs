//! Making a program that differs as small as possible.

use std::ops::Range;

/// Candidates that are tried at most.
const PATIENCE: u32 = 3_000;

/// The smallest program found for which `differs` still holds: first whole
/// lines and blocks go, then what stands in brackets.
pub fn shrink(source: &str, mut differs: impl FnMut(&str) -> bool) -> String {
    let mut shrinker = Shrinker {
        best: source.lines().map(str::to_owned).collect(),
        differs: &mut differs,
        patience: PATIENCE,
    };
    loop {
        let before = shrinker.best.clone();
        shrinker.remove_runs();
        shrinker.unwrap_blocks();
        shrinker.simplify_brackets();
        if shrinker.best == before || shrinker.patience == 0 {
            return text_of(&shrinker.best);
        }
    }
}

struct Shrinker<'a> {
    best: Vec<String>,
    differs: &'a mut dyn FnMut(&str) -> bool,
    patience: u32,
}

fn text_of(lines: &[String]) -> String {
    let mut text = lines.join("\n");
    text.push('\n');
    text
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

impl Shrinker<'_> {
    /// Keeps a candidate if it still differs.
    fn adopt(&mut self, candidate: Vec<String>) -> bool {
        if self.patience == 0 || candidate == self.best {
            return false;
        }
        self.patience -= 1;
        let differs = (self.differs)(&text_of(&candidate));
        if differs {
            self.best = candidate;
        }
        differs
    }

    fn without(&self, range: Range<usize>) -> Vec<String> {
        let outside =
            |(index, line): (usize, &String)| (!range.contains(&index)).then(|| line.clone());
        self.best.iter().enumerate().filter_map(outside).collect()
    }

    /// Removes runs of lines, long ones first; a line takes its block with it.
    fn remove_runs(&mut self) {
        let mut length = self.best.len() / 2;
        while length > 0 {
            let mut start = 0;
            while start < self.best.len() {
                let end = self.block_end((start + length - 1).min(self.best.len() - 1));
                if !self.adopt(self.without(start..end)) {
                    start += length;
                }
            }
            length /= 2;
        }
    }

    /// The line after the block that a line opens.
    fn block_end(&self, line: usize) -> usize {
        let depth = self.best.get(line).map_or(0, |text| indent(text));
        let inner = self
            .best
            .iter()
            .skip(line + 1)
            .take_while(|text| indent(text) > depth);
        line + 1 + inner.count()
    }

    /// Puts what stands in a block in the place of the block.
    fn unwrap_blocks(&mut self) {
        let mut line = 0;
        while line < self.best.len() {
            let end = self.block_end(line);
            let depth = self.best.get(line).map_or(0, |text| indent(text));
            if let Some(inner) = self.best.get(line + 1).filter(|_| end > line + 1) {
                let shift = indent(inner) - depth;
                let mut candidate = self.best.clone();
                for text in candidate.iter_mut().take(end).skip(line + 1) {
                    *text = text.get(shift..).unwrap_or("").to_owned();
                }
                candidate.remove(line);
                self.adopt(candidate);
            }
            line += 1;
        }
    }

    /// Replaces what stands in brackets by something simple, and drops items.
    fn simplify_brackets(&mut self) {
        let mut line = 0;
        while line < self.best.len() {
            let mut from = 0;
            while let Some(at) = self.next_bracket(line, from) {
                from = at + 1;
                for replacement in replacements(self.best.get(line).map_or("", |text| text), at) {
                    let mut candidate = self.best.clone();
                    if let Some(place) = candidate.get_mut(line) {
                        *place = replacement;
                    }
                    if self.adopt(candidate) {
                        from = at;
                        break;
                    }
                }
            }
            line += 1;
        }
    }

    fn next_bracket(&self, line: usize, from: usize) -> Option<usize> {
        let rest = self.best.get(line)?.get(from..)?;
        rest.find(['(', '[', '{']).map(|at| from + at)
    }
}

/// Shorter forms of a line, by what the bracket at `open` encloses.
fn replacements(line: &str, open: usize) -> Vec<String> {
    let Some(close) = closing(line, open) else {
        return Vec::new();
    };
    let (Some(before), Some(inside), Some(after)) = (
        line.get(..open),
        line.get(open + 1..close),
        line.get(close + 1..),
    ) else {
        return Vec::new();
    };
    let kind = line.get(open..=open).unwrap_or("(");
    let end = line.get(close..=close).unwrap_or(")");
    let mut shorter = Vec::new();
    let value = !before.ends_with(|c: char| c.is_alphanumeric() || "_)]'\"".contains(c));
    if value {
        for simple in ["0", "1", "''", "()"] {
            shorter.push(format!("{before}{simple}{after}"));
        }
        shorter.push(format!("{before}{inside}{after}"));
    } else {
        // The call or the subscript goes.
        shorter.push(format!("{before}{after}"));
        let (start, name) = before.split_at(name_start(before));
        if start.ends_with('.') && kind == "(" {
            let start = start.trim_end_matches('.');
            shorter.push(format!("{start}{after}"));
        } else if !name.is_empty() {
            shorter.push(format!("{start}0{after}"));
            shorter.push(format!("{start}({inside}){after}"));
        }
    }
    shorter.push(format!("{before}{kind}{end}{after}"));
    let items = items(inside);
    for skipped in 0..items.len() {
        let kept: Vec<&str> = items
            .iter()
            .enumerate()
            .filter_map(|(index, item)| (index != skipped).then_some(*item))
            .collect();
        shorter.push(format!("{before}{kind}{}{end}{after}", kept.join(",")));
    }
    shorter.retain(|candidate| candidate.len() < line.len());
    shorter
}

/// Where the identifier at the end of a text begins.
fn name_start(text: &str) -> usize {
    text.trim_end_matches(|c: char| c.is_alphanumeric() || c == '_')
        .len()
}

/// Where the bracket at `open` is closed, as far as quotes can be told apart simply.
fn closing(line: &str, open: usize) -> Option<usize> {
    let mut depth = 0_u32;
    for (at, c) in line.get(open..)?.char_indices() {
        match c {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return Some(open + at);
                }
            }
            _ => {}
        }
    }
    None
}

/// Splits at the commas that stand in no further bracket.
fn items(inside: &str) -> Vec<&str> {
    let (mut items, mut depth, mut start) = (Vec::new(), 0_i32, 0);
    for (at, c) in inside.char_indices() {
        match c {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => {
                items.extend(inside.get(start..at));
                start = at + 1;
            }
            _ => {}
        }
    }
    items.extend(inside.get(start..));
    items
}

#[cfg(test)]
mod tests {
    use super::shrink;

    #[test]
    fn lines_blocks_and_brackets_go() {
        let source = "a = 1\nif a:\n    b = f(1, g(2, 3), [4])\n    c = 2\nd = 3\n";
        let smallest = shrink(source, |text| text.contains("g("));
        // Local steps do not always find the smallest text of all.
        assert!(
            smallest.contains("g(") && smallest.lines().count() == 1,
            "{smallest}"
        );
        assert!(smallest.len() < source.len() / 2, "{smallest}");
    }

    #[test]
    fn a_program_that_cannot_shrink_stays() {
        assert_eq!(shrink("a\nb\n", |text| text == "a\nb\n"), "a\nb\n");
    }
}
