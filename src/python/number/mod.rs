//! Python's numbers as functions over `i64`, `BigInt` and `f64`.

pub mod complex;
pub mod complex_text;
pub mod digits;
mod double_double;
pub(crate) mod elementary;
pub mod float;
pub mod float_hex;
pub mod float_int;
pub mod float_text;
pub(crate) mod gamma;
pub mod int;
pub mod int_bytes;
pub mod int_text;
pub mod int_work;
pub mod literal;
pub mod mersenne;
pub mod size;
