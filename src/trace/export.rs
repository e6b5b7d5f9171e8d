//! The log as text for other programs.

mod chrome;
mod json;
mod story;

pub use chrome::{Axis, chrome_trace};
pub use story::story;

use crate::entity::EntityId;
use crate::event::{Event, EventIndex};
use crate::kind::Kind;
use crate::log::Log;
use crate::operands::{Operand, Operands};
use json::Object;

/// Bytes after which a piece of the log's text is handed on.
const PIECE: usize = 1 << 18;

/// Appends one event as a JSON object without a line end. The order of its
/// fields is fixed and all numbers are whole, so that equal logs give equal
/// bytes everywhere. Times are virtual nanoseconds.
pub fn event_json(log: &Log, index: EventIndex, event: &Event, out: &mut String) {
    let mut object = Object::open(out);
    object.number("index", u64::from(index.0));
    object.number("time", event.time);
    object.text("kind", event.kind.as_str());
    if let Some(variant) = event.kind.variant(event.flags) {
        object.text("variant", variant);
    } else if event.flags != 0 {
        object.number("flags", u64::from(event.flags));
    }
    entity(log, &mut object, "subject", event.subject);
    if event.cause.is_some() {
        object.number("cause", u64::from(event.cause.0));
    }
    if event.place.is_some() {
        if let Some(file) = log.files().get(usize::from(event.place.file())) {
            object.text("file", &file.name);
        }
        object.number("line", u64::from(event.place.line()));
    }
    match event.kind.operands() {
        Operands::Wide(name) => object.number(name, event.wide()),
        Operands::Pair(a, b) => {
            operand(log, &mut object, a, event.a);
            operand(log, &mut object, b, event.b);
        }
    }
    if event.kind == Kind::OutputWritten {
        object.text("text", &output_text(log, event));
    }
    object.close();
}

/// The whole log as JSON lines: one object per event, each with a line end.
pub fn json_lines(log: &Log) -> String {
    json_pieces(log).collect()
}

/// As [`json_lines`], in pieces of whole lines: of a long log the whole takes
/// hundreds of megabytes.
pub fn json_pieces(log: &Log) -> impl Iterator<Item = String> {
    let mut events = log.events_from(EventIndex(0));
    std::iter::from_fn(move || {
        let mut piece = String::with_capacity(PIECE + PIECE / 8);
        for (index, event) in events.by_ref() {
            event_json(log, index, event, &mut piece);
            piece.push('\n');
            if piece.len() >= PIECE {
                break;
            }
        }
        (!piece.is_empty()).then_some(piece)
    })
}

/// What an `OutputWritten` event wrote.
pub fn output_text(log: &Log, event: &Event) -> String {
    let start = event.a as usize;
    let end = start.saturating_add(event.b as usize);
    String::from_utf8_lossy(log.output().get(start..end).unwrap_or(&[])).into_owned()
}

fn operand(log: &Log, object: &mut Object<'_>, operand: Operand, value: u32) {
    match operand {
        Operand::Unused => {}
        Operand::Entity(name) => entity(log, object, name, EntityId(value)),
        Operand::Text(name) => object.text(name, log.text(crate::TextId(value))),
        Operand::Number(name) => object.number(name, u64::from(value)),
    }
}

fn entity(log: &Log, object: &mut Object<'_>, field: &str, id: EntityId) {
    if !id.is_some() {
        return;
    }
    let mut inner = object.object(field);
    inner.number("id", u64::from(id.0));
    if let Some(entity) = log.entity(id) {
        inner.text("kind", entity.kind.as_str());
        inner.number("number", u64::from(entity.number));
        let name = log.text(entity.name);
        if !name.is_empty() {
            inner.text("name", name);
        }
    }
    inner.close();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Cause, EntityKind, Limits, Place, Stream};

    #[test]
    fn an_event_is_one_line_with_fields_in_order() {
        let mut log = Log::new(true, Limits::default());
        log.add_file("main.py", false);
        let name = log.intern("say \"hi\"\n\u{1}é");
        let task = log.new_entity(EntityKind::Task, name, EntityId::MAIN);
        log.set_time(1_500_000_000);
        log.emit(
            Kind::TaskCreated,
            task,
            Cause::Current,
            Place::new(0, 7),
            u32::MAX,
            0,
        );
        log.emit_wide(
            Kind::TaskSleeping,
            task,
            Cause::Current,
            Place::NONE,
            u64::MAX,
        );
        log.write_output(Stream::Stderr, b"no\n", EntityId::MAIN, Place::NONE);
        let expected = [
            r#"{"index":0,"time":0,"kind":"run_started","subject":{"id":0,"kind":"main","number":1}}"#,
            r#"{"index":1,"time":1500000000,"kind":"task_created","subject":{"id":1,"kind":"task","number":1,"name":"say \"hi\"\n\u0001é"},"cause":0,"file":"main.py","line":7}"#,
            r#"{"index":2,"time":1500000000,"kind":"task_sleeping","subject":{"id":1,"kind":"task","number":1,"name":"say \"hi\"\n\u0001é"},"cause":0,"until":18446744073709551615}"#,
            r#"{"index":3,"time":1500000000,"kind":"output_written","variant":"stderr","subject":{"id":0,"kind":"main","number":1},"cause":0,"start":0,"bytes":3,"text":"no\n"}"#,
        ];
        let text = json_lines(&log);
        for (line, expected) in text.lines().zip(expected) {
            assert_eq!(line, expected);
        }
        assert_eq!(text.lines().count(), expected.len());
    }
}
