//! Any bytes as the fragment of a link. What can be read can be written, and
//! reads as the same again.

#![no_main]

use coroscope_session::Link;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let fragment = String::from_utf8_lossy(bytes);
    let Ok(link) = Link::decode(&fragment) else {
        return;
    };
    // A link that was written by hand may be too long to be written again.
    let Ok(written) = link.encode() else {
        return;
    };
    let again = Link::decode(&written).expect("a link of ours can be read");
    assert_eq!(link, again);
});
