//! Filling the slots of a phrase.

use crate::entity::EntityId;
use crate::event::{Event, EventIndex};
use crate::export::output_text;
use crate::kind::Kind;
use crate::log::Log;
use crate::old_spelling::OldSpelling;
use crate::operands::{Operand, Operands};
use crate::sentence::reasons::reason;
use crate::sentence::words::{Language, duration, entity_label, moment, place_label};
use crate::sentence::{Part, Sentence, wait_purpose};
use crate::text::TextId;

/// Longest piece of output that a sentence quotes, in characters.
const LONGEST_QUOTE: usize = 60;

/// What the slots of a template are filled from.
pub(super) struct Filler<'a> {
    pub(super) log: &'a Log,
    pub(super) index: EventIndex,
    pub(super) event: &'a Event,
    pub(super) language: Language,
    /// The entity that the sentence was about so far, for which a pronoun will do.
    pub(super) it: EntityId,
}

/// Appends a template with its slots filled.
pub(super) fn fill(sentence: &mut Sentence, template: &str, filler: &Filler<'_>) {
    let mut rest = template;
    while let Some((before, bracket)) = rest.split_once('[') {
        filler.plain(sentence, before);
        let (inside, after) = bracket.split_once(']').unwrap_or((bracket, ""));
        let mut optional = Sentence::default();
        // As a reason, a Chinese phrase goes without what it says in passing.
        let in_passing = filler.it.is_some() && inside.starts_with(['，', '：', '（']);
        if !in_passing && filler.plain(&mut optional, inside) {
            for part in optional.parts {
                match part {
                    Part::Text(text) => sentence.push(&text),
                    other => sentence.parts.push(other),
                }
            }
        }
        rest = after;
    }
    filler.plain(sentence, rest);
}

impl Filler<'_> {
    /// Appends text with slots; false if one of the slots is empty.
    fn plain(&self, sentence: &mut Sentence, text: &str) -> bool {
        let mut is_full = true;
        let mut rest = text;
        while let Some((before, slot)) = rest.split_once('{') {
            if !before.is_empty() {
                sentence.push(before);
            }
            let (name, after) = slot.split_once('}').unwrap_or((slot, ""));
            match self.slot(name) {
                Some(Part::Text(words)) => sentence.push(&words),
                Some(part) => sentence.parts.push(part),
                None => {
                    is_full = false;
                    sentence.push("…");
                }
            }
            rest = after;
        }
        if !rest.is_empty() {
            sentence.push(rest);
        }
        is_full
    }

    fn slot(&self, slot: &str) -> Option<Part> {
        let mut names = slot.split('|');
        let name = names.next().unwrap_or("");
        match name {
            "s" if self.it.is_some() && self.it == self.event.subject => Some(self.pronoun()),
            // The old name: what it is called now comes after.
            "s" if self.event.kind == Kind::Renamed => {
                let before = EventIndex(self.index.0.saturating_sub(1));
                let label = entity_label(self.log, self.event.subject, before, self.language);
                Some(Part::Entity(self.event.subject, label))
            }
            "s" => self.entity(self.event.subject),
            "who" => {
                let actor = self.log.actor(self.index);
                if self.it.is_some() && self.it == actor {
                    Some(self.pronoun())
                } else {
                    self.entity(actor)
                }
            }
            "owner" => {
                let owner = self.log.entity(self.event.subject)?.parent;
                let says_nothing =
                    self.event.kind == Kind::FutureCreated && owner == self.log.actor(self.index);
                if says_nothing {
                    None
                } else {
                    self.entity(owner)
                }
            }
            "by" if !self.event.entity_a().is_some() => self.entity(self.log.actor(self.index)),
            "by" => self.entity(self.event.entity_a()),
            "of" => self.entity(wait_purpose(self.log, self.index, self.event)?),
            "name" => self.code(self.log.text(self.log.entity(self.event.subject)?.name)),
            "ab" => Some(Part::Text(duration(self.event.wide(), self.language))),
            "at" => Some(Part::Text(moment(self.event.wide(), self.language))),
            "delay" => {
                let wide = self.event.wide();
                let delay = match wide {
                    u64::MAX => u64::MAX,
                    _ => wide.saturating_sub(self.event.time),
                };
                Some(Part::Text(duration(delay, self.language)))
            }
            "line" => {
                let place = self.event.place;
                Some(Part::Place(
                    place,
                    place_label(self.log, place, self.language),
                ))
            }
            "out" => {
                let text = output_text(self.log, self.event);
                self.code(&quote(&text))
            }
            "since" | "modern" => {
                let spelling = self.log.text(TextId(self.event.a));
                Some(match OldSpelling::from_name(spelling) {
                    Some(old) if name == "since" => Part::Text(old.since(self.language).to_owned()),
                    Some(old) => Part::Code(old.modern(self.language).to_owned()),
                    None => Part::Code(spelling.to_owned()),
                })
            }
            "a" if self.event.kind == Kind::ScopeCancelled => {
                let text = reason(self.log.text(TextId(self.event.a)), self.language);
                (!text.is_empty()).then(|| Part::Text(text.to_owned()))
            }
            "a" | "b" => {
                let Operands::Pair(a, b) = self.event.kind.operands() else {
                    return None;
                };
                let (operand, value) = if name == "a" {
                    (a, self.event.a)
                } else {
                    (b, self.event.b)
                };
                match operand {
                    Operand::Unused => None,
                    Operand::Entity(_) => self.entity(EntityId(value)),
                    Operand::Text(_) => self.code(self.log.text(TextId(value))),
                    Operand::Number(_) => {
                        let one = names.next();
                        let many = names.next();
                        let word = if value == 1 { one } else { many };
                        Some(Part::Text(match word {
                            Some(word) => format!("{value} {word}"),
                            None => value.to_string(),
                        }))
                    }
                }
            }
            _ => None,
        }
    }

    fn pronoun(&self) -> Part {
        let pronoun = match self.language {
            Language::English => "it",
            Language::Chinese => "它",
        };
        Part::Entity(self.it, pronoun.to_owned())
    }

    fn entity(&self, id: EntityId) -> Option<Part> {
        id.is_some()
            .then(|| Part::Entity(id, entity_label(self.log, id, self.index, self.language)))
    }

    fn code(&self, text: &str) -> Option<Part> {
        (!text.is_empty()).then(|| Part::Code(text.to_owned()))
    }
}

/// Output in quotation marks, on one line and not too long.
fn quote(text: &str) -> String {
    let text = text.strip_suffix('\n').unwrap_or(text);
    let mut quoted = String::from("\"");
    for (count, character) in text.chars().enumerate() {
        if count == LONGEST_QUOTE {
            quoted.push('…');
            break;
        }
        match character {
            '\n' => quoted.push('⏎'),
            control if control.is_control() => quoted.push('\u{fffd}'),
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}
