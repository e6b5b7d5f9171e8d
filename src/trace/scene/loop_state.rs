//! The event loop in the scene: its turn, its ready queue, its timers.

use std::collections::VecDeque;

use crate::entity::EntityId;
use crate::event::EventIndex;
use crate::scene::Timers;
use crate::text::TextId;

/// What the loop is doing, in the order in which one turn does it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Phase {
    /// No loop is running.
    #[default]
    NotRunning,
    /// Between two turns: looks whether anything is ready.
    Choosing,
    /// Nothing was ready: the clock has jumped to the next deadline.
    Jumped,
    /// Moves due timers to the ready queue.
    MovingTimers,
    /// Runs exactly the handles that were ready when the turn began.
    RunningHandles,
}

/// A handle in the ready queue, or the one that is running.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ReadyHandle {
    /// The handle or timer.
    pub handle: EntityId,
    /// The task it steps or the future it serves, or none.
    pub owner: EntityId,
    /// The callback, in words of the program.
    pub callback: TextId,
    /// `flags::HANDLE_*`.
    pub purpose: u8,
    /// Cancelled: the loop will pass over it.
    pub is_cancelled: bool,
    /// The event that put it into the queue.
    pub since: EventIndex,
}

/// A timer whose deadline is not reached yet.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TimerInfo {
    /// The timer.
    pub timer: EntityId,
    /// Virtual nanoseconds.
    pub deadline: u64,
    /// Its `TimerSet` event.
    pub since: EventIndex,
}

/// The running event loop.
#[derive(Clone, PartialEq, Debug)]
pub struct LoopState {
    /// The loop; none before one is created.
    pub id: EntityId,
    /// What it is doing.
    pub phase: Phase,
    /// Number of the turn, from 1; 0 before the first.
    pub iteration: u32,
    /// How many handles this turn runs.
    pub planned: u32,
    /// How many of them are still in the queue: the snapshot boundary. What
    /// stands behind them in [`LoopState::ready`] waits for the next turn.
    pub left: u32,
    /// The ready queue, in order.
    pub ready: VecDeque<ReadyHandle>,
    /// The handle whose callback runs now.
    pub running: Option<ReadyHandle>,
    /// Timers by deadline; equal deadlines in order of creation.
    pub timers: Timers,
    /// `LoopClosed` was seen.
    pub is_closed: bool,
}

impl Default for LoopState {
    fn default() -> LoopState {
        LoopState {
            id: EntityId::NONE,
            phase: Phase::NotRunning,
            iteration: 0,
            planned: 0,
            left: 0,
            ready: VecDeque::new(),
            running: None,
            timers: Timers::default(),
            is_closed: false,
        }
    }
}

impl LoopState {
    /// The handles that run in this turn, and those that came too late for it.
    pub fn ready_by_turn(
        &self,
    ) -> (
        impl Iterator<Item = &ReadyHandle>,
        impl Iterator<Item = &ReadyHandle>,
    ) {
        let boundary = (self.left as usize).min(self.ready.len());
        (self.ready.range(..boundary), self.ready.range(boundary..))
    }

    pub(crate) fn add_timer(&mut self, timer: TimerInfo) {
        self.timers.insert(timer);
    }

    pub(crate) fn remove_timer(&mut self, timer: EntityId) {
        self.timers.remove(timer);
    }

    /// Takes a handle out of the queue, normally from its front.
    pub(crate) fn take_ready(&mut self, handle: EntityId) -> Option<ReadyHandle> {
        let position = self.ready.iter().position(|other| other.handle == handle)?;
        if position < self.left as usize {
            self.left -= 1;
        }
        self.ready.remove(position)
    }
}
