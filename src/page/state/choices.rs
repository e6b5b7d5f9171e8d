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
    /// To the next line of this coroutine; when it has no more, to the next line of any.
    Line,
    /// To the next turn of the loop.
    Iteration,
    /// To the next event of the selected task, or of the current event's.
    Task,
    /// To the next piece of output.
    Output,
    /// To the next exception, notice or blocked loop.
    Problem,
}

impl StepUnit {
    /// All, in the order of the menu.
    pub const ALL: [StepUnit; 6] = [
        StepUnit::Event,
        StepUnit::Line,
        StepUnit::Iteration,
        StepUnit::Task,
        StepUnit::Output,
        StepUnit::Problem,
    ];

    /// The name in the menu's values.
    pub const fn code(self) -> &'static str {
        match self {
            StepUnit::Event => "event",
            StepUnit::Line => "line",
            StepUnit::Iteration => "iteration",
            StepUnit::Task => "task",
            StepUnit::Output => "output",
            StepUnit::Problem => "problem",
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
            StepUnit::Problem => lang.unit_problem(),
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
    /// Frames and variables.
    Inspect,
    /// Output.
    Output,
    /// What a visitor should know.
    Notices,
    /// The table of events.
    Events,
    /// Two runs side by side.
    Compare,
}

impl Panel {
    /// In the order of the tabs.
    pub const ALL: [Panel; 9] = [
        Panel::Code,
        Panel::Stage,
        Panel::Loop,
        Panel::Waits,
        Panel::Inspect,
        Panel::Output,
        Panel::Notices,
        Panel::Events,
        Panel::Compare,
    ];

    /// Its name for the visitor.
    pub const fn title(self, lang: Lang) -> &'static str {
        match self {
            Panel::Code => lang.code_tab(),
            Panel::Stage => lang.stage(),
            Panel::Loop => lang.loop_tab(),
            Panel::Waits => lang.waits_tab(),
            Panel::Inspect => lang.inspect(),
            Panel::Output => lang.output(),
            Panel::Notices => lang.notices(),
            Panel::Events => lang.events(),
            Panel::Compare => lang.compare(),
        }
    }

    /// Its name in element ids.
    pub const fn code(self) -> &'static str {
        match self {
            Panel::Code => "code",
            Panel::Stage => "stage",
            Panel::Loop => "loop",
            Panel::Waits => "waits",
            Panel::Inspect => "inspect",
            Panel::Output => "output",
            Panel::Notices => "notices",
            Panel::Events => "events",
            Panel::Compare => "compare",
        }
    }
}

/// Tabs of the last box.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Detail {
    /// Who waits for whom: a box of its own where there is room.
    Waits,
    /// Frames and variables.
    #[default]
    Inspect,
    /// Locks, queues and their like.
    Primitives,
    /// Futures and their callbacks.
    Futures,
    /// Generators and coroutines.
    Generators,
}

impl Detail {
    /// In the order of the tabs.
    pub const ALL: [Detail; 5] = [
        Detail::Inspect,
        Detail::Waits,
        Detail::Primitives,
        Detail::Futures,
        Detail::Generators,
    ];

    /// Its name for the visitor.
    pub const fn title(self, lang: Lang) -> &'static str {
        match self {
            Detail::Waits => lang.waits(),
            Detail::Inspect => lang.inspect(),
            Detail::Primitives => lang.primitives(),
            Detail::Futures => lang.futures(),
            Detail::Generators => lang.generators(),
        }
    }

    /// Its name in element ids.
    pub const fn code(self) -> &'static str {
        match self {
            Detail::Waits => "waits",
            Detail::Inspect => "inspect",
            Detail::Primitives => "primitives",
            Detail::Futures => "futures",
            Detail::Generators => "generators",
        }
    }
}

/// What the large place in the middle shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum StageView {
    /// The lanes.
    #[default]
    Lanes,
    /// Who awaits whom.
    Waits,
    /// The table of events.
    Events,
    /// Two runs side by side.
    Compare,
}

impl StageView {
    /// In the order of the switch.
    pub const ALL: [StageView; 4] = [
        StageView::Lanes,
        StageView::Waits,
        StageView::Events,
        StageView::Compare,
    ];

    /// Its name for the visitor.
    pub const fn title(self, lang: Lang) -> &'static str {
        match self {
            StageView::Lanes => lang.picture(),
            StageView::Waits => lang.waits_tab(),
            StageView::Events => lang.events(),
            StageView::Compare => lang.compare(),
        }
    }

    /// Its name in element ids.
    pub const fn code(self) -> &'static str {
        match self {
            StageView::Lanes => "lanes",
            StageView::Waits => "waits",
            StageView::Events => "events",
            StageView::Compare => "compare",
        }
    }
}

/// What stands under the source.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Foot {
    /// Output.
    #[default]
    Output,
    /// What a visitor should know.
    Notices,
}

/// Dialogs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Dialog {
    /// The list of keys.
    Help,
    /// The link to this moment.
    Share,
    /// A file of the library: [`State::library`](super::State::library).
    Library,
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
