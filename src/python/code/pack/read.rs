//! Reading packs, a code object at a time.

use super::bytes::Reader;
use super::instructions::{self, Sites};
use super::write::{KINDS, flag, tag};
use super::{PackedPositions, Positions, inside};
use crate::code::{Code, Docstring, ExceptionRange, Instr, Position, Site, SourceFile};
use crate::library::Library;
use crate::object::{Bytes, Complex, Str, StrRef, Value, intern};
use num_bigint::BigInt;
use rustc_hash::FxHashMap;
use std::cell::{Cell, OnceCell};
use std::rc::Rc;

/// The module that code of a pack belongs to.
#[derive(Clone, Debug)]
pub struct Origin {
    pub(crate) library: Library,
    /// The module's number in the library.
    pub(crate) module: usize,
    pub(crate) pack: Rc<Pack>,
    pub(crate) file: Rc<SourceFile>,
}

impl Origin {
    pub(super) fn pack(&self) -> &Pack {
        &self.pack
    }
}

/// Gives the second part of a pack.
pub type More = fn() -> &'static [u8];

/// A pack that is being used.
///
/// An offset is one in the first part, or, from its end on, one in the code of
/// the second.
#[derive(Default)]
pub struct Pack {
    bytes: &'static [u8],
    texts: Box<[Text]>,
    /// The modules, each with the offset of its code.
    places: FxHashMap<&'static str, usize>,
    more: Option<More>,
    late: OnceCell<LatePart>,
}

/// The second part of a pack.
#[derive(Default)]
struct LatePart {
    texts: Box<[Text]>,
    codes: &'static [u8],
}

/// One text of a pack, and what was made of it. What is used as a name is
/// interned, other texts are one object each.
struct Text {
    bytes: &'static [u8],
    name: OnceCell<StrRef>,
    other: OnceCell<StrRef>,
}

impl Text {
    fn get(&self) -> Option<&'static str> {
        std::str::from_utf8(self.bytes).ok()
    }

    fn name(&self) -> Option<StrRef> {
        if let Some(name) = self.name.get() {
            return Some(Rc::clone(name));
        }
        let name = intern(self.get()?);
        Some(Rc::clone(self.name.get_or_init(|| name)))
    }

    fn other(&self) -> Option<StrRef> {
        if let Some(made) = self.other.get() {
            return Some(Rc::clone(made));
        }
        let made = Rc::new(Str::new(self.get()?));
        Some(Rc::clone(self.other.get_or_init(|| made)))
    }
}

/// Reads a list of texts.
fn texts(reader: &mut Reader<'static>) -> Option<Box<[Text]>> {
    let count = reader.count()?;
    let mut lengths = Vec::with_capacity(count);
    for _ in 0..count {
        lengths.push(reader.size()?);
    }
    let mut texts = Vec::with_capacity(count);
    for length in lengths {
        texts.push(Text {
            bytes: reader.take(length)?,
            name: OnceCell::new(),
            other: OnceCell::new(),
        });
    }
    Some(texts.into())
}

impl LatePart {
    fn open(bytes: &'static [u8]) -> Option<LatePart> {
        let mut reader = Reader::at(bytes, 0)?;
        let texts = texts(&mut reader)?;
        let codes = reader.take(reader.left())?;
        Some(LatePart { texts, codes })
    }
}

impl std::fmt::Debug for Pack {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Pack({} bytes)", self.bytes.len())
    }
}

impl Pack {
    /// A pack of these bytes; `None` if they are none. `more` gives its second part.
    pub fn open(bytes: &'static [u8], more: More) -> Option<Pack> {
        let mut reader = Reader::at(bytes, 0)?;
        let texts = texts(&mut reader)?;
        let mut modules = Vec::new();
        for _ in 0..reader.count()? {
            let name = texts.get(reader.size()?)?;
            modules.push((name.get()?, reader.size()?));
        }
        let codes = bytes.len() - reader.left();
        let mut places = FxHashMap::default();
        for (name, place) in modules {
            // The lowest bit says which part it is in.
            let start = if place & 1 == 0 { codes } else { bytes.len() };
            places.insert(name, start.checked_add(place >> 1)?);
        }
        Some(Pack {
            bytes,
            texts,
            places,
            more: Some(more),
            late: OnceCell::new(),
        })
    }

    /// Where the code of a module is.
    pub(crate) fn place_of(&self, module: &str) -> Option<usize> {
        self.places.get(module).copied()
    }

    #[cold]
    fn late(&self) -> &LatePart {
        self.late.get_or_init(|| {
            self.more
                .and_then(|more| LatePart::open(more()))
                .unwrap_or_default()
        })
    }

    /// Reads from an offset on.
    fn reader(&self, at: usize) -> Option<Reader<'static>> {
        match at.checked_sub(self.bytes.len()) {
            None => Reader::at(self.bytes, at),
            Some(at) => Reader::at(self.late().codes, at),
        }
    }

    /// The offset of what a reader reads next that began to read at `start`.
    fn offset(&self, start: usize, reader: &Reader<'_>) -> usize {
        let end = if start < self.bytes.len() {
            self.bytes.len()
        } else {
            self.bytes.len() + self.late().codes.len()
        };
        end - reader.left()
    }

    /// What is read next: its offset, and it is passed over. A length of 0 is
    /// followed by the offset in the second part.
    fn place(&self, start: usize, from: &mut Reader<'_>) -> Option<usize> {
        let length = from.size()?;
        if length == 0 {
            return self.bytes.len().checked_add(from.size()?);
        }
        let at = self.offset(start, from);
        from.take(length)?;
        Some(at)
    }

    fn text_at(&self, number: usize) -> Option<&Text> {
        match number.checked_sub(self.texts.len()) {
            None => self.texts.get(number),
            Some(number) => self.late().texts.get(number),
        }
    }

    /// A text that is no name, by its number.
    pub(super) fn text_object(&self, number: usize) -> Option<StrRef> {
        self.text_at(number)?.other()
    }

    fn name(&self, from: &mut Reader<'_>) -> Option<StrRef> {
        self.text_at(from.size()?)?.name()
    }

    fn text(&self, from: &mut Reader<'_>) -> Option<StrRef> {
        self.text_object(from.size()?)
    }

    fn names(&self, from: &mut Reader<'_>) -> Option<Vec<StrRef>> {
        let count = from.count()?;
        let mut names = Vec::with_capacity(count);
        for _ in 0..count {
            names.push(self.name(from)?);
        }
        Some(names)
    }
}

/// The code at an offset, but not the code inside it.
pub(super) fn code(origin: &Origin, at: usize, stub: &Code) -> Option<Code> {
    let pack = &*origin.pack;
    let start = at;
    let from = &mut pack.reader(start)?;
    let flags = from.byte()?;
    let mut code = Code::empty(
        Rc::clone(&stub.name),
        Rc::clone(&stub.qualname),
        Rc::clone(&origin.file),
    );
    code.kind = *KINDS.get(usize::from(flags & flag::KIND))?;
    code.var_positional = flags & flag::VAR_POSITIONAL != 0;
    code.var_keyword = flags & flag::VAR_KEYWORD != 0;
    code.has_namespace = flags & flag::NAMESPACE != 0;
    code.positional = from.small()?;
    code.positional_only = from.small()?;
    code.keyword_only = from.small()?;
    code.all_positional = code.keyword_only == 0 && !code.var_positional && !code.var_keyword;
    code.free_count = from.small()?;
    code.register_count = from.small()?;
    code.first_line = from.small()?;
    if flags & flag::DOCSTRING != 0 {
        code.docstring = Some(Docstring::Packed(from.small()?));
    }
    code.local_names = pack.names(from)?;
    code.cell_registers = list(from, |from| from.small())?;
    code.names = pack.names(from)?;
    code.sites = list(from, |from| {
        Some(Site {
            name: pack.name(from)?,
            cache: Cell::default(),
        })
    })?;
    code.exceptions = list(from, |from| {
        Some(ExceptionRange {
            start: from.small()?,
            end: from.small()?,
            handler: from.small()?,
            exception: from.small()?,
        })
    })?;
    code.find_direct();
    let mut sites = Sites::default();
    code.instructions = list(from, |from| {
        let mut instruction = instructions::read(from)?;
        sites.absolute(&mut instruction);
        Some(instruction)
    })?;
    let number = from.size()?;
    let lines_at = pack.place(start, from)?;
    code.positions = Positions::Packed(PackedPositions {
        origin: origin.clone(),
        count: code.instructions.len(),
        lines_at,
        number,
        lines: OnceCell::new(),
        all: OnceCell::new(),
    });
    let prefix = inside(&code);
    code.constants = list(from, |from| constant(origin, &prefix, start, from))?;
    Some(code)
}

fn list<T>(
    from: &mut Reader<'_>,
    mut one: impl FnMut(&mut Reader<'_>) -> Option<T>,
) -> Option<Vec<T>> {
    let count = from.count()?;
    let mut all = Vec::with_capacity(count);
    for _ in 0..count {
        all.push(one(from)?);
    }
    Some(all)
}

/// A constant of code that begins at `start` and is called `prefix`.
fn constant(origin: &Origin, prefix: &str, start: usize, from: &mut Reader<'_>) -> Option<Value> {
    let pack = &*origin.pack;
    let float = |from: &mut Reader<'_>| {
        let bytes = from.take(8)?.try_into().ok()?;
        Some(f64::from_le_bytes(bytes))
    };
    Some(match from.byte()? {
        tag::NONE => Value::None,
        tag::FALSE => Value::Bool(false),
        tag::TRUE => Value::Bool(true),
        tag::ELLIPSIS => Value::Ellipsis,
        tag::INT => Value::Int(from.signed()?),
        tag::BIG_INT => {
            let count = from.count()?;
            Value::big(BigInt::from_signed_bytes_le(from.take(count)?))
        }
        tag::FLOAT => Value::Float(float(from)?),
        tag::COMPLEX => Value::Complex(Rc::new(Complex {
            re: float(from)?,
            im: float(from)?,
        })),
        tag::STR => Value::Str(if from.byte()? == 0 {
            pack.text(from)?
        } else {
            pack.name(from)?
        }),
        tag::BYTES => {
            let count = from.count()?;
            Value::Bytes(Rc::new(Bytes(from.take(count)?.into())))
        }
        tag::TUPLE => Value::tuple(list(from, |from| constant(origin, prefix, start, from))?),
        tag::CODE => {
            let name = pack.name(from)?;
            let qualname = match from.byte()? {
                0 if prefix.is_empty() => Rc::clone(&name),
                0 => intern(&format!("{prefix}{name}")),
                _ => pack.name(from)?,
            };
            let at = pack.place(start, from)?;
            Value::Code(Rc::new(super::stub(origin, at, name, qualname)))
        }
        _ => return None,
    })
}

/// The lines of a code object's instructions: how far each line is from the
/// one before and how many more instructions are on it.
pub(super) fn lines(pack: &Pack, at: usize, count: usize) -> Option<Box<[u32]>> {
    let mut from = pack.reader(at)?;
    let mut line = 0i64;
    let mut lines = Vec::with_capacity(count);
    while lines.len() < count {
        line = line.checked_add(from.signed()?)?;
        let number = u32::try_from(line).ok()?;
        for _ in 0..=from.number()?.min(count as u64) {
            lines.push(number);
        }
    }
    lines.truncate(count);
    Some(lines.into())
}

/// Stands for code whose bytes cannot be read: calling it is an error.
pub(super) fn damaged(stub: &Code) -> Code {
    Code {
        instructions: vec![Instr::RaiseCurrent],
        positions: Positions::Known(vec![Position::default()]),
        var_positional: true,
        var_keyword: true,
        all_positional: false,
        register_count: 2,
        ..Code::empty(
            Rc::clone(&stub.name),
            Rc::clone(&stub.qualname),
            Rc::clone(&stub.file),
        )
    }
}
