//! Code objects: what the compiler makes and the machine runs.

mod disassemble;
mod instruction;
pub mod pack;
mod verify;

pub use disassemble::disassemble;
pub use instruction::{BinaryOp, CompareOp, Conversion, Instr, Intrinsic, NO_REG, Reg, UnaryOp};
pub use pack::Positions;

use crate::library::Library;
use crate::object::{StrRef, Value, intern};
use crate::vm::RustBody;
use coroscope_trace::TextId;
use std::cell::{Cell, OnceCell};
use std::rc::Rc;

/// Where an instruction comes from; all zero when it has no source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Position {
    /// 1-based first line.
    pub line: u32,
    /// 1-based last line.
    pub end_line: u32,
    /// 0-based column of the first character, in code points.
    pub column: u16,
    /// 0-based column behind the last character, in code points.
    pub end_column: u16,
}

/// A range of instructions whose exceptions go to a handler. Where ranges
/// nest, the inner one comes first in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExceptionRange {
    /// First protected instruction.
    pub start: u32,
    /// First instruction behind the range.
    pub end: u32,
    /// Where to go on.
    pub handler: u32,
    /// Receives the exception.
    pub exception: Reg,
}

/// A comprehension that runs in the code around it, where CPython 3.11 calls a
/// function: tracebacks tell of that call.
#[derive(Clone, Debug)]
pub struct Inlined {
    /// Its first instruction, whose position is that of the comprehension.
    pub start: u32,
    /// First instruction behind it.
    pub end: u32,
    /// The name of the function.
    pub name: &'static str,
    /// The function's variables, and those around it that it uses, with their
    /// registers.
    pub variables: Rc<[(StrRef, Reg)]>,
}

/// What kind of object a call of the code makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeKind {
    /// The call runs the body.
    Function,
    /// The call makes a generator.
    Generator,
    /// The call makes a coroutine.
    Coroutine,
    /// The call makes an asynchronous generator.
    AsyncGenerator,
}

/// A place that refers to a name, with room for what the machine learned there.
#[derive(Debug)]
pub struct Site {
    /// The attribute's or variable's name, interned.
    pub name: StrRef,
    /// Inline cache: see `vm/sites.rs` for its meaning.
    pub cache: Cell<SiteCache>,
}

/// Contents of an inline cache: a version that must match and an index.
#[derive(Clone, Copy, Debug, Default)]
pub struct SiteCache {
    /// Class or dict version the rest was learned from; 0 is never valid.
    pub version: u32,
    /// What was found, in the terms of the instruction.
    pub index: u32,
    /// A second version or index.
    pub extra: u32,
}

/// The source file of code, shared by all code objects made from it.
#[derive(Debug)]
pub struct SourceFile {
    /// As tracebacks print it.
    pub name: StrRef,
    /// The text, where it is at hand.
    pub text: Rc<str>,
    /// Where the text is otherwise: the library, and the number of the module.
    pub library: Option<(Library, usize)>,
    /// Part of the library, which the page folds away.
    pub is_library: bool,
    /// Part of the library that stands for what CPython has in C: tracebacks do
    /// not show its frames.
    pub is_native: bool,
    /// Typed at a prompt or made by the program: tracebacks have its line numbers, but
    /// not its lines.
    pub has_no_file: bool,
    /// Lines of the visitor's text that stand before this one: what the event
    /// log adds to its line numbers.
    pub lines_before: u32,
    /// What the compiler warns of: offset, line and words.
    pub warnings: std::cell::RefCell<Vec<(u32, u32, String)>>,
    /// The machine that ran the code last (`Vm::number`) and the file's index
    /// in the event log of that machine. Library code outlives machines.
    pub log_index: Cell<(u32, u8)>,
}

impl SourceFile {
    /// The text.
    pub fn text(&self) -> &str {
        match &self.library {
            Some((library, module)) => library.text(*module).unwrap_or_default(),
            None => &self.text,
        }
    }

    /// The text, as far as tracebacks and warnings may show it.
    pub fn shown_text(&self) -> &str {
        if self.has_no_file { "" } else { self.text() }
    }
}

impl Default for SourceFile {
    /// An empty program without a name.
    fn default() -> SourceFile {
        SourceFile {
            name: intern(""),
            text: Rc::from(""),
            library: None,
            is_library: false,
            is_native: false,
            has_no_file: false,
            warnings: std::cell::RefCell::default(),
            lines_before: 0,
            log_index: Cell::default(),
        }
    }
}

/// A compiled function, class body, module or comprehension.
#[derive(Debug)]
pub struct Code {
    /// `co_name`
    pub name: StrRef,
    /// `co_qualname`
    pub qualname: StrRef,
    /// Where it was compiled from.
    pub file: Rc<SourceFile>,
    /// `co_firstlineno`
    pub first_line: u32,
    /// What a call makes.
    pub kind: CodeKind,
    /// Parameters that may be given by position (positional-only ones included).
    pub positional: u16,
    /// How many of these are positional-only.
    pub positional_only: u16,
    /// Keyword-only parameters.
    pub keyword_only: u16,
    /// Has `*args`.
    pub var_positional: bool,
    /// Has `**kwargs`.
    pub var_keyword: bool,
    /// Has no parameters but positional ones.
    pub all_positional: bool,
    /// What calls ask first, see [`Code::find_direct`].
    pub is_direct: Cell<bool>,
    /// The body's names live in a namespace dict (module, class body, exec).
    pub has_namespace: bool,
    /// Names of the variable registers: positional parameters, keyword-only
    /// ones, `*args`, `**kwargs`, other locals and own cells, then free
    /// variables (the last `free_count`).
    pub local_names: Vec<StrRef>,
    /// Which variable registers hold cells of this function's own variables.
    pub cell_registers: Vec<Reg>,
    /// Free variables: the last registers of `local_names`, filled from the closure.
    pub free_count: u16,
    /// All registers, temporaries included.
    pub register_count: u16,
    /// The instructions; the last one never falls through.
    pub instructions: Vec<Instr>,
    /// One position for each instruction.
    pub positions: Positions,
    /// Constants.
    pub constants: Vec<Value>,
    /// Names for instructions without a cache.
    pub names: Vec<StrRef>,
    /// Attribute and global accesses.
    pub sites: Vec<Site>,
    /// Handlers, inner ranges first.
    pub exceptions: Vec<ExceptionRange>,
    /// Comprehensions that run as part of it, outer ones first; none are told
    /// of code of the library.
    pub inlined: Vec<Inlined>,
    /// `__doc__` of the function made from it.
    pub docstring: Option<Docstring>,
    /// This is a stub: the code is elsewhere.
    pub late: Option<Box<pack::Late>>,
    /// Which text of the log its `__qualname__` is, and in which machine.
    pub name_in_log: Cell<(u32, TextId)>,
    /// What there is of it in Rust.
    pub in_rust: OnceCell<RustBody>,
}

/// The text of a docstring.
#[derive(Clone, Debug)]
pub enum Docstring {
    /// As the compiler made it.
    Known(StrRef),
    /// The text of this number in the pack that has the code.
    Packed(u32),
}

impl Code {
    /// Finds out whether a call with an argument for each parameter needs
    /// nothing but a frame: it makes no generator, there are no free variables
    /// and nothing of it is in Rust.
    pub(crate) fn find_direct(&self) {
        self.is_direct.set(
            self.all_positional
                && self.kind == CodeKind::Function
                && self.free_count == 0
                && self.late.is_none()
                && self.in_rust.get().is_none(),
        );
    }

    /// The comprehensions that an instruction is part of, inner ones first,
    /// each with its index in `inlined`.
    pub fn inlined_at(&self, instruction: u32) -> impl Iterator<Item = (usize, &Inlined)> {
        let inlined = self.inlined.iter().enumerate().rev();
        inlined.filter(move |(_, range)| (range.start..range.end).contains(&instruction))
    }

    /// The docstring, which is read now if the code is from a pack.
    pub fn docstring(&self) -> Option<StrRef> {
        match self.docstring.as_ref()? {
            Docstring::Known(text) => Some(Rc::clone(text)),
            Docstring::Packed(number) => self.positions.docstring(*number as usize),
        }
    }

    /// Code without parameters or instructions, to be filled in.
    pub(crate) fn empty(name: StrRef, qualname: StrRef, file: Rc<SourceFile>) -> Code {
        Code {
            name,
            qualname,
            file,
            first_line: 0,
            kind: CodeKind::Function,
            positional: 0,
            positional_only: 0,
            keyword_only: 0,
            var_positional: false,
            var_keyword: false,
            all_positional: true,
            is_direct: Cell::new(false),
            has_namespace: false,
            local_names: Vec::new(),
            cell_registers: Vec::new(),
            free_count: 0,
            register_count: 0,
            instructions: Vec::new(),
            positions: Positions::Known(Vec::new()),
            constants: Vec::new(),
            names: Vec::new(),
            sites: Vec::new(),
            exceptions: Vec::new(),
            inlined: Vec::new(),
            docstring: None,
            late: None,
            in_rust: OnceCell::new(),
            name_in_log: Cell::default(),
        }
    }
}
