//! What the lanes say, in English and in simplified Chinese; [`crate::text`]
//! has the rest of the page's words.

use coroscope_trace::EntityKind;

use crate::text::{Lang, seconds};

impl Lang {
    /// What screen readers say of the lanes, and what keys move there.
    pub const fn lanes_keys(self) -> &'static str {
        self.pick(
            "Lanes: up and down for the task, left and right for what it did before and after, Enter selects the task",
            "泳道：上下键切换任务，左右键查看任务的前后阶段，回车选中任务",
        )
    }

    /// What the pointer does on the lanes.
    pub const fn lanes_pointer(self) -> &'static str {
        self.pick(
            "Click: go to that moment. Drag: move. Ctrl and wheel, or pinch: zoom.",
            "点击：跳到该时刻。拖动：平移。Ctrl 加滚轮或双指：缩放。",
        )
    }

    /// Above the questions offered to a new visitor.
    pub const fn or_ask(self) -> &'static str {
        self.pick("Press Run, or ask:", "点击运行，或者问：")
    }

    /// The switch that folds finished lanes.
    pub const fn fold_finished(self) -> &'static str {
        self.pick("Fold finished lanes (z)", "折叠已结束的泳道 (z)")
    }

    /// The same, for the list of keys.
    pub const fn key_fold(self) -> &'static str {
        self.pick("fold finished lanes", "折叠已结束的泳道")
    }

    /// Moving the cursor in the lanes, for the list of keys.
    pub const fn key_lanes(self) -> &'static str {
        self.pick(
            "with the keyboard in the lanes: other task, other segment",
            "焦点在泳道中时：其他任务、其他阶段",
        )
    }

    /// The strip that shows the whole run.
    pub const fn minimap(self) -> &'static str {
        self.pick(
            "The whole run; drag to show a part of it",
            "整个运行；拖动以显示其中一段",
        )
    }

    /// Waiting for something that another task holds.
    pub const fn state_contending(self) -> &'static str {
        self.pick("for a lock", "等待锁")
    }

    /// Above the arrow from the cause of the current event.
    pub fn arrow_cause(self, event: u32) -> String {
        match self {
            Lang::En => format!("because of event {event}"),
            Lang::Zh => format!("因为事件 {event}"),
        }
    }

    /// `12 finished`, in place of folded lanes.
    pub fn finished_lanes(self, count: u32) -> String {
        match self {
            Lang::En => format!("{count} finished"),
            Lang::Zh => format!("{count} 个已结束"),
        }
    }

    /// `from 0.1 s to 0.24 s`; without an end, `since 0.1 s`.
    pub fn from_to(self, from: u64, to: Option<u64>) -> String {
        let start = seconds(from);
        match (self, to.map(seconds)) {
            (Lang::En, Some(end)) if end == start => format!("at {start}"),
            (Lang::En, Some(end)) => format!("from {start} to {end}"),
            (Lang::En, None) => format!("since {start}"),
            (Lang::Zh, Some(end)) if end == start => format!("在 {start}"),
            (Lang::Zh, Some(end)) => format!("从 {start} 到 {end}"),
            (Lang::Zh, None) => format!("自 {start} 起"),
        }
    }

    /// `task 3 of 12`.
    pub fn lane_number(self, number: usize, of: usize) -> String {
        match self {
            Lang::En => format!("lane {number} of {of}"),
            Lang::Zh => format!("第 {number} 条泳道，共 {of} 条"),
        }
    }

    /// What a bracket is called; a scope with a deadline says how long it has.
    pub fn scope_title(self, kind: EntityKind, allowed: Option<u64>) -> String {
        let name = match kind {
            EntityKind::TaskGroup => "TaskGroup",
            EntityKind::Timeout => "timeout",
            EntityKind::Gather => "gather",
            EntityKind::Wait => "wait",
            EntityKind::Shield => "shield",
            _ => kind.as_str(),
        };
        match allowed {
            Some(allowed) => format!("{name} {}", seconds(allowed)),
            None => name.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_of_time_are_told_shortly() {
        let second = 1_000_000_000;
        assert_eq!(Lang::En.from_to(0, Some(second)), "from 0 s to 1 s");
        assert_eq!(Lang::En.from_to(second, Some(second)), "at 1 s");
        assert_eq!(Lang::Zh.from_to(second, None), "自 1 s 起");
        let title = Lang::En.scope_title(EntityKind::Timeout, Some(second / 2));
        assert_eq!(title, "timeout 0.5 s");
    }
}
