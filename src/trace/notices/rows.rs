//! Awaits of one coroutine function after the other, by one task, while no
//! other task was there to use the time.

use std::collections::HashMap;

use crate::entity::EntityId;
use crate::event::{Event, EventIndex, Place, flags};
use crate::kind::Kind;
use crate::log::Log;
use crate::text::TextId;

/// How deep calls within calls are looked at.
const DEEPEST: usize = 8;

/// Several awaits in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) task: EntityId,
    /// The coroutine function that was awaited.
    pub(super) function: TextId,
    /// The line of the first await.
    pub(super) place: Place,
    /// When each of the calls began to wait.
    pub(super) moments: Vec<EventIndex>,
    /// Nanoseconds of waiting in all calls together.
    pub(super) total: u64,
    /// Nanoseconds of waiting in the longest of them.
    pub(super) longest: u64,
}

/// A frame of a task that waits: the function, and which call of it this is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Call {
    function: TextId,
    number: u32,
    place: Place,
}

/// The calls of one function at one depth so far.
#[derive(Clone, Debug)]
struct Level {
    call: Call,
    caller: Option<u32>,
    row: Row,
    this_call: u64,
}

/// A task that waits.
#[derive(Clone, Debug)]
struct Wait {
    task: EntityId,
    began: u64,
    event: EventIndex,
    frames: Vec<Call>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Rows {
    /// How often each coroutine function was called.
    calls: HashMap<TextId, u32>,
    /// The only task there is, while it waits.
    wait: Option<Wait>,
    levels: Vec<Level>,
}

impl Rows {
    /// `alone`: no other task is unfinished. Answers with a row of two or more
    /// awaits that has grown.
    pub(super) fn take(
        &mut self,
        log: &Log,
        index: EventIndex,
        event: &Event,
        alone: bool,
    ) -> Option<Row> {
        match event.kind {
            Kind::CoroutineCreated => {
                let name = log.entity(event.subject)?.name;
                let count = self.calls.entry(name).or_default();
                *count = count.saturating_add(1);
            }
            Kind::TaskCreated => {
                self.wait = None;
                self.levels.clear();
            }
            Kind::TaskSuspended if alone && event.flags == flags::SUSPEND_WAIT => {
                self.wait = Some(Wait {
                    task: event.subject,
                    began: event.time,
                    event: index,
                    frames: Vec::new(),
                });
            }
            Kind::FrameSuspended => self.frame(log, event),
            Kind::StepStarted => return self.waited(event),
            _ => {}
        }
        None
    }

    fn frame(&mut self, log: &Log, event: &Event) {
        let is_library = log
            .files()
            .get(usize::from(event.place.file()))
            .is_none_or(|file| file.is_library);
        if let Some(wait) = &mut self.wait
            && wait.task == event.subject
            && !is_library
            && wait.frames.len() < DEEPEST
        {
            let function = event.text_a();
            wait.frames.push(Call {
                function,
                number: self.calls.get(&function).copied().unwrap_or(0),
                place: event.place,
            });
        }
    }

    fn waited(&mut self, event: &Event) -> Option<Row> {
        let wait = self.wait.take().filter(|wait| wait.task == event.subject)?;
        let length = event.time.saturating_sub(wait.began);
        self.levels.truncate(wait.frames.len());
        let mut grown = None;
        let mut caller: Option<Call> = None;
        for (depth, call) in wait.frames.iter().enumerate() {
            let caller_number = caller.map(|caller| caller.number);
            let goes_on = self.levels.get_mut(depth).filter(|level| {
                level.call.function == call.function
                    && level.caller == caller_number
                    && level.row.task == wait.task
            });
            match goes_on {
                Some(level) => {
                    if level.call.number != call.number {
                        level.this_call = 0;
                        level.row.moments.push(wait.event);
                    }
                    level.call = *call;
                    level.this_call = level.this_call.saturating_add(length);
                    level.row.total = level.row.total.saturating_add(length);
                    level.row.longest = level.row.longest.max(level.this_call);
                    let is_row = level.row.moments.len() > 1 && level.row.total > level.row.longest;
                    if is_row && grown.is_none() {
                        grown = Some(level.row.clone());
                    }
                }
                None => {
                    self.levels.truncate(depth);
                    self.levels.push(Level {
                        call: *call,
                        caller: caller_number,
                        row: Row {
                            task: wait.task,
                            function: call.function,
                            place: caller.map_or(call.place, |caller| caller.place),
                            moments: vec![wait.event],
                            total: length,
                            longest: length,
                        },
                        this_call: length,
                    });
                }
            }
            caller = Some(*call);
        }
        grown
    }
}
