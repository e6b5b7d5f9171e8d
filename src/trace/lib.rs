//! The event log of a run: what happened, when, and because of which earlier event.
//!
//! The engine appends to a [`Log`]; the page folds the log into a
//! [`scene`] at a cursor. This crate knows nothing of Python's
//! objects: what it shows of them are entities (a number, a kind, a name) and
//! texts that the engine interned.
//!
//! # What emitters do
//!
//! An event is emitted when it happens, with the cause that made it happen now.
//! Most often that is what is being carried out, [`Cause::Current`]; what comes
//! through a queue names the event that put it there. `→` is "is the cause of".
//!
//! - **A turn**: `IterationStarted` with the number of handles; for each,
//!   `HandleReady` (or `TimerDue`) → `HandleStarted`, which becomes the current
//!   event ([`Log::set_current`]) until `HandleFinished`; then `IterationEnded`.
//!   Before it, if nothing was ready, [`Log::set_time`] and `TimerSet` →
//!   `ClockAdvanced`, then `TimerSet` → `TimerDue` for each timer that is due.
//! - **A step**: `HandleStarted` → `StepStarted`, which becomes the current
//!   event until the task is suspended or finished. `TaskSuspended` comes after
//!   the `CallbackAdded` of what it waits for, and is followed by one
//!   `FrameSuspended` per frame, outermost first.
//! - **A task's beginning**: `CoroutineCreated`, `TaskCreated` → `HandleReady`
//!   with `HANDLE_STEP`.
//! - **A wake-up**: `FutureResolved` (or what else ended it) → `TaskWoken` →
//!   `HandleReady` with `HANDLE_WAKE`. Another callback: `FutureResolved` →
//!   `CallbackScheduled` → `HandleReady` with `HANDLE_DONE_CALLBACK`.
//! - **A bare yield**: `TaskSuspended` with `SUSPEND_YIELD` → `HandleReady` with
//!   `HANDLE_STEP`.
//! - **A sleep**: `FutureCreated` (parent: the task), `TimerSet` (parent: the
//!   future), `TaskSleeping`, `TaskSuspended`.
//! - **A wait at a primitive**: `FutureCreated`, `WaitBegan` with that future,
//!   `TaskSuspended`. Its end: the deed (`Released`, `EventSet`, `QueuePut` …) →
//!   `HandedOver` → `FutureResolved`; then, when the task has run on, `Acquired`
//!   or `WaitEnded`.
//! - **Cancellation**: `CancelRequested` → `FutureCancelled` of what the task
//!   awaits, or → `HandleReady` → … → `StepStarted` with `STEP_THROW`;
//!   `CancelRequested` → `CancelDelivered` when `CancelledError` enters the
//!   coroutine.

pub mod delta;
pub mod entity;
pub mod event;
pub mod export;
pub mod kind;
pub mod lanes;
pub mod log;
mod log_reading;
pub mod marks;
pub mod notices;
mod numbers;
pub mod old_spelling;
pub mod operands;
mod outbox;
mod packed;
pub mod scene;
pub mod scopes;
pub mod sentence;
mod store;
pub mod text;
pub mod why;

pub use delta::{DeltaError, Mark};
pub use entity::{Entity, EntityId, EntityKind};
pub use event::{Event, EventIndex, Place, flags};
pub use kind::Kind;
pub use log::{Cause, FileInfo, Limits, Log, Stream};
pub use outbox::Taken;
pub use scene::{Scene, Timeline};
pub use sentence::{Language, Part, Sentence};
pub use text::TextId;
