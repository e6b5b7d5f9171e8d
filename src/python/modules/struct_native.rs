//! `_struct`: single values of C types to bytes and back, for the library's
//! `struct` and `array`. Formats are read in Python.

use crate::builtins::arguments::bytes_value;
use crate::object::{DictObj, NativeDef, Raise, Value};
use crate::vm::{Args, NativeResult, Vm};
use std::rc::Rc;

const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("float_to_bytes", float_to_bytes, 3, 3),
    NativeDef::function("float_from_bytes", float_from_bytes, 2, 2),
];

/// Fills the module's namespace.
pub(super) fn init(vm: &mut Vm, namespace: &Rc<DictObj>) -> Result<(), Raise> {
    vm.add_functions(namespace, "_struct", FUNCTIONS);
    Ok(())
}

/// `float_to_bytes(value, size, little)`: 2, 4 or 8 bytes.
fn float_to_bytes(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (value, size, little) = (args.take(0), args.take(1), args.take(2));
    let Some(value) = vm.float_now(&value) else {
        return Err(vm.type_error("required argument is not a float"));
    };
    let value = value?;
    let mut bytes = match vm.int_argument(&size)? {
        2 => match half_bits(value) {
            Some(bits) => bits.to_be_bytes().to_vec(),
            None => return Err(vm.overflow_error("float too large to pack with e format")),
        },
        4 => {
            let single = value as f32;
            if single.is_infinite() && value.is_finite() {
                return Err(vm.overflow_error("float too large to pack with f format"));
            }
            single.to_be_bytes().to_vec()
        }
        _ => value.to_be_bytes().to_vec(),
    };
    if matches!(little, Value::Bool(true)) {
        bytes.reverse();
    }
    Ok(bytes_value(bytes))
}

/// `float_from_bytes(bytes, little)`: of 2, 4 or 8 bytes.
fn float_from_bytes(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (data, little) = (args.take(0), args.take(1));
    let mut bytes = vm.buffer_argument(&data)?.to_vec();
    if matches!(little, Value::Bool(true)) {
        bytes.reverse();
    }
    let value = if let Ok(half) = <[u8; 2]>::try_from(&bytes[..]) {
        half_value(u16::from_be_bytes(half))
    } else if let Ok(single) = <[u8; 4]>::try_from(&bytes[..]) {
        f64::from(f32::from_be_bytes(single))
    } else if let Ok(double) = <[u8; 8]>::try_from(&bytes[..]) {
        f64::from_be_bytes(double)
    } else {
        return Err(vm.value_error("a float has 2, 4 or 8 bytes"));
    };
    Ok(Value::Float(value))
}

/// The nearest half-precision number (IEEE 754 binary16), ties to even;
/// `None` if it would overflow.
fn half_bits(value: f64) -> Option<u16> {
    let sign = u16::from(value.is_sign_negative()) << 15;
    let magnitude = value.abs();
    if value.is_nan() {
        return Some(sign | 0x7e00);
    }
    if magnitude.is_infinite() {
        return Some(sign | 0x7c00);
    }
    // Below 2^-14 numbers are multiples of 2^-24.
    let exponent = if magnitude < 2f64.powi(-14) {
        -14
    } else {
        ((magnitude.to_bits() >> 52) as i32) - 1023
    };
    let scaled = (magnitude * 2f64.powi(10 - exponent)).round_ties_even();
    // `scaled` has the hidden bit at 1024 unless it is subnormal; rounding up
    // to 2048 carries into the exponent, as the sum of both does.
    let bits = scaled as i32 + ((exponent + 14) << 10);
    if bits >= 0x7c00 {
        return None;
    }
    Some(sign | bits as u16)
}

/// The value of a half-precision number.
fn half_value(bits: u16) -> f64 {
    let sign = if bits & 0x8000 == 0 { 1.0 } else { -1.0 };
    let exponent = i32::from(bits >> 10 & 0x1f);
    let fraction = f64::from(bits & 0x3ff);
    sign * match exponent {
        0 => fraction * 2f64.powi(-24),
        0x1f if fraction == 0.0 => f64::INFINITY,
        0x1f => f64::NAN,
        _ => (fraction + 1024.0) * 2f64.powi(exponent - 25),
    }
}
