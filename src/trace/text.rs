//! Texts of a log: names, reprs, messages, each stored once.

/// Number of an interned text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
#[repr(transparent)]
pub struct TextId(pub u32);

impl TextId {
    /// The empty text, present in every log.
    pub const EMPTY: TextId = TextId(0);
}

/// Marks an empty slot of the hash table.
const VACANT: u32 = u32::MAX;

/// All texts in one buffer, with an open-addressing hash table over them.
#[derive(Clone, Debug)]
pub(crate) struct Texts {
    bytes: String,
    /// Where text n ends; it starts where the one before it ends.
    ends: Vec<u32>,
    /// Text numbers by hash; the length is a power of two.
    slots: Vec<u32>,
}

impl Texts {
    pub(crate) fn new() -> Texts {
        let mut texts = Texts {
            bytes: String::new(),
            ends: Vec::new(),
            slots: vec![VACANT; 64],
        };
        texts.intern("");
        texts
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The texts from number `start` on.
    pub(crate) fn iter_from(&self, start: usize) -> impl Iterator<Item = &str> + '_ {
        (start as u32..self.ends.len() as u32).map(|id| self.get(TextId(id)))
    }

    pub(crate) fn byte_len(&self) -> usize {
        self.bytes.len()
    }

    pub(crate) fn get(&self, id: TextId) -> &str {
        let index = id.0 as usize;
        let start = match index.checked_sub(1) {
            None => 0,
            Some(before) => self.ends.get(before).copied().unwrap_or(0) as usize,
        };
        let end = self.ends.get(index).copied().unwrap_or(0) as usize;
        self.bytes.get(start..end).unwrap_or("")
    }

    pub(crate) fn find(&self, text: &str) -> Option<TextId> {
        let mask = self.slots.len() - 1;
        let mut slot = hash(text) as usize & mask;
        loop {
            match self.slots.get(slot) {
                Some(&id) if id != VACANT => {
                    if self.get(TextId(id)) == text {
                        return Some(TextId(id));
                    }
                }
                _ => return None,
            }
            slot = (slot + 1) & mask;
        }
    }

    pub(crate) fn intern(&mut self, text: &str) -> TextId {
        if let Some(id) = self.find(text) {
            return id;
        }
        if (self.ends.len() + 1) * 4 > self.slots.len() * 3 {
            self.grow();
        }
        let id = self.ends.len() as u32;
        self.bytes.push_str(text);
        self.ends.push(self.bytes.len() as u32);
        self.place(id, hash(text));
        TextId(id)
    }

    /// Puts a text number into the first vacant slot of its hash. There is
    /// always one: the table is never more than three quarters full.
    fn place(&mut self, id: u32, hash: u64) {
        let mask = self.slots.len() - 1;
        let mut index = hash as usize & mask;
        while let Some(slot) = self.slots.get_mut(index) {
            if *slot == VACANT {
                *slot = id;
                return;
            }
            index = (index + 1) & mask;
        }
    }

    fn grow(&mut self) {
        self.slots = vec![VACANT; self.slots.len() * 2];
        for id in 0..self.ends.len() as u32 {
            let hash = hash(self.get(TextId(id)));
            self.place(id, hash);
        }
    }
}

/// A multiplicative hash over eight bytes at a time: fast for short names, and
/// the same on every machine. It need not withstand an attacker: a flood of
/// collisions only slows down the visitor's own run.
fn hash(text: &str) -> u64 {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut state = text.len() as u64;
    for chunk in text.as_bytes().chunks(8) {
        let mut word = [0u8; 8];
        for (to, from) in word.iter_mut().zip(chunk) {
            *to = *from;
        }
        state = (state.rotate_left(23) ^ u64::from_le_bytes(word)).wrapping_mul(FACTOR);
    }
    state ^ state >> 32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_texts_get_equal_numbers_across_growth() {
        let mut texts = Texts::new();
        let ids: Vec<_> = (0..5000)
            .map(|n| texts.intern(&format!("text {n} é")))
            .collect();
        assert_eq!(texts.len(), 5001);
        for (n, id) in ids.iter().enumerate() {
            let text = format!("text {n} é");
            assert_eq!(texts.get(*id), text);
            assert_eq!(texts.intern(&text), *id);
        }
        assert_eq!(texts.len(), 5001);
    }

    #[test]
    fn unknown_numbers_read_as_empty() {
        let mut texts = Texts::new();
        assert_eq!(texts.intern(""), TextId::EMPTY);
        assert_eq!(texts.get(TextId(99)), "");
        assert_eq!(texts.find("absent"), None);
    }
}
