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
const VACANT: Slot = Slot {
    hash: 0,
    id: u32::MAX,
};

/// A text's number, with half of its hash: that of another text is passed over
/// without a look at the text, and growing needs no text at all.
#[derive(Clone, Copy, Debug)]
struct Slot {
    hash: u32,
    id: u32,
}

impl Slot {
    const fn is_vacant(self) -> bool {
        self.id == u32::MAX
    }
}

/// All texts in one buffer, with an open-addressing hash table over them.
#[derive(Clone, Debug)]
pub(crate) struct Texts {
    bytes: String,
    /// Where text n ends; it starts where the one before it ends.
    ends: Vec<u32>,
    /// Texts by hash; the length is a power of two.
    slots: Vec<Slot>,
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
        self.find_hashed(text, hash(text)).ok()
    }

    /// The text with this hash, or else the slot for it.
    fn find_hashed(&self, text: &str, hash: u32) -> Result<TextId, usize> {
        let mask = self.slots.len() - 1;
        let mut index = hash as usize & mask;
        loop {
            let slot = self.slots.get(index).copied().unwrap_or(VACANT);
            if slot.is_vacant() {
                return Err(index);
            }
            if slot.hash == hash && self.get(TextId(slot.id)) == text {
                return Ok(TextId(slot.id));
            }
            index = (index + 1) & mask;
        }
    }

    pub(crate) fn intern(&mut self, text: &str) -> TextId {
        let hash = hash(text);
        let vacant = match self.find_hashed(text, hash) {
            Ok(id) => return id,
            Err(vacant) => vacant,
        };
        let id = self.ends.len() as u32;
        let slot = Slot { hash, id };
        if (self.ends.len() + 1) * 4 > self.slots.len() * 3 {
            self.grow();
            place(&mut self.slots, slot);
        } else if let Some(place) = self.slots.get_mut(vacant) {
            *place = slot;
        }
        self.bytes.push_str(text);
        self.ends.push(self.bytes.len() as u32);
        TextId(id)
    }

    fn grow(&mut self) {
        let mut larger = vec![VACANT; self.slots.len() * 2];
        for slot in self.slots.iter().filter(|slot| !slot.is_vacant()) {
            place(&mut larger, *slot);
        }
        self.slots = larger;
    }
}

/// Puts a text into the first vacant slot of its hash. There is always one: the
/// table is never more than three quarters full.
fn place(slots: &mut [Slot], text: Slot) {
    let mask = slots.len() - 1;
    let mut index = text.hash as usize & mask;
    while let Some(slot) = slots.get_mut(index) {
        if slot.is_vacant() {
            *slot = text;
            return;
        }
        index = (index + 1) & mask;
    }
}

/// A multiplicative hash over eight bytes at a time: fast for short names, and
/// the same on every machine. It need not withstand an attacker: a flood of
/// collisions only slows down the visitor's own run.
fn hash(text: &str) -> u32 {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let mix = |state: u64, word: u64| (state.rotate_left(23) ^ word).wrapping_mul(FACTOR);
    let (words, rest) = text.as_bytes().as_chunks::<8>();
    let mut state = text.len() as u64;
    for word in words {
        state = mix(state, u64::from_le_bytes(*word));
    }
    let last = rest
        .iter()
        .fold(0, |word, byte| word << 8 | u64::from(*byte));
    (mix(state, last) >> 32) as u32
}

/// The digits of a number, with its sign.
pub(crate) fn decimal(value: i64, room: &mut [u8; 20]) -> &str {
    let mut rest = value.unsigned_abs();
    let mut first = room.len();
    for place in room.iter_mut().rev() {
        *place = b'0' + (rest % 10) as u8;
        rest /= 10;
        first -= 1;
        if rest == 0 {
            break;
        }
    }
    if value < 0
        && let Some(before) = first.checked_sub(1)
        && let Some(sign) = room.get_mut(before)
    {
        *sign = b'-';
        first = before;
    }
    let digits = room.get(first..).unwrap_or_default();
    std::str::from_utf8(digits).unwrap_or_default()
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
