//! A growing sequence in chunks: appending never moves what is already there.

/// Elements per chunk, a power of two.
const CHUNK: usize = 1 << 12;

#[derive(Clone, Debug)]
pub(crate) struct Store<T> {
    chunks: Vec<Vec<T>>,
    len: usize,
}

impl<T: Copy> Store<T> {
    pub(crate) const fn new() -> Store<T> {
        Store {
            chunks: Vec::new(),
            len: 0,
        }
    }

    pub(crate) const fn len(&self) -> usize {
        self.len
    }

    #[inline]
    pub(crate) fn push(&mut self, value: T) {
        if self.len.is_multiple_of(CHUNK) {
            self.chunks.push(Vec::with_capacity(CHUNK));
        }
        if let Some(chunk) = self.chunks.last_mut() {
            chunk.push(value);
            self.len += 1;
        }
    }

    #[inline]
    pub(crate) fn get(&self, index: usize) -> Option<&T> {
        self.chunks.get(index / CHUNK)?.get(index % CHUNK)
    }

    pub(crate) fn iter_from(&self, start: usize) -> impl Iterator<Item = &T> + '_ {
        let start = start.min(self.len);
        let chunk = start / CHUNK;
        let first = self
            .chunks
            .get(chunk)
            .and_then(|c| c.get(start % CHUNK..))
            .unwrap_or(&[]);
        first
            .iter()
            .chain(self.chunks.iter().skip(chunk + 1).flatten())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_stay_in_order_across_chunks() {
        let mut store = Store::new();
        let count = CHUNK * 2 + 3;
        for n in 0..count {
            store.push(n);
        }
        assert_eq!(store.len(), count);
        assert_eq!(store.get(CHUNK), Some(&CHUNK));
        assert_eq!(store.get(count), None);
        for start in [
            0,
            1,
            CHUNK - 1,
            CHUNK,
            CHUNK + 1,
            count - 1,
            count,
            count + 9,
        ] {
            let rest: Vec<_> = store.iter_from(start).copied().collect();
            assert!(
                rest.iter().copied().eq(start.min(count)..count),
                "from {start}"
            );
        }
    }
}
