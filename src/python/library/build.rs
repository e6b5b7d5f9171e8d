//! Making the parts of a library, when the project is built.

use super::index::{self, Entry, Index};
use crate::code::{Code, SourceFile, pack};
use crate::compile::{self, Mode};
use crate::object::intern;
use std::rc::Rc;

/// A module of the library as it is written.
#[derive(Clone, Debug)]
pub struct ModuleText {
    /// Dotted.
    pub name: String,
    /// Whether it is a package.
    pub is_package: bool,
    /// Whether its code belongs into the first part.
    pub is_core: bool,
    /// The text.
    pub text: String,
}

/// The parts of a library, to be written to files.
#[derive(Clone, Debug)]
pub struct Built {
    /// The list of modules and the code of some.
    pub first: Vec<u8>,
    /// The texts of all.
    pub texts: Vec<u8>,
}

impl ModuleText {
    /// Compiles the module; `Library::code` gives the same.
    ///
    /// # Errors
    /// What is wrong with the text.
    pub fn compile(&self) -> Result<Rc<Code>, String> {
        let file = Rc::new(SourceFile {
            name: intern(&index::file(&self.name, self.is_package)),
            text: Rc::from(self.text.as_str()),
            is_library: true,
            ..SourceFile::default()
        });
        let code = compile::compile_file(&file, Mode::Exec, compile::Options::default())
            .map_err(|problem| format!("{}: {problem:?}", self.name))?;
        code.verify()?;
        Ok(code)
    }
}

/// Compiles all modules, so that an error in any of them ends the build.
///
/// # Errors
/// What is wrong with one of them.
pub fn build(modules: &[ModuleText]) -> Result<Built, String> {
    let mut core = Vec::new();
    for module in modules {
        let code = module.compile()?;
        if module.is_core {
            core.push(code);
        }
    }
    let core: Vec<&Code> = core.iter().map(|code| &**code).collect();
    let (pack, places) = pack::write(&core)?;
    let mut places = places.into_iter();
    let texts: String = modules.iter().map(|module| module.text.as_str()).collect();
    let entries: Vec<Entry<'_>> = modules
        .iter()
        .map(|module| Entry {
            name: &module.name,
            is_package: module.is_package,
            code_at: module.is_core.then(|| places.next()).flatten(),
            text_len: module.text.len(),
        })
        .collect();
    let mut first = Index::write(&entries, texts.as_bytes());
    first.extend_from_slice(&pack);
    Ok(Built {
        first,
        texts: texts.into_bytes(),
    })
}
