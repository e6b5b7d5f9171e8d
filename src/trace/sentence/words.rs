//! Words for entities, times and places.

use crate::entity::{EntityId, EntityKind};
use crate::event::{EventIndex, Place};
use crate::log::Log;
use crate::text::TextId;

/// A language that the page speaks.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// 简体中文.
    Chinese,
}

/// What an entity is called at an event: a task by its name, others by kind and
/// number, or kind and name.
pub fn entity_label(log: &Log, id: EntityId, at: EventIndex, language: Language) -> String {
    let Some(entity) = log.entity(id) else {
        return match language {
            Language::English => "something".to_owned(),
            Language::Chinese => "某物".to_owned(),
        };
    };
    named_label(
        log,
        entity.kind,
        log.name_at(id, at),
        entity.number,
        language,
    )
}

/// As [`entity_label`], with a name that is known.
pub fn named_label(
    log: &Log,
    kind: EntityKind,
    name: TextId,
    number: u32,
    language: Language,
) -> String {
    let name = log.text(name);
    let word = kind_word(kind, language);
    match kind {
        EntityKind::Main => word.to_owned(),
        EntityKind::Loop if number <= 1 => word.to_owned(),
        EntityKind::Task if !name.is_empty() => name.to_owned(),
        EntityKind::Coroutine | EntityKind::Generator | EntityKind::AsyncGenerator
            if !name.is_empty() =>
        {
            format!("{word} {name}()")
        }
        EntityKind::Handle | EntityKind::Timer => format!("{word} {number}"),
        _ if name.is_empty() => format!("{word} {number}"),
        _ => format!("{word} {name}"),
    }
}

/// The word for a kind of entity. What is a Python name stays one in every language.
pub const fn kind_word(kind: EntityKind, language: Language) -> &'static str {
    let (english, chinese) = match kind {
        EntityKind::Main => ("the main program", "主程序"),
        EntityKind::Loop => ("the event loop", "事件循环"),
        EntityKind::Task => ("task", "任务"),
        EntityKind::Future => ("future", "Future"),
        EntityKind::Handle => ("handle", "handle"),
        EntityKind::Timer => ("timer", "定时器"),
        EntityKind::Coroutine => ("coroutine", "协程"),
        EntityKind::Generator => ("generator", "生成器"),
        EntityKind::AsyncGenerator => ("asynchronous generator", "异步生成器"),
        EntityKind::Lock => ("lock", "锁"),
        EntityKind::AsyncioEvent => ("asyncio.Event", "asyncio.Event"),
        EntityKind::Condition => ("condition", "条件变量"),
        EntityKind::Semaphore => ("semaphore", "信号量"),
        EntityKind::BoundedSemaphore => ("bounded semaphore", "有界信号量"),
        EntityKind::Barrier => ("barrier", "屏障"),
        EntityKind::Queue => ("queue", "队列"),
        EntityKind::LifoQueue => ("LIFO queue", "后进先出队列"),
        EntityKind::PriorityQueue => ("priority queue", "优先级队列"),
        EntityKind::TaskGroup => ("task group", "任务组"),
        EntityKind::Timeout => ("timeout", "超时"),
        EntityKind::Gather => ("gather", "gather"),
        EntityKind::Wait => ("wait", "wait"),
        EntityKind::Shield => ("shield", "shield"),
        EntityKind::Thread => ("thread", "线程"),
        EntityKind::Other => ("object", "对象"),
    };
    match language {
        Language::English => english,
        Language::Chinese => chinese,
    }
}

/// A length of virtual time in the unit that suits it, without needless digits: "1.5 s", "20 ms".
pub fn duration(nanoseconds: u64, language: Language) -> String {
    if nanoseconds == u64::MAX {
        return match language {
            Language::English => "ever".to_owned(),
            Language::Chinese => "无限长".to_owned(),
        };
    }
    let (unit, english, chinese) = match nanoseconds {
        0 => (1_000_000_000, "s", "秒"),
        1..1_000 => (1, "ns", "纳秒"),
        1_000..1_000_000 => (1_000, "µs", "微秒"),
        1_000_000..100_000_000 => (1_000_000, "ms", "毫秒"),
        _ => (1_000_000_000, "s", "秒"),
    };
    let word = match language {
        Language::English => english,
        Language::Chinese => chinese,
    };
    format!("{} {word}", decimal(nanoseconds, unit))
}

/// A moment of virtual time in seconds.
pub fn moment(nanoseconds: u64, language: Language) -> String {
    if nanoseconds == u64::MAX {
        return match language {
            Language::English => "never".to_owned(),
            Language::Chinese => "永不".to_owned(),
        };
    }
    let word = match language {
        Language::English => "s",
        Language::Chinese => "秒",
    };
    format!("{} {word}", decimal(nanoseconds, 1_000_000_000))
}

/// `value / unit` written out, `unit` being a power of ten: four digits that say
/// something, two decimals at least. Rounded, because a clock that counts
/// nanoseconds gives more digits than anybody reads.
fn decimal(value: u64, unit: u64) -> String {
    let width = unit.ilog10();
    let digits = value.checked_ilog10().map_or(1, |log| log + 1);
    let dropped = digits.saturating_sub(4).min(width.saturating_sub(2));
    let step = 10_u64.pow(dropped);
    let rounded = value.saturating_add(step / 2) / step * step;
    let (whole, rest) = (rounded / unit, rounded % unit);
    if rest == 0 {
        return whole.to_string();
    }
    let width = width as usize;
    let digits = format!("{rest:0width$}");
    format!("{whole}.{}", digits.trim_end_matches('0'))
}

/// "line 12", with the file's name if it is not the program's only one.
pub fn place_label(log: &Log, place: Place, language: Language) -> String {
    let line = place.line();
    let label = match language {
        Language::English => format!("line {line}"),
        Language::Chinese => format!("第 {line} 行"),
    };
    match log.files().get(usize::from(place.file())) {
        Some(file) if place.file() != 0 => match language {
            Language::English => format!("{label} of {}", file.name),
            Language::Chinese => format!("{} {label}", file.name),
        },
        _ => label,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_have_the_unit_that_suits_them() {
        let english = |ns| duration(ns, Language::English);
        assert_eq!(english(0), "0 s");
        assert_eq!(english(1), "1 ns");
        assert_eq!(english(1_500), "1.5 µs");
        assert_eq!(english(20_000_000), "20 ms");
        assert_eq!(english(100_000_000), "0.1 s");
        assert_eq!(english(1_000_000_001), "1 s");
        assert_eq!(english(203_618_172), "0.2036 s");
        assert_eq!(english(20_361_817), "20.36 ms");
        assert_eq!(english(12_345_678_901_234), "12345.68 s");
        assert_eq!(english(61_250_000_000), "61.25 s");
        assert_eq!(duration(2_000_000_000, Language::Chinese), "2 秒");
        assert_eq!(moment(50_000_000, Language::English), "0.05 s");
        assert_eq!(moment(1_500, Language::English), "0.0000015 s");
    }
}
