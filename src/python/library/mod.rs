//! The library: modules written in Python.
//!
//! A library has two parts. The first goes where the machine goes: the list of
//! all modules, and the code of those that nearly every program needs, compiled
//! when the project was built and read a function at a time (see
//! [`crate::code::pack`]). The second has the texts of all modules: the others
//! are compiled from it when a program imports them, and tracebacks and
//! `inspect.getsource` show them. It is asked for when first needed, which may
//! fail.

mod build;
mod index;

pub use build::{Built, ModuleText, build};

use crate::code::pack::{Origin, Pack, stub};
use crate::code::{Code, SourceFile};
use crate::compile::{self, Mode};
use crate::object::{Value, intern};
use index::{Index, Module};
use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::fmt;
use std::rc::Rc;

/// Gives the texts of this version, or says why it cannot.
pub type Fetch = Box<dyn Fn(&str) -> Result<&'static [u8], String>>;

/// The library of a machine, or of several machines of one thread, which then
/// share what was read. The default one is empty.
#[derive(Clone, Default)]
pub struct Library {
    inner: Rc<Inner>,
}

#[derive(Default)]
struct Inner {
    index: Index,
    numbers: HashMap<&'static str, usize>,
    pack: Rc<Pack>,
    texts: OnceCell<&'static [u8]>,
    fetch: Option<Fetch>,
    /// Code that was imported: it does not change, and what its inline caches
    /// hold is told apart by versions that no two machines of a thread share.
    read: RefCell<HashMap<usize, Rc<Code>>>,
    /// All code objects of modules that were compiled for their positions.
    compiled: RefCell<HashMap<usize, Rc<[Rc<Code>]>>>,
}

impl fmt::Debug for Library {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Library({} modules)", self.inner.index.modules.len())
    }
}

impl Library {
    /// The library whose first part this is; `fetch` gives the other. `None`
    /// if the bytes are no such part.
    pub fn open(first: &'static [u8], fetch: Fetch) -> Option<Library> {
        let (index, pack) = Index::read(first)?;
        let names = index.modules.iter().map(|module| module.name);
        Some(Library {
            inner: Rc::new(Inner {
                numbers: names.zip(0..).collect(),
                index,
                pack: Rc::new(Pack::open(pack)?),
                fetch: Some(fetch),
                ..Inner::default()
            }),
        })
    }

    /// The names of all modules, dotted.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.inner.index.modules.iter().map(|module| module.name)
    }

    /// Whether there is such a module.
    pub fn has(&self, name: &str) -> bool {
        self.inner.numbers.contains_key(name)
    }

    /// Whether the module is a package; `None` if there is none of the name.
    pub fn is_package(&self, name: &str) -> Option<bool> {
        self.module(name).map(|(_, module)| module.is_package)
    }

    fn module(&self, name: &str) -> Option<(usize, &Module)> {
        let number = *self.inner.numbers.get(name)?;
        Some((number, self.inner.index.modules.get(number)?))
    }

    /// The code of a module's body.
    ///
    /// # Errors
    /// Why it cannot be had, in a sentence for the visitor.
    pub fn code(&self, name: &str) -> Result<Rc<Code>, String> {
        let (number, module) = self
            .module(name)
            .ok_or_else(|| "the library has no such module".to_owned())?;
        if let Some(code) = self.inner.read.borrow().get(&number) {
            return Ok(Rc::clone(code));
        }
        let code = match module.code_at {
            Some(at) => self.packed(number, module, at),
            None => {
                self.texts()?;
                self.compile(number, module)?
            }
        };
        let mut read = self.inner.read.borrow_mut();
        read.insert(number, Rc::clone(&code));
        Ok(code)
    }

    fn packed(&self, number: usize, module: &Module, at: usize) -> Rc<Code> {
        let origin = Origin {
            library: self.clone(),
            module: number,
            pack: Rc::clone(&self.inner.pack),
            file: self.file(number, module),
        };
        let name = intern("<module>");
        let stub = stub(&origin, at, Rc::clone(&name), name);
        stub.behind_stub().unwrap_or_else(|| Rc::new(stub))
    }

    fn compile(&self, number: usize, module: &Module) -> Result<Rc<Code>, String> {
        let file = self.file(number, module);
        compile::compile_file(&file, Mode::Exec, compile::Options::default())
            .map_err(|problem| problem.message.to_string())
    }

    fn file(&self, number: usize, module: &Module) -> Rc<SourceFile> {
        Rc::new(SourceFile {
            name: intern(&index::file(module.name, module.is_package)),
            library: Some((self.clone(), number)),
            is_library: true,
            ..SourceFile::default()
        })
    }

    /// All code objects of a module, each before those inside it. None if the
    /// texts cannot be had.
    pub(crate) fn compiled(&self, number: usize) -> Rc<[Rc<Code>]> {
        if let Some(known) = self.inner.compiled.borrow().get(&number) {
            return Rc::clone(known);
        }
        let mut all = Vec::new();
        if self.texts().is_ok()
            && let Some(module) = self.inner.index.modules.get(number)
            && let Ok(code) = self.compile(number, module)
        {
            add_all(&code, &mut all);
        }
        let all: Rc<[Rc<Code>]> = all.into();
        if !all.is_empty() {
            let mut compiled = self.inner.compiled.borrow_mut();
            compiled.insert(number, Rc::clone(&all));
        }
        all
    }

    /// The text of a library file, by the name that it has in tracebacks.
    pub fn source_of(&self, file: &str) -> Option<&'static str> {
        let path = file.strip_prefix("<library>/")?.strip_suffix(".py")?;
        let name = path.strip_suffix("/__init__").unwrap_or(path);
        let (number, module) = self.module(&name.replace('/', "."))?;
        let is_it = index::file(module.name, module.is_package) == file;
        is_it.then(|| self.text(number)).flatten()
    }

    /// The text of a module, if the texts can be had.
    pub(crate) fn text(&self, number: usize) -> Option<&'static str> {
        let module = self.inner.index.modules.get(number)?;
        let bytes = self.texts().ok()?.get(module.text.clone())?;
        std::str::from_utf8(bytes).ok()
    }

    /// Tells the texts of this build from those of others.
    pub fn texts_version(&self) -> String {
        format!("{:016x}", self.inner.index.texts_hash)
    }

    fn texts(&self) -> Result<&'static [u8], String> {
        if let Some(texts) = self.inner.texts.get() {
            return Ok(texts);
        }
        let index = &self.inner.index;
        let fetch = self.inner.fetch.as_ref().ok_or("there is no library")?;
        let texts = fetch(&self.texts_version())?;
        if texts.len() != index.texts_len || index::hash(texts) != index.texts_hash {
            return Err("the file with the library is not that of this version".to_owned());
        }
        Ok(self.inner.texts.get_or_init(|| texts))
    }
}

fn add_all(code: &Rc<Code>, all: &mut Vec<Rc<Code>>) {
    all.push(Rc::clone(code));
    for constant in &code.constants {
        if let Value::Code(inner) = constant {
            add_all(inner, all);
        }
    }
}
