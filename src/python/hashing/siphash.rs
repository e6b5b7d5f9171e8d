//! SipHash-1-3 with the key that `PYTHONHASHSEED=0` gives: zero.

use super::{Hash, not_minus_one};
use crate::text::surrogates::code_of;

/// `hash(data)` of a bytes object.
pub fn of_bytes(data: &[u8]) -> Hash {
    if data.is_empty() {
        return 0;
    }
    let mut sip = Sip::new();
    let (words, rest) = data.as_chunks::<8>();
    for word in words {
        sip.absorb(u64::from_le_bytes(*word));
    }
    let mut last = [0; 8];
    for (to, from) in last.iter_mut().zip(rest) {
        *to = *from;
    }
    sip.finish(u64::from_le_bytes(last), data.len())
}

/// `hash(text)` of a str: over the characters in the narrowest of 1, 2 or 4 bytes
/// each that holds them all, as CPython stores them.
pub fn of_str(text: &str) -> Hash {
    if text.is_ascii() {
        return of_bytes(text.as_bytes());
    }
    let widest = text.chars().map(code_of).max().unwrap_or(0);
    let width: usize = match widest {
        0..=0xff => 1,
        0x100..=0xffff => 2,
        _ => 4,
    };
    let mut sip = Sip::new();
    let (mut word, mut filled, mut length) = (0u64, 0, 0);
    for c in text.chars() {
        word |= u64::from(code_of(c)) << (8 * filled);
        filled += width;
        length += width;
        if filled == 8 {
            sip.absorb(word);
            (word, filled) = (0, 0);
        }
    }
    sip.finish(word, length)
}

struct Sip {
    v: [u64; 4],
}

impl Sip {
    /// The initial state for the zero key: the constants of the SipHash paper.
    fn new() -> Sip {
        Sip {
            v: [
                0x736f6d6570736575,
                0x646f72616e646f6d,
                0x6c7967656e657261,
                0x7465646279746573,
            ],
        }
    }

    fn round(&mut self) {
        let [a, b, c, d] = &mut self.v;
        *a = a.wrapping_add(*b);
        *c = c.wrapping_add(*d);
        *b = b.rotate_left(13) ^ *a;
        *d = d.rotate_left(16) ^ *c;
        *a = a.rotate_left(32);
        *c = c.wrapping_add(*b);
        *a = a.wrapping_add(*d);
        *b = b.rotate_left(17) ^ *c;
        *d = d.rotate_left(21) ^ *a;
        *c = c.rotate_left(32);
    }

    fn absorb(&mut self, word: u64) {
        self.v[3] ^= word;
        self.round();
        self.v[0] ^= word;
    }

    fn finish(mut self, last: u64, length: usize) -> Hash {
        self.absorb(last | (length as u64) << 56);
        self.v[2] ^= 0xff;
        for _ in 0..3 {
            self.round();
        }
        let [a, b, c, d] = self.v;
        not_minus_one((a ^ b ^ c ^ d) as i64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn same_as_cpython() {
        for (text, hash) in [
            ("", 0),
            ("a", 4644417185603328019),
            ("abc", -4594863902769663758),
            ("abcdefg", 7904145750247929094),
            ("abcdefgh", 4574395652268504554),
            ("abcdefghi", -532774252720507163),
            ("é", 6047309291227476195),
            ("aéÿabcde", 6573587193252140550),
            ("λ", 1457499810576588517),
            ("abcλ", 9079145327575417543),
            ("abcλx", -5585440679280054170),
            ("😀", -3536540696076613844),
            ("a😀b", -7541021549821082252),
            ("the quick brown fox", 6491753435481021626),
        ] {
            assert_eq!(of_str(text), hash, "{text}");
        }
        assert_eq!(of_bytes(b"\x00\xff"), -2713640983873221217);
        assert_eq!(of_bytes(b"abc"), of_str("abc"));
    }
}
