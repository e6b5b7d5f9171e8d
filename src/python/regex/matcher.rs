//! Runs a program over a text, trying alternatives in the order of the pattern.

use super::compile::{Op, Program, Single};
use super::set::{Class, in_class, same};
use super::tree::{At, Greed};

/// What is searched.
#[derive(Clone, Copy, Debug)]
pub enum Haystack<'a> {
    /// Bytes, or a text that is all ASCII.
    Bytes(&'a [u8]),
    /// The characters of any text.
    Chars(&'a [char]),
}

impl Haystack<'_> {
    #[inline]
    fn get(&self, at: usize) -> Option<char> {
        match self {
            Haystack::Bytes(bytes) => bytes.get(at).map(|byte| char::from(*byte)),
            Haystack::Chars(chars) => chars.get(at).copied(),
        }
    }

    /// How many characters there are.
    pub fn len(&self) -> usize {
        match self {
            Haystack::Bytes(bytes) => bytes.len(),
            Haystack::Chars(chars) => chars.len(),
        }
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The first place of a character in a range.
    fn find(&self, c: char, from: usize, to: usize) -> Option<usize> {
        match self {
            Haystack::Bytes(bytes) => {
                let byte = u8::try_from(u32::from(c)).ok()?;
                memchr::memchr(byte, bytes.get(from..to)?).map(|at| from + at)
            }
            Haystack::Chars(chars) => chars
                .get(from..to)?
                .iter()
                .position(|known| *known == c)
                .map(|at| from + at),
        }
    }
}

/// Where a match may begin and end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// It begins anywhere.
    Search,
    /// It begins at the start.
    Match,
    /// It begins at the start and ends at the end.
    FullMatch,
}

/// The pattern takes too long on this text: a program made it explode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooManySteps;

/// A register that holds nothing.
const NONE: usize = usize::MAX;

/// What to do when the way tried last has failed.
enum Entry {
    /// Go on there instead.
    Branch { op: usize, at: usize },
    /// A register had this value before.
    Restore { register: usize, value: usize },
    /// A greedy run may end one character earlier.
    Fewer { op: usize, least: usize, at: usize },
    /// A lazy run may take one character more.
    More { op: usize, at: usize, most: usize },
}

struct Machine<'a> {
    program: &'a Program,
    text: Haystack<'a>,
    end: usize,
    registers: Vec<usize>,
    stack: Vec<Entry>,
    goal: Goal,
    /// A match must not be empty here.
    not_empty_at: Option<usize>,
}

impl Program {
    /// Looks for a match in `start..end` of a text. `must_advance`: an empty
    /// match at `start` does not count. `steps` are taken off a budget.
    ///
    /// The result has two positions for each group, `None` for groups that took
    /// no part, and the number of the group that ended last.
    ///
    /// # Errors
    /// If the budget is used up.
    #[expect(clippy::type_complexity, reason = "one result, taken apart at once")]
    pub fn run(
        &self,
        text: Haystack<'_>,
        start: usize,
        end: usize,
        goal: Goal,
        must_advance: bool,
        steps: &mut u64,
    ) -> Result<Option<(Vec<Option<(usize, usize)>>, Option<usize>)>, TooManySteps> {
        let end = end.min(text.len());
        let mut machine = Machine {
            program: self,
            text,
            end,
            registers: vec![NONE; self.registers],
            stack: Vec::new(),
            goal,
            not_empty_at: must_advance.then_some(start),
        };
        let mut from = start;
        while from <= end {
            if goal == Goal::Search
                && let Some(first) = self.first
            {
                match text.find(first, from, end) {
                    Some(place) => from = place,
                    None => return Ok(None),
                }
            }
            if machine.try_at(from, steps)? {
                let spans = (0..=self.groups)
                    .map(
                        |group| match machine.registers.get(2 * group..2 * group + 2) {
                            Some([a, b]) if *a != NONE && *b != NONE => Some((*a, *b)),
                            _ => None,
                        },
                    )
                    .collect();
                let last = machine
                    .registers
                    .get(2 * self.groups + 2)
                    .copied()
                    .filter(|last| *last != NONE);
                return Ok(Some((spans, last)));
            }
            if goal != Goal::Search {
                break;
            }
            from += 1;
        }
        Ok(None)
    }
}

impl Machine<'_> {
    fn register(&self, register: usize) -> usize {
        self.registers.get(register).copied().unwrap_or(NONE)
    }

    fn set(&mut self, register: usize, new: usize) {
        if let Some(place) = self.registers.get_mut(register) {
            let value = std::mem::replace(place, new);
            self.stack.push(Entry::Restore { register, value });
        }
    }

    fn char_at(&self, at: usize) -> Option<char> {
        if at < self.end {
            self.text.get(at)
        } else {
            None
        }
    }

    fn fits(&self, single: &Single, at: usize) -> bool {
        match (self.char_at(at), single) {
            (None, _) => false,
            (Some(c), Single::Char(wanted, case)) => same(c, *wanted, *case),
            (Some(c), Single::Any(newlines)) => *newlines || c != '\n',
            (Some(c), Single::Set(set)) => set.contains(c),
        }
    }

    fn holds(&self, condition: At, at: usize) -> bool {
        let word = |at: Option<usize>, ascii: bool| {
            at.and_then(|at| self.char_at(at))
                .is_some_and(|c| in_class(Class::Word, c, ascii))
        };
        let before = at.checked_sub(1);
        match condition {
            At::Start => at == 0,
            At::LineStart => {
                at == 0 || before.and_then(|before| self.text.get(before)) == Some('\n')
            }
            At::End => at == self.end,
            At::EndOrNewline => {
                at == self.end || (at + 1 == self.end && self.char_at(at) == Some('\n'))
            }
            At::LineEnd => at == self.end || self.char_at(at) == Some('\n'),
            At::Boundary(ascii) => word(before, ascii) != word(Some(at), ascii),
            // CPython 3.11: an empty text has no boundaries and no place without one.
            At::NoBoundary(_) if self.end == 0 => false,
            At::NoBoundary(ascii) => word(before, ascii) == word(Some(at), ascii),
        }
    }

    /// Tries to match at one place. The registers are the result.
    fn try_at(&mut self, start: usize, steps: &mut u64) -> Result<bool, TooManySteps> {
        self.registers.fill(NONE);
        self.stack.clear();
        if let Some(first) = self.registers.first_mut() {
            *first = start;
        }
        let program = self.program;
        let (mut op, mut at) = (0, start);
        loop {
            *steps = steps.checked_sub(1).ok_or(TooManySteps)?;
            let next = match program.ops.get(op) {
                Some(Op::Match) => {
                    let refused = (self.goal == Goal::FullMatch && at != self.end)
                        || self.not_empty_at == Some(at);
                    if !refused {
                        if let Some(end) = self.registers.get_mut(1) {
                            *end = at;
                        }
                        return Ok(true);
                    }
                    None
                }
                Some(Op::Run {
                    single,
                    min,
                    max,
                    greed,
                }) => {
                    let next = self.run_of(single, (*min, *max), *greed, op, at);
                    let taken = next.map_or(0, |(_, end)| end - at) as u64;
                    *steps = steps.checked_sub(taken / 8).ok_or(TooManySteps)?;
                    next
                }
                Some(instruction) => self.step(instruction, op, at),
                None => None,
            };
            (op, at) = match next.or_else(|| self.back()) {
                Some(next) => next,
                None => return Ok(false),
            };
        }
    }

    /// One instruction: where to go on, `None` if it does not fit.
    fn step(&mut self, instruction: &Op, op: usize, at: usize) -> Option<(usize, usize)> {
        match instruction {
            Op::Single(single) => self.fits(single, at).then_some((op + 1, at + 1)),
            Op::At(condition) => self.holds(*condition, at).then_some((op + 1, at)),
            Op::Split(here, there) => {
                self.stack.push(Entry::Branch { op: *there, at });
                Some((*here, at))
            }
            Op::Jump(target) => Some((*target, at)),
            Op::Save(register) => {
                self.set(*register, at);
                Some((op + 1, at))
            }
            Op::Close(group) => {
                self.set(2 * group + 1, at);
                self.set(2 * self.program.groups + 2, *group);
                Some((op + 1, at))
            }
            Op::Same(group, case) => {
                let (start, end) = (self.register(2 * group), self.register(2 * group + 1));
                if start == NONE || end == NONE {
                    return None;
                }
                let length = end.saturating_sub(start);
                let equal =
                    (0..length).all(|i| match (self.text.get(start + i), self.char_at(at + i)) {
                        (Some(a), Some(b)) => same(a, b, *case),
                        _ => false,
                    });
                equal.then_some((op + 1, at + length))
            }
            Op::Choice(group, there) => {
                let took_part = self.register(2 * group + 1) != NONE;
                Some((if took_part { op + 1 } else { *there }, at))
            }
            Op::Reset { counter, place } => {
                self.set(*counter, 0);
                self.set(*place, NONE);
                Some((op + 1, at))
            }
            Op::Loop {
                counter,
                place,
                min,
                max,
                lazy,
                exit,
            } => {
                let count = self.register(*counter);
                let over =
                    max.is_some_and(|max| count >= max as usize) || self.register(*place) == at;
                if count >= *min as usize {
                    if over {
                        return Some((*exit, at));
                    }
                    if *lazy {
                        // The next round, should what follows not fit, finds these.
                        self.set(*counter, count + 1);
                        self.set(*place, at);
                        self.stack.push(Entry::Branch { op: op + 1, at });
                        return Some((*exit, at));
                    }
                    self.stack.push(Entry::Branch { op: *exit, at });
                }
                self.set(*counter, count + 1);
                self.set(*place, at);
                Some((op + 1, at))
            }
            Op::Enter {
                height,
                position,
                back,
            } => {
                let inside = at.checked_sub(*back)?;
                let depth = self.stack.len();
                self.set(*height, depth);
                self.set(*position, at);
                Some((op + 1, inside))
            }
            Op::Cut(height) => {
                self.cut(self.register(*height));
                Some((op + 1, at))
            }
            Op::Return { height, position } => {
                let outside = self.register(*position);
                self.cut(self.register(*height));
                Some((op + 1, outside))
            }
            Op::EnterNot {
                height,
                position,
                back,
                exit,
            } => {
                let Some(inside) = at.checked_sub(*back) else {
                    return Some((*exit, at));
                };
                let depth = self.stack.len();
                self.stack.push(Entry::Branch { op: *exit, at });
                self.set(*height, depth);
                self.set(*position, at);
                Some((op + 1, inside))
            }
            Op::Refuse(height) => {
                let depth = self.register(*height);
                while self.stack.len() > depth {
                    if let Some(Entry::Restore { register, value }) = self.stack.pop() {
                        self.restore(register, value);
                    }
                }
                None
            }
            Op::Match | Op::Run { .. } => None,
        }
    }

    /// A character again and again.
    fn run_of(
        &mut self,
        single: &Single,
        (min, max): (u32, Option<u32>),
        greed: Greed,
        op: usize,
        at: usize,
    ) -> Option<(usize, usize)> {
        let least = at.checked_add(min as usize)?;
        let most = max
            .map_or(self.end, |max| at.saturating_add(max as usize))
            .min(self.end);
        let limit = if greed == Greed::Lazy {
            least.min(self.end)
        } else {
            most
        };
        let mut end = at;
        while end < limit && self.fits(single, end) {
            end += 1;
        }
        if end < least {
            return None;
        }
        match greed {
            Greed::Greedy if end > least => self.stack.push(Entry::Fewer {
                op: op + 1,
                least,
                at: end,
            }),
            Greed::Lazy if end < most => self.stack.push(Entry::More { op, at: end, most }),
            _ => {}
        }
        Some((op + 1, end))
    }

    /// Forgets the ways not tried since the stack had this height, but not how
    /// to restore the registers for those before.
    fn cut(&mut self, height: usize) {
        let mut kept = height;
        for at in height..self.stack.len() {
            if matches!(self.stack.get(at), Some(Entry::Restore { .. })) {
                self.stack.swap(kept, at);
                kept += 1;
            }
        }
        self.stack.truncate(kept);
    }

    fn restore(&mut self, register: usize, value: usize) {
        if let Some(place) = self.registers.get_mut(register) {
            *place = value;
        }
    }

    /// The way to try next, if there is one left.
    fn back(&mut self) -> Option<(usize, usize)> {
        loop {
            match self.stack.pop()? {
                Entry::Branch { op, at } => return Some((op, at)),
                Entry::Restore { register, value } => self.restore(register, value),
                Entry::Fewer { op, least, at } => {
                    let at = at - 1;
                    if at > least {
                        self.stack.push(Entry::Fewer { op, least, at });
                    }
                    return Some((op, at));
                }
                Entry::More { op, at, most } => {
                    let program = self.program;
                    if let Some(Op::Run { single, .. }) = program.ops.get(op)
                        && self.fits(single, at)
                    {
                        if at + 1 < most {
                            self.stack.push(Entry::More {
                                op,
                                at: at + 1,
                                most,
                            });
                        }
                        return Some((op + 1, at + 1));
                    }
                }
            }
        }
    }
}
