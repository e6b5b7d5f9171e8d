//! Draws the lanes: only the rows and the stretch that are shown.

use coroscope_trace::lanes::{Lane, Spent};
use web_sys::CanvasRenderingContext2d;

use super::brackets::{Bracket, draw_bracket};
use super::cancel_lines::{CancelLine, draw_line};
use super::geometry::{Geometry, Stretch};
use super::palette::Palette;
use super::shapes::{self, Brush};
use crate::axis::Axis;
use crate::lane_rows::Rows;
use crate::state::Recording;

/// Finished tasks of a folded row whose ends are drawn, at most.
const ENDS: usize = 400;

/// One picture of the lanes.
pub(super) struct Picture<'a> {
    pub(super) recording: &'a Recording,
    pub(super) geometry: Geometry,
    pub(super) palette: &'a Palette,
    pub(super) rows: &'a Rows,
    /// The rows that are shown.
    pub(super) shown: std::ops::Range<usize>,
    /// Pixels that are scrolled away above.
    pub(super) scrolled: f64,
    pub(super) height: f64,
    pub(super) brackets: &'a [Bracket],
    pub(super) lines: &'a [CancelLine],
}

impl Picture<'_> {
    /// Draws everything.
    pub(super) fn draw(&self, context: &CanvasRenderingContext2d) {
        let brush = Brush {
            context,
            palette: self.palette,
            scale: (self.geometry.row / 46.0).clamp(0.6, 1.0),
        };
        self.grid(context);
        for bracket in self.brackets {
            draw_bracket(&brush, &self.geometry, bracket, self.scrolled);
        }
        let lanes = self.recording.timeline.lanes();
        for number in self.shown.clone() {
            let y = self.geometry.middle(number) - self.scrolled;
            let Some(row) = self.rows.get(number) else {
                continue;
            };
            for lane in self.rows.lanes_of(row, lanes).take(ENDS) {
                if row.is_folded {
                    self.end(&brush, lane, y);
                } else {
                    self.lane(&brush, lane, y);
                }
            }
        }
        for line in self.lines {
            draw_line(&brush, &self.geometry, line, self.scrolled);
        }
    }

    fn grid(&self, context: &CanvasRenderingContext2d) {
        context.set_fill_style_str(&self.palette.line);
        for tick in self.geometry.ticks(&self.recording.log) {
            let x = self.geometry.x(tick.position).round();
            context.fill_rect(x, 0.0, 1.0, self.height);
        }
        context.set_stroke_style_str(&self.palette.line);
        context.set_line_width(1.0);
        set_dash(context, &[1.0, 4.0]);
        context.begin_path();
        for row in self.shown.clone() {
            let y = ((row + 1) as f64 * self.geometry.row - self.scrolled).round() + 0.5;
            context.move_to(0.0, y);
            context.line_to(self.geometry.width, y);
        }
        context.stroke();
        set_dash(context, &[]);
    }

    fn lane(&self, brush: &Brush<'_>, lane: &Lane, y: f64) {
        let (log, edge) = (&self.recording.log, self.geometry.width + 20.0);
        let mut columns = Columns::new(self.geometry.axis, y);
        for stretch in self.geometry.stretches(log, lane) {
            match stretch {
                Stretch::Crowd { pixel, spent } => columns.add(brush, pixel, &spent),
                Stretch::One {
                    segment,
                    start,
                    end,
                } => {
                    columns.flush(brush);
                    brush.segment(log, segment, start.max(-20.0), end.min(edge), y);
                }
            }
        }
        columns.flush(brush);
    }

    /// The end of a folded lane, among others.
    fn end(&self, brush: &Brush<'_>, lane: &Lane, y: f64) {
        if let Some(last) = lane.segments.last() {
            let x = self.geometry.start(last);
            if (-20.0..self.geometry.width + 20.0).contains(&x) {
                brush.segment(&self.recording.log, last, x, x, y);
            }
        }
    }
}

/// Sets or clears the dashes of a canvas.
pub(super) fn set_dash(context: &CanvasRenderingContext2d, lengths: &[f64]) {
    let array: js_sys::Array = lengths
        .iter()
        .map(|length| wasm_bindgen::JsValue::from_f64(*length))
        .collect();
    // Fails only for negative lengths.
    let _ = context.set_line_dash(&array);
}

/// Pixels that say the same about what is in them, drawn as one.
#[derive(Clone, Copy, PartialEq)]
struct Column {
    /// The share of running, in quarters.
    running: u8,
    /// The longest of the other states: ready, sleeping, waiting.
    under: Option<u8>,
}

/// Gathers pixels into columns.
pub(super) struct Columns {
    axis: Axis,
    y: f64,
    from: f64,
    to: f64,
    column: Option<Column>,
}

impl Columns {
    pub(super) const fn new(axis: Axis, y: f64) -> Columns {
        Columns {
            axis,
            y,
            from: 0.0,
            to: 0.0,
            column: None,
        }
    }

    /// The next pixel.
    pub(super) fn add(&mut self, brush: &Brush<'_>, pixel: f64, spent: &Spent) {
        let column = column_of(&self.axis, spent);
        if self.column != Some(column) || pixel > self.to {
            self.flush(brush);
            self.from = pixel;
        }
        self.column = Some(column);
        self.to = pixel + 1.0;
    }

    /// Draws what is gathered.
    pub(super) fn flush(&mut self, brush: &Brush<'_>) {
        let Some(column) = self.column.take() else {
            return;
        };
        let (palette, width) = (brush.palette, self.to - self.from);
        let (ready, running) = (shapes::READY * brush.scale, shapes::RUNNING * brush.scale);
        let under = match column.under {
            Some(1) => Some((&palette.ready, ready, 0.55)),
            Some(2) => Some((&palette.sleeping, shapes::SLEEPING, 0.7)),
            Some(_) => Some((&palette.waiting, shapes::WAITING, 1.0)),
            None => None,
        };
        if let Some((colour, height, alpha)) = under {
            brush.bar(colour, self.from, width, self.y, height, alpha);
        }
        if column.running > 0 {
            let alpha = f64::from(column.running) / 4.0;
            brush.bar(&palette.running, self.from, width, self.y, running, alpha);
        }
    }
}

fn column_of(axis: &Axis, spent: &Spent) -> Column {
    let mut lengths = spent
        .time
        .iter()
        .zip(spent.events)
        .map(|(time, events)| axis.place(*time, events));
    let running = lengths.next().unwrap_or(0.0);
    let mut under = None;
    let (mut all, mut longest) = (running, 0.0);
    for (state, length) in (1..).zip(lengths) {
        all += length;
        if length > longest {
            longest = length;
            under = Some(state);
        }
    }
    let share = if all > 0.0 { running / all } else { 0.0 };
    Column {
        running: (share * 4.0).ceil().clamp(0.0, 4.0) as u8,
        under,
    }
}
