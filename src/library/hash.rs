//! A hash that stays the same: the standard library promises none.

/// Tells one text from another, and the texts of one build from those of
/// another. Keeps nobody out.
pub(crate) fn hash(bytes: &[u8]) -> u64 {
    let mix = |hash: u64, word: u64| {
        let product = (hash ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        product ^ (product >> 29)
    };
    let (words, rest) = bytes.as_chunks::<8>();
    let begun = bytes.len() as u64;
    let hash = words
        .iter()
        .fold(begun, |hash, word| mix(hash, u64::from_le_bytes(*word)));
    rest.iter()
        .fold(hash, |hash, byte| mix(hash, u64::from(*byte)))
}
