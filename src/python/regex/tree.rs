//! A parsed pattern.

use super::set::Set;

/// The flags of `re`, with CPython's numbers.
pub mod flags {
    /// `(?i)`
    pub(crate) const IGNORE_CASE: u32 = 2;
    /// `(?L)`: treated as ASCII.
    pub(crate) const LOCALE: u32 = 4;
    /// `(?m)`
    pub(crate) const MULTI_LINE: u32 = 8;
    /// `(?s)`
    pub(crate) const DOT_ALL: u32 = 16;
    /// `(?u)`
    pub(crate) const UNICODE: u32 = 32;
    /// `(?x)`
    pub(crate) const VERBOSE: u32 = 64;
    /// `(?a)`
    pub(crate) const ASCII: u32 = 256;
}

/// How a repetition gives characters back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Greed {
    /// `*`: as many as possible, fewer if need be.
    Greedy,
    /// `*?`: as few as possible, more if need be.
    Lazy,
    /// `*+`: as many as possible, never fewer.
    Possessive,
}

/// A condition on a position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum At {
    /// `\A`, or `^` without `(?m)`
    Start,
    /// `^` with `(?m)`
    LineStart,
    /// `\Z`
    End,
    /// `$` without `(?m)`: the end, or before a last newline.
    EndOrNewline,
    /// `$` with `(?m)`
    LineEnd,
    /// `\b`; whether for ASCII words only.
    Boundary(bool),
    /// `\B`; whether for ASCII words only.
    NoBoundary(bool),
}

/// How letters are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Case {
    /// As they are.
    Exact,
    /// A to Z without case.
    Ascii,
    /// All letters without case.
    Unicode,
}

/// A part of a pattern.
#[derive(Clone, Debug)]
pub(crate) enum Node {
    /// Matches nothing, successfully.
    Empty,
    /// One character.
    Char(char, Case),
    /// `.`; whether newlines too.
    Any(bool),
    /// `[…]` and `\d` and the like.
    Set(Box<Set>),
    /// A condition on the position.
    At(At),
    /// `(…)`, numbered from 1.
    Group(usize, Box<Node>),
    /// One after the other.
    Sequence(Vec<Node>),
    /// The first that fits.
    Alternatives(Vec<Node>),
    /// `{min,max}`; without `max`, any number.
    Repeat {
        /// What is repeated.
        body: Box<Node>,
        /// At least so often.
        min: u32,
        /// At most so often.
        max: Option<u32>,
        /// What it gives back.
        greed: Greed,
    },
    /// `\1`, `(?P=name)`
    Same(usize, Case),
    /// `(?=…)`, `(?!…)`, `(?<=…)`, `(?<!…)`
    Look {
        /// Behind the position.
        behind: bool,
        /// It must not match.
        negative: bool,
        /// What is looked for.
        body: Box<Node>,
    },
    /// `(?>…)`
    Atomic(Box<Node>),
    /// `(?(1)yes|no)`
    Choice(usize, Box<Node>, Box<Node>),
}

/// A whole pattern.
#[derive(Clone, Debug)]
pub(crate) struct Parsed {
    /// The pattern.
    pub root: Node,
    /// The flags given and those written in the pattern.
    pub flags: u32,
    /// How many groups there are.
    pub groups: usize,
    /// Groups with names, in order.
    pub names: Vec<(String, usize)>,
}

/// A width no pattern reaches: no limit.
pub(crate) const ENDLESS: usize = usize::MAX;

impl Node {
    /// The least and the greatest number of characters that it matches.
    /// `groups` tells those of the groups before it.
    pub(crate) fn width(&self, groups: &[(usize, usize)]) -> (usize, usize) {
        match self {
            Node::Empty | Node::At(_) | Node::Look { .. } => (0, 0),
            Node::Char(..) | Node::Any(_) | Node::Set(_) => (1, 1),
            Node::Group(_, body) | Node::Atomic(body) => body.width(groups),
            Node::Sequence(parts) => parts.iter().fold((0, 0), |(least, most), part| {
                let (a, b) = part.width(groups);
                (least.saturating_add(a), most.saturating_add(b))
            }),
            Node::Alternatives(branches) => {
                branches.iter().fold((ENDLESS, 0), |(least, most), branch| {
                    let (a, b) = branch.width(groups);
                    (least.min(a), most.max(b))
                })
            }
            Node::Repeat { body, min, max, .. } => {
                let (a, b) = body.width(groups);
                let most = match max {
                    Some(max) => b.saturating_mul(*max as usize),
                    None if b == 0 => 0,
                    None => ENDLESS,
                };
                (a.saturating_mul(*min as usize), most)
            }
            Node::Same(group, _) => groups.get(*group).copied().unwrap_or((0, ENDLESS)),
            Node::Choice(_, yes, no) => {
                let ((a, b), (c, d)) = (yes.width(groups), no.width(groups));
                (a.min(c), b.max(d))
            }
        }
    }
}
