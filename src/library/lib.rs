//! The library's modules. In a native build their texts are at hand. A wasm
//! build does not have them: its host fetches them, and the build leaves them in
//! a section of the module which whoever bundles it makes a file of (see
//! `cargo xtask bundle`).

mod core;
mod hash;

pub use self::core::CORE;
use coroscope_python::library::{Library, Module, Parts};
use std::cell::OnceCell;

include!(concat!(env!("OUT_DIR"), "/modules.rs"));

/// The first part of the modules compiled ahead; empty if there are none.
static PACK: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/pack"));

/// The second part. Nothing but [`more`] may refer to it: then the bundler can
/// put it where only those wait for it who need it.
static MORE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/more"));

#[inline(never)]
fn more() -> &'static [u8] {
    MORE
}

thread_local! {
    static LIBRARY: OnceCell<Library> = const { OnceCell::new() };
}

/// The library, which all machines of a thread share.
pub fn library() -> Library {
    LIBRARY.with(|library| {
        let opened = || Library::new(MODULES, PACK, more, Box::new(checked_texts));
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
/// built: the modules that nearly every program needs, compiled. What `run`
/// uses of them goes into the first part.
///
/// # Errors
/// What is wrong with one of them, or that this thread has used the library before.
pub fn pack(run: impl FnOnce()) -> Result<Vec<u8>, String> {
    let compiled = || Library::new(MODULES, &[], || &[], Box::new(checked_texts));
    let whole = compiled().pack(&CORE, None)?;
    let packed = Library::new(MODULES, whole.first.leak(), || &[], Box::new(checked_texts));
    LIBRARY
        .with(|library| library.set(packed.clone()))
        .map_err(|_| "the library is in use already".to_owned())?;
    run();
    let Parts { first, more } = compiled().pack(&CORE, Some(&packed.used()))?;
    let length = first.len() as u64;
    Ok([&HASH.to_le_bytes(), &length.to_le_bytes(), &*first, &more].concat())
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
    use std::cell::Cell;

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

    thread_local! {
        static SECOND: Cell<&'static [u8]> = const { Cell::new(&[]) };
    }

    /// A library with a pack whose first part has what this import needs.
    fn packed(import: &str, texts: fn() -> Result<&'static [u8], String>) -> Library {
        let of_all = library();
        let whole = of_all.pack(&CORE, None).expect("the core compiles");
        let probe = Library::new(MODULES, whole.first.leak(), || &[], Box::new(checked_texts));
        probe.code(import).expect("it is in the core");
        let parts = of_all
            .pack(&CORE, Some(&probe.used()))
            .expect("it compiles");
        assert!(parts.first.len() < parts.more.len());
        SECOND.set(parts.more.leak());
        Library::new(
            MODULES,
            parts.first.leak(),
            || SECOND.get(),
            Box::new(texts),
        )
    }

    #[test]
    fn only_the_core_can_do_without_the_texts() {
        let library = packed("asyncio", || Err("no network".to_owned()));
        let why = |name| library.code(name).err().unwrap_or_default();
        assert_eq!(why("asyncio"), "");
        assert_eq!(why("heapq"), "");
        assert_eq!(why("unittest"), "no network");
        assert!(library.has("unittest"));
        assert_eq!(library.source_of("<library>/heapq.py"), None);
    }

    #[test]
    fn what_was_used_does_without_the_second_part() {
        let library = packed("asyncio", checked_texts);
        SECOND.set(&[]);
        let count = |name| library.code(name).map(|code| code.instructions.len());
        assert!(count("asyncio") > Ok(1));
        assert_eq!(count("heapq"), Ok(1), "it says that it is damaged");
    }

    #[test]
    fn every_module_can_be_read() {
        let library = packed("asyncio", checked_texts);
        let compiled = Library::new(MODULES, &[], || &[], Box::new(checked_texts));
        for name in library.names() {
            let code = |library: &Library| {
                library
                    .code(name)
                    .unwrap_or_else(|why| panic!("{name}: {why}"))
            };
            let (code, made) = (code(&library), code(&compiled));
            assert_eq!(code.name.as_str(), "<module>");
            assert_eq!(code.instructions.len(), made.instructions.len(), "{name}");
            assert!(!code.instructions.is_empty(), "{name}");
            assert_eq!(code.positions.line(0), made.positions.line(0), "{name}");
        }
    }
}
