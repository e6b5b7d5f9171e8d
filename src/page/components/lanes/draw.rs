//! Draws the bars: only the lanes and the stretch that are shown; segments that
//! share a pixel are drawn as one.

use coroscope_trace::lanes::{Lane, Segment};
use coroscope_trace::scene::TaskState;
use coroscope_trace::{EntityKind, Log};
use web_sys::CanvasRenderingContext2d;

use super::geometry::Geometry;
use crate::browser::{css_value, set_root_attribute};

/// The theme's colours, as the canvas needs them.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Palette {
    running: String,
    ready: String,
    sleeping: String,
    waiting: String,
    lock: String,
    done: String,
    raised: String,
    cancelled: String,
    line: String,
    ground: String,
}

impl Palette {
    /// As the document has them in a theme.
    pub(super) fn of_theme(theme: &'static str) -> Palette {
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
        }
    }
}

/// Heights of the shapes within a lane, in pixels.
mod shape {
    pub(super) const RUNNING: f64 = 21.0;
    pub(super) const READY: f64 = 15.0;
    pub(super) const SLEEPING: f64 = 6.0;
    pub(super) const WAITING: f64 = 3.0;
    pub(super) const END: f64 = 6.5;
    /// A step is never thinner than this, so that it is seen.
    pub(super) const THINNEST: f64 = 2.5;
}

/// Segments narrower than this many pixels are drawn together.
const NARROW: f64 = 1.5;

/// Narrow segments that share a pixel.
#[derive(Default)]
struct Crowd {
    pixel: f64,
    longest: Option<Segment>,
    longest_width: f64,
    running: f64,
    all: f64,
}

impl Crowd {
    fn take(&mut self, segment: &Segment, width: f64) {
        self.all += width;
        if segment.state == TaskState::Running {
            self.running += width;
        }
        if width > self.longest_width || self.longest.is_none() {
            self.longest_width = width;
            self.longest = Some(*segment);
        }
    }
}

/// One picture of the lanes.
pub(super) struct Picture<'a> {
    pub(super) log: &'a Log,
    pub(super) geometry: Geometry,
    pub(super) palette: &'a Palette,
    /// The lanes that are shown, from the top; the first begins at `top`.
    pub(super) lanes: &'a [&'a Lane],
    pub(super) top: f64,
    pub(super) height: f64,
}

impl Picture<'_> {
    /// Draws everything.
    pub(super) fn draw(&self, context: &CanvasRenderingContext2d) {
        context.clear_rect(0.0, 0.0, self.geometry.width, self.height);
        self.grid(context);
        for (row, lane) in self.lanes.iter().enumerate() {
            let middle = self.top + (row as f64 + 0.5) * self.geometry.row;
            self.lane(context, lane, middle + 2.0);
        }
    }

    fn grid(&self, context: &CanvasRenderingContext2d) {
        context.set_fill_style_str(&self.palette.line);
        for tick in self.geometry.ticks(self.log) {
            context.fill_rect(
                self.geometry.x(tick.position).round(),
                0.0,
                1.0,
                self.height,
            );
        }
        for row in 1..=self.lanes.len() {
            let y = (self.top + row as f64 * self.geometry.row).round();
            let mut x = 0.0;
            while x < self.geometry.width {
                context.fill_rect(x, y, 1.0, 1.0);
                x += 5.0;
            }
        }
    }

    fn lane(&self, context: &CanvasRenderingContext2d, lane: &Lane, y: f64) {
        let (from, to) = self.geometry.window(self.log);
        let mut crowd = Crowd::default();
        for segment in lane.segments_between(from, to) {
            let start = self.geometry.x_of(self.log, segment.from);
            let end = self.geometry.x_of(self.log, segment.to);
            if end - start >= NARROW || segment.state.is_done() {
                self.crowd(context, &mut crowd, y);
                self.segment(
                    context,
                    segment,
                    start.max(-20.0),
                    end.min(self.geometry.width + 20.0),
                    y,
                );
                continue;
            }
            if start.floor() != crowd.pixel {
                self.crowd(context, &mut crowd, y);
                crowd.pixel = start.floor();
            }
            crowd.take(segment, end - start);
        }
        self.crowd(context, &mut crowd, y);
    }

    /// Draws what shares a pixel: the state that lasted longest, over a band as strong as the share of running.
    fn crowd(&self, context: &CanvasRenderingContext2d, crowd: &mut Crowd, y: f64) {
        if let Some(segment) = crowd.longest {
            let (start, end) = (crowd.pixel, crowd.pixel + 1.0);
            let share = crowd.running / crowd.all.max(f64::MIN_POSITIVE);
            if share > 0.0 {
                let height = shape::RUNNING * self.scale();
                context.set_global_alpha(share.clamp(0.15, 1.0));
                context.set_fill_style_str(&self.palette.running);
                context.fill_rect(start, y - height / 2.0, 1.0, height);
                context.set_global_alpha(1.0);
            }
            if share < 0.8 {
                self.segment(context, &segment, start, end, y);
            }
        }
        *crowd = Crowd::default();
    }

    fn segment(
        &self,
        context: &CanvasRenderingContext2d,
        segment: &Segment,
        start: f64,
        end: f64,
        y: f64,
    ) {
        let palette = self.palette;
        let bar = |colour: &str, height: f64, thinnest: f64| {
            context.set_fill_style_str(colour);
            context.fill_rect(start, y - height / 2.0, (end - start).max(thinnest), height);
        };
        match segment.state {
            TaskState::Running => bar(
                &palette.running,
                shape::RUNNING * self.scale(),
                shape::THINNEST,
            ),
            TaskState::Created | TaskState::Ready => self.hatched(context, start, end, y),
            TaskState::Sleeping { .. } => {
                context.set_global_alpha(0.7);
                bar(&palette.sleeping, shape::SLEEPING, 0.5);
                context.set_global_alpha(1.0);
            }
            TaskState::Waiting { .. } => bar(self.waiting_colour(segment), shape::WAITING, 0.5),
            TaskState::Returned { .. } => self.tick(context, start, y),
            TaskState::Raised { .. } => self.cross(context, start, y),
            TaskState::Cancelled { .. } => self.slashed_circle(context, start, y),
        }
    }

    /// Low lanes have low blocks, so that labels stay readable.
    fn scale(&self) -> f64 {
        (self.geometry.row / 46.0).clamp(0.6, 1.0)
    }

    /// Waiting for a lock and its like has a colour of its own: it is contention.
    fn waiting_colour(&self, segment: &Segment) -> &str {
        let kind = self.log.entity(segment.wait_for).map(|entity| entity.kind);
        match kind {
            Some(
                EntityKind::Lock
                | EntityKind::Semaphore
                | EntityKind::BoundedSemaphore
                | EntityKind::Condition,
            ) => &self.palette.lock,
            _ => &self.palette.waiting,
        }
    }

    fn hatched(&self, context: &CanvasRenderingContext2d, start: f64, end: f64, y: f64) {
        let (height, width) = (shape::READY * self.scale(), (end - start).max(1.0));
        let top = y - height / 2.0;
        context.set_global_alpha(0.3);
        context.set_fill_style_str(&self.palette.ready);
        context.fill_rect(start, top, width, height);
        context.set_global_alpha(1.0);
        context.save();
        context.begin_path();
        context.rect(start, top, width, height);
        context.clip();
        context.set_stroke_style_str(&self.palette.ready);
        context.set_line_width(2.2);
        context.begin_path();
        // Aligned to the plot, so that the pattern does not swim when bars grow.
        let mut x = (start / 6.0).floor() * 6.0 - height;
        while x < start + width {
            context.move_to(x, top + height);
            context.line_to(x + height, top);
            x += 6.0;
        }
        context.stroke();
        context.restore();
    }

    fn disc(&self, context: &CanvasRenderingContext2d, x: f64, y: f64, colour: &str) {
        context.set_fill_style_str(colour);
        context.begin_path();
        // Fails only for a negative radius.
        let _ = context.arc(x, y, shape::END, 0.0, std::f64::consts::TAU);
        context.fill();
    }

    fn strokes(
        &self,
        context: &CanvasRenderingContext2d,
        colour: &str,
        lines: &[[(f64, f64); 2]],
        x: f64,
        y: f64,
    ) {
        context.set_stroke_style_str(colour);
        context.set_line_width(1.7);
        context.set_line_cap("round");
        context.begin_path();
        for [from, to] in lines {
            context.move_to(x + from.0, y + from.1);
            context.line_to(x + to.0, y + to.1);
        }
        context.stroke();
    }

    fn tick(&self, context: &CanvasRenderingContext2d, x: f64, y: f64) {
        let x = x + shape::END;
        self.disc(context, x, y, &self.palette.done);
        self.strokes(
            context,
            &self.palette.ground,
            &[[(-2.8, 0.2), (-0.8, 2.4)], [(-0.8, 2.4), (3.0, -2.4)]],
            x,
            y,
        );
    }

    fn cross(&self, context: &CanvasRenderingContext2d, x: f64, y: f64) {
        let x = x + shape::END;
        self.disc(context, x, y, &self.palette.raised);
        self.strokes(
            context,
            &self.palette.ground,
            &[[(-2.4, -2.4), (2.4, 2.4)], [(-2.4, 2.4), (2.4, -2.4)]],
            x,
            y,
        );
    }

    fn slashed_circle(&self, context: &CanvasRenderingContext2d, x: f64, y: f64) {
        let x = x + shape::END;
        self.disc(context, x, y, &self.palette.ground);
        context.set_stroke_style_str(&self.palette.cancelled);
        context.set_line_width(1.6);
        context.begin_path();
        // Fails only for a negative radius.
        let _ = context.arc(x, y, shape::END - 1.0, 0.0, std::f64::consts::TAU);
        context.stroke();
        self.strokes(
            context,
            &self.palette.cancelled,
            &[[(-3.4, 3.4), (3.4, -3.4)]],
            x,
            y,
        );
    }
}
