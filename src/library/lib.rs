//! The library's modules. In a native build their texts are at hand. A wasm
//! build does not have them: its host fetches them, and the build leaves them in
//! a section of the module which whoever bundles it makes a file of (see
//! `cargo xtask bundle`).

mod core;
mod hash;

pub use self::core::CORE;
use coroscope_python::library::{Library, Module};
use std::cell::OnceCell;

include!(concat!(env!("OUT_DIR"), "/modules.rs"));

/// Modules compiled ahead; empty if there are none.
static PACK: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/pack"));

/// The library, which all machines of a thread share.
pub fn library() -> Library {
    thread_local! {
        static LIBRARY: OnceCell<Library> = const { OnceCell::new() };
    }
    LIBRARY.with(|library| {
        let opened = || Library::new(MODULES, PACK, Box::new(checked_texts));
        library.get_or_init(opened).clone()
    })
}

/// The version of the texts, to be part of their address.
pub fn texts_version() -> String {
    format!("{HASH:016x}")
}

fn checked_texts() -> Result<&'static [u8], String> {
    let texts = texts::get()?;
    if hash::hash(texts) == HASH {
        Ok(texts)
    } else {
        Err("the file with the library is that of another version".to_owned())
    }
}

/// What the variable `COROSCOPE_PACK` may name a file of when this crate is
/// built: the modules that nearly every program needs, compiled.
///
/// # Errors
/// What is wrong with one of them.
pub fn pack() -> Result<Vec<u8>, String> {
    let packed = library().pack(&CORE)?;
    let mut bytes = HASH.to_le_bytes().to_vec();
    bytes.extend_from_slice(&packed);
    Ok(bytes)
}

#[cfg(target_family = "wasm")]
pub use texts::{Reader, set_reader};

#[cfg(not(target_family = "wasm"))]
mod texts {
    /// The texts of all modules.
    pub(crate) fn get() -> Result<&'static [u8], String> {
        Ok(super::TEXTS)
    }
}

#[cfg(target_family = "wasm")]
mod texts {
    use std::cell::RefCell;

    /// Gives the bytes of the texts of this version, or says why it cannot.
    pub type Reader = Box<dyn Fn(&str) -> Result<Vec<u8>, String>>;

    thread_local! {
        static READER: RefCell<Option<Reader>> = const { RefCell::new(None) };
    }

    /// Says how the host gets the texts.
    pub fn set_reader(reader: Reader) {
        READER.set(Some(reader));
    }

    pub(crate) fn get() -> Result<&'static [u8], String> {
        READER.with_borrow(|reader| match reader {
            // They are fetched once and used as long as the worker lives.
            Some(reader) => Ok(&*Vec::leak(reader(&super::texts_version())?)),
            None => Err("nobody said how to fetch it".to_owned()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_found_by_the_names_that_tracebacks_have() {
        let library = library();
        let begins = |file, words| {
            let text = library.source_of(file);
            text.is_some_and(|text| text.starts_with(words))
        };
        assert!(begins("<library>/asyncio/runners.py", "\"\"\"asyncio.run"));
        assert!(begins("<library>/asyncio/__init__.py", "\"\"\"asyncio"));
        for unknown in [
            "main.py",
            "<library>/",
            "<library>/asyncio.py",
            "<library>/asyncio.runners.py",
            "<library>/../x.py",
        ] {
            assert_eq!(library.source_of(unknown), None, "{unknown}");
        }
    }

    fn packed() -> &'static [u8] {
        let bytes = pack().expect("the core compiles");
        bytes[8..].to_vec().leak()
    }

    #[test]
    fn only_the_core_can_do_without_the_texts() {
        let fetch = || Err("no network".to_owned());
        let library = Library::new(MODULES, packed(), Box::new(fetch));
        let why = |name| library.code(name).err().unwrap_or_default();
        assert_eq!(why("asyncio"), "");
        assert_eq!(why("unittest"), "no network");
        assert!(library.has("unittest"));
        assert_eq!(library.source_of("<library>/heapq.py"), None);
    }

    #[test]
    fn every_module_can_be_read() {
        let library = Library::new(MODULES, packed(), Box::new(checked_texts));
        for name in library.names() {
            let code = library
                .code(name)
                .unwrap_or_else(|why| panic!("{name}: {why}"));
            assert_eq!(code.name.as_str(), "<module>");
            assert!(!code.instructions.is_empty(), "{name}");
        }
    }
}
