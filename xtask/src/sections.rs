//! Sections of a wasm module (WebAssembly specification, "Binary format").

/// The contents of the custom section of a name, and the module without it.
pub(crate) fn cut_out(wasm: &[u8], name: &str) -> Option<(Vec<u8>, Vec<u8>)> {
    const HEADER: usize = 8;
    let mut found = Vec::new();
    let mut rest = wasm.get(..HEADER)?.to_vec();
    let mut at = HEADER;
    while at < wasm.len() {
        let id = *wasm.get(at)?;
        let (size, body_at) = number(wasm, at + 1)?;
        let end = body_at.checked_add(size)?;
        let body = wasm.get(body_at..end)?;
        match contents(body, name) {
            Some(contents) if id == 0 => found.extend_from_slice(contents),
            _ => rest.extend_from_slice(&wasm[at..end]),
        }
        at = end;
    }
    (!found.is_empty()).then_some((found, rest))
}

/// What a custom section holds, if it has this name.
fn contents<'a>(section: &'a [u8], name: &str) -> Option<&'a [u8]> {
    let (length, at) = number(section, 0)?;
    let end = at.checked_add(length)?;
    (section.get(at..end)? == name.as_bytes()).then(|| section.get(end..))?
}

/// A number in LEB128, and the offset behind it.
fn number(bytes: &[u8], mut at: usize) -> Option<(usize, usize)> {
    let mut value = 0usize;
    for shift in (0..35).step_by(7) {
        let byte = *bytes.get(at)?;
        at += 1;
        value |= usize::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some((value, at));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_is_cut_out_by_its_name() {
        let header = b"\0asm\x01\0\0\0";
        let one = b"\0\x06\x03onexy";
        let two = b"\0\x05\x03twoz";
        let wasm = [&header[..], one, two].concat();
        let (contents, rest) = cut_out(&wasm, "one").expect("it is there");
        assert_eq!(contents, b"xy");
        assert_eq!(rest, [&header[..], two].concat());
        assert_eq!(cut_out(&wasm, "three"), None);
        assert_eq!(cut_out(&wasm[..wasm.len() - 1], "two"), None, "cut short");
    }
}
