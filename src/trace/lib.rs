//! The event log of a run: what happened, when, and because of which earlier event.
