//! The timers of a loop, earliest first.

use crate::future;
use crate::handle::Handle;
use coroscope_python::object::Instance;
use coroscope_trace::EventIndex;
use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::rc::Rc;

/// A timer that has not come due.
#[derive(Debug)]
pub(crate) struct Timer {
    /// The deadline in whole virtual nanoseconds, for the order: one in the
    /// past comes before the present. What is further off than 292 years is
    /// told apart by the seconds.
    nanoseconds: i64,
    /// How many timers were made before it.
    number: u64,
    /// The deadline in seconds, as the program gave it.
    pub(crate) when: f64,
    pub(crate) due: Due,
}

/// What is done when a timer is due.
#[derive(Debug)]
pub(crate) enum Due {
    /// A `TimerHandle` is run.
    Handle(Rc<Instance>),
    /// The future of a sleep gets its result, which it has already: a timer
    /// that no program can see. The future's `sleeps` says whether it is still
    /// wanted; the event is the one that set it.
    Sleep(Rc<Instance>, EventIndex),
}

impl Due {
    /// Whether nothing is to be done any more.
    pub(crate) fn is_cancelled(&self) -> bool {
        match self {
            Due::Handle(handle) => handle
                .native::<Handle>()
                .is_none_or(|state| state.cancelled.get()),
            Due::Sleep(waiter, _) => future::state(waiter).is_none_or(|state| !state.sleeps.get()),
        }
    }

    /// The timer has left the heap.
    pub(crate) fn leave(&self) {
        match self {
            Due::Handle(handle) => {
                if let Some(state) = handle.native::<Handle>() {
                    state.scheduled.set(false);
                }
            }
            Due::Sleep(waiter, _) => {
                if let Some(state) = future::state(waiter) {
                    state.sleeps.set(false);
                }
            }
        }
    }

    /// The event that set the timer.
    pub(crate) fn set_at(&self) -> EventIndex {
        match self {
            Due::Handle(handle) => handle
                .native::<Handle>()
                .map_or(EventIndex::NONE, |state| state.set_at),
            Due::Sleep(_, set_at) => *set_at,
        }
    }

    /// What it holds.
    fn object(&self) -> &Rc<Instance> {
        match self {
            Due::Handle(object) | Due::Sleep(object, _) => object,
        }
    }
}

/// The heap. Cancelled timers stay in it until they come to its top.
#[derive(Debug, Default)]
pub(crate) struct Timers {
    heap: BinaryHeap<Timer>,
    made: u64,
}

/// Seconds as the nearest whole nanosecond; negative ones are in the past.
pub(crate) fn nearest_nanosecond(seconds: f64) -> u64 {
    (seconds * 1e9).round_ties_even() as u64
}

/// How far the clock must jump so that a deadline has come: not short of it,
/// and so far that the loop's comparison of seconds sees it too.
pub(crate) fn jump_target(now: u64, when: f64) -> u64 {
    let mut target = now.max(nearest_nanosecond(when));
    if coroscope_world::seconds(target) < when {
        target = target.saturating_add(1);
    }
    // Far from zero the seconds are coarser than a nanosecond.
    let mut step = 1;
    while !is_due(target, when) {
        let Some(next) = target.checked_add(step) else {
            break;
        };
        target = next;
        step *= 2;
    }
    target
}

/// Whether a deadline has come: asyncio counts what is nearer than the clock's
/// resolution, a nanosecond.
pub(crate) fn is_due(now: u64, when: f64) -> bool {
    when < coroscope_world::seconds(now) + 1e-9
}

impl Timers {
    /// Adds a timer.
    pub(crate) fn push(&mut self, when: f64, due: Due) {
        self.heap.push(Timer {
            nanoseconds: (when * 1e9).round_ties_even() as i64,
            number: self.made,
            when,
            due,
        });
        self.made += 1;
    }

    /// The earliest timer.
    pub(crate) fn first(&self) -> Option<&Timer> {
        self.heap.peek()
    }

    /// Takes the earliest timer out.
    pub(crate) fn pop(&mut self) -> Option<Timer> {
        self.heap.pop()
    }

    /// Takes all out, in no order.
    pub(crate) fn drain(&mut self) -> Vec<Timer> {
        std::mem::take(&mut self.heap).into_vec()
    }

    /// How many there are, cancelled ones included.
    pub(crate) fn len(&self) -> usize {
        self.heap.len()
    }

    /// The handles and futures, in no order.
    pub(crate) fn objects(&self) -> impl Iterator<Item = &Rc<Instance>> {
        self.heap.iter().map(|timer| timer.due.object())
    }

    /// Those that are still wanted, the earliest first.
    pub(crate) fn sorted(&self) -> impl Iterator<Item = &Timer> {
        let wanted = self.heap.iter().filter(|timer| !timer.due.is_cancelled());
        let mut timers: Vec<&Timer> = wanted.collect();
        timers.sort_by(|a, b| b.cmp(a));
        timers.into_iter()
    }

    /// Lets go of cancelled timers.
    pub(crate) fn tidy(&mut self) {
        self.heap.retain(|timer| !timer.due.is_cancelled());
    }
}

impl Ord for Timer {
    /// The heap gives the greatest first: that is the earliest, and of equal
    /// ones the oldest.
    fn cmp(&self, other: &Timer) -> Ordering {
        let by_time = other.nanoseconds.cmp(&self.nanoseconds);
        let is_far = matches!(self.nanoseconds, i64::MIN | i64::MAX);
        let by_time = match by_time {
            Ordering::Equal if is_far => other.when.total_cmp(&self.when),
            other => other,
        };
        by_time.then_with(|| other.number.cmp(&self.number))
    }
}

impl PartialOrd for Timer {
    fn partial_cmp(&self, other: &Timer) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Timer {
    fn eq(&self, other: &Timer) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Timer {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_jump_never_stops_short_of_the_deadline() {
        for when in [
            0.1,
            0.3,
            0.1 + 0.2,
            1e-9,
            1.5e-9,
            3600.0 + 1e-7,
            123_456_789.123_456,
        ] {
            let target = jump_target(0, when);
            assert!(is_due(target, when), "{when}");
            assert!(coroscope_world::seconds(target) + 1e-9 > when, "{when}");
        }
    }

    #[test]
    fn a_jump_never_goes_back() {
        assert_eq!(jump_target(5_000_000_000, 1.0), 5_000_000_000);
    }
}
