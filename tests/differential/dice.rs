//! Repeatable chance: the generator SplitMix64 of Steele, Lea and Flood (2014).

/// A source of choices that a seed determines.
pub(crate) struct Dice(u64);

impl Dice {
    /// Dice for a seed; neighbouring seeds have nothing in common.
    pub(crate) fn new(seed: u64) -> Dice {
        Dice(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`; 0 if that is 0.
    pub(crate) fn below(&mut self, bound: u32) -> u32 {
        // The high half of the product: no remainder, no division.
        ((u64::from(bound) * (self.next() >> 32)) >> 32) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::Dice;

    #[test]
    fn numbers_stay_below_the_bound_and_reach_all_of_it() {
        let mut dice = Dice::new(1);
        let mut seen = [0_u32; 6];
        for _ in 0..600 {
            seen[dice.below(6) as usize] += 1;
        }
        assert!(seen.iter().all(|&count| count > 50), "{seen:?}");
        assert_eq!(dice.below(0), 0);
    }
}
