//! The elements of a memoryview: the native one-character formats of `struct`
//! (library reference, "Format Characters"), little end first.

use crate::builtins::arguments::bytes_value;
use crate::number::int::Int;
use crate::number::int_bytes::{self, ByteOrder};
use crate::object::{Raise, Value};
use crate::vm::Vm;
use num_bigint::BigInt;

/// How many bytes of memory make one element, and what they mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Format(char);

/// What an element is as a value.
enum Kind {
    Signed,
    Unsigned,
    Float,
    Bool,
    Char,
}

impl Format {
    /// Unsigned bytes, the format of `bytes` and `bytearray`.
    pub(super) const BYTES: Format = Format('B');

    /// The format that a text names: one character, with or without `@`.
    pub(super) fn named(text: &str) -> Option<Format> {
        let mut chars = text.strip_prefix('@').unwrap_or(text).chars();
        let format = Format(chars.next()?);
        (chars.next().is_none() && format.size() > 0).then_some(format)
    }

    /// The character.
    pub(super) fn name(self) -> String {
        self.0.to_string()
    }

    /// Bytes of an element; 0 if there is no such format.
    pub(super) fn size(self) -> usize {
        match self.0 {
            'B' | 'b' | 'c' | '?' => 1,
            'H' | 'h' => 2,
            'I' | 'i' | 'f' => 4,
            'L' | 'l' | 'Q' | 'q' | 'N' | 'n' | 'P' | 'd' => 8,
            _ => 0,
        }
    }

    /// Whether elements are single bytes that a cast may regroup.
    pub(super) fn is_bytes(self) -> bool {
        matches!(self.0, 'B' | 'b' | 'c')
    }

    fn kind(self) -> Kind {
        match self.0 {
            'b' | 'h' | 'i' | 'l' | 'q' | 'n' => Kind::Signed,
            'f' | 'd' => Kind::Float,
            '?' => Kind::Bool,
            'c' => Kind::Char,
            _ => Kind::Unsigned,
        }
    }

    /// The value of an element's bytes.
    pub(super) fn unpack(self, bytes: &[u8]) -> Value {
        match self.kind() {
            Kind::Signed | Kind::Unsigned => {
                let mut wide = [0_u8; 16];
                for (to, from) in wide.iter_mut().zip(bytes) {
                    *to = *from;
                }
                let unsigned = u128::from_le_bytes(wide);
                let bits = 8 * self.size() as u32;
                let negative = matches!(self.kind(), Kind::Signed) && unsigned >> (bits - 1) == 1;
                // At most 64 bits: both forms fit.
                let value = unsigned as i128 - if negative { 1_i128 << bits } else { 0 };
                Value::big(BigInt::from(value))
            }
            Kind::Float => Value::Float(
                match (<[u8; 4]>::try_from(bytes), <[u8; 8]>::try_from(bytes)) {
                    (Ok(single), _) => f64::from(f32::from_le_bytes(single)),
                    (_, Ok(double)) => f64::from_le_bytes(double),
                    _ => 0.0,
                },
            ),
            Kind::Bool => Value::Bool(bytes.iter().any(|byte| *byte != 0)),
            Kind::Char => bytes_value(bytes),
        }
    }

    /// The bytes of a value; errors are those of assigning an element.
    pub(super) fn pack(self, vm: &mut Vm, value: &Value) -> Result<Vec<u8>, Raise> {
        let name = self.0;
        let wrong_type =
            |vm: &Vm| vm.type_error(format!("memoryview: invalid type for format '{name}'"));
        let wrong_value =
            |vm: &Vm| vm.value_error(format!("memoryview: invalid value for format '{name}'"));
        let value = vm.unwrap_base(value.clone());
        match self.kind() {
            Kind::Signed | Kind::Unsigned => {
                let number = match vm.index_of(&value) {
                    Ok(Value::Int(number)) => BigInt::from(number),
                    Ok(Value::BigInt(number)) => (*number).clone(),
                    _ => {
                        vm.pending.clear();
                        return Err(wrong_type(vm));
                    }
                };
                let signed = matches!(self.kind(), Kind::Signed);
                let size = self.size() as i64;
                int_bytes::to_bytes(Int::Big(&number), size, ByteOrder::Little, signed)
                    .map_err(|_| wrong_value(vm))
            }
            Kind::Float => match vm.float_now(&value) {
                Some(Ok(float)) if name == 'f' => Ok((float as f32).to_le_bytes().to_vec()),
                Some(Ok(float)) => Ok(float.to_le_bytes().to_vec()),
                _ => Err(wrong_type(vm)),
            },
            Kind::Bool => match vm.truth(&value) {
                Ok(Value::Bool(truth)) => Ok(vec![u8::from(truth)]),
                _ => {
                    vm.pending.clear();
                    Err(wrong_type(vm))
                }
            },
            Kind::Char => match &value {
                Value::Bytes(bytes) if bytes.0.len() == 1 => Ok(bytes.0.to_vec()),
                Value::Bytes(_) => Err(wrong_value(vm)),
                _ => Err(wrong_type(vm)),
            },
        }
    }
}
