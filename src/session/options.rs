//! What a visitor can choose for a run and for looking at it.

use serde::{Deserialize, Serialize};

/// Choices that a run depends on: same source and same options, same log.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct RunOptions {
    /// Seed of `random`.
    pub seed: u64,
    /// Record events. Without them the program only runs and prints.
    pub record: bool,
    /// Record each line that is reached.
    pub lines: bool,
    /// Debug mode of asyncio (`asyncio.run(…, debug=True)` for every run).
    pub debug: bool,
    /// Instructions after which the run ends.
    pub max_instructions: u64,
    /// Bytes of heap after which the run ends.
    pub max_memory: u64,
    /// Bytes of output after which the run ends.
    pub max_output: u64,
    /// Events after which recording stops; the run goes on.
    pub max_events: u32,
}

impl Default for RunOptions {
    fn default() -> RunOptions {
        RunOptions {
            seed: 0,
            record: true,
            lines: true,
            debug: false,
            max_instructions: 2_000_000_000,
            max_memory: 512 << 20,
            max_output: 8 << 20,
            max_events: 1_000_000,
        }
    }
}

impl RunOptions {
    /// The options with every limit brought into what a page can bear. What comes
    /// out of a link goes through this before it is used.
    #[must_use]
    pub fn clamped(mut self) -> RunOptions {
        self.max_memory = self.max_memory.min(2 << 30);
        self.max_output = self.max_output.min(64 << 20);
        self.max_events = self.max_events.clamp(1, 4_000_000);
        self
    }
}

/// How fast the recorded events are played.
#[derive(Clone, Copy, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Pace {
    /// The cursor stands at the end of what has been recorded.
    #[default]
    Instant,
    /// So many events per second of the visitor's time.
    EventsPerSecond(f32),
    /// Virtual time passes so many times as fast as the visitor's.
    Clock(f32),
}

impl Pace {
    /// Slowest pace of events: one in two seconds.
    pub const SLOWEST: f32 = 0.5;
    /// Fastest pace of events that is not instant.
    pub const FASTEST: f32 = 2_000.0;

    /// The pace at a position of the logarithmic slider, 0 to 1; 1 is instant.
    pub fn at_slider(position: f32) -> Pace {
        if position.is_nan() || position >= 1.0 {
            return Pace::Instant;
        }
        let range = (Pace::FASTEST / Pace::SLOWEST).ln();
        Pace::EventsPerSecond(Pace::SLOWEST * (position.max(0.0) * range).exp())
    }

    /// The slider's position for a pace of events; 1 for the others.
    pub fn slider(self) -> f32 {
        match self {
            Pace::EventsPerSecond(rate) if rate > 0.0 => {
                let range = (Pace::FASTEST / Pace::SLOWEST).ln();
                ((rate / Pace::SLOWEST).ln() / range).clamp(0.0, 1.0)
            }
            _ => 1.0,
        }
    }

    /// The pace with numbers that can be worked with; what a link holds may be anything.
    #[must_use]
    pub fn clamped(self) -> Pace {
        match self {
            Pace::Instant => Pace::Instant,
            Pace::EventsPerSecond(rate) if rate.is_finite() => {
                Pace::EventsPerSecond(rate.clamp(Pace::SLOWEST, Pace::FASTEST))
            }
            Pace::Clock(factor) if factor.is_finite() => Pace::Clock(factor.clamp(0.001, 1_000.0)),
            _ => Pace::Instant,
        }
    }
}

/// How the visitor looks at a run; no run depends on it.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct View {
    /// How fast events are played.
    pub pace: Pace,
    /// The panel in front, by its name on the page; empty for the usual one.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub panel: String,
    /// Number of the selected entity.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub selected: Option<u32>,
    /// The time axis counts events instead of virtual time.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub by_event: bool,
    /// Shown inside another page: the editor is folded. It does not start the run.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub embedded: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_slider_is_logarithmic_and_ends_in_instant() {
        assert_eq!(Pace::at_slider(0.0), Pace::EventsPerSecond(Pace::SLOWEST));
        assert_eq!(Pace::at_slider(1.0), Pace::Instant);
        assert_eq!(Pace::at_slider(f32::NAN), Pace::Instant);
        for step in 0..20 {
            let position = step as f32 / 20.0;
            let back = Pace::at_slider(position).slider();
            assert!(
                (back - position).abs() < 1e-4,
                "{position} came back as {back}"
            );
        }
    }

    #[test]
    fn impossible_paces_become_possible_ones() {
        assert_eq!(Pace::EventsPerSecond(f32::NAN).clamped(), Pace::Instant);
        assert_eq!(Pace::Clock(f32::INFINITY).clamped(), Pace::Instant);
        assert_eq!(
            Pace::EventsPerSecond(-3.0).clamped(),
            Pace::EventsPerSecond(Pace::SLOWEST)
        );
    }
}
