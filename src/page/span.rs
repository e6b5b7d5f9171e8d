//! The part of the axis that the lanes show: zooming and panning.

/// From one position of the axis to another, within `0.0 ..= 1.0`.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Span {
    /// First shown position.
    pub from: f64,
    /// Last shown position.
    pub to: f64,
}

/// The smallest part that can be shown: a handful of events in a million.
const NARROWEST: f64 = 1e-5;

impl Default for Span {
    fn default() -> Span {
        Span::WHOLE
    }
}

impl Span {
    /// All of it.
    pub const WHOLE: Span = Span { from: 0.0, to: 1.0 };

    /// How much is shown.
    pub fn width(self) -> f64 {
        self.to - self.from
    }

    /// Whether all is shown.
    pub fn is_whole(self) -> bool {
        self.width() >= 1.0
    }

    /// From one position to another, in either order.
    pub fn between(one: f64, other: f64) -> Span {
        let (from, to) = (one.min(other).max(0.0), one.max(other).min(1.0));
        Span::placed(from, to - from)
    }

    /// A span of this width that begins as near to `from` as it can.
    fn placed(from: f64, width: f64) -> Span {
        let width = width.clamp(NARROWEST, 1.0);
        let from = from.clamp(0.0, 1.0 - width);
        Span {
            from,
            to: from + width,
        }
    }

    /// Shows `factor` times as much; what is at `position` stays where it is.
    #[must_use]
    pub fn zoomed(self, factor: f64, position: f64) -> Span {
        let width = (self.width() * factor).clamp(NARROWEST, 1.0);
        let share = (position - self.from) / self.width();
        Span::placed(position - share * width, width)
    }

    /// Moved by a share of its own width.
    #[must_use]
    pub fn panned(self, share: f64) -> Span {
        Span::placed(self.from + share * self.width(), self.width())
    }

    /// Moved so that `position` is shown, if it is not.
    #[must_use]
    pub fn showing(self, position: f64) -> Span {
        if position >= self.from && position <= self.to {
            self
        } else {
            // Most of what is shown then lies ahead.
            Span::placed(position - 0.2 * self.width(), self.width())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zooming_keeps_the_place_under_the_pointer() {
        let span = Span::WHOLE.zoomed(0.5, 0.6).zoomed(0.5, 0.6);
        assert!((span.width() - 0.25).abs() < 1e-12);
        let share = (0.6 - span.from) / span.width();
        assert!((share - 0.6).abs() < 1e-9);
        assert!(span.zoomed(1e9, 0.6).is_whole());
        assert!(span.zoomed(0.0, 0.6).width() > 0.0);
    }

    #[test]
    fn a_span_can_be_drawn_from_either_side() {
        assert_eq!(
            Span::between(0.5, 0.25),
            Span {
                from: 0.25,
                to: 0.5
            }
        );
        assert_eq!(Span::between(-1.0, 2.0), Span::WHOLE);
        assert!(Span::between(0.3, 0.3).width() > 0.0);
    }

    #[test]
    fn panning_stops_at_the_ends() {
        let span = Span::WHOLE.zoomed(0.1, 0.5);
        assert_eq!(span.panned(100.0).to, 1.0);
        assert_eq!(span.panned(-100.0).from, 0.0);
        assert_eq!(Span::WHOLE.panned(0.5), Span::WHOLE);
    }

    #[test]
    fn the_cursor_can_be_followed() {
        let span = Span { from: 0.2, to: 0.3 };
        assert_eq!(span.showing(0.25), span);
        let moved = span.showing(0.9);
        assert!(moved.from < 0.9 && moved.to > 0.9 && (moved.width() - 0.1).abs() < 1e-12);
    }
}
