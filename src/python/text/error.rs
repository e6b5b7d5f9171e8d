//! The failures of text and number operations.

/// The Python exception class that a [`TextError`] stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// `ValueError`
    Value,
    /// `TypeError`
    Type,
    /// `OverflowError`
    Overflow,
    /// `ZeroDivisionError`
    ZeroDivision,
    /// `IndexError`
    Index,
    /// `KeyError`
    Key,
    /// `LookupError`
    Lookup,
    /// `MemoryError`
    Memory,
    /// `UnicodeEncodeError`; [`TextError::codec`] holds its attributes.
    UnicodeEncode,
    /// `UnicodeDecodeError`; [`TextError::codec`] holds its attributes.
    UnicodeDecode,
}

impl ErrorKind {
    /// The name of the exception class.
    pub fn class_name(self) -> &'static str {
        match self {
            ErrorKind::Value => "ValueError",
            ErrorKind::Type => "TypeError",
            ErrorKind::Overflow => "OverflowError",
            ErrorKind::ZeroDivision => "ZeroDivisionError",
            ErrorKind::Index => "IndexError",
            ErrorKind::Key => "KeyError",
            ErrorKind::Lookup => "LookupError",
            ErrorKind::Memory => "MemoryError",
            ErrorKind::UnicodeEncode => "UnicodeEncodeError",
            ErrorKind::UnicodeDecode => "UnicodeDecodeError",
        }
    }
}

/// The attributes of a `UnicodeEncodeError` or `UnicodeDecodeError`, but its `object`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodecFault {
    /// The codec's normalised name, such as `utf-8`.
    pub encoding: &'static str,
    /// First offending position: code points when encoding, bytes when decoding.
    pub start: usize,
    /// One past the last offending position.
    pub end: usize,
    /// Why, in CPython's words.
    pub reason: &'static str,
}

/// A Python exception to be raised: its class and its message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextError {
    /// The exception class.
    pub kind: ErrorKind,
    /// What `str(exception)` shows.
    pub message: String,
    /// Present for the two codec errors only.
    pub codec: Option<Box<CodecFault>>,
}

/// The outcome of an operation that can raise.
pub type TextResult<T> = Result<T, TextError>;

impl TextError {
    /// An exception of `kind`.
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        TextError {
            kind,
            message: message.into(),
            codec: None,
        }
    }

    /// A `ValueError`.
    pub fn value(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Value, message)
    }

    /// A `TypeError`.
    pub fn type_error(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Type, message)
    }

    /// An `OverflowError`.
    pub fn overflow(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Overflow, message)
    }

    /// A `ZeroDivisionError`.
    pub fn zero_division(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::ZeroDivision, message)
    }

    /// A `MemoryError`, which CPython raises without a message.
    pub fn memory() -> Self {
        Self::new(ErrorKind::Memory, "")
    }
}
