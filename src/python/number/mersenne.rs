//! The Mersenne Twister MT19937, seeded and read as CPython's `random` does it.
//!
//! Algorithm: Matsumoto and Nishimura, "Mersenne Twister", 1998, with `init_by_array`
//! of their 2002 revision.

use num_bigint::{BigInt, BigUint, Sign};
use sha2::{Digest, Sha512};

use crate::text::{TextError, TextResult};

const SIZE: usize = 624;
const SHIFT: usize = 397;

/// The generator behind `random.Random`.
#[derive(Clone)]
pub struct MersenneTwister {
    state: [u32; SIZE],
    /// The next word of `state` to give out; `SIZE` when it is used up.
    next: usize,
}

impl MersenneTwister {
    /// `random.Random(seed)` for an int: only the distance from zero counts.
    pub fn from_int(seed: &BigInt) -> Self {
        let words: Vec<u32> = seed.magnitude().iter_u32_digits().collect();
        Self::from_words(if words.is_empty() { &[0] } else { &words })
    }

    /// `random.Random(seed)` for a str (its UTF-8 bytes), bytes or bytearray, version 2.
    pub fn from_bytes(seed: &[u8]) -> Self {
        let mut all = seed.to_vec();
        all.extend_from_slice(&Sha512::digest(seed));
        Self::from_int(&BigInt::from_bytes_be(Sign::Plus, &all))
    }

    fn from_word(seed: u32) -> Self {
        let mut state = [seed; SIZE];
        let mut last = seed;
        for (at, word) in state.iter_mut().enumerate().skip(1) {
            last = (last ^ (last >> 30))
                .wrapping_mul(1_812_433_253)
                .wrapping_add(at as u32);
            *word = last;
        }
        MersenneTwister { state, next: SIZE }
    }

    fn from_words(key: &[u32]) -> Self {
        let mut twister = Self::from_word(19_650_218);
        let state = &mut twister.state;
        let mut at = 1;
        let rounds = key.len().max(SIZE);
        for (index, word) in (0..key.len()).zip(key).cycle().take(rounds) {
            let last = state[at - 1];
            state[at] = (state[at] ^ (last ^ (last >> 30)).wrapping_mul(1_664_525))
                .wrapping_add(*word)
                .wrapping_add(index as u32);
            at = following(state, at);
        }
        for _ in 1..SIZE {
            let last = state[at - 1];
            state[at] = (state[at] ^ (last ^ (last >> 30)).wrapping_mul(1_566_083_941))
                .wrapping_sub(at as u32);
            at = following(state, at);
        }
        state[0] = 0x8000_0000;
        twister
    }

    fn refill(&mut self) {
        for at in 0..SIZE {
            let mixed =
                (self.state[at] & 0x8000_0000) | (self.state[(at + 1) % SIZE] & 0x7fff_ffff);
            let odd = if mixed & 1 == 1 { 0x9908_b0df } else { 0 };
            self.state[at] = self.state[(at + SHIFT) % SIZE] ^ (mixed >> 1) ^ odd;
        }
        self.next = 0;
    }

    /// The next 32 random bits.
    pub fn next_word(&mut self) -> u32 {
        if self.next >= SIZE {
            self.refill();
        }
        let mut word = self.state[self.next];
        self.next += 1;
        word ^= word >> 11;
        word ^= (word << 7) & 0x9d2c_5680;
        word ^= (word << 15) & 0xefc6_0000;
        word ^ (word >> 18)
    }

    /// `random.random()`: 53 random bits in [0, 1).
    pub fn random(&mut self) -> f64 {
        let high = f64::from(self.next_word() >> 5);
        let low = f64::from(self.next_word() >> 6);
        (high * 67_108_864.0 + low) / 9_007_199_254_740_992.0
    }

    /// `random.getrandbits(count)`
    pub fn bits(&mut self, count: i64) -> TextResult<BigInt> {
        let mut left = u64::try_from(count)
            .map_err(|_| TextError::value("number of bits must be non-negative"))?;
        if left > super::int::MOST_BITS {
            return Err(TextError::memory());
        }
        let mut words = Vec::with_capacity(left.div_ceil(32) as usize);
        while left > 0 {
            let word = self.next_word();
            words.push(if left < 32 { word >> (32 - left) } else { word });
            left = left.saturating_sub(32);
        }
        Ok(BigInt::from(BigUint::new(words)))
    }

    /// A number in `0..bound`, as `random.randrange(bound)` draws it; `bound` above zero.
    pub fn below(&mut self, bound: u64) -> u64 {
        let count = 64 - bound.leading_zeros();
        loop {
            let drawn = self.small_bits(count);
            if drawn < bound || bound == 0 {
                return drawn;
            }
        }
    }

    fn small_bits(&mut self, count: u32) -> u64 {
        match count {
            0 => 0,
            1..=32 => u64::from(self.next_word() >> (32 - count)),
            _ => u64::from(self.next_word()) | u64::from(self.next_word() >> (64 - count)) << 32,
        }
    }

    /// The middle of `random.getstate()`: 624 words and the position.
    pub fn state(&self) -> Vec<u32> {
        self.state
            .iter()
            .copied()
            .chain([self.next as u32])
            .collect()
    }

    /// `random.setstate()` with what [`Self::state`] gave.
    pub fn set_state(&mut self, vector: &[u32]) -> TextResult<()> {
        let Some((&next, words)) = vector.split_last().filter(|(_, words)| words.len() == SIZE)
        else {
            return Err(TextError::value("state vector is the wrong size"));
        };
        if next as usize > SIZE {
            return Err(TextError::value("invalid state"));
        }
        self.state.copy_from_slice(words);
        self.next = next as usize;
        Ok(())
    }
}

/// The place after `at` in the seeding's walk, which carries the last word over.
fn following(state: &mut [u32; SIZE], at: usize) -> usize {
    if at + 1 < SIZE {
        return at + 1;
    }
    state[0] = state[SIZE - 1];
    1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn same_as_cpython() {
        let mut twister = MersenneTwister::from_int(&BigInt::from(0));
        assert_eq!(twister.random(), 0.8444218515250481);
        assert_eq!(twister.random(), 0.7579544029403025);
        let saved = twister.state();
        let drawn = twister.bits(100);
        assert_eq!(
            drawn.map(|b| b.to_string()),
            Ok("1208935935994293442776782246997".into())
        );
        assert!(twister.set_state(&saved).is_ok());
        assert_eq!(twister.below(1000), 430);
        assert_eq!(twister.bits(0), Ok(BigInt::from(0)));
        assert!(twister.bits(-1).is_err());
        assert!(twister.set_state(&[1, 2]).is_err());

        let mut twister = MersenneTwister::from_bytes(b"spam");
        assert_eq!(twister.random(), 0.7594613714095375);
        let mut twister = MersenneTwister::from_int(&(BigInt::from(-1) << 5000));
        for _ in 0..2000 {
            twister.random();
        }
        assert_eq!(twister.random(), 0.7163107994412222);
    }
}
