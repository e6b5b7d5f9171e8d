//! How the columns of the await graph share the room there is.

use crate::waits_graph::{Graph, Subject};

/// Room around the drawing, in CSS pixels.
pub(crate) const MARGIN: f64 = 10.0;
/// Room between columns, for lines and their tips.
const BETWEEN: f64 = 22.0;
/// Widths of a column of tasks; beyond the narrowest, the drawing is scrolled.
const NARROWEST: f64 = 80.0;
const WIDEST: f64 = 230.0;
/// A column without tasks is so much narrower: a lock has a short name.
const THINGS: f64 = 0.74;

/// Left edge and width of each column.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Room {
    columns: Vec<(f64, f64)>,
}

impl Room {
    /// For a graph in a place of this width.
    pub(crate) fn of(graph: &Graph, width: f64) -> Room {
        let share = |column: usize| {
            let mut nodes = graph.nodes.iter().filter(|node| node.column == column);
            let only_things = nodes.all(|node| matches!(node.subject, Subject::Thing(_)));
            if only_things { THINGS } else { 1.0 }
        };
        let shares: Vec<f64> = (0..graph.columns).map(share).collect();
        let sum: f64 = shares.iter().sum();
        let between = BETWEEN * graph.columns.saturating_sub(1) as f64;
        let whole = ((width - 2.0 * MARGIN - between) / sum.max(1.0)).clamp(NARROWEST, WIDEST);
        let mut left = MARGIN;
        let columns = shares.iter().map(|share| {
            let place = (left, (whole * share).floor());
            left += place.1 + BETWEEN;
            place
        });
        Room {
            columns: columns.collect(),
        }
    }

    /// Left edge and width of a column.
    pub(crate) fn column(&self, number: usize) -> (f64, f64) {
        self.columns
            .get(number)
            .copied()
            .unwrap_or((MARGIN, NARROWEST))
    }

    /// Width of the whole drawing.
    pub(crate) fn width(&self) -> f64 {
        self.columns
            .last()
            .map_or(0.0, |(left, width)| left + width + MARGIN)
    }
}
