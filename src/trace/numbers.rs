//! Texts that are the digits of a number.
//!
//! A whole number that is not large is its own text: who records one need not look
//! for its digits among all texts, nor send them. Whoever reads a log has them.

use crate::event::Event;
use crate::log::Log;
use crate::operands::{Operand, Operands};
use crate::text::{TextId, Texts, decimal};

/// Set in the text of a number, whose other bits are the number.
const NUMBER: u32 = 1 << 31;

impl TextId {
    fn of_number(value: i64) -> Option<TextId> {
        let value = u32::try_from(value).ok().filter(|value| *value < NUMBER)?;
        Some(TextId(NUMBER | value))
    }

    fn number(self) -> Option<u32> {
        self.is_number().then_some(self.0 & !NUMBER)
    }

    /// Whether this is the text of a number, which is not among [`Log::texts`].
    pub const fn is_number(self) -> bool {
        self.0 >= NUMBER
    }
}

/// The digits of the numbers that a log has.
#[derive(Clone, Debug)]
pub(crate) struct Numbers {
    digits: Texts,
}

impl Numbers {
    pub(crate) fn new() -> Numbers {
        Numbers {
            digits: Texts::new(),
        }
    }

    /// Has the digits at hand, if the text is that of a number.
    pub(crate) fn keep(&mut self, text: TextId) {
        if let Some(number) = text.number() {
            self.digits.intern(decimal(number.into(), &mut [0; 20]));
        }
    }

    /// The digits of a number that was kept; no others.
    pub(crate) fn get(&self, text: TextId) -> &str {
        let number = i64::from(text.number().unwrap_or_default());
        let digits = self.digits.find(decimal(number, &mut [0; 20]));
        digits.map_or("", |digits| self.digits.get(digits))
    }
}

impl Log {
    /// The text of a number in decimal, see [`Log::intern`].
    pub fn intern_int(&mut self, value: i64) -> TextId {
        if !self.is_recording() {
            return TextId::EMPTY;
        }
        let Some(text) = TextId::of_number(value) else {
            return self.intern(decimal(value, &mut [0; 20]));
        };
        // Who hands events over is not asked for their texts.
        if self.outbox.is_none() {
            self.numbers.keep(text);
        }
        text
    }

    /// Has the digits of an event's numbers at hand.
    pub(crate) fn keep_numbers_of(&mut self, event: &Event) {
        // Most have none, which is seen without a look at the kind.
        if (event.a | event.b) < NUMBER {
            return;
        }
        if let Operands::Pair(a, b) = event.kind.operands() {
            for (operand, value) in [(a, event.a), (b, event.b)] {
                if let Operand::Text(_) = operand {
                    self.numbers.keep(TextId(value));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Cause, EntityId, EventIndex, Kind, Limits, Place};

    #[test]
    fn numbers_have_their_digits() {
        let mut log = Log::new(true, Limits::default());
        let smallest_text = i64::from(NUMBER);
        for value in [0, 7, -7, 256, smallest_text - 1, smallest_text, i64::MIN] {
            let text = log.intern_int(value);
            assert_eq!(log.text(text), value.to_string());
            assert_eq!(log.intern_int(value), text);
            assert_eq!(text.is_number(), (0..smallest_text).contains(&value));
        }
        assert_eq!(log.text(TextId(NUMBER | 5)), "", "nobody recorded it");
    }

    #[test]
    fn whoever_gets_a_log_has_the_digits_of_its_numbers() {
        let mut log = Log::new(true, Limits::default());
        log.hand_over_events();
        let text = log.intern_int(42);
        let put = Kind::QueuePut;
        log.emit(put, EntityId::MAIN, Cause::Current, Place::NONE, text.0, 1);
        let mut copy = Log::blank(Limits::default());
        assert_eq!(copy.apply_delta(&log.take_delta().to_bytes()), Ok(()));
        let item = copy.event(EventIndex(1)).map(Event::text_a);
        assert_eq!(item.map(|item| copy.text(item)), Some("42"));
        assert_eq!(copy.texts().count(), log.texts().count());
    }
}
