//! `str.encode` and `bytes.decode`.

use super::error::{CodecFault, ErrorKind, TextError, TextResult};
use super::repr::push_escape;
use super::surrogates;

/// A codec.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Codec {
    /// `utf-8`
    Utf8,
    /// `utf-8-sig`: with a byte order mark.
    Utf8Sig,
    /// `ascii`
    Ascii,
    /// `latin-1`
    Latin1,
    /// `utf-16`, `utf-16-le`, `utf-16-be`
    Utf16(Endian),
    /// `utf-32`, `utf-32-le`, `utf-32-be`
    Utf32(Endian),
}

/// The order of bytes in UTF-16 and UTF-32.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Endian {
    /// Told by a byte order mark; little without one.
    Marked,
    /// Least significant byte first.
    Little,
    /// Most significant byte first.
    Big,
}

/// What happens to what a codec cannot handle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnError {
    /// Raise.
    Strict,
    /// Leave it out.
    Ignore,
    /// `?` or U+FFFD.
    Replace,
    /// Python escapes.
    BackslashReplace,
    /// `&#233;`; encoding only.
    XmlCharRefReplace,
    /// A byte that cannot be decoded becomes a lone surrogate, and that a byte.
    SurrogateEscape,
    /// Lone surrogates are encoded and decoded as other characters are.
    SurrogatePass,
}

impl Codec {
    /// Finds a codec by one of its names.
    pub fn named(name: &str) -> TextResult<Codec> {
        let plain: String = name
            .chars()
            .map(|c| {
                if c == '_' || c == ' ' {
                    '-'
                } else {
                    c.to_ascii_lowercase()
                }
            })
            .collect();
        Ok(match plain.as_str() {
            "utf-8" | "utf8" | "u8" | "utf" | "cp65001" => Codec::Utf8,
            "utf-8-sig" => Codec::Utf8Sig,
            "ascii" | "us-ascii" | "646" | "ansi-x3.4-1968" | "iso646-us" => Codec::Ascii,
            "latin-1" | "latin1" | "latin" | "l1" | "iso-8859-1" | "iso8859-1" | "8859"
            | "cp819" => Codec::Latin1,
            "utf-16" | "utf16" | "u16" => Codec::Utf16(Endian::Marked),
            "utf-16-le" | "utf-16le" => Codec::Utf16(Endian::Little),
            "utf-16-be" | "utf-16be" => Codec::Utf16(Endian::Big),
            "utf-32" | "utf32" | "u32" => Codec::Utf32(Endian::Marked),
            "utf-32-le" | "utf-32le" => Codec::Utf32(Endian::Little),
            "utf-32-be" | "utf-32be" => Codec::Utf32(Endian::Big),
            _ => {
                return Err(TextError::new(
                    ErrorKind::Lookup,
                    format!("unknown encoding: {name}"),
                ));
            }
        })
    }

    /// The name in error messages.
    fn shown(self) -> &'static str {
        match self {
            Codec::Utf8 | Codec::Utf8Sig => "utf-8",
            Codec::Ascii => "ascii",
            Codec::Latin1 => "latin-1",
            Codec::Utf16(Endian::Marked) => "utf-16",
            Codec::Utf16(Endian::Big) => "utf-16-be",
            Codec::Utf16(Endian::Little) => "utf-16-le",
            Codec::Utf32(Endian::Marked) => "utf-32",
            Codec::Utf32(Endian::Big) => "utf-32-be",
            Codec::Utf32(Endian::Little) => "utf-32-le",
        }
    }

    /// The fewest bytes of a character.
    fn width(self) -> usize {
        match self {
            Codec::Utf16(_) => 2,
            Codec::Utf32(_) => 4,
            _ => 1,
        }
    }

    fn expresses(self, c: char) -> bool {
        match self {
            Codec::Ascii => c.is_ascii(),
            Codec::Latin1 => u32::from(c) <= 0xff,
            _ => !surrogates::is_surrogate(c),
        }
    }

    /// The surrogate that stands encoded where bytes are no text, and its size.
    fn surrogate(self, bytes: &[u8]) -> Option<(char, usize)> {
        let code = match (self, bytes) {
            (Codec::Utf8 | Codec::Utf8Sig, [a @ 0xed, b @ 0xa0..=0xbf, c @ 0x80..=0xbf, ..]) => {
                u32::from(a & 15) << 12 | u32::from(b & 0x3f) << 6 | u32::from(c & 0x3f)
            }
            (Codec::Utf16(Endian::Big), [a, b, ..]) => u32::from(u16::from_be_bytes([*a, *b])),
            (Codec::Utf16(_), [a, b, ..]) => u32::from(u16::from_le_bytes([*a, *b])),
            (Codec::Utf32(Endian::Big), [a, b, c, d, ..]) => u32::from_be_bytes([*a, *b, *c, *d]),
            (Codec::Utf32(_), [a, b, c, d, ..]) => u32::from_le_bytes([*a, *b, *c, *d]),
            _ => return None,
        };
        let size = if self.width() == 1 { 3 } else { self.width() };
        let found = surrogates::char_of(code).filter(|c| surrogates::is_surrogate(*c));
        found.map(|c| (c, size))
    }
}

impl OnError {
    /// Finds an error handler by its name. CPython looks only when an error occurs:
    /// [`encode`] and [`decode`] take the name and do the same.
    fn named(name: &str) -> TextResult<OnError> {
        Ok(match name {
            "strict" => OnError::Strict,
            "ignore" => OnError::Ignore,
            "replace" => OnError::Replace,
            "backslashreplace" => OnError::BackslashReplace,
            "xmlcharrefreplace" => OnError::XmlCharRefReplace,
            "surrogateescape" => OnError::SurrogateEscape,
            "surrogatepass" => OnError::SurrogatePass,
            _ => {
                return Err(TextError::new(
                    ErrorKind::Lookup,
                    format!("unknown error handler name '{name}'"),
                ));
            }
        })
    }
}

/// `text.encode(codec, errors)`
pub fn encode(text: &str, codec: Codec, errors: &str) -> TextResult<Vec<u8>> {
    let mut out = Vec::with_capacity(text.len());
    match codec {
        Codec::Utf8Sig => out.extend_from_slice(b"\xef\xbb\xbf"),
        Codec::Utf16(Endian::Marked) | Codec::Utf32(Endian::Marked) => {
            put(&mut out, codec, u32::from(MARK));
        }
        _ => {}
    }
    if matches!(codec, Codec::Utf8 | Codec::Utf8Sig) && !surrogates::any_in(text) {
        out.extend_from_slice(text.as_bytes());
        return Ok(out);
    }
    let mut chars = text.chars().enumerate().peekable();
    while let Some((start, c)) = chars.next() {
        if codec.expresses(c) {
            put(&mut out, codec, u32::from(c));
            continue;
        }
        // CPython handles neighbouring misfits together, but for wide codecs.
        let mut misfits = vec![c];
        if !matches!(codec, Codec::Utf16(_) | Codec::Utf32(_)) {
            while let Some((_, next)) = chars.next_if(|&(_, next)| !codec.expresses(next)) {
                misfits.push(next);
            }
        }
        replace(&mut out, codec, &misfits, start, errors)?;
    }
    Ok(out)
}

/// U+FEFF, the byte order mark.
const MARK: char = '\u{feff}';

/// Appends a code point that the codec can express, or a surrogate to one of
/// the Unicode codecs.
fn put(out: &mut Vec<u8>, codec: Codec, code: u32) {
    let mut units = [0; 2];
    match codec {
        Codec::Ascii | Codec::Latin1 => out.push(code as u8),
        Codec::Utf8 | Codec::Utf8Sig => match char::from_u32(code) {
            Some(c) => out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
            None => out.extend_from_slice(&[
                0xe0 | (code >> 12) as u8,
                0x80 | (code >> 6 & 0x3f) as u8,
                0x80 | (code & 0x3f) as u8,
            ]),
        },
        Codec::Utf16(endian) => {
            let units: &[u16] = match char::from_u32(code) {
                Some(c) => c.encode_utf16(&mut units),
                None => &[code as u16],
            };
            for unit in units {
                out.extend_from_slice(&match endian {
                    Endian::Big => unit.to_be_bytes(),
                    _ => unit.to_le_bytes(),
                });
            }
        }
        Codec::Utf32(endian) => out.extend_from_slice(&match endian {
            Endian::Big => code.to_be_bytes(),
            _ => code.to_le_bytes(),
        }),
    }
}

/// Appends what an error handler puts for characters that cannot be expressed.
fn replace(
    out: &mut Vec<u8>,
    codec: Codec,
    misfits: &[char],
    start: usize,
    errors: &str,
) -> TextResult<()> {
    let mut put_text = |text: &str| {
        text.chars()
            .for_each(|c| put(&mut *out, codec, u32::from(c)))
    };
    match OnError::named(errors)? {
        OnError::Ignore => {}
        OnError::Replace => misfits.iter().for_each(|_| put_text("?")),
        OnError::BackslashReplace => {
            let mut escaped = String::new();
            misfits.iter().for_each(|&c| push_escape(&mut escaped, c));
            put_text(&escaped);
        }
        OnError::XmlCharRefReplace => {
            for &c in misfits {
                put_text(&format!("&#{};", surrogates::code_of(c)));
            }
        }
        OnError::SurrogateEscape if codec.width() == 1 => {
            for (done, &c) in misfits.iter().enumerate() {
                match surrogates::code_of(c) {
                    code @ 0xdc80..=0xdcff => out.push(code as u8),
                    _ => {
                        let left = misfits.get(done..).unwrap_or_default();
                        return Err(encode_error(codec, left, start + done));
                    }
                }
            }
        }
        OnError::SurrogatePass if !matches!(codec, Codec::Ascii | Codec::Latin1) => {
            for &c in misfits {
                put(out, codec, surrogates::code_of(c));
            }
        }
        OnError::Strict | OnError::SurrogateEscape | OnError::SurrogatePass => {
            return Err(encode_error(codec, misfits, start));
        }
    }
    Ok(())
}

fn encode_error(codec: Codec, misfits: &[char], start: usize) -> TextError {
    let reason = match codec {
        Codec::Ascii => "ordinal not in range(128)",
        Codec::Latin1 => "ordinal not in range(256)",
        _ => "surrogates not allowed",
    };
    let (encoding, end) = (codec.shown(), start + misfits.len());
    let what = match misfits {
        [c] => {
            let mut escaped = String::new();
            push_escape(&mut escaped, *c);
            format!("character '{escaped}' in position {start}")
        }
        _ => format!("characters in position {start}-{}", end - 1),
    };
    TextError {
        kind: ErrorKind::UnicodeEncode,
        message: format!("'{encoding}' codec can't encode {what}: {reason}"),
        codec: Some(Box::new(CodecFault {
            encoding,
            start,
            end,
            reason,
        })),
    }
}

/// Bytes that are no text: from the current position, this many, for this reason.
struct Misfit {
    length: usize,
    reason: &'static str,
}

/// `data.decode(codec, errors)`
pub fn decode(data: &[u8], codec: Codec, errors: &str) -> TextResult<String> {
    let (codec, start) = skip_mark(data, codec);
    let mut out = String::with_capacity(data.len());
    let mut at = start;
    while let Some(rest) = data.get(at..).filter(|rest| !rest.is_empty()) {
        let (taken, misfit) = match codec {
            Codec::Utf8 | Codec::Utf8Sig => utf8(rest, &mut out),
            Codec::Ascii => ascii(rest, &mut out),
            Codec::Latin1 => {
                out.extend(rest.iter().map(|&byte| char::from(byte)));
                (rest.len(), None)
            }
            Codec::Utf16(endian) => utf16(rest, endian, &mut out),
            Codec::Utf32(endian) => utf32(rest, endian, &mut out),
        };
        at += taken;
        if let Some(misfit) = misfit {
            at += handle(data, at, &misfit, codec, errors, &mut out)?;
        }
    }
    Ok(out)
}

/// Settles the byte order and the first byte after a byte order mark.
fn skip_mark(data: &[u8], codec: Codec) -> (Codec, usize) {
    match codec {
        Codec::Utf8Sig if data.starts_with(b"\xef\xbb\xbf") => (codec, 3),
        Codec::Utf16(Endian::Marked) => match data {
            [0xff, 0xfe, ..] => (Codec::Utf16(Endian::Little), 2),
            [0xfe, 0xff, ..] => (Codec::Utf16(Endian::Big), 2),
            _ => (Codec::Utf16(Endian::Little), 0),
        },
        Codec::Utf32(Endian::Marked) => match data {
            [0xff, 0xfe, 0, 0, ..] => (Codec::Utf32(Endian::Little), 4),
            [0, 0, 0xfe, 0xff, ..] => (Codec::Utf32(Endian::Big), 4),
            _ => (Codec::Utf32(Endian::Little), 0),
        },
        _ => (codec, 0),
    }
}

/// Puts something for bytes that are no text; how many bytes that settles.
fn handle(
    data: &[u8],
    at: usize,
    misfit: &Misfit,
    codec: Codec,
    errors: &str,
    out: &mut String,
) -> TextResult<usize> {
    let bytes = data.get(at..at + misfit.length).unwrap_or_default();
    let fault = || decode_error(codec, bytes, at, misfit.reason);
    match OnError::named(errors)? {
        OnError::Ignore => {}
        OnError::Replace => out.push('\u{fffd}'),
        OnError::BackslashReplace => bytes
            .iter()
            .for_each(|&byte| push_escape(out, char::from(byte))),
        OnError::XmlCharRefReplace => {
            return Err(TextError::type_error(
                "don't know how to handle UnicodeDecodeError in error callback",
            ));
        }
        OnError::SurrogateEscape => {
            // A byte of ASCII is never escaped.
            let escaped = bytes.iter().take(4).take_while(|byte| !byte.is_ascii());
            let escaped: Vec<u32> = escaped.map(|byte| 0xdc00 | u32::from(*byte)).collect();
            if escaped.is_empty() {
                return Err(fault());
            }
            let settled = escaped.len();
            out.extend(escaped.into_iter().filter_map(surrogates::char_of));
            return Ok(settled);
        }
        OnError::SurrogatePass => {
            let rest = data.get(at..).unwrap_or_default();
            let (c, settled) = codec.surrogate(rest).ok_or_else(fault)?;
            out.push(c);
            return Ok(settled);
        }
        OnError::Strict => return Err(fault()),
    }
    Ok(misfit.length)
}

fn decode_error(codec: Codec, bytes: &[u8], start: usize, reason: &'static str) -> TextError {
    let (encoding, end) = (codec.shown(), start + bytes.len());
    let what = match bytes {
        [byte] => format!("byte 0x{byte:02x} in position {start}"),
        _ => format!("bytes in position {start}-{}", end - 1),
    };
    TextError {
        kind: ErrorKind::UnicodeDecode,
        message: format!("'{encoding}' codec can't decode {what}: {reason}"),
        codec: Some(Box::new(CodecFault {
            encoding,
            start,
            end,
            reason,
        })),
    }
}

fn utf8(rest: &[u8], out: &mut String) -> (usize, Option<Misfit>) {
    let error = match std::str::from_utf8(rest) {
        Ok(text) => {
            out.push_str(text);
            return (rest.len(), None);
        }
        Err(error) => error,
    };
    let valid = error.valid_up_to();
    out.push_str(
        rest.get(..valid)
            .and_then(|good| std::str::from_utf8(good).ok())
            .unwrap_or(""),
    );
    let misfit = match error.error_len() {
        None => Misfit {
            length: rest.len() - valid,
            reason: "unexpected end of data",
        },
        Some(length) => {
            let lead = rest.get(valid).copied().unwrap_or(0);
            let reason = if matches!(lead, 0xc2..=0xf4) {
                "invalid continuation byte"
            } else {
                "invalid start byte"
            };
            Misfit { length, reason }
        }
    };
    (valid, Some(misfit))
}

fn ascii(rest: &[u8], out: &mut String) -> (usize, Option<Misfit>) {
    let valid = rest
        .iter()
        .position(|byte| !byte.is_ascii())
        .unwrap_or(rest.len());
    out.extend(rest.iter().take(valid).map(|&byte| char::from(byte)));
    let misfit = Misfit {
        length: 1,
        reason: "ordinal not in range(128)",
    };
    (valid, (valid < rest.len()).then_some(misfit))
}

fn utf16(rest: &[u8], endian: Endian, out: &mut String) -> (usize, Option<Misfit>) {
    let unit = |bytes: &[u8; 2]| {
        if endian == Endian::Big {
            u16::from_be_bytes(*bytes)
        } else {
            u16::from_le_bytes(*bytes)
        }
    };
    let (pairs, tail) = rest.as_chunks::<2>();
    let misfit = |length, reason| Some(Misfit { length, reason });
    let mut units = pairs.iter().map(unit);
    let mut taken = 0;
    while let Some(first) = units.next() {
        if let Some(c) = char::from_u32(u32::from(first)) {
            out.push(c);
            taken += 2;
            continue;
        }
        if first >= 0xdc00 {
            return (taken, misfit(2, "illegal encoding"));
        }
        let Some(second) = units.next() else {
            return (taken, misfit(2 + tail.len(), "unexpected end of data"));
        };
        let Some(Ok(c)) = char::decode_utf16([first, second]).next() else {
            return (taken, misfit(2, "illegal UTF-16 surrogate"));
        };
        out.push(c);
        taken += 4;
    }
    (
        taken,
        if tail.is_empty() {
            None
        } else {
            misfit(tail.len(), "truncated data")
        },
    )
}

fn utf32(rest: &[u8], endian: Endian, out: &mut String) -> (usize, Option<Misfit>) {
    let (units, tail) = rest.as_chunks::<4>();
    let misfit = |length, reason| Some(Misfit { length, reason });
    let mut taken = 0;
    for bytes in units {
        let code = if endian == Endian::Big {
            u32::from_be_bytes(*bytes)
        } else {
            u32::from_le_bytes(*bytes)
        };
        let Some(c) = char::from_u32(code) else {
            let reason = if code < 0x110000 {
                "code point in surrogate code point range(0xd800, 0xe000)"
            } else {
                "code point not in range(0x110000)"
            };
            return (taken, misfit(4, reason));
        };
        out.push(c);
        taken += 4;
    }
    (
        taken,
        if tail.is_empty() {
            None
        } else {
            misfit(tail.len(), "truncated data")
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::bytes_methods::{from_hex, hex};
    use crate::text::testdata::{outcome, rows};

    #[test]
    fn same_as_cpython() {
        for row in rows(include_str!("testdata/codecs.txt")) {
            let [way, codec, errors, input, expected] = row.as_slice() else {
                panic!("{row:?}")
            };
            let found = Codec::named(codec).and_then(|codec| match way.as_str() {
                "decode" => decode(&from_hex(input)?, codec, errors),
                _ => Ok(hex(&encode(input, codec, errors)?, None, 0)),
            });
            assert_eq!(
                &outcome(found),
                expected,
                "{way} {codec} {errors} {input:?}"
            );
        }
    }

    #[test]
    fn names() {
        for name in ["UTF8", "utf_8", "U8", "Utf-8"] {
            assert_eq!(Codec::named(name), Ok(Codec::Utf8));
        }
        assert!(Codec::named("foo").is_err_and(|e| e.message == "unknown encoding: foo"));
        let fault = decode(b"a\xff", Codec::Utf8, "strict")
            .err()
            .and_then(|error| error.codec);
        assert_eq!(
            fault.map(|fault| (fault.start, fault.end, fault.reason)),
            Some((1, 2, "invalid start byte"))
        );
        for (data, codec, errors) in [
            (&b"a\xff\xe4b"[..], Codec::Utf8, "surrogateescape"),
            (b"\xed\xa0\x80x", Codec::Utf8, "surrogatepass"),
            (
                b"\x00\xd8x\x00",
                Codec::Utf16(Endian::Little),
                "surrogatepass",
            ),
            (b"\0\0\xd8\0", Codec::Utf32(Endian::Big), "surrogatepass"),
        ] {
            let text = decode(data, codec, errors);
            assert!(text.as_deref().is_ok_and(surrogates::any_in));
            let again = text.and_then(|text| encode(&text, codec, errors));
            assert_eq!(again.as_deref(), Ok(data));
        }
    }
}
