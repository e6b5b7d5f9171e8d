//! The library: modules written in Python, compiled when first imported.

use crate::vm::{ModuleSource, Vm};

include!(concat!(env!("OUT_DIR"), "/library.rs"));

/// The text of a library file, by the name that it has in tracebacks.
pub fn source_of(file: &str) -> Option<&'static str> {
    let path = file.strip_prefix("<library>/")?.strip_suffix(".py")?;
    let (path, is_package) = match path.strip_suffix("/__init__") {
        Some(package) => (package, true),
        None => (path, false),
    };
    let name = path.replace('/', ".");
    SOURCES
        .iter()
        .find(|(module, package, _)| *module == name && *package == is_package)
        .map(|(_, _, text)| *text)
}

/// Makes the library importable.
pub(crate) fn install(vm: &mut Vm) {
    for (name, is_package, text) in SOURCES {
        vm.register_source(ModuleSource {
            name,
            text,
            is_package: *is_package,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_found_by_the_names_that_tracebacks_have() {
        let begins = |file, words| source_of(file).is_some_and(|text| text.starts_with(words));
        assert!(begins("<library>/asyncio/runners.py", "\"\"\"asyncio.run"));
        assert!(begins("<library>/asyncio/__init__.py", "\"\"\"asyncio"));
        for unknown in [
            "main.py",
            "<library>/",
            "<library>/asyncio.py",
            "<library>/../x.py",
        ] {
            assert_eq!(source_of(unknown), None, "{unknown}");
        }
    }
}
