//! Sentences about the scene: what a task is doing, who waits for whom.

use crate::entity::EntityId;
use crate::log::Log;
use crate::scene::{Scene, TaskState};
use crate::sentence::words::{Language, duration, entity_label, moment};
use crate::sentence::{Part, Sentence, spacing};

/// Names in a list, before the rest becomes a number.
const MOST_NAMED: usize = 12;

/// Members of a scope, before nothing is said of them.
const MOST_MEMBERS: usize = 200;

/// What a task is doing, and if it waits: for what, and who would have to act.
pub fn describe_task(log: &Log, scene: &Scene, id: EntityId, language: Language) -> Sentence {
    let mut writer = Writer::new(log, scene, language);
    let Some(task) = scene.tasks.get(id) else {
        return writer.sentence;
    };
    writer.entity(id);
    match task.state {
        TaskState::Created => {
            writer.text(" is made and not yet scheduled", " 已创建，尚未安排运行")
        }
        TaskState::Ready => {
            let position = scene
                .event_loop
                .ready
                .iter()
                .position(|ready| ready.owner == id);
            match position {
                Some(position) => {
                    let number = position + 1;
                    writer.text(
                        &format!(" is ready, number {number} in the ready queue"),
                        &format!(" 已就绪，排在就绪队列第 {number} 位"),
                    );
                }
                None => writer.text(" is ready", " 已就绪"),
            }
        }
        TaskState::Running => writer.text(" runs now", " 正在运行"),
        TaskState::Sleeping { until } => {
            let left = duration(until.saturating_sub(scene.time), language);
            let end = moment(until, language);
            writer.text(
                &format!(" sleeps until {end}, {left} more"),
                &format!(" 正在睡眠，直到 {end}，还剩 {left}"),
            );
        }
        TaskState::Waiting { on } => {
            writer.text(" waits for ", " 正在等待 ");
            writer.entity(if task.wait_for.is_some() {
                task.wait_for
            } else {
                on
            });
            let what = log.text(task.wait_text);
            if !what.is_empty() {
                writer.text(" in ", "，位于 ");
                writer.sentence.parts.push(Part::Code(what.to_owned()));
            }
            let scope = scene.scopes.get(task.wait_for);
            let is_scope = scope.is_some();
            // Nobody reads a list of thousands.
            let is_small = scope.is_none_or(|scope| scope.members.len() <= MOST_MEMBERS);
            let waits = if is_small {
                scene.waits_of(id)
            } else {
                Vec::new()
            };
            if scene.primitives.contains(task.wait_for) && !waits.is_empty() {
                writer.text(", held by ", "，持有者是 ");
                writer.list(waits.iter().map(|wait| wait.needs));
            } else if is_scope && !waits.is_empty() {
                writer.text(", in which these are unfinished: ", "，其中尚未完成的有 ");
                writer.list(waits.iter().map(|wait| wait.needs));
            }
        }
        TaskState::Returned { result } => {
            writer.text(" is finished and returned ", " 已完成，返回了 ");
            writer.code(log.text(result));
        }
        TaskState::Raised { exception } => {
            writer.text(" is finished: it raised ", " 已结束：抛出了 ");
            writer.code(log.text(exception));
        }
        TaskState::Cancelled { .. } => writer.text(" was cancelled", " 已被取消"),
    }
    writer.text(".", "。");
    writer.finish()
}

/// The circle of waiting in a scene, told; `None` if there is none.
pub fn describe_wait_cycle(log: &Log, scene: &Scene, language: Language) -> Option<Sentence> {
    let cycle = scene.wait_cycle()?;
    let mut writer = Writer::new(log, scene, language);
    for (position, task) in cycle.iter().enumerate() {
        let needs = cycle.get(position + 1).or(cycle.first()).copied()?;
        let wait = scene
            .waits_of(*task)
            .into_iter()
            .find(|wait| wait.needs == needs)?;
        if position > 0 {
            writer.text("; ", "；");
        }
        writer.entity(*task);
        writer.text(" waits for ", " 等待 ");
        writer.entity(wait.through);
        if scene.primitives.contains(wait.through) {
            writer.text(", held by ", "，其持有者是 ");
            writer.entity(wait.needs);
        } else if wait.through != wait.needs {
            writer.text(", which needs ", "，它取决于 ");
            writer.entity(wait.needs);
        }
    }
    writer.text(
        ": a circle, in which nobody can ever go on.",
        "：形成了环，谁也无法继续。",
    );
    Some(writer.finish())
}

struct Writer<'a> {
    log: &'a Log,
    scene: &'a Scene,
    language: Language,
    sentence: Sentence,
}

impl<'a> Writer<'a> {
    fn new(log: &'a Log, scene: &'a Scene, language: Language) -> Writer<'a> {
        Writer {
            log,
            scene,
            language,
            sentence: Sentence::default(),
        }
    }

    fn finish(mut self) -> Sentence {
        if self.language == Language::Chinese {
            spacing::space(&mut self.sentence.parts);
        }
        self.sentence
    }

    fn text(&mut self, english: &str, chinese: &str) {
        self.sentence.push(match self.language {
            Language::English => english,
            Language::Chinese => chinese,
        });
    }

    fn code(&mut self, text: &str) {
        self.sentence.parts.push(Part::Code(text.to_owned()));
    }

    fn entity(&mut self, id: EntityId) {
        let label = entity_label(self.log, id, self.scene.cursor(), self.language);
        self.sentence.parts.push(Part::Entity(id, label));
    }

    /// The first few by name, the rest as a number.
    fn list(&mut self, ids: impl ExactSizeIterator<Item = EntityId>) {
        let more = ids.len().saturating_sub(MOST_NAMED);
        // One more name is as long as the words that would stand for it.
        let named = if more > 1 { MOST_NAMED } else { ids.len() };
        for (position, id) in ids.take(named).enumerate() {
            if position > 0 {
                self.text(", ", "、");
            }
            self.entity(id);
        }
        if more > 1 {
            self.text(&format!(" and {more} more"), &format!("等另外 {more} 个"));
        }
    }
}
