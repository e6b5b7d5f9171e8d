//! How fast the cursor moves while playing.
//!
//! The slider's scale is [`Pace::at_slider`]: logarithmic, from one event in
//! two seconds to instant.

use coroscope_session::Pace;

use crate::state::Settings;

/// Largest value of the speed slider; it means "instant".
pub const SPEED_MAX: u8 = 100;
/// Where the slider stands for a new visitor: about eight events a second.
pub const SPEED_START: u8 = 33;

/// The pace that the settings ask for.
pub fn pace_of(settings: &Settings) -> Pace {
    if settings.real_time {
        Pace::Clock(1.0)
    } else {
        Pace::at_slider(f32::from(settings.speed.min(SPEED_MAX)) / f32::from(SPEED_MAX))
    }
}

/// The slider's value for a pace.
pub fn slider_of(pace: Pace) -> u8 {
    (pace.slider() * f32::from(SPEED_MAX)).round() as u8
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
    fn settings_and_paces_agree() {
        for speed in 0..=SPEED_MAX {
            let settings = Settings {
                speed,
                ..Settings::default()
            };
            assert_eq!(slider_of(pace_of(&settings)), speed);
        }
        let settings = Settings {
            real_time: true,
            ..Settings::default()
        };
        assert_eq!(pace_of(&settings), Pace::Clock(1.0));
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
