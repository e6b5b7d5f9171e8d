//! What the visitor can choose.

use crate::axis::AxisMode;
use crate::pace::SPEED_START;
use crate::text::Lang;

/// Light, dark, or as the system says.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Theme {
    /// What `prefers-color-scheme` says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// The name kept in settings.
    pub const fn code(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// The theme of that name.
    pub fn from_code(code: &str) -> Theme {
        match code {
            "light" => Theme::Light,
            "dark" => Theme::Dark,
            _ => Theme::System,
        }
    }

    /// The one after it when the switch is pressed.
    pub const fn next(self) -> Theme {
        match self {
            Theme::System => Theme::Light,
            Theme::Light => Theme::Dark,
            Theme::Dark => Theme::System,
        }
    }
}

/// How far one press of a step button goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum StepUnit {
    /// To the next event.
    #[default]
    Event,
    /// To the next line that is reached.
    Line,
    /// To the next turn of the loop.
    Iteration,
    /// To the next event of the selected task, or of the current event's.
    Task,
    /// To the next piece of output.
    Output,
}

impl StepUnit {
    /// All, in the order of the menu.
    pub const ALL: [StepUnit; 5] = [
        StepUnit::Event,
        StepUnit::Line,
        StepUnit::Iteration,
        StepUnit::Task,
        StepUnit::Output,
    ];

    /// The name in the menu's values.
    pub const fn code(self) -> &'static str {
        match self {
            StepUnit::Event => "event",
            StepUnit::Line => "line",
            StepUnit::Iteration => "iteration",
            StepUnit::Task => "task",
            StepUnit::Output => "output",
        }
    }

    /// The unit of that name.
    pub fn from_code(code: &str) -> StepUnit {
        StepUnit::ALL
            .into_iter()
            .find(|unit| unit.code() == code)
            .unwrap_or_default()
    }

    /// Its name for the visitor.
    pub const fn title(self, lang: Lang) -> &'static str {
        match self {
            StepUnit::Event => lang.unit_event(),
            StepUnit::Line => lang.unit_line(),
            StepUnit::Iteration => lang.unit_iteration(),
            StepUnit::Task => lang.unit_task(),
            StepUnit::Output => lang.unit_output(),
        }
    }
}

/// Places that take turns on a phone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Panel {
    /// The editor.
    Code,
    /// The lanes, large.
    Stage,
    /// The loop.
    Loop,
    /// Who waits for whom, futures, primitives.
    Waits,
    /// Output.
    Output,
}

impl Panel {
    /// In the order of the tabs.
    pub const ALL: [Panel; 5] = [
        Panel::Code,
        Panel::Stage,
        Panel::Loop,
        Panel::Waits,
        Panel::Output,
    ];

    /// Its name for the visitor.
    pub const fn title(self, lang: Lang) -> &'static str {
        match self {
            Panel::Code => lang.code_tab(),
            Panel::Stage => lang.stage(),
            Panel::Loop => lang.loop_tab(),
            Panel::Waits => lang.waits_tab(),
            Panel::Output => lang.output(),
        }
    }

    /// Its name in element ids.
    pub const fn code(self) -> &'static str {
        match self {
            Panel::Code => "code",
            Panel::Stage => "stage",
            Panel::Loop => "loop",
            Panel::Waits => "waits",
            Panel::Output => "output",
        }
    }
}

/// Tabs of the last box.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Detail {
    /// Who waits for whom: a box of its own where there is room.
    Waits,
    /// Locks, queues and their like.
    #[default]
    Primitives,
    /// Futures and their callbacks.
    Futures,
    /// Generators and coroutines.
    Generators,
}

impl Detail {
    /// Its name for the visitor.
    pub const fn title(self, lang: Lang) -> &'static str {
        match self {
            Detail::Waits => lang.waits(),
            Detail::Primitives => lang.primitives(),
            Detail::Futures => lang.futures(),
            Detail::Generators => lang.generators(),
        }
    }

    /// Its name in element ids.
    pub const fn code(self) -> &'static str {
        match self {
            Detail::Waits => "waits",
            Detail::Primitives => "primitives",
            Detail::Futures => "futures",
            Detail::Generators => "generators",
        }
    }
}

/// Dialogs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Dialog {
    /// The list of keys.
    Help,
    /// The link to this moment.
    Share,
}

/// What is kept from visit to visit.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Settings {
    /// Interface language.
    pub lang: Lang,
    /// Colours.
    pub theme: Theme,
    /// Position of the speed slider.
    pub speed: u8,
    /// Whether playback follows the virtual clock instead of the slider.
    pub real_time: bool,
    /// How far a step goes.
    pub unit: StepUnit,
    /// The lanes' axis.
    pub axis: AxisMode,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            lang: Lang::En,
            theme: Theme::System,
            speed: SPEED_START,
            real_time: false,
            unit: StepUnit::Event,
            axis: AxisMode::Time,
        }
    }
}
