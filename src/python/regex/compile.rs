//! From the tree of a pattern to instructions.

use super::PatternError;
use super::set::Set;
use super::tree::{At, Case, Greed, Node, Parsed};

/// Patterns that need more instructions are refused.
const LONGEST: usize = 200_000;

/// What one character must be.
#[derive(Clone, Debug)]
pub(super) enum Single {
    Char(char, Case),
    Any(bool),
    Set(Box<Set>),
}

/// An instruction. `usize`s are instructions to go on with, or registers.
#[derive(Clone, Debug)]
pub(super) enum Op {
    /// One character.
    Single(Single),
    /// A character again and again, without a stack entry for each.
    Run {
        single: Single,
        min: u32,
        max: Option<u32>,
        greed: Greed,
    },
    /// A condition on the position.
    At(At),
    /// Goes on here; if that fails, there.
    Split(usize, usize),
    Jump(usize),
    /// Puts the position into a register.
    Save(usize),
    /// Ends a group: as `Save`, and the group is the last one ended.
    Close(usize),
    /// What a group matched, again.
    Same(usize, Case),
    /// Goes on if the group took part, else there.
    Choice(usize, usize),
    /// Sets a counter to 0 and forgets where its last round began.
    Reset {
        counter: usize,
        place: usize,
    },
    /// The head of a counted loop; goes to `exit` when it is over.
    Loop {
        counter: usize,
        place: usize,
        min: u32,
        max: Option<u32>,
        lazy: bool,
        exit: usize,
    },
    /// Begins an atomic group or a look; `back` characters behind.
    Enter {
        height: usize,
        position: usize,
        back: usize,
    },
    /// Ends an atomic group: what could be tried otherwise is forgotten.
    Cut(usize),
    /// Ends a look that had to match.
    Return {
        height: usize,
        position: usize,
    },
    /// Begins a look that must not match; goes to `exit` if it does not.
    EnterNot {
        height: usize,
        position: usize,
        back: usize,
        exit: usize,
    },
    /// Ends it: it did match.
    Refuse(usize),
    /// All has matched.
    Match,
}

/// A compiled pattern.
#[derive(Debug)]
pub struct Program {
    pub(super) ops: Vec<Op>,
    /// Registers: two for each group, then the last group ended, then others.
    pub(super) registers: usize,
    /// What every match begins with, if that is one certain character.
    pub(super) first: Option<char>,
    /// The flags given and those written in the pattern.
    pub flags: u32,
    /// How many groups there are.
    pub groups: usize,
    /// Groups with names, in order.
    pub names: Vec<(String, usize)>,
}

struct Compiler {
    ops: Vec<Op>,
    registers: usize,
}

type Result<T> = std::result::Result<T, PatternError>;

/// Compiles a parsed pattern.
pub(super) fn compile(parsed: Parsed) -> Result<Program> {
    let mut compiler = Compiler {
        ops: Vec::new(),
        registers: 2 * (parsed.groups + 1) + 1,
    };
    compiler.node(&parsed.root)?;
    compiler.ops.push(Op::Match);
    let first = match compiler.ops.iter().find(|op| !matches!(op, Op::Save(_))) {
        Some(Op::Single(Single::Char(c, Case::Exact))) => Some(*c),
        Some(Op::Run {
            single: Single::Char(c, Case::Exact),
            min: 1..,
            ..
        }) => Some(*c),
        _ => None,
    };
    Ok(Program {
        ops: compiler.ops,
        registers: compiler.registers,
        first,
        flags: parsed.flags,
        groups: parsed.groups,
        names: parsed.names,
    })
}

impl Compiler {
    fn push(&mut self, op: Op) -> Result<usize> {
        if self.ops.len() >= LONGEST {
            return Err(PatternError {
                message: "pattern is too large".into(),
                position: None,
            });
        }
        self.ops.push(op);
        Ok(self.ops.len() - 1)
    }

    fn register(&mut self) -> usize {
        self.registers += 1;
        self.registers - 1
    }

    /// Fills in where an instruction goes, once that is known.
    fn patch(&mut self, at: usize) {
        let here = self.ops.len();
        if let Some(
            Op::Split(_, target)
            | Op::Jump(target)
            | Op::Choice(_, target)
            | Op::Loop { exit: target, .. }
            | Op::EnterNot { exit: target, .. },
        ) = self.ops.get_mut(at)
        {
            *target = here;
        }
    }

    fn node(&mut self, node: &Node) -> Result<()> {
        if let Some(single) = single(node) {
            return self.push(Op::Single(single)).map(drop);
        }
        match node {
            Node::Empty | Node::Char(..) | Node::Any(_) | Node::Set(_) => {}
            Node::At(at) => {
                self.push(Op::At(*at))?;
            }
            Node::Group(index, body) => {
                self.push(Op::Save(2 * index))?;
                self.node(body)?;
                self.push(Op::Close(*index))?;
            }
            Node::Sequence(parts) => {
                for part in parts {
                    self.node(part)?;
                }
            }
            Node::Alternatives(branches) => self.alternatives(branches)?,
            Node::Repeat {
                body,
                min,
                max,
                greed,
            } => self.repeat(body, *min, *max, *greed)?,
            Node::Same(group, case) => {
                self.push(Op::Same(*group, *case))?;
            }
            Node::Look {
                behind,
                negative,
                body,
            } => {
                // The parser has made sure that what is behind has one width.
                let back = if *behind { body.width(&[]).0 } else { 0 };
                let (height, position) = (self.register(), self.register());
                if *negative {
                    let enter = self.push(Op::EnterNot {
                        height,
                        position,
                        back,
                        exit: 0,
                    })?;
                    self.node(body)?;
                    self.push(Op::Refuse(height))?;
                    self.patch(enter);
                } else {
                    self.push(Op::Enter {
                        height,
                        position,
                        back,
                    })?;
                    self.node(body)?;
                    self.push(Op::Return { height, position })?;
                }
            }
            Node::Atomic(body) => {
                let (height, position) = (self.register(), self.register());
                self.push(Op::Enter {
                    height,
                    position,
                    back: 0,
                })?;
                self.node(body)?;
                self.push(Op::Cut(height))?;
            }
            Node::Choice(group, yes, no) => {
                let choice = self.push(Op::Choice(*group, 0))?;
                self.node(yes)?;
                let jump = self.push(Op::Jump(0))?;
                self.patch(choice);
                self.node(no)?;
                self.patch(jump);
            }
        }
        Ok(())
    }

    fn alternatives(&mut self, branches: &[Node]) -> Result<()> {
        let mut jumps = Vec::new();
        for (at, branch) in branches.iter().enumerate() {
            if at + 1 == branches.len() {
                self.node(branch)?;
                break;
            }
            let split = self.push(Op::Split(self.ops.len() + 1, 0))?;
            self.node(branch)?;
            jumps.push(self.push(Op::Jump(0))?);
            self.patch(split);
        }
        for jump in jumps {
            self.patch(jump);
        }
        Ok(())
    }

    fn repeat(&mut self, body: &Node, min: u32, max: Option<u32>, greed: Greed) -> Result<()> {
        if let Some(single) = single(body) {
            return self
                .push(Op::Run {
                    single,
                    min,
                    max,
                    greed,
                })
                .map(drop);
        }
        if greed == Greed::Possessive {
            let (height, position) = (self.register(), self.register());
            self.push(Op::Enter {
                height,
                position,
                back: 0,
            })?;
            self.repeat(body, min, max, Greed::Greedy)?;
            return self.push(Op::Cut(height)).map(drop);
        }
        if (min, max) == (0, Some(1)) {
            return self.optional(body, greed == Greed::Lazy);
        }
        let (counter, place) = (self.register(), self.register());
        self.push(Op::Reset { counter, place })?;
        let lazy = greed == Greed::Lazy;
        let head = self.push(Op::Loop {
            counter,
            place,
            min,
            max,
            lazy,
            exit: 0,
        })?;
        self.node(body)?;
        self.push(Op::Jump(head))?;
        self.patch(head);
        Ok(())
    }

    fn optional(&mut self, body: &Node, lazy: bool) -> Result<()> {
        let split = self.push(Op::Split(self.ops.len() + 1, 0))?;
        self.node(body)?;
        self.patch(split);
        if lazy && let Some(Op::Split(here, there)) = self.ops.get_mut(split) {
            std::mem::swap(here, there);
        }
        Ok(())
    }
}

/// The node as one character, if it is that.
fn single(node: &Node) -> Option<Single> {
    match node {
        Node::Char(c, case) => Some(Single::Char(*c, *case)),
        Node::Any(newlines) => Some(Single::Any(*newlines)),
        Node::Set(set) => Some(Single::Set(set.clone())),
        Node::Alternatives(parts) | Node::Sequence(parts) => match parts.as_slice() {
            [only] => single(only),
            _ => None,
        },
        _ => None,
    }
}
