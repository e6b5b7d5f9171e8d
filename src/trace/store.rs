//! A growing sequence in chunks: appending never moves more than one of them.

/// Elements per chunk, a power of two.
const CHUNK: usize = 1 << 12;

#[derive(Clone, Debug)]
pub(crate) struct Store<T> {
    /// Full ones.
    chunks: Vec<Vec<T>>,
    /// The one that grows.
    last: Vec<T>,
    /// Elements before `last`, those that were let go included.
    before: usize,
}

impl<T: Copy> Store<T> {
    pub(crate) const fn new() -> Store<T> {
        Store {
            chunks: Vec::new(),
            last: Vec::new(),
            before: 0,
        }
    }

    #[inline]
    pub(crate) const fn len(&self) -> usize {
        self.before + self.last.len()
    }

    #[inline]
    pub(crate) fn push(&mut self, value: T) {
        if self.last.len() == CHUNK {
            self.add_chunk();
        }
        self.last.push(value);
    }

    #[cold]
    #[inline(never)]
    fn add_chunk(&mut self) {
        let full = std::mem::replace(&mut self.last, Vec::with_capacity(CHUNK));
        self.before += full.len();
        self.chunks.push(full);
    }

    /// Lets all elements go; their numbers stay theirs.
    pub(crate) fn let_go(&mut self) {
        self.before += self.last.len();
        self.last.clear();
        self.chunks.clear();
    }

    /// An element that is not kept: it has a number only. None may be here, see
    /// [`Store::let_go`].
    #[inline]
    pub(crate) const fn pass_over(&mut self) {
        self.before += 1;
    }

    /// The first element that has not been let go.
    pub(crate) const fn first(&self) -> usize {
        self.before - self.chunks.len() * CHUNK
    }

    #[inline]
    pub(crate) fn get(&self, index: usize) -> Option<&T> {
        if let Some(place) = index.checked_sub(self.before) {
            return self.last.get(place);
        }
        let index = index.checked_sub(self.first())?;
        self.chunks.get(index / CHUNK)?.get(index % CHUNK)
    }

    /// The elements from `start` on; it must not have been let go.
    pub(crate) fn iter_from(&self, start: usize) -> impl Iterator<Item = &T> + '_ {
        let start = start.clamp(self.first(), self.len()) - self.first();
        let (chunk, skipped) = (start / CHUNK, start % CHUNK);
        let all = self.chunks.iter().chain(std::iter::once(&self.last));
        let mut rest = all.skip(chunk);
        let first = rest
            .next()
            .and_then(|chunk| chunk.get(skipped..))
            .unwrap_or(&[]);
        first.iter().chain(rest.flatten())
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

    #[test]
    fn what_is_let_go_keeps_its_numbers() {
        let mut store = Store::new();
        for n in 0..CHUNK + 10 {
            store.push(n);
        }
        store.let_go();
        assert_eq!((store.len(), store.first()), (CHUNK + 10, CHUNK + 10));
        for n in CHUNK + 10..3 * CHUNK {
            store.push(n);
        }
        assert_eq!(store.get(CHUNK + 9), None);
        for index in [CHUNK + 10, 2 * CHUNK, 3 * CHUNK - 1] {
            assert_eq!(store.get(index), Some(&index));
            assert_eq!(store.iter_from(index).next(), Some(&index));
        }
        store.let_go();
        store.pass_over();
        assert_eq!((store.len(), store.first()), (3 * CHUNK + 1, 3 * CHUNK + 1));
    }
}
