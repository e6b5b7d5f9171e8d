//! Numbers as bytes: seven bits in each, the lowest first, the eighth says
//! that more follow. Signed ones are folded so that small ones stay short.

/// Takes bytes from a text of bytes. What is behind the end reads as `None`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(crate) fn at(bytes: &'a [u8], offset: usize) -> Option<Reader<'a>> {
        Some(Reader {
            rest: bytes.get(offset..)?,
        })
    }

    /// How many bytes are left.
    pub(crate) fn left(&self) -> usize {
        self.rest.len()
    }

    #[inline]
    pub(crate) fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }

    #[inline]
    pub(crate) fn number(&mut self) -> Option<u64> {
        let first = self.byte()?;
        if first < 0x80 {
            return Some(u64::from(first));
        }
        let mut value = u64::from(first & 0x7f);
        for shift in (7..64).step_by(7) {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(value);
            }
        }
        None
    }

    pub(crate) fn signed(&mut self) -> Option<i64> {
        let folded = self.number()?;
        Some((folded >> 1) as i64 ^ -((folded & 1) as i64))
    }

    pub(crate) fn size(&mut self) -> Option<usize> {
        usize::try_from(self.number()?).ok()
    }

    pub(crate) fn small<T: TryFrom<u64>>(&mut self) -> Option<T> {
        T::try_from(self.number()?).ok()
    }

    pub(crate) fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        Some(taken)
    }

    /// A number of things that take at least a byte each: more than there are
    /// bytes cannot be.
    pub(crate) fn count(&mut self) -> Option<usize> {
        self.size().filter(|count| *count <= self.left())
    }
}

/// Collects bytes.
#[derive(Debug, Default)]
pub(crate) struct Writer {
    bytes: Vec<u8>,
}

impl Writer {
    pub(crate) fn byte(&mut self, byte: u8) {
        self.bytes.push(byte);
    }

    pub(crate) fn number(&mut self, value: impl TryInto<u64>) {
        let mut value: u64 = value.try_into().unwrap_or_default();
        while value >= 0x80 {
            self.bytes.push(value as u8 | 0x80);
            value >>= 7;
        }
        self.bytes.push(value as u8);
    }

    pub(crate) fn signed(&mut self, value: i64) {
        self.number(((value << 1) ^ (value >> 63)) as u64);
    }

    pub(crate) fn len(&self) -> usize {
        self.bytes.len()
    }

    pub(crate) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    pub(crate) fn put(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back() {
        let numbers = [0, 1, 127, 128, 300, 1 << 20, u64::from(u32::MAX), u64::MAX];
        let signed = [0, 1, -1, 63, -64, 64, i64::MAX, i64::MIN];
        let mut out = Writer::default();
        numbers.iter().for_each(|n| out.number(*n));
        signed.iter().for_each(|n| out.signed(*n));
        let mut reader = Reader::at(&out.bytes, 0).expect("the start");
        assert!(numbers.iter().all(|n| reader.number() == Some(*n)));
        assert!(signed.iter().all(|n| reader.signed() == Some(*n)));
        assert_eq!((reader.left(), reader.byte()), (0, None));
    }

    #[test]
    fn what_goes_on_for_ever_is_no_number() {
        assert_eq!(Reader { rest: &[0xff; 20] }.number(), None);
        assert_eq!(Reader { rest: &[0xff; 3] }.number(), None);
    }
}
