//! The theme's colours, as the canvas needs them.

use coroscope_trace::Log;
use coroscope_trace::lanes::Segment;

use crate::browser::{css_value, set_root_attribute};
use crate::presence::is_held;

/// The theme's colours, as the canvas needs them.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Palette {
    pub(super) running: String,
    pub(super) ready: String,
    pub(super) sleeping: String,
    pub(super) waiting: String,
    pub(super) lock: String,
    pub(super) done: String,
    pub(super) raised: String,
    pub(super) cancelled: String,
    pub(super) line: String,
    pub(super) ground: String,
    pub(super) ink: String,
    pub(super) muted: String,
}

impl Palette {
    /// As the document has them in a theme.
    pub(super) fn of_theme(theme: &str) -> Palette {
        // The page sets this too, but perhaps only after this picture is drawn.
        set_root_attribute("data-theme", theme);
        Palette {
            running: css_value("--running"),
            ready: css_value("--ready"),
            sleeping: css_value("--sleeping"),
            waiting: css_value("--waiting"),
            lock: css_value("--lock"),
            done: css_value("--done"),
            raised: css_value("--raised"),
            cancelled: css_value("--cancelled"),
            line: css_value("--line"),
            ground: css_value("--ground"),
            ink: css_value("--ink"),
            muted: css_value("--muted"),
        }
    }
}

/// Whether a segment waits for something that another task holds.
pub(super) fn is_contending(log: &Log, segment: &Segment) -> bool {
    log.entity(segment.wait_for)
        .is_some_and(|entity| is_held(entity.kind))
}
