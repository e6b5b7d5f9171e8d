//! How much the page asks of the worker.
//!
//! The worker runs only as far as it is asked to, so pausing is not asking.

use coroscope_session::{Budget, Pace};

use crate::pace::pace_of;
use crate::state::{Phase, State};

/// While playing at a pace the log is kept so many events ahead of the cursor:
/// enough for a frame at the fastest pace, and for small programs to be seen whole.
const AHEAD: u32 = 4_000;

/// Most events in one answer, so that it is taken in within a frame.
const EVENTS_AT_ONCE: u32 = 20_000;

/// Instructions in one answer: some tens of milliseconds, so that Stop is heard soon.
const INSTRUCTIONS_AT_ONCE: u64 = 2_000_000;

/// What to ask for now; none while paused or when there is log enough.
pub fn wanted(state: &State) -> Option<Budget> {
    if !state.is_running() || state.phase == Phase::AwaitsInput {
        return None;
    }
    let len = state.len();
    let goal = match state.target {
        Some(target) => target.saturating_add(1),
        None if len == 0 => 1,
        None if !state.playing => return None,
        None if pace_of(&state.settings) == Pace::Instant => u32::MAX,
        None => state.cursor.saturating_add(AHEAD),
    };
    if goal <= len {
        return None;
    }
    Some(Budget {
        instructions: INSTRUCTIONS_AT_ONCE,
        events: Some(goal.min(len.saturating_add(EVENTS_AT_ONCE))),
        ..Budget::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::{Action, LogHandle, Settings};
    use coroscope_trace::{Cause, EntityId, Kind, Limits, Log, Place};

    fn playing(speed: u8, events: u32) -> State {
        let mut log = Log::new(true, Limits::default());
        for _ in 1..events {
            log.emit(
                Kind::LineReached,
                EntityId::MAIN,
                Cause::Current,
                Place::NONE,
                0,
                0,
            );
        }
        let settings = Settings {
            speed,
            ..Settings::default()
        };
        let state = State::new(settings, Vec::new()).after(Action::Run);
        let run = state.run;
        state.after(Action::Grew(run, LogHandle::of(log)))
    }

    #[test]
    fn pausing_is_not_asking() {
        let state = playing(10, 5);
        assert!(wanted(&state).is_some());
        let paused = state.after(Action::PlayPause);
        assert_eq!(wanted(&paused), None);
        assert!(wanted(&paused.after(Action::Last)).is_some());
    }

    #[test]
    fn a_slow_pace_asks_only_a_little_ahead() {
        assert_eq!(wanted(&playing(10, AHEAD + 1)), None);
        assert!(wanted(&playing(100, AHEAD + 1)).is_some());
    }

    #[test]
    fn nothing_is_asked_of_a_run_that_waits_for_the_visitor() {
        let state = playing(100, 5);
        let run = state.run;
        let asks = state.after(Action::Asks(run));
        assert_eq!(wanted(&asks), None);
        assert_eq!(wanted(&asks.after(Action::Asks(run + 1))), None);
        let typed = asks.after(Action::Typed(Some("x".into())));
        assert!(wanted(&typed).is_some());
        assert_eq!(typed.typed.1.as_deref(), Some("x"));
    }

    #[test]
    fn nothing_is_asked_of_a_run_that_is_over() {
        let state = playing(100, 5);
        let run = state.run;
        assert_eq!(
            wanted(&state.after(Action::Ended(run, Phase::Completed))),
            None
        );
    }
}
