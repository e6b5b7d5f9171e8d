//! How fast the cursor moves while playing.
//!
//! The slider is logarithmic: from one event in two seconds to instant.

/// Largest value of the speed slider; it means "instant".
pub const SPEED_MAX: u8 = 100;
/// Where the slider stands for a new visitor.
pub const SPEED_START: u8 = 34;

const SLOWEST: f64 = 0.5;
/// Powers of ten between the slowest and the fastest finite speed.
const DECADES: f64 = 4.0;

/// How playback turns passing time into events.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Pace {
    /// So many events in a second of the visitor's time.
    Events(f64),
    /// The virtual clock at the speed of the visitor's.
    RealTime,
    /// As fast as the interpreter can.
    Instant,
}

/// What a slider position (0 to [`SPEED_MAX`]) means.
pub fn pace_of(slider: u8) -> Pace {
    if slider >= SPEED_MAX {
        return Pace::Instant;
    }
    let exponent = DECADES * f64::from(slider) / f64::from(SPEED_MAX - 1);
    let rate = SLOWEST * 10f64.powf(exponent);
    // Two significant digits read better than a raw power.
    let magnitude = 10f64.powf(rate.log10().floor() - 1.0);
    Pace::Events((rate / magnitude).round() * magnitude)
}

/// Carries the fraction of an event that one frame leaves over into the next.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Stride {
    left_over: f64,
}

impl Stride {
    /// Whole events to move in a frame of `milliseconds` at `per_second`.
    pub fn advance(&mut self, milliseconds: f64, per_second: f64) -> u32 {
        // A tab in the background gets no frames: never catch up more than a quarter second.
        let due = self.left_over + per_second * milliseconds.clamp(0.0, 250.0) / 1000.0;
        let whole = due.floor();
        self.left_over = due - whole;
        whole as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_slider_runs_from_half_an_event_to_instant() {
        assert_eq!(pace_of(0), Pace::Events(0.5));
        assert_eq!(pace_of(SPEED_MAX - 1), Pace::Events(5000.0));
        assert_eq!(pace_of(SPEED_MAX), Pace::Instant);
        assert_eq!(pace_of(255), Pace::Instant);
    }

    #[test]
    fn faster_positions_are_faster() {
        let mut last = 0.0;
        for slider in 0..SPEED_MAX {
            let Pace::Events(rate) = pace_of(slider) else { unreachable!() };
            assert!(rate > last, "{slider}: {rate} after {last}");
            last = rate;
        }
    }

    #[test]
    fn slow_strides_lose_no_event() {
        let mut stride = Stride::default();
        let moved: u32 = (0..1000).map(|_| stride.advance(16.0, 0.5)).sum();
        assert_eq!(moved, 8);
    }

    #[test]
    fn a_sleeping_tab_does_not_leap() {
        assert_eq!(Stride::default().advance(60_000.0, 100.0), 25);
    }
}
