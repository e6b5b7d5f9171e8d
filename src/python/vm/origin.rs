//! Where things were made: the calls in progress, remembered in debug mode.

use super::{Frame, PyFrame, Vm};
use crate::builtins::traceback::{call_text, told};
use crate::object::{Allocated, Generator, Raise, TracebackEntry, UncommonOfGenerator, Value};
use std::rc::Rc;

/// The state of `tracemalloc`.
#[derive(Debug)]
pub(crate) struct Allocations {
    /// How many calls are remembered for each object; 0: it is off.
    pub(crate) frames: usize,
    /// What `frames` is, or was when it was last on.
    pub(crate) limit: usize,
    /// Grows whenever what is known is to be forgotten. Objects that nobody
    /// traced have 0.
    pub(crate) session: u32,
}

impl Default for Allocations {
    fn default() -> Allocations {
        Allocations {
            frames: 0,
            limit: 1,
            session: 1,
        }
    }
}

impl Allocations {
    /// What was found up to now is not known any more.
    pub(crate) fn forget(&mut self) {
        self.session = self.session.wrapping_add(1);
    }
}

impl Vm {
    /// Whether generators remember who made them.
    #[inline]
    pub(super) fn watches_creation(&self) -> bool {
        (self.origin_depth | self.allocations.frames) > 0
    }

    /// What a generator that is made now remembers of that.
    pub(super) fn creation(&self) -> Box<UncommonOfGenerator> {
        let traced = self.allocations.frames;
        let mut uncommon = UncommonOfGenerator {
            origin: self.calls_in_progress(self.origin_depth),
            ..UncommonOfGenerator::default()
        };
        if traced > 0 {
            uncommon.allocated = Allocated {
                calls: self.calls_in_progress(traced),
                session: self.allocations.session,
            };
        }
        Box::new(uncommon)
    }

    /// The innermost calls in progress, outermost first, at most `most`.
    pub fn calls_in_progress(&self, most: usize) -> Box<[TracebackEntry]> {
        if most == 0 {
            return Box::default();
        }
        let entry = |frame: &PyFrame| TracebackEntry {
            code: Rc::clone(&frame.code),
            within: 0,
            instruction: frame.stands_at(),
        };
        let served = self.caller_frame();
        // A native frame that goes on serves a frame that is on the stack.
        let is_served = |frame: &PyFrame| served.is_some_and(|s| std::ptr::eq(s, frame));
        let below = self.stack.iter().rev().filter_map(|frame| match frame {
            Frame::Python(frame) if !is_served(frame) && !frame.is_loop() => Some(&**frame),
            _ => None,
        });
        let mut calls: Vec<_> = served
            .into_iter()
            .chain(below)
            .take(most)
            .map(entry)
            .collect();
        calls.reverse();
        calls.into()
    }

    /// An exception that passed no frame was raised by what the running one does.
    pub fn place_if_unknown(&self, raise: &Raise) {
        if let Some(data) = raise.data()
            && data.traceback.borrow().is_empty()
        {
            let place = self.calls_in_progress(1);
            data.traceback.borrow_mut().extend(place);
        }
    }

    /// Calls as `traceback.format_list` takes them: tuples of file, line, name
    /// and text; None if there are none.
    pub fn calls_told(&self, calls: &[TracebackEntry]) -> Value {
        if calls.is_empty() {
            return Value::None;
        }
        Value::list(calls.iter().map(told).collect())
    }

    /// What the warning of a coroutine that was never awaited adds.
    pub(super) fn origin_text(&self, generator: &Generator) -> String {
        let mut text = String::new();
        for (position, call) in generator.origin().iter().enumerate() {
            if position == 0 {
                text.push_str("\nCoroutine created at (most recent call last)");
            }
            let call = call_text(call);
            text.push('\n');
            text.push_str(call.trim_end());
        }
        text
    }

    /// `cr_origin`: file, line and name of each call, innermost first.
    pub(crate) fn origin_told(&self, calls: &[TracebackEntry]) -> Value {
        if calls.is_empty() {
            return Value::None;
        }
        let without_text = |call| match told(call) {
            Value::Tuple(parts) => Value::tuple(parts.items().iter().take(3).cloned()),
            other => other,
        };
        Value::tuple(calls.iter().rev().map(without_text))
    }
}
