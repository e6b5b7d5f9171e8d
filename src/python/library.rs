//! The library: modules written in Python.
//!
//! Modules that nearly every program needs may be compiled ahead: their code is
//! read a function at a time (see [`crate::code::pack`]). The others are
//! compiled from their texts when a program imports them; tracebacks and
//! `inspect.getsource` show the texts of all. The texts are asked for when first
//! needed, which may fail.

use crate::code::pack::{self, Origin, Pack};
pub use crate::code::pack::{More, Parts, Used};
use crate::code::{Code, SourceFile};
use crate::compile::{self, Mode};
use crate::object::{Value, intern};
use rustc_hash::FxHashMap;
use std::cell::{OnceCell, RefCell};
use std::fmt;
use std::rc::Rc;

/// Gives the texts of all modules, one behind the other, or says why it cannot.
pub type Fetch = Box<dyn Fn() -> Result<&'static [u8], String>>;

/// A module of the library.
#[derive(Clone, Copy, Debug)]
pub struct Module {
    /// Dotted.
    pub name: &'static str,
    /// Whether it is a package.
    pub is_package: bool,
    /// Where its text begins among the texts of all.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
}

impl Module {
    /// The name of its file in tracebacks.
    fn file(&self) -> String {
        let path = self.name.replace('.', "/");
        let init = if self.is_package { "/__init__" } else { "" };
        format!("<library>/{path}{init}.py")
    }
}

/// The library of a machine, or of several machines of one thread, which then
/// share what was read. The default one is empty.
#[derive(Clone, Default)]
pub struct Library {
    inner: Rc<Inner>,
}

#[derive(Default)]
struct Inner {
    modules: &'static [Module],
    numbers: FxHashMap<&'static str, usize>,
    pack: Rc<Pack>,
    texts: OnceCell<&'static [u8]>,
    fetch: Option<Fetch>,
    /// Code that was imported: it does not change, and what its inline caches
    /// hold is told apart by versions that no two machines of a thread share.
    read: RefCell<FxHashMap<usize, Rc<Code>>>,
    /// All code objects of modules that were compiled for their positions.
    compiled: RefCell<FxHashMap<usize, Rc<[Rc<Code>]>>>,
}

impl fmt::Debug for Library {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Library({} modules)", self.inner.modules.len())
    }
}

impl Library {
    /// A library of these modules, of which those in the pack are compiled. The
    /// pack's second part is asked for when it is needed.
    pub fn new(
        modules: &'static [Module],
        pack: &'static [u8],
        more: More,
        fetch: Fetch,
    ) -> Library {
        let names = modules.iter().map(|module| module.name);
        Library {
            inner: Rc::new(Inner {
                numbers: names.zip(0..).collect(),
                modules,
                pack: Rc::new(Pack::open(pack, more).unwrap_or_default()),
                fetch: Some(fetch),
                ..Inner::default()
            }),
        }
    }

    /// The pack of these modules, its first part with what was used, or with all.
    ///
    /// # Errors
    /// When there is no such module, or what is wrong with its text.
    pub fn pack(&self, names: &[&str], used: Option<&Used>) -> Result<Parts, String> {
        let mut modules = Vec::new();
        for name in names {
            let (number, module) = self
                .module(name)
                .ok_or_else(|| format!("there is no module {name}"))?;
            self.texts()?;
            modules.push((*name, self.compile(number, module)?));
        }
        pack::write(&modules, used)
    }

    /// What programs have used of the pack so far.
    pub fn used(&self) -> Used {
        let mut used = Used::default();
        for (number, code) in self.inner.read.borrow().iter() {
            if let Some(module) = self.inner.modules.get(*number) {
                used.add(module.name, code);
            }
        }
        used
    }

    /// The names of all modules, dotted.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.inner.modules.iter().map(|module| module.name)
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
        Some((number, self.inner.modules.get(number)?))
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
        let code = match self.inner.pack.place_of(name) {
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
        let stub = pack::stub(&origin, at, Rc::clone(&name), name);
        stub.behind_stub().unwrap_or_else(|| Rc::new(stub))
    }

    fn compile(&self, number: usize, module: &Module) -> Result<Rc<Code>, String> {
        let file = self.file(number, module);
        let code = compile::compile_file(&file, Mode::Exec, compile::Options::default())
            .map_err(|problem| problem.message.to_string())?;
        code.verify()?;
        Ok(code)
    }

    fn file(&self, number: usize, module: &Module) -> Rc<SourceFile> {
        Rc::new(SourceFile {
            name: intern(&module.file()),
            library: Some((self.clone(), number)),
            is_library: true,
            is_native: stands_for_c(module.name),
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
            && let Some(module) = self.inner.modules.get(number)
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
        let is_it = module.file() == file;
        is_it.then(|| self.text(number)).flatten()
    }

    /// The text of a module, if the texts can be had.
    pub(crate) fn text(&self, number: usize) -> Option<&'static str> {
        let module = self.inner.modules.get(number)?;
        let bytes = self.texts().ok()?.get(module.start..module.end)?;
        std::str::from_utf8(bytes).ok()
    }

    fn texts(&self) -> Result<&'static [u8], String> {
        if let Some(texts) = self.inner.texts.get() {
            return Ok(texts);
        }
        let fetch = self.inner.fetch.as_ref().ok_or("there is no library")?;
        let texts = fetch()?;
        Ok(self.inner.texts.get_or_init(|| texts))
    }
}

/// Modules and packages of the library that CPython has in C.
const IN_C: [&str; 19] = [
    "_files",
    "_prelude",
    "_string",
    "array",
    "binascii",
    "bisect",
    "cmath",
    "contextvars",
    "csv",
    "datetime",
    "decimal",
    "errno",
    "gc",
    "hashlib",
    "io",
    "operator",
    "os",
    "struct",
    "unicodedata",
];

/// Whether a module of the library stands for what CPython has in C.
fn stands_for_c(name: &str) -> bool {
    let package = name.split('.').next().unwrap_or_default();
    IN_C.contains(&package)
}

fn add_all(code: &Rc<Code>, all: &mut Vec<Rc<Code>>) {
    all.push(Rc::clone(code));
    for constant in &code.constants {
        if let Value::Code(inner) = constant {
            add_all(inner, all);
        }
    }
}
