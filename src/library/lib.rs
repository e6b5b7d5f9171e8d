//! The library's modules, made ready when this crate is built. In a native
//! build their texts are at hand. A wasm build does not have them: its host
//! fetches them, and the build leaves them in a section of the module which
//! whoever bundles it makes a file of (see `cargo xtask bundle`).

use coroscope_python::library::Library;
use std::cell::OnceCell;

static FIRST: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/first"));

/// The library, which all machines of a thread share.
pub fn library() -> Library {
    thread_local! {
        static LIBRARY: OnceCell<Library> = const { OnceCell::new() };
    }
    LIBRARY.with(|library| {
        let opened = || Library::open(FIRST, Box::new(texts::fetch)).unwrap_or_default();
        library.get_or_init(opened).clone()
    })
}

/// The version of the texts, to be part of their address.
pub fn texts_version() -> String {
    library().texts_version()
}

#[cfg(target_family = "wasm")]
pub use texts::{Reader, set_reader};

#[cfg(not(target_family = "wasm"))]
mod texts {
    /// The texts of all modules.
    pub(crate) fn fetch(_: &str) -> Result<&'static [u8], String> {
        Ok(include_bytes!(concat!(env!("OUT_DIR"), "/texts")))
    }
}

#[cfg(target_family = "wasm")]
mod texts {
    use std::cell::RefCell;

    include!(concat!(env!("OUT_DIR"), "/section.rs"));

    /// Gives the bytes of the texts of this version, or says why it cannot.
    pub type Reader = Box<dyn Fn(&str) -> Result<Vec<u8>, String>>;

    thread_local! {
        static READER: RefCell<Option<Reader>> = const { RefCell::new(None) };
    }

    /// Says how the host gets the texts.
    pub fn set_reader(reader: Reader) {
        READER.set(Some(reader));
    }

    pub(crate) fn fetch(version: &str) -> Result<&'static [u8], String> {
        READER.with_borrow(|reader| match reader {
            // They are fetched once and used as long as the worker lives.
            Some(reader) => Ok(Vec::leak(reader(version)?)),
            None => Err("nobody said how to fetch it".to_owned()),
        })
    }
}
