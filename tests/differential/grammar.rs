//! Grammars: rules with alternatives, of which chance picks one.
//!
//! A grammar is text. `name:` begins a rule; each `| ` begins an alternative,
//! `|3 ` one that is picked three times as often. Further lines of an
//! alternative are indented by two spaces more than Python's own indentation.
//! `<name>` stands for a rule; what it becomes is indented as its line is.
//! `<@x>` is an identifier that nothing else in the program has; the same one
//! for all `<@x>` of one alternative. Lines that begin with `#` are remarks.

use crate::dice::Dice;
use std::collections::HashMap;
use std::fmt;

/// A set of rules.
#[derive(Debug)]
pub(crate) struct Grammar {
    rules: Vec<Rule>,
    names: HashMap<String, usize>,
}

#[derive(Debug, Default)]
struct Rule {
    name: String,
    alternatives: Vec<Alternative>,
    /// Levels of rules below it that it needs at least.
    height: u32,
}

#[derive(Debug)]
struct Alternative {
    weight: u32,
    lines: Vec<Line>,
    height: u32,
}

#[derive(Debug)]
struct Line {
    indent: String,
    pieces: Vec<Piece>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Text(String),
    Rule(usize),
    Fresh(String),
}

/// What is wrong with a grammar's text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct GrammarError(String);

impl fmt::Display for GrammarError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The height of a rule that can never end.
const ENDLESS: u32 = u32::MAX;

impl Grammar {
    /// Reads texts that together make one grammar.
    pub(crate) fn read(texts: &[&str]) -> Result<Grammar, GrammarError> {
        let mut grammar = Grammar {
            rules: Vec::new(),
            names: HashMap::new(),
        };
        let mut defined = Vec::new();
        for text in texts {
            grammar.read_text(text, &mut defined)?;
        }
        for (index, rule) in grammar.rules.iter().enumerate() {
            match defined.iter().filter(|&&rule| rule == index).count() {
                0 => return Err(GrammarError(format!("{} is not defined", rule.name))),
                1 => {}
                _ => return Err(GrammarError(format!("{} is defined twice", rule.name))),
            }
        }
        grammar.measure();
        match grammar.rules.iter().find(|rule| rule.height == ENDLESS) {
            Some(rule) => Err(GrammarError(format!("{} never ends", rule.name))),
            None => Ok(grammar),
        }
    }

    fn read_text(&mut self, text: &str, defined: &mut Vec<usize>) -> Result<(), GrammarError> {
        let mut current = None;
        for line in text.lines() {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if let Some(rest) = line.strip_prefix('|') {
                let digits =
                    rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
                let (weight, rest) = rest.split_at(digits);
                let first = rest.strip_prefix(' ').unwrap_or(rest);
                let line = self.line(first);
                self.rule(current, line_error(first))?
                    .alternatives
                    .push(Alternative {
                        weight: weight.parse().unwrap_or(1),
                        lines: vec![line],
                        height: ENDLESS,
                    });
            } else if let Some(more) = line.strip_prefix("  ") {
                let more_line = self.line(more);
                self.rule(current, line_error(more))?
                    .alternatives
                    .last_mut()
                    .ok_or_else(|| line_error(more))?
                    .lines
                    .push(more_line);
            } else if let Some(name) = line.strip_suffix(':') {
                let index = self.index(name);
                defined.push(index);
                current = Some(index);
            } else {
                return Err(line_error(line));
            }
        }
        Ok(())
    }

    fn rule(
        &mut self,
        index: Option<usize>,
        error: GrammarError,
    ) -> Result<&mut Rule, GrammarError> {
        index
            .and_then(|index| self.rules.get_mut(index))
            .ok_or(error)
    }

    fn index(&mut self, name: &str) -> usize {
        if let Some(&index) = self.names.get(name) {
            return index;
        }
        self.rules.push(Rule {
            name: name.to_owned(),
            ..Rule::default()
        });
        self.names.insert(name.to_owned(), self.rules.len() - 1);
        self.rules.len() - 1
    }

    fn line(&mut self, text: &str) -> Line {
        let body = text.trim_start();
        let indent = text.get(..text.len() - body.len()).unwrap_or("").to_owned();
        let (mut pieces, mut plain, mut rest) = (Vec::new(), String::new(), body);
        while let Some((before, after)) = rest.split_once('<') {
            plain.push_str(before);
            let name = after.split_once('>').map_or("", |(name, _)| name);
            let letters = name.trim_start_matches('@');
            if letters.is_empty() || !letters.chars().all(|c| c.is_ascii_lowercase() || c == '_') {
                plain.push('<');
                rest = after;
                continue;
            }
            if !plain.is_empty() {
                pieces.push(Piece::Text(std::mem::take(&mut plain)));
            }
            pieces.push(if name.starts_with('@') {
                Piece::Fresh(letters.to_owned())
            } else {
                Piece::Rule(self.index(name))
            });
            rest = after.get(name.len() + 1..).unwrap_or("");
        }
        plain.push_str(rest);
        if !plain.is_empty() {
            pieces.push(Piece::Text(plain));
        }
        Line { indent, pieces }
    }

    /// Finds the heights, from the rules that end at once upwards.
    fn measure(&mut self) {
        for rule in &mut self.rules {
            rule.height = ENDLESS;
        }
        let mut changed = true;
        while changed {
            changed = false;
            let heights: Vec<u32> = self.rules.iter().map(|rule| rule.height).collect();
            for rule in &mut self.rules {
                for alternative in &mut rule.alternatives {
                    let below = alternative.rules().map(|index| heights.get(index).copied());
                    let height = below
                        .map(|height| height.unwrap_or(ENDLESS).saturating_add(1))
                        .max()
                        .unwrap_or(0);
                    changed |= height != alternative.height;
                    alternative.height = height;
                    rule.height = rule.height.min(height);
                }
            }
        }
    }

    /// A text that a rule stands for, with about `depth` levels of rules.
    pub(crate) fn expand(&self, name: &str, depth: u32, dice: &mut Dice) -> String {
        let mut writer = Writer {
            grammar: self,
            dice,
            fresh: 0,
        };
        match self.names.get(name) {
            Some(&index) => writer.rule(index, depth),
            None => String::new(),
        }
    }
}

fn line_error(line: &str) -> GrammarError {
    GrammarError(format!("this line belongs to no rule: {line}"))
}

impl Alternative {
    fn rules(&self) -> impl Iterator<Item = usize> {
        let pieces = self.lines.iter().flat_map(|line| &line.pieces);
        pieces.filter_map(|piece| match piece {
            Piece::Rule(index) => Some(*index),
            Piece::Text(_) | Piece::Fresh(_) => None,
        })
    }
}

/// One text being made.
struct Writer<'a> {
    grammar: &'a Grammar,
    dice: &'a mut Dice,
    /// Identifiers made so far.
    fresh: u32,
}

impl Writer<'_> {
    fn rule(&mut self, index: usize, depth: u32) -> String {
        let grammar = self.grammar;
        let Some(alternative) = grammar
            .rules
            .get(index)
            .and_then(|rule| self.pick(rule, depth))
        else {
            return String::new();
        };
        let mut names: HashMap<&str, String> = HashMap::new();
        let mut text = String::new();
        for (number, line) in alternative.lines.iter().enumerate() {
            if number > 0 {
                text.push('\n');
            }
            text.push_str(&line.indent);
            for piece in &line.pieces {
                match piece {
                    Piece::Text(plain) => text.push_str(plain),
                    Piece::Rule(index) => {
                        let inner = self.rule(*index, depth.saturating_sub(1));
                        text.push_str(&inner.replace('\n', &format!("\n{}", line.indent)));
                    }
                    Piece::Fresh(label) => {
                        let fresh = &mut self.fresh;
                        text.push_str(names.entry(label).or_insert_with(|| {
                            *fresh += 1;
                            format!("{label}{fresh}")
                        }));
                    }
                }
            }
        }
        text
    }

    /// One of the alternatives that fit into the depth; one of the lowest if none does.
    fn pick<'a>(&mut self, rule: &'a Rule, depth: u32) -> Option<&'a Alternative> {
        let most = depth.max(rule.height);
        let fitting = || rule.alternatives.iter().filter(|one| one.height <= most);
        let mut at = self.dice.below(fitting().map(|one| one.weight).sum());
        for alternative in fitting() {
            match at.checked_sub(alternative.weight) {
                Some(left) => at = left,
                None => return Some(alternative),
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{Grammar, GrammarError};
    use crate::dice::Dice;

    #[test]
    fn alternatives_indentation_and_fresh_names() {
        let text = "block:\n| if <@a> < <@a>:\n      <body>\nbody:\n| <@a>\n  <@b>\n";
        let grammar = Grammar::read(&[text]).expect("it is a grammar");
        let made = grammar.expand("block", 5, &mut Dice::new(1));
        assert_eq!(made, "if a1 < a1:\n    a2\n    b3");
    }

    #[test]
    fn depth_ends_what_could_go_on() {
        let grammar = Grammar::read(&["n:\n| 1\n|9 (<n> + <n>)\n"]).expect("it is a grammar");
        for seed in 0..50 {
            let made = grammar.expand("n", 3, &mut Dice::new(seed));
            assert!(made.matches('1').count() <= 8, "{made}");
        }
    }

    #[test]
    fn mistakes_are_told() {
        for (text, message) in [
            ("a:\n| <b>\n", "b is not defined"),
            ("a:\n| <a>\n", "a never ends"),
            ("a:\n| 1\na:\n| 2\n", "a is defined twice"),
            ("| 1\n", "this line belongs to no rule: 1"),
        ] {
            let error = Grammar::read(&[text]).expect_err(text);
            assert_eq!(error, GrammarError(message.to_owned()));
        }
    }
}
