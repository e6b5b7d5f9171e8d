//! Moves the cursor while playing.

use std::cell::RefCell;
use std::rc::Rc;

use coroscope_session::Pace;
use coroscope_trace::EventIndex;
use gloo_timers::callback::Interval;
use yew::{UseReducerHandle, hook, use_effect_with, use_mut_ref};

use crate::axis::last_time;
use crate::browser::frames::Frames;
use crate::browser::media;
use crate::pace::{Stride, pace_of};
use crate::state::{Action, State};

/// Up to this many events a second one timer tick moves the cursor by one;
/// faster, each animation frame moves it by several.
const TIMER_RATE: f32 = 20.0;

/// Milliseconds between two pictures for visitors who asked for less motion.
const CALM: u32 = 250;

/// What keeps playback going; dropping it stops it.
enum Drive {
    Timer(#[expect(dead_code, reason = "lives to be dropped")] Interval),
    Frames(#[expect(dead_code, reason = "lives to be dropped")] Frames),
}

/// Plays while the state says so.
#[hook]
pub(crate) fn use_player(state: &UseReducerHandle<State>) {
    // The callbacks below outlive this render and must see the state of now.
    let latest = use_mut_ref(|| state.clone());
    *latest.borrow_mut() = state.clone();
    let playing = state.playing.then(|| pace_of(&state.settings));
    let run = state.run;
    use_effect_with((playing, run), move |(playing, _)| {
        let drive = playing.map(|pace| start(pace, latest));
        move || drop(drive)
    });
}

fn start(pace: Pace, latest: Rc<RefCell<UseReducerHandle<State>>>) -> Drive {
    match pace {
        Pace::EventsPerSecond(rate) if rate <= TIMER_RATE => {
            let milliseconds = (1000.0 / rate.max(0.1)) as u32;
            Drive::Timer(Interval::new(milliseconds, move || {
                let state = latest.borrow().clone();
                state.dispatch(Action::Advance(1));
            }))
        }
        Pace::EventsPerSecond(rate) => {
            let mut stride = Stride::default();
            let each = move |milliseconds: f64| {
                let count = stride.advance(milliseconds, f64::from(rate));
                if count > 0 {
                    let state = latest.borrow().clone();
                    state.dispatch(Action::Advance(count));
                }
            };
            steadily(each)
        }
        Pace::Instant => steadily(move |_| {
            let state = latest.borrow().clone();
            if state.cursor + 1 < state.len() || !state.is_running() {
                state.dispatch(Action::Advance(u32::MAX));
            }
        }),
        Pace::Clock(factor) => {
            let mut clock: Option<f64> = None;
            steadily(move |milliseconds| {
                let state = latest.borrow().clone();
                let count = {
                    let recording = state.log.get();
                    let log = &recording.log;
                    let now = log
                        .event(EventIndex(state.cursor))
                        .map_or(0.0, |event| event.time as f64);
                    let end = last_time(log) as f64;
                    let moved = milliseconds.clamp(0.0, 250.0) * 1e6 * f64::from(factor);
                    let time = (clock.unwrap_or(now).max(now) + moved).min(end);
                    clock = Some(time);
                    let due = log
                        .events_from(EventIndex(state.cursor.saturating_add(1)))
                        .take_while(|(_, event)| event.time as f64 <= time);
                    due.count() as u32
                };
                if count > 0 || !state.is_running() {
                    state.dispatch(Action::Advance(count));
                }
            })
        }
    }
}

/// Calls back with the milliseconds that passed: at each frame, or for visitors
/// who asked for less motion a few times a second.
fn steadily(mut each: impl FnMut(f64) + 'static) -> Drive {
    if media("(prefers-reduced-motion: reduce)") {
        Drive::Timer(Interval::new(CALM, move || each(f64::from(CALM))))
    } else {
        Drive::Frames(Frames::start(each))
    }
}
