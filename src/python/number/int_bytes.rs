//! `int.to_bytes` and `int.from_bytes`.

use num_bigint::BigInt;
use num_traits::Signed;

use super::int::Int;
use crate::text::{TextError, TextResult};

/// The order of the bytes of an int.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ByteOrder {
    /// Most significant byte first.
    Big,
    /// Least significant byte first.
    Little,
}

impl ByteOrder {
    /// Reads `"big"` or `"little"`.
    pub fn parse(name: &str) -> TextResult<ByteOrder> {
        match name {
            "big" => Ok(ByteOrder::Big),
            "little" => Ok(ByteOrder::Little),
            _ => Err(TextError::value(
                "byteorder must be either 'little' or 'big'",
            )),
        }
    }
}

/// `value.to_bytes(length, order, signed=signed)`
pub fn to_bytes(
    value: Int<'_>,
    length: i64,
    order: ByteOrder,
    signed: bool,
) -> TextResult<Vec<u8>> {
    let length = super::size::count(length)
        .ok_or_else(|| TextError::value("length argument must be non-negative"))?;
    if value.is_negative() && !signed {
        return Err(TextError::overflow(
            "can't convert negative int to unsigned",
        ));
    }
    let value = value.to_big();
    let (mut bytes, filler) = if signed {
        // Zero has no bytes in Python, one here.
        let filler = if value.is_negative() { 0xff } else { 0 };
        (value.to_signed_bytes_le(), filler)
    } else {
        (value.magnitude().to_bytes_le(), 0)
    };
    if value.magnitude().bits() == 0 {
        bytes.clear();
    }
    // CPython 3.11 lets -1 pass where there is no byte to hold it.
    if bytes.len() > length && !(signed && length == 0 && bytes == [0xff]) {
        return Err(TextError::overflow("int too big to convert"));
    }
    bytes.resize(length, filler);
    if order == ByteOrder::Big {
        bytes.reverse();
    }
    Ok(bytes)
}

/// `int.from_bytes(bytes, order, signed=signed)`
pub fn from_bytes(bytes: &[u8], order: ByteOrder, signed: bool) -> BigInt {
    match (order, signed) {
        (ByteOrder::Big, true) => BigInt::from_signed_bytes_be(bytes),
        (ByteOrder::Little, true) => BigInt::from_signed_bytes_le(bytes),
        (ByteOrder::Big, false) => BigInt::from_bytes_be(num_bigint::Sign::Plus, bytes),
        (ByteOrder::Little, false) => BigInt::from_bytes_le(num_bigint::Sign::Plus, bytes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways() {
        for (value, length, signed, bytes) in [
            (0, 0, false, vec![]),
            (0, 2, true, vec![0, 0]),
            (258, 2, false, vec![1, 2]),
            (258, 3, true, vec![0, 1, 2]),
            (-1, 2, true, vec![255, 255]),
            (-128, 1, true, vec![128]),
            (-129, 2, true, vec![255, 127]),
        ] {
            assert_eq!(
                to_bytes(Int::Small(value), length, ByteOrder::Big, signed),
                Ok(bytes.clone())
            );
            assert_eq!(
                from_bytes(&bytes, ByteOrder::Big, signed),
                BigInt::from(value)
            );
            let reversed: Vec<u8> = bytes.into_iter().rev().collect();
            assert_eq!(
                to_bytes(Int::Small(value), length, ByteOrder::Little, signed),
                Ok(reversed.clone())
            );
            assert_eq!(
                from_bytes(&reversed, ByteOrder::Little, signed),
                BigInt::from(value)
            );
        }
        for (value, length, signed, message) in [
            (256, 1, false, "int too big to convert"),
            (128, 1, true, "int too big to convert"),
            (-1, 1, false, "can't convert negative int to unsigned"),
            (1, -1, false, "length argument must be non-negative"),
            (1, 0, false, "int too big to convert"),
        ] {
            let result = to_bytes(Int::Small(value), length, ByteOrder::Big, signed);
            assert_eq!(result.map_err(|e| e.message), Err(message.to_string()));
        }
    }
}
