//! Which events a filter leaves, found a stretch of the log at a time: a
//! million sentences are not read between two key presses.

use std::collections::HashSet;
use std::rc::Rc;

use coroscope_trace::operands::{Operand, Operands};
use coroscope_trace::sentence::describe_event;
use coroscope_trace::{EntityId, Event, EventIndex, Kind, Language, Log, TextId};

use crate::events_table::{Filter, Group};
use crate::stepping::owner;
use crate::text::Lang;

/// What was found so far; follows the log as it grows.
#[derive(Clone, Debug)]
pub struct Found {
    filter: Rc<Filter>,
    lang: Lang,
    search: Option<Search>,
    /// Events that were looked at.
    seen: u32,
    /// Events that mention the words as they stand.
    together: Vec<u32>,
    /// Events that mention each of the words somewhere.
    apart: Vec<u32>,
}

impl Found {
    /// Nothing looked at yet.
    pub fn new(filter: Rc<Filter>, lang: Lang) -> Found {
        let search = Search::new(filter.text.trim(), lang);
        Found {
            filter,
            lang,
            search,
            seen: 0,
            together: Vec::new(),
            apart: Vec::new(),
        }
    }

    /// Whether it was made for this filter and language.
    pub fn is_for(&self, filter: &Rc<Filter>, lang: Lang) -> bool {
        self.lang == lang && (Rc::ptr_eq(&self.filter, filter) || self.filter == *filter)
    }

    /// Looks at the next events, at most so many.
    pub fn follow(&mut self, log: &Log, most: u32) {
        if let Some(search) = &mut self.search {
            search.read_texts(log);
        }
        let after = self.seen.saturating_add(most).min(log.len() as u32);
        let events = log.events_from(EventIndex(self.seen));
        for (index, event) in events.take(after.saturating_sub(self.seen) as usize) {
            if !self.filter.lets_pass(log, event) {
                continue;
            }
            let found = match &self.search {
                None => Match::Together,
                Some(search) => search.look(log, index, event),
            };
            match found {
                Match::Together => self.together.push(index.0),
                Match::Apart => self.apart.push(index.0),
                Match::Nothing => {}
            }
        }
        self.seen = self.seen.max(after);
    }

    /// Whether the whole log was looked at.
    pub const fn is_complete(&self, events: u32) -> bool {
        self.seen >= events
    }

    /// The events to show, in order: where the words stand together, or, if
    /// they do so nowhere, where all of them stand.
    pub fn rows(&self) -> &[u32] {
        if self.together.is_empty() {
            &self.apart
        } else {
            &self.together
        }
    }
}

impl Filter {
    /// What can be told of an event without reading anything.
    fn lets_pass(&self, log: &Log, event: &Event) -> bool {
        (self.group == Group::All || Group::of(event.kind) == self.group)
            && self
                .task
                .is_none_or(|task| event.subject == task || owner(log, event.subject) == task)
    }
}

/// How an event has the words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Match {
    Nothing,
    Apart,
    Together,
}

/// The words that are looked for.
#[derive(Clone, Debug)]
struct Search {
    language: Language,
    /// All of it, in small letters.
    words: String,
    /// The single words, if there are several.
    each: Vec<String>,
    /// A line, if that is what the words name.
    line: Option<u32>,
    /// Texts of the log that have the words, of those that were read.
    texts: HashSet<TextId>,
    read: usize,
}

impl Search {
    fn new(words: &str, lang: Lang) -> Option<Search> {
        let words = words.to_lowercase();
        if words.is_empty() {
            return None;
        }
        let line = words
            .trim_start_matches("line")
            .trim_matches(['第', '行', ' '])
            .parse()
            .ok();
        let each: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
        Some(Search {
            language: Language::from(lang),
            each: if each.len() > 1 { each } else { Vec::new() },
            words,
            line,
            texts: HashSet::new(),
            read: 0,
        })
    }

    /// Each text of the log is read once, however many events have it.
    fn read_texts(&mut self, log: &Log) {
        for (id, text) in log.texts().skip(self.read) {
            self.read += 1;
            if text.to_lowercase().contains(&self.words) {
                self.texts.insert(id);
            }
        }
    }

    fn has(&self, log: &Log, text: TextId) -> bool {
        match text.is_number() {
            true => log.text(text).contains(&self.words),
            false => self.texts.contains(&text),
        }
    }

    fn look(&self, log: &Log, index: EventIndex, event: &Event) -> Match {
        let kind = event.kind.as_str().replace('_', " ");
        if self.is_named(log, event) || kind.contains(&self.words) {
            return Match::Together;
        }
        if let Some(line) = self.line {
            // "line 1" is not line 11, as it would be in a sentence.
            return if event.place.line() == line {
                Match::Together
            } else {
                Match::Nothing
            };
        }
        let told = describe_event(log, index, self.language).to_string();
        let told = told.to_lowercase();
        if told.contains(&self.words) || self.is_printed(log, event) {
            return Match::Together;
        }
        let has = |word: &String| told.contains(word) || kind.contains(word);
        if !self.each.is_empty() && self.each.iter().all(has) {
            Match::Apart
        } else {
            Match::Nothing
        }
    }

    /// Whether one of the things that the event is about is called so.
    fn is_named(&self, log: &Log, event: &Event) -> bool {
        let in_name = |id: EntityId| {
            log.entity(id)
                .is_some_and(|entity| self.texts.contains(&entity.name))
        };
        if in_name(event.subject) || in_name(owner(log, event.subject)) {
            return true;
        }
        let Operands::Pair(a, b) = event.kind.operands() else {
            return false;
        };
        [(a, event.a), (b, event.b)]
            .into_iter()
            .any(|(operand, value)| match operand {
                Operand::Text(_) => self.has(log, TextId(value)),
                Operand::Entity(_) => in_name(EntityId(value)),
                _ => false,
            })
    }

    /// Whether the event prints it: a sentence quotes only the beginning.
    fn is_printed(&self, log: &Log, event: &Event) -> bool {
        if event.kind != Kind::OutputWritten {
            return false;
        }
        let (start, bytes) = (event.a as usize, event.b as usize);
        let written = log.output().get(start..start.saturating_add(bytes));
        let text = String::from_utf8_lossy(written.unwrap_or(&[]));
        text.to_lowercase().contains(&self.words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use coroscope_trace::{Cause, EntityKind, Limits, Place, Stream};

    fn log() -> Log {
        let mut log = Log::new(true, Limits::default());
        let (name, result) = (log.intern("worker-1"), log.intern("'Ready'"));
        let task = log.new_entity(EntityKind::Task, name, EntityId::MAIN);
        let handle = log.new_entity(EntityKind::Handle, TextId::EMPTY, task);
        let place = Place::new(0, 7);
        let emit = |log: &mut Log, kind, subject, place, a: u32| {
            log.emit(kind, subject, Cause::Current, place, a, 0);
        };
        emit(&mut log, Kind::TaskCreated, task, place, u32::MAX);
        emit(&mut log, Kind::HandleStarted, handle, Place::NONE, 0);
        log.write_output(Stream::Stdout, "Grüße\n".as_bytes(), task, place);
        emit(&mut log, Kind::TaskReturned, task, Place::NONE, result.0);
        let turn = Place::new(0, 17);
        emit(&mut log, Kind::IterationEnded, EntityId::MAIN, turn, 0);
        log
    }

    fn found(filter: Filter) -> Vec<u32> {
        in_language(filter, Lang::En)
    }

    fn in_language(filter: Filter, lang: Lang) -> Vec<u32> {
        let log = log();
        let mut found = Found::new(Rc::new(filter), lang);
        while !found.is_complete(log.len() as u32) {
            found.follow(&log, 2);
        }
        found.rows().to_vec()
    }

    fn text(text: &str) -> Filter {
        Filter {
            text: text.to_owned(),
            ..Filter::default()
        }
    }

    #[test]
    fn a_filter_leaves_what_all_of_its_parts_leave() {
        assert_eq!(found(Filter::default()), [0, 1, 2, 3, 4, 5]);
        assert_eq!(found(text("'ready'")), [4]);
        assert_eq!(found(text("GRÜ")), [3]);
        assert_eq!(found(text("worker")), [1, 2, 3, 4]);
        assert_eq!(found(text("line 7")), [1, 3]);
        assert_eq!(found(text("iteration")), [5]);
        let tasks = Filter {
            group: Group::Tasks,
            ..text("worker")
        };
        assert_eq!(found(tasks), [1, 4]);
        let of_task = Filter {
            task: Some(EntityId(1)),
            ..Filter::default()
        };
        assert_eq!(found(of_task), [1, 2, 3, 4]);
    }

    #[test]
    fn words_of_the_sentences_are_found() {
        assert_eq!(found(text("is finished and returns")), [4]);
        assert_eq!(found(text("the program starts")), [0]);
        assert_eq!(in_language(text("程序开始运行"), Lang::Zh), [0]);
        assert_eq!(
            in_language(text("程序开始运行"), Lang::En),
            Vec::<u32>::new()
        );
    }

    #[test]
    fn words_that_stand_together_nowhere_are_found_apart() {
        assert_eq!(found(text("returns worker-1")), [4]);
        assert_eq!(found(text("returns nobody")), Vec::<u32>::new());
    }

    #[test]
    fn a_log_that_grows_is_followed() {
        let mut log = log();
        let mut found = Found::new(Rc::new(text("late")), Lang::En);
        found.follow(&log, u32::MAX);
        assert!(found.is_complete(log.len() as u32) && found.rows().is_empty());
        let name = log.intern("latecomer");
        let task = log.new_entity(EntityKind::Task, name, EntityId::MAIN);
        log.emit(Kind::TaskCreated, task, Cause::Current, Place::NONE, 0, 0);
        assert!(!found.is_complete(log.len() as u32));
        found.follow(&log, u32::MAX);
        assert_eq!(found.rows(), [6]);
    }
}
