//! Any bytes as a link: as its fragment, as the zlib data in one, and as the
//! JSON in those. What can be read can be written, and reads as the same again.

#![no_main]

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use coroscope_session::Link;
use libfuzzer_sys::fuzz_target;
use miniz_oxide::deflate::compress_to_vec_zlib;

fuzz_target!(|bytes: &[u8]| {
    read(&String::from_utf8_lossy(bytes));
    read(&fragment(bytes));
    // By luck alone no bytes would ever have the checksum that is wanted.
    read(&fragment(&compress_to_vec_zlib(bytes, 1)));
});

fn fragment(folded: &[u8]) -> String {
    format!("1.{}", URL_SAFE_NO_PAD.encode(folded))
}

fn read(fragment: &str) {
    let Ok(link) = Link::decode(fragment) else {
        return;
    };
    // A link that was written by hand may be too long to be written again.
    let Ok(written) = link.encode() else {
        return;
    };
    let again = Link::decode(&written).expect("a link of ours can be read");
    assert_eq!(link, again);
}
