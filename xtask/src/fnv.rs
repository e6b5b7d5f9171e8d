//! The FNV-1a hash. The standard library promises no hash that stays the same.

/// The hash of some bytes.
pub(crate) fn hash(bytes: &[u8]) -> u64 {
    extend(0xcbf2_9ce4_8422_2325, bytes)
}

/// The hash of what `start` is the hash of, followed by `bytes`.
pub(crate) fn extend(start: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(start, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::{extend, hash};

    #[test]
    fn agrees_with_the_published_values() {
        assert_eq!(hash(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(hash(b"a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(extend(hash(b"foo"), b"bar"), 0x8594_4171_f739_67e8);
    }
}
