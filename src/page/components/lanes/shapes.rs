//! The shapes of states: what a segment looks like, whatever its colour.

use coroscope_trace::Log;
use coroscope_trace::lanes::Segment;
use coroscope_trace::scene::TaskState;
use web_sys::CanvasRenderingContext2d;

use super::palette::{Palette, is_contending};

/// Heights of the shapes within a lane, in pixels.
pub(super) const RUNNING: f64 = 21.0;
pub(super) const READY: f64 = 15.0;
pub(super) const SLEEPING: f64 = 6.0;
pub(super) const WAITING: f64 = 3.0;
const CONTENDING: f64 = 5.0;
const END: f64 = 6.5;
/// A step is never thinner than this, so that it is seen.
const THINNEST: f64 = 2.5;

/// Draws shapes on one canvas.
#[derive(Clone, Copy)]
pub(super) struct Brush<'a> {
    pub(super) context: &'a CanvasRenderingContext2d,
    pub(super) palette: &'a Palette,
    /// Low lanes have low blocks, so that labels stay readable; 1 is full height.
    pub(super) scale: f64,
}

impl Brush<'_> {
    /// One segment, its middle at `y`.
    pub(super) fn segment(&self, log: &Log, segment: &Segment, start: f64, end: f64, y: f64) {
        let palette = self.palette;
        match segment.state {
            TaskState::Running => {
                let width = (end - start).max(THINNEST);
                self.bar(&palette.running, start, width, y, RUNNING * self.scale, 1.0);
            }
            TaskState::Created | TaskState::Ready => self.hatched(start, end, y),
            TaskState::Sleeping { .. } => self.sleep(start, end, y),
            TaskState::Waiting { .. } if is_contending(log, segment) => {
                self.dotted(start, end, y);
            }
            TaskState::Waiting { .. } => {
                let width = (end - start).max(0.5);
                self.bar(&palette.waiting, start, width, y, WAITING, 1.0);
            }
            TaskState::Returned { .. } => self.tick(start, y),
            TaskState::Raised { .. } => self.cross(start, y),
            TaskState::Cancelled { .. } => self.slashed_circle(start, y),
        }
    }

    /// Colour and share of the height in a miniature; ends have none.
    pub(super) fn flat(&self, state: TaskState) -> Option<(&str, f64)> {
        let palette = self.palette;
        match state {
            TaskState::Running => Some((&palette.running, 0.8)),
            TaskState::Created | TaskState::Ready => Some((&palette.ready, 0.6)),
            TaskState::Sleeping { .. } => Some((&palette.sleeping, 0.35)),
            TaskState::Waiting { .. } => Some((&palette.waiting, 0.25)),
            TaskState::Returned { .. } | TaskState::Raised { .. } | TaskState::Cancelled { .. } => {
                None
            }
        }
    }

    /// A rectangle around `y`.
    pub(super) fn bar(
        &self,
        colour: &str,
        start: f64,
        width: f64,
        y: f64,
        height: f64,
        alpha: f64,
    ) {
        self.context.set_global_alpha(alpha);
        self.context.set_fill_style_str(colour);
        self.context
            .fill_rect(start, y - height / 2.0, width, height);
        self.context.set_global_alpha(1.0);
    }

    /// A quiet bar with round ends: nobody else is the reason.
    fn sleep(&self, start: f64, end: f64, y: f64) {
        let width = (end - start).max(0.5);
        if width < SLEEPING * 2.0 {
            return self.bar(&self.palette.sleeping, start, width, y, SLEEPING, 0.7);
        }
        let context = self.context;
        context.set_global_alpha(0.7);
        context.set_fill_style_str(&self.palette.sleeping);
        context.begin_path();
        // Fails only for a negative radius.
        let _ = context.round_rect_with_f64(
            start + 0.5,
            y - SLEEPING / 2.0,
            width - 1.0,
            SLEEPING,
            SLEEPING / 2.0,
        );
        context.fill();
        context.set_global_alpha(1.0);
    }

    /// Beads on a string: it stands in a line for what another task holds.
    fn dotted(&self, start: f64, end: f64, y: f64) {
        self.bar(
            &self.palette.lock,
            start,
            (end - start).max(0.5),
            y,
            1.0,
            0.7,
        );
        // Aligned to the plot, so that the pattern does not swim when bars grow.
        let mut x = (start / 8.0).ceil() * 8.0;
        while x + 4.0 <= end {
            self.bar(&self.palette.lock, x, 4.0, y, CONTENDING, 1.0);
            x += 8.0;
        }
    }

    fn hatched(&self, start: f64, end: f64, y: f64) {
        let context = self.context;
        let (height, width) = (READY * self.scale, (end - start).max(1.0));
        let top = y - height / 2.0;
        self.bar(&self.palette.ready, start, width, y, height, 0.25);
        context.save();
        context.begin_path();
        context.rect(start, top, width, height);
        context.clip();
        context.set_stroke_style_str(&self.palette.ready);
        context.set_line_width(2.2);
        context.begin_path();
        let mut x = (start / 6.0).floor() * 6.0 - height;
        while x < start + width {
            context.move_to(x, top + height);
            context.line_to(x + height, top);
            x += 6.0;
        }
        context.stroke();
        context.restore();
    }

    fn disc(&self, x: f64, y: f64, colour: &str) {
        let context = self.context;
        context.set_fill_style_str(colour);
        context.begin_path();
        // Fails only for a negative radius.
        let _ = context.arc(x, y, END, 0.0, std::f64::consts::TAU);
        context.fill();
    }

    fn strokes(&self, colour: &str, lines: &[[(f64, f64); 2]], x: f64, y: f64) {
        let context = self.context;
        context.set_stroke_style_str(colour);
        context.set_line_width(1.7);
        context.set_line_cap("round");
        context.begin_path();
        for [from, to] in lines {
            context.move_to(x + from.0, y + from.1);
            context.line_to(x + to.0, y + to.1);
        }
        context.stroke();
        context.set_line_cap("butt");
    }

    fn tick(&self, x: f64, y: f64) {
        let x = x + END;
        self.disc(x, y, &self.palette.done);
        let lines = [[(-2.8, 0.2), (-0.8, 2.4)], [(-0.8, 2.4), (3.0, -2.4)]];
        self.strokes(&self.palette.ground, &lines, x, y);
    }

    fn cross(&self, x: f64, y: f64) {
        let x = x + END;
        self.disc(x, y, &self.palette.raised);
        let lines = [[(-2.4, -2.4), (2.4, 2.4)], [(-2.4, 2.4), (2.4, -2.4)]];
        self.strokes(&self.palette.ground, &lines, x, y);
    }

    fn slashed_circle(&self, x: f64, y: f64) {
        let context = self.context;
        let x = x + END;
        self.disc(x, y, &self.palette.ground);
        context.set_stroke_style_str(&self.palette.cancelled);
        context.set_line_width(1.6);
        context.begin_path();
        // Fails only for a negative radius.
        let _ = context.arc(x, y, END - 1.0, 0.0, std::f64::consts::TAU);
        context.stroke();
        self.strokes(&self.palette.cancelled, &[[(-3.4, 3.4), (3.4, -3.4)]], x, y);
    }
}
