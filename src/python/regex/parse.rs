//! From the text of a pattern to its tree.

use super::PatternError;
use super::set::{Class, Item, Set};
use super::tree::{At, Case, ENDLESS, Greed, Node, Parsed, flags};
use crate::text::surrogates::{char_of, code_of, ranges};

/// Groups within groups; deeper patterns are refused.
const DEEPEST: usize = 200;
/// The most repetitions that can be asked for.
const MOST: u32 = u32::MAX - 1;

pub(super) struct Parser {
    chars: Vec<char>,
    at: usize,
    bytes: bool,
    global: u32,
    groups: Vec<Group>,
    names: Vec<(String, usize)>,
    /// The groups that choices ask for by number, and where: they may come
    /// later in the pattern.
    choices: Vec<(usize, usize)>,
    depth: usize,
    /// How many groups lay before the look-behind being read.
    behind: Option<usize>,
}

struct Group {
    open: bool,
    width: (usize, usize),
}

type Result<T> = std::result::Result<T, PatternError>;

pub(super) fn error<T>(message: impl Into<String>, position: usize) -> Result<T> {
    Err(PatternError {
        message: message.into(),
        position: Some(position),
    })
}

/// Reads a pattern.
pub(super) fn parse(pattern: &str, given: u32, bytes: bool) -> Result<Parsed> {
    let mut parser = Parser::new(pattern, given, bytes);
    let mut result = parser.whole(given);
    // `(?x)` at the start changes how all is read.
    let late = parser.global & flags::VERBOSE & !given;
    if result.is_ok() && late != 0 {
        parser = Parser::new(pattern, given | late, bytes);
        result = parser.whole(given | late);
    }
    let root = result?;
    let asked = parser.choices.iter();
    if let Some(&(group, at)) = asked
        .clone()
        .find(|(group, _)| *group >= parser.groups.len())
    {
        return error(format!("invalid group reference {group}"), at);
    }
    let mut all = parser.global;
    if bytes {
        if all & flags::UNICODE != 0 {
            return Err(PatternError {
                message: "cannot use UNICODE flag with a bytes pattern".into(),
                position: None,
            });
        }
        if all & flags::ASCII != 0 && all & flags::LOCALE != 0 {
            return Err(PatternError {
                message: "ASCII and LOCALE flags are incompatible".into(),
                position: None,
            });
        }
    } else {
        if all & flags::LOCALE != 0 {
            return Err(PatternError {
                message: "cannot use LOCALE flag with a str pattern".into(),
                position: None,
            });
        }
        if all & flags::ASCII != 0 && all & flags::UNICODE != 0 {
            return Err(PatternError {
                message: "ASCII and UNICODE flags are incompatible".into(),
                position: None,
            });
        }
        if all & flags::ASCII == 0 {
            all |= flags::UNICODE;
        }
    }
    Ok(Parsed {
        root,
        flags: all,
        groups: parser.groups.len() - 1,
        names: parser.names,
    })
}

/// Which characters are letters and digits: one of them at most.
const CHARACTER_KINDS: u32 = flags::ASCII | flags::UNICODE | flags::LOCALE;

impl Parser {
    fn new(pattern: &str, given: u32, bytes: bool) -> Parser {
        Parser {
            chars: pattern.chars().collect(),
            at: 0,
            bytes,
            global: given,
            groups: vec![Group {
                open: true,
                width: (0, ENDLESS),
            }],
            names: Vec::new(),
            choices: Vec::new(),
            depth: 0,
            behind: None,
        }
    }

    fn whole(&mut self, given: u32) -> Result<Node> {
        let root = self.alternatives(given)?;
        match self.peek() {
            None => Ok(root),
            Some(_) => error("unbalanced parenthesis", self.at),
        }
    }

    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn next(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.at += 1;
        Some(c)
    }

    fn take(&mut self, wanted: char) -> bool {
        let there = self.peek() == Some(wanted);
        self.at += usize::from(there);
        there
    }

    fn ascii(&self, flags: u32) -> bool {
        self.bytes || flags & flags::ASCII != 0
    }

    fn case(&self, flags: u32) -> Case {
        match flags & flags::IGNORE_CASE {
            0 => Case::Exact,
            _ if self.ascii(flags) => Case::Ascii,
            _ => Case::Unicode,
        }
    }

    fn alternatives(&mut self, mut flags: u32) -> Result<Node> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return error("pattern is nested too deeply", self.at);
        }
        let mut branches = vec![self.sequence(&mut flags)?];
        while self.take('|') {
            branches.push(self.sequence(&mut flags)?);
        }
        self.depth -= 1;
        Ok(match branches.len() {
            1 => branches.pop().unwrap_or(Node::Empty),
            _ => Node::Alternatives(branches),
        })
    }

    fn sequence(&mut self, flags: &mut u32) -> Result<Node> {
        let mut parts: Vec<Node> = Vec::new();
        while let Some(c) = self.peek() {
            if matches!(c, '|' | ')') {
                break;
            }
            let start = self.at;
            self.at += 1;
            if *flags & flags::VERBOSE != 0 {
                if matches!(c, ' ' | '\t'..='\r') {
                    continue;
                }
                if c == '#' {
                    while self.next().is_some_and(|c| c != '\n') {}
                    continue;
                }
            }
            let node = match c {
                '.' => Node::Any(*flags & flags::DOT_ALL != 0),
                '^' if *flags & flags::MULTI_LINE != 0 => Node::At(At::LineStart),
                '^' => Node::At(At::Start),
                '$' if *flags & flags::MULTI_LINE != 0 => Node::At(At::LineEnd),
                '$' => Node::At(At::EndOrNewline),
                '[' => self.set(start, *flags)?,
                '(' => match self.group(start, flags)? {
                    Some(node) => node,
                    None => continue,
                },
                '\\' => self.escape(start, *flags)?,
                '*' | '+' | '?' | '{' => match self.bounds(c)? {
                    Some((min, max)) => {
                        self.quantify(&mut parts, start, min, max)?;
                        continue;
                    }
                    None => Node::Char(c, self.case(*flags)),
                },
                _ => Node::Char(c, self.case(*flags)),
            };
            parts.push(node);
        }
        Ok(Node::Sequence(parts))
    }

    /// The bounds of a repetition whose first character has been read; `None`
    /// if it is a brace that begins none.
    fn bounds(&mut self, first: char) -> Result<Option<(u32, Option<u32>)>> {
        match first {
            '*' => return Ok(Some((0, None))),
            '+' => return Ok(Some((1, None))),
            '?' => return Ok(Some((0, Some(1)))),
            _ => {}
        }
        let begin = self.at;
        if self.peek() == Some('}') {
            return Ok(None);
        }
        let low = self.number();
        let high = if self.take(',') {
            self.number()
        } else {
            low.clone()
        };
        if !self.take('}') {
            self.at = begin;
            return Ok(None);
        }
        let value = |digits: &str| match digits.parse::<u32>() {
            Ok(value) if value <= MOST => Ok(value),
            _ => Err(PatternError {
                message: "the repetition number is too large".into(),
                position: None,
            }),
        };
        let min = if low.is_empty() { 0 } else { value(&low)? };
        let max = if high.is_empty() {
            None
        } else {
            Some(value(&high)?)
        };
        if max.is_some_and(|max| max < min) {
            return error("min repeat greater than max repeat", begin);
        }
        Ok(Some((min, max)))
    }

    fn number(&mut self) -> String {
        let mut digits = String::new();
        while let Some(c) = self.peek().filter(char::is_ascii_digit) {
            digits.push(c);
            self.at += 1;
        }
        digits
    }

    fn quantify(
        &mut self,
        parts: &mut Vec<Node>,
        start: usize,
        min: u32,
        max: Option<u32>,
    ) -> Result<()> {
        let body = match parts.pop() {
            None | Some(Node::At(_)) => return error("nothing to repeat", start),
            Some(Node::Repeat { .. }) => return error("multiple repeat", start),
            Some(body) => body,
        };
        let greed = if self.take('?') {
            Greed::Lazy
        } else if self.take('+') {
            Greed::Possessive
        } else {
            Greed::Greedy
        };
        parts.push(Node::Repeat {
            body: Box::new(body),
            min,
            max,
            greed,
        });
        Ok(())
    }

    fn close(&mut self, start: usize) -> Result<()> {
        if self.take(')') {
            Ok(())
        } else {
            error("missing ), unterminated subpattern", start)
        }
    }

    /// What follows an opening parenthesis; `None` for comments and flags.
    fn group(&mut self, start: usize, flags: &mut u32) -> Result<Option<Node>> {
        if !self.take('?') {
            return self.capture(start, *flags, None).map(Some);
        }
        let Some(kind) = self.next() else {
            return error("unexpected end of pattern", self.at);
        };
        let node = match kind {
            'P' => match self.next() {
                Some('<') => {
                    let name = self.name('>')?;
                    return self.capture(start, *flags, Some(name)).map(Some);
                }
                Some('=') => {
                    let (name, at) = self.name(')')?;
                    let group = self.named(&name, at)?;
                    Node::Same(self.closed(group, at)?, self.case(*flags))
                }
                None => return error("unexpected end of pattern", self.at),
                Some(c) => return error(format!("unknown extension ?P{c}"), start + 1),
            },
            ':' => {
                let body = self.alternatives(*flags)?;
                self.close(start)?;
                wrapped(body)
            }
            '#' => loop {
                match self.next() {
                    None => return error("missing ), unterminated comment", start),
                    Some(')') => return Ok(None),
                    Some(_) => {}
                }
            },
            '>' => {
                let body = self.alternatives(*flags)?;
                self.close(start)?;
                Node::Atomic(Box::new(body))
            }
            '=' | '!' => self.look(start, *flags, false, kind == '!')?,
            '<' => match self.next() {
                Some(kind @ ('=' | '!')) => self.look(start, *flags, true, kind == '!')?,
                None => return error("unexpected end of pattern", self.at),
                Some(c) => return error(format!("unknown extension ?<{c}"), start + 1),
            },
            '(' => self.choice(start, *flags)?,
            '-' | 'a' | 'i' | 'L' | 'm' | 's' | 'u' | 'x' => {
                self.at -= 1;
                return self.inline_flags(start, flags);
            }
            _ => return error(format!("unknown extension ?{kind}"), start + 1),
        };
        Ok(Some(node))
    }

    fn capture(&mut self, start: usize, flags: u32, name: Option<(String, usize)>) -> Result<Node> {
        let index = self.groups.len();
        if let Some((name, at)) = name {
            if let Some((_, old)) = self.names.iter().find(|(known, _)| *known == name) {
                return error(
                    format!(
                        "redefinition of group name {} as group {index}; was group {old}",
                        quoted(&name, self.bytes)
                    ),
                    at,
                );
            }
            self.names.push((name, index));
        }
        self.groups.push(Group {
            open: true,
            width: (0, ENDLESS),
        });
        let body = self.alternatives(flags)?;
        self.close(start)?;
        let width = body.width(&self.widths());
        if let Some(group) = self.groups.get_mut(index) {
            *group = Group { open: false, width };
        }
        Ok(Node::Group(index, Box::new(body)))
    }

    fn widths(&self) -> Vec<(usize, usize)> {
        self.groups.iter().map(|group| group.width).collect()
    }

    fn look(&mut self, start: usize, flags: u32, behind: bool, negative: bool) -> Result<Node> {
        let outer = self.behind;
        if behind {
            self.behind = outer.or(Some(self.groups.len()));
        }
        let body = self.alternatives(flags)?;
        self.behind = outer;
        self.close(start)?;
        if behind {
            let (least, most) = body.width(&self.widths());
            if least != most {
                return Err(PatternError {
                    message: "look-behind requires fixed-width pattern".into(),
                    position: None,
                });
            }
        }
        Ok(Node::Look {
            behind,
            negative,
            body: Box::new(body),
        })
    }

    fn choice(&mut self, start: usize, flags: u32) -> Result<Node> {
        let (name, at) = self.name(')')?;
        let group = match name.parse::<usize>() {
            Ok(0) => return error("bad group number", at),
            Ok(group) => group,
            Err(_) => self.named(&name, at)?,
        };
        self.choices.push((group, at));
        let mut inner = flags;
        let yes = self.sequence(&mut inner)?;
        let no = if self.take('|') {
            self.sequence(&mut inner)?
        } else {
            Node::Empty
        };
        if self.peek() == Some('|') {
            return error("conditional backref with more than two branches", self.at);
        }
        self.close(start)?;
        Ok(Node::Choice(group, Box::new(yes), Box::new(no)))
    }

    fn inline_flags(&mut self, start: usize, flags: &mut u32) -> Result<Option<Node>> {
        let (mut on, mut off, mut negative) = (0, 0, false);
        loop {
            let at = self.at;
            // What may stand here instead of a flag.
            let awaited = match (negative, off) {
                (false, _) => "missing -, : or )",
                (true, 0) => "missing flag",
                (true, _) => "missing :",
            };
            let Some(c) = self.next() else {
                return error(awaited, at);
            };
            let flag = match c {
                ')' | ':' if !negative => break,
                ':' if off != 0 => break,
                '-' if !negative => {
                    negative = true;
                    continue;
                }
                'i' => flags::IGNORE_CASE,
                'm' => flags::MULTI_LINE,
                's' => flags::DOT_ALL,
                'x' => flags::VERBOSE,
                'a' => flags::ASCII,
                'u' => flags::UNICODE,
                'L' => flags::LOCALE,
                _ if c.is_alphabetic() => return error("unknown flag", at),
                _ => return error(awaited, at),
            };
            if negative {
                if flag & CHARACTER_KINDS != 0 {
                    return error(
                        "bad inline flags: cannot turn off flags 'a', 'u' and 'L'",
                        self.at,
                    );
                }
                off |= flag;
                continue;
            }
            if c == if self.bytes { 'u' } else { 'L' } {
                let kind = if self.bytes { "bytes" } else { "str" };
                return error(
                    format!("bad inline flags: cannot use '{c}' flag with a {kind} pattern"),
                    self.at,
                );
            }
            on |= flag;
            if (on & CHARACTER_KINDS).count_ones() > 1 {
                return error(
                    "bad inline flags: flags 'a', 'u' and 'L' are incompatible",
                    self.at,
                );
            }
        }
        if self.chars.get(self.at - 1) == Some(&')') {
            if start != 0 {
                return error("global flags not at the start of the expression", start);
            }
            self.global |= on;
            *flags |= on;
            return Ok(None);
        }
        if on & off != 0 {
            return error("bad inline flags: flag turned on and off", self.at - 1);
        }
        let mut inner = *flags;
        if on & CHARACTER_KINDS != 0 {
            inner &= !CHARACTER_KINDS;
        }
        let body = self.alternatives((inner | on) & !off)?;
        self.close(start)?;
        Ok(Some(wrapped(body)))
    }

    /// A group's name up to the terminator, and where it begins.
    fn name(&mut self, terminator: char) -> Result<(String, usize)> {
        let start = self.at;
        let mut name = String::new();
        loop {
            match self.next() {
                None if name.is_empty() => return error("missing group name", start),
                None => return error(format!("missing {terminator}, unterminated name"), start),
                Some(c) if c == terminator => break,
                Some(c) => name.push(c),
            }
        }
        if name.is_empty() {
            return error("missing group name", start);
        }
        let is_number = terminator == ')' && name.chars().all(|c| c.is_ascii_digit());
        if !is_number && !crate::text::methods::is_identifier(&name) {
            return error(
                format!("bad character in group name {}", quoted(&name, self.bytes)),
                start,
            );
        }
        Ok((name, start))
    }

    fn named(&self, name: &str, at: usize) -> Result<usize> {
        match self.names.iter().find(|(known, _)| known == name) {
            Some((_, group)) => Ok(*group),
            None => error(
                format!("unknown group name {}", quoted(name, self.bytes)),
                at,
            ),
        }
    }

    /// A group that can be referred to here.
    fn closed(&self, group: usize, at: usize) -> Result<usize> {
        if self.groups.get(group).is_none_or(|group| group.open) {
            return error("cannot refer to an open group", at);
        }
        if self.behind.is_some_and(|first| group >= first) {
            return error(
                "cannot refer to group defined in the same lookbehind subpattern",
                at,
            );
        }
        Ok(group)
    }

    fn class(&self, c: char) -> Option<Item> {
        Some(match c {
            'd' => Item::Class(Class::Digit, false),
            'D' => Item::Class(Class::Digit, true),
            's' => Item::Class(Class::Space, false),
            'S' => Item::Class(Class::Space, true),
            'w' => Item::Class(Class::Word, false),
            'W' => Item::Class(Class::Word, true),
            _ => return None,
        })
    }

    /// What follows a backslash outside of a set.
    fn escape(&mut self, start: usize, flags: u32) -> Result<Node> {
        let Some(c) = self.next() else {
            return error("bad escape (end of pattern)", start);
        };
        let ascii = self.ascii(flags);
        if let Some(item) = self.class(c) {
            return Ok(Node::Set(Box::new(Set::new(
                vec![item],
                false,
                Case::Exact,
                ascii,
            ))));
        }
        let at = match c {
            'A' => At::Start,
            'Z' => At::End,
            'b' => At::Boundary(ascii),
            'B' => At::NoBoundary(ascii),
            '1'..='9' => return self.reference(start, c, flags),
            _ => return Ok(Node::Char(self.escaped_char(start, c)?, self.case(flags))),
        };
        Ok(Node::At(at))
    }

    /// `\1`, or an octal character of three digits.
    fn reference(&mut self, start: usize, first: char, flags: u32) -> Result<Node> {
        let mut digits = String::from(first);
        if let Some(second) = self.peek().filter(char::is_ascii_digit) {
            self.at += 1;
            digits.push(second);
            let octal = |c: &char| matches!(c, '0'..='7');
            if octal(&first)
                && octal(&second)
                && let Some(third) = self.peek().filter(octal)
            {
                self.at += 1;
                digits.push(third);
                return match u8::from_str_radix(&digits, 8) {
                    Ok(code) => Ok(Node::Char(char::from(code), self.case(flags))),
                    Err(_) => error(
                        format!("octal escape value \\{digits} outside of range 0-0o377"),
                        start,
                    ),
                };
            }
        }
        let group = digits.parse().unwrap_or(usize::MAX);
        if group >= self.groups.len() {
            return error(format!("invalid group reference {digits}"), start + 1);
        }
        Ok(Node::Same(self.closed(group, start)?, self.case(flags)))
    }

    /// A character written as an escape, in a set or outside.
    fn escaped_char(&mut self, start: usize, c: char) -> Result<char> {
        let digits = match c {
            'a' => return Ok('\x07'),
            'f' => return Ok('\x0c'),
            'n' => return Ok('\n'),
            'r' => return Ok('\r'),
            't' => return Ok('\t'),
            'v' => return Ok('\x0b'),
            '\\' => return Ok('\\'),
            'x' => 2,
            'u' if !self.bytes => 4,
            'U' if !self.bytes => 8,
            'N' if !self.bytes => return self.named_char(start),
            '0'..='7' => return self.octal(start),
            _ if c.is_ascii_alphanumeric() => return error(format!("bad escape \\{c}"), start),
            _ => return Ok(c),
        };
        let mut code = String::new();
        while code.len() < digits {
            match self.peek().filter(char::is_ascii_hexdigit) {
                Some(digit) => code.push(digit),
                None => return error(format!("incomplete escape \\{c}{code}"), start),
            }
            self.at += 1;
        }
        match u32::from_str_radix(&code, 16).ok().and_then(char_of) {
            Some(c) => Ok(c),
            None => error(format!("bad escape \\{c}{code}"), start),
        }
    }

    /// `\N{name}`
    fn named_char(&mut self, start: usize) -> Result<char> {
        if !self.take('{') {
            return error("missing {", self.at);
        }
        let from = self.at;
        let mut name = String::new();
        loop {
            match self.next() {
                Some('}') if name.is_empty() => return error("missing character name", from),
                Some('}') => break,
                Some(c) => name.push(c),
                None if name.is_empty() => return error("missing character name", from),
                None => return error("missing }, unterminated name", from),
            }
        }
        match unicode_names2::character(&name) {
            Some(c) => Ok(c),
            None => error(
                format!("undefined character name {}", quoted(&name, false)),
                start,
            ),
        }
    }

    /// `\0` and one or two digits more, or `\123` in a set.
    fn octal(&mut self, start: usize) -> Result<char> {
        self.at -= 1;
        let mut digits = String::new();
        while digits.len() < 3 {
            match self.peek().filter(|c| matches!(c, '0'..='7')) {
                Some(digit) => digits.push(digit),
                None => break,
            }
            self.at += 1;
        }
        match u8::from_str_radix(&digits, 8) {
            Ok(code) => Ok(char::from(code)),
            Err(_) => error(
                format!("octal escape value \\{digits} outside of range 0-0o377"),
                start,
            ),
        }
    }

    fn set(&mut self, start: usize, flags: u32) -> Result<Node> {
        let negative = self.take('^');
        let mut items = Vec::new();
        let mut first = true;
        loop {
            let at = self.at;
            let Some(c) = self.next() else {
                return error("unterminated character set", start);
            };
            if c == ']' && !first {
                break;
            }
            first = false;
            let low = self.set_item(at, c)?;
            if self.peek() != Some('-') {
                items.push(low);
                continue;
            }
            self.at += 1;
            let high_at = self.at;
            let Some(c) = self.next() else {
                return error("unterminated character set", start);
            };
            if c == ']' {
                items.push(low);
                items.push(Item::Range('-', '-'));
                break;
            }
            let high = self.set_item(high_at, c)?;
            match (low, high) {
                (Item::Range(low, _), Item::Range(high, _)) if code_of(low) <= code_of(high) => {
                    items.extend(ranges(low, high).map(|(low, high)| Item::Range(low, high)));
                }
                _ => {
                    let range: String = self
                        .chars
                        .get(at..self.at)
                        .unwrap_or_default()
                        .iter()
                        .collect();
                    return error(format!("bad character range {range}"), at);
                }
            }
        }
        let set = Set::new(items, negative, self.case(flags), self.ascii(flags));
        Ok(Node::Set(Box::new(set)))
    }

    fn set_item(&mut self, at: usize, c: char) -> Result<Item> {
        if c != '\\' {
            return Ok(Item::Range(c, c));
        }
        let Some(escaped) = self.next() else {
            return error("bad escape (end of pattern)", at);
        };
        if let Some(item) = self.class(escaped) {
            return Ok(item);
        }
        let c = if escaped == 'b' {
            '\x08'
        } else {
            self.escaped_char(at, escaped)?
        };
        Ok(Item::Range(c, c))
    }
}

/// A group that only holds together: it can be repeated even if its body is a
/// repetition or a condition.
fn wrapped(body: Node) -> Node {
    Node::Alternatives(vec![body])
}

fn quoted(name: &str, bytes: bool) -> String {
    let shown = crate::text::repr::repr(name);
    if bytes { format!("b{shown}") } else { shown }
}
