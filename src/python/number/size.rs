//! Sizes and counts of Python are 64 bits wide on every machine; the memory of
//! a wasm module is not. What is too large for memory stays too large here,
//! instead of wrapping around or turning into nothing.

/// A size as far as any memory reaches; a negative one is 0.
pub fn clamped(size: i64) -> usize {
    usize::try_from(size.max(0)).unwrap_or(usize::MAX)
}

/// A count as far as any memory reaches; `None` if it is negative.
pub fn count(size: i64) -> Option<usize> {
    (size >= 0).then(|| clamped(size))
}

/// A length that was worked out with 64 bits or more.
pub fn of(length: u128) -> usize {
    usize::try_from(length).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_memory_holds_is_not_nothing() {
        assert_eq!(
            clamped(i64::MAX),
            usize::try_from(i64::MAX).unwrap_or(usize::MAX)
        );
        assert_eq!((clamped(-1), clamped(3)), (0, 3));
        assert_eq!((count(-1), count(3)), (None, Some(3)));
        assert_eq!(of(u128::MAX), usize::MAX);
    }
}
