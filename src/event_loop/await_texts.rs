//! What a task waits for, in the program's own words: the expression behind `await`.

use coroscope_python::code::Code;
use coroscope_trace::{Log, TextId};
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::rc::Rc;

/// Longest expression that is told in full, in characters.
const LONGEST: usize = 40;

/// Places that are remembered; past that, each time costs a look at the source.
const REMEMBERED: usize = 4_096;

/// The texts that were looked up, by code and instruction. The code is kept so
/// that its address stays its own.
#[derive(Debug, Default)]
pub(crate) struct AwaitTexts {
    known: RefCell<FxHashMap<Place, (Rc<Code>, TextId)>>,
}

/// Code by its address, and an instruction of it.
type Place = (*const Code, u32);

impl AwaitTexts {
    /// The expression that an instruction awaits, as the log's text; empty if
    /// there is no telling.
    pub(crate) fn at(&self, log: &mut Log, code: &Rc<Code>, instruction: u32) -> TextId {
        let key = (Rc::as_ptr(code), instruction);
        let mut known = self.known.borrow_mut();
        if let Some((_, text)) = known.get(&key) {
            return *text;
        }
        let text = log.intern_short(&expression(code, instruction).unwrap_or_default());
        if known.len() < REMEMBERED {
            known.insert(key, (Rc::clone(code), text));
        }
        text
    }
}

/// The source of an instruction without its `await`, if it stands on one line.
fn expression(code: &Code, instruction: u32) -> Option<String> {
    let position = code.positions.get(instruction as usize)?;
    let number = (position.line as usize).checked_sub(1)?;
    let line = code.file.text().lines().nth(number).unwrap_or_default();
    let (from, to) = (position.column as usize, position.end_column as usize);
    let rest: String = line.chars().skip(from).collect();
    let text = match rest.strip_prefix("async with ") {
        Some(items) => first_item(items).to_owned(),
        None if position.line != position.end_line => return None,
        None => rest.chars().take(to.saturating_sub(from)).collect(),
    };
    let text = text.strip_prefix("await").unwrap_or(&text).trim();
    if text.chars().count() <= LONGEST {
        return Some(text.to_owned());
    }
    let kept: String = text.chars().take(LONGEST - 1).collect();
    Some(kept + "…")
}

/// The context manager that stands first in the items of an `async with`.
fn first_item(items: &str) -> &str {
    let mut depth = 0_i32;
    for (at, sign) in items.char_indices() {
        let rest = items.get(at..).unwrap_or_default();
        match sign {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            ',' | ':' if depth == 0 => return items.get(..at).unwrap_or(items),
            ' ' if depth == 0 && rest.starts_with(" as ") => {
                return items.get(..at).unwrap_or(items);
            }
            _ => {}
        }
    }
    items
}
