//! Making packs.

use super::bytes::Writer;
use super::instructions::{self, Sites};
use super::used::Used;
use crate::code::{Code, CodeKind, Positions};
use crate::compile::is_name_like;
use crate::object::Value;
use num_bigint::BigInt;
use rustc_hash::FxHashMap;
use std::cmp::Reverse;
use std::mem;
use std::rc::Rc;

/// Kinds of constants.
pub(super) mod tag {
    pub(in super::super) const NONE: u8 = 0;
    pub(in super::super) const FALSE: u8 = 1;
    pub(in super::super) const TRUE: u8 = 2;
    pub(in super::super) const ELLIPSIS: u8 = 3;
    pub(in super::super) const INT: u8 = 4;
    pub(in super::super) const BIG_INT: u8 = 5;
    pub(in super::super) const FLOAT: u8 = 6;
    pub(in super::super) const COMPLEX: u8 = 7;
    pub(in super::super) const STR: u8 = 8;
    pub(in super::super) const BYTES: u8 = 9;
    pub(in super::super) const TUPLE: u8 = 10;
    pub(in super::super) const CODE: u8 = 11;
}

/// Bits of a code object.
pub(super) mod flag {
    pub(in super::super) const KIND: u8 = 0x3;
    pub(in super::super) const VAR_POSITIONAL: u8 = 0x4;
    pub(in super::super) const VAR_KEYWORD: u8 = 0x8;
    pub(in super::super) const NAMESPACE: u8 = 0x10;
    pub(in super::super) const DOCSTRING: u8 = 0x20;
}

pub(super) const KINDS: [CodeKind; 4] = [
    CodeKind::Function,
    CodeKind::Generator,
    CodeKind::Coroutine,
    CodeKind::AsyncGenerator,
];

/// The two parts of a pack.
#[derive(Debug)]
pub struct Parts {
    /// What programs as a rule need.
    pub first: Vec<u8>,
    /// The rest.
    pub more: Vec<u8>,
}

/// A pack under construction. Texts are numbered by how often they occur, so
/// everything is gone through twice.
#[derive(Debug, Default)]
struct PackWriter<'a> {
    /// What the first part is to hold; everything if there is none.
    used: Option<&'a Used>,
    /// How often each text occurs in the first part and in the second.
    counts: FxHashMap<String, [usize; 2]>,
    /// The number of each, once they are counted.
    numbers: FxHashMap<String, usize>,
    /// The module whose code is written.
    module: &'a str,
    /// How many code objects of the module there were so far.
    codes: usize,
    /// Whether what is written goes into the second part.
    is_late: bool,
    /// The code of the second part.
    more: Writer,
}

/// The bytes of a pack with the code of these modules. The first part has the
/// code that was used, and the lines that were used; without `used` all.
///
/// # Errors
/// When a constant is of a kind that the compiler makes none of.
pub(crate) fn write(modules: &[(&str, Rc<Code>)], used: Option<&Used>) -> Result<Parts, String> {
    let mut writer = PackWriter {
        used,
        ..PackWriter::default()
    };
    writer.modules(modules)?;
    let mut texts: Vec<(String, [usize; 2])> = writer.counts.drain().collect();
    texts.sort_unstable_by(
        |(text, [first, later]), (other, [others_first, others_later])| {
            let key = (*first == 0, Reverse(*first), Reverse(*later), text);
            key.cmp(&(
                *others_first == 0,
                Reverse(*others_first),
                Reverse(*others_later),
                other,
            ))
        },
    );
    let early = texts.partition_point(|(_, [first, _])| *first > 0);
    let texts: Vec<String> = texts.into_iter().map(|(text, _)| text).collect();
    let (early, late) = texts.split_at(early);
    let [mut first, mut more] = [early, late].map(|texts| {
        let mut out = Writer::default();
        out.number(texts.len());
        texts.iter().for_each(|text| out.number(text.len()));
        texts.iter().for_each(|text| out.put(text.as_bytes()));
        out
    });
    writer.numbers = texts.into_iter().zip(0..).collect();
    writer.more = Writer::default();
    let (list, codes) = writer.modules(modules)?;
    first.put(&list.into_bytes());
    first.put(&codes.into_bytes());
    more.put(&writer.more.into_bytes());
    Ok(Parts {
        first: first.into_bytes(),
        more: more.into_bytes(),
    })
}

impl<'a> PackWriter<'a> {
    /// The list of modules, and their code.
    fn modules(&mut self, modules: &[(&'a str, Rc<Code>)]) -> Result<(Writer, Writer), String> {
        let mut list = Writer::default();
        let mut codes = Writer::default();
        list.number(modules.len());
        for (name, module) in modules {
            self.module = name;
            self.codes = 0;
            self.text(name, &mut list);
            if self.is_used() {
                list.number(codes.len() * 2);
                self.code(module, &mut codes)?;
            } else {
                list.number(self.later(module)? * 2 + 1);
            }
        }
        Ok((list, codes))
    }

    /// Whether the first part is to have the code object that comes next.
    fn is_used(&self) -> bool {
        self.used
            .is_none_or(|used| used.code(self.module, self.codes))
    }

    /// Writes code into the second part; its offset there.
    fn later(&mut self, code: &Code) -> Result<usize, String> {
        self.is_late = true;
        let mut own = Writer::default();
        self.code(code, &mut own)?;
        self.is_late = false;
        let at = self.more.len();
        self.more.put(&own.into_bytes());
        Ok(at)
    }

    fn text(&mut self, text: &str, out: &mut Writer) {
        if self.numbers.is_empty() {
            let [first, later] = self.counts.entry(text.to_owned()).or_default();
            *(if self.is_late { later } else { first }) += 1;
        } else {
            out.number(self.numbers.get(text).copied().unwrap_or(usize::MAX));
        }
    }

    fn texts<'t>(&mut self, texts: impl ExactSizeIterator<Item = &'t str>, out: &mut Writer) {
        out.number(texts.len());
        texts.for_each(|text| self.text(text, out));
    }

    fn code(&mut self, code: &Code, out: &mut Writer) -> Result<(), String> {
        let kind = KINDS.iter().position(|kind| *kind == code.kind);
        let bit = |set: bool, bit: u8| if set { bit } else { 0 };
        out.byte(
            kind.unwrap_or_default() as u8
                | bit(code.var_positional, flag::VAR_POSITIONAL)
                | bit(code.var_keyword, flag::VAR_KEYWORD)
                | bit(code.has_namespace, flag::NAMESPACE)
                | bit(code.docstring.is_some(), flag::DOCSTRING),
        );
        for number in [
            code.positional,
            code.positional_only,
            code.keyword_only,
            code.free_count,
            code.register_count,
        ] {
            out.number(number);
        }
        out.number(code.first_line);
        if let Some(text) = code.docstring() {
            // Seldom asked for, and read when it is.
            let is_late = mem::replace(&mut self.is_late, self.used.is_some());
            self.text(text.as_str(), out);
            self.is_late = is_late;
        }
        self.texts(code.local_names.iter().map(|name| name.as_str()), out);
        out.number(code.cell_registers.len());
        code.cell_registers.iter().for_each(|r| out.number(*r));
        self.texts(code.names.iter().map(|name| name.as_str()), out);
        self.texts(code.sites.iter().map(|site| site.name.as_str()), out);
        out.number(code.exceptions.len());
        for range in &code.exceptions {
            out.number(range.start);
            out.number(range.end);
            out.number(range.handler);
            out.number(range.exception);
        }
        out.number(code.instructions.len());
        let mut sites = Sites::default();
        for instruction in &code.instructions {
            let mut instruction = *instruction;
            sites.relative(&mut instruction);
            instructions::write(instruction, out);
        }
        out.number(self.codes);
        let mut lines = Writer::default();
        write_lines(&code.positions, &mut lines);
        let used = self.used;
        if self.is_late || used.is_none_or(|used| used.lines(self.module, self.codes)) {
            out.number(lines.len());
            out.put(&lines.into_bytes());
        } else {
            out.number(0u8);
            out.number(self.more.len());
            self.more.put(&lines.into_bytes());
        }
        self.codes += 1;
        out.number(code.constants.len());
        for constant in &code.constants {
            self.constant(constant, code, out)?;
        }
        Ok(())
    }

    fn constant(
        &mut self,
        constant: &Value,
        inside: &Code,
        out: &mut Writer,
    ) -> Result<(), String> {
        match constant {
            Value::None => out.byte(tag::NONE),
            Value::Bool(false) => out.byte(tag::FALSE),
            Value::Bool(true) => out.byte(tag::TRUE),
            Value::Ellipsis => out.byte(tag::ELLIPSIS),
            Value::Int(value) => {
                out.byte(tag::INT);
                out.signed(*value);
            }
            Value::BigInt(value) => {
                let value: &BigInt = value;
                let bytes = value.to_signed_bytes_le();
                out.byte(tag::BIG_INT);
                out.number(bytes.len());
                out.put(&bytes);
            }
            Value::Float(value) => {
                out.byte(tag::FLOAT);
                out.put(&value.to_le_bytes());
            }
            Value::Complex(value) => {
                out.byte(tag::COMPLEX);
                out.put(&value.re.to_le_bytes());
                out.put(&value.im.to_le_bytes());
            }
            Value::Str(text) => {
                out.byte(tag::STR);
                out.byte(is_name_like(text.as_str()).into());
                self.text(text.as_str(), out);
            }
            Value::Bytes(bytes) => {
                out.byte(tag::BYTES);
                out.number(bytes.0.len());
                out.put(&bytes.0);
            }
            Value::Tuple(items) => {
                out.byte(tag::TUPLE);
                out.number(items.items().len());
                for item in items.items() {
                    self.constant(item, inside, out)?;
                }
            }
            Value::Code(code) => {
                out.byte(tag::CODE);
                self.text(code.name.as_str(), out);
                if code.qualname.as_str() == super::inside(inside) + code.name.as_str() {
                    out.byte(0);
                } else {
                    out.byte(1);
                    self.text(code.qualname.as_str(), out);
                }
                if self.is_late || self.is_used() {
                    let mut own = Writer::default();
                    self.code(code, &mut own)?;
                    out.number(own.len());
                    out.put(&own.into_bytes());
                } else {
                    out.number(0u8);
                    out.number(self.later(code)?);
                }
            }
            other => return Err(format!("{}: no constant: {other:?}", inside.qualname)),
        }
        Ok(())
    }
}

fn write_lines(positions: &Positions, out: &mut Writer) {
    let mut last = 0;
    let mut run = 0u64;
    let mut pending = None;
    let flush = |pending: Option<i64>, run: u64, out: &mut Writer| {
        if let Some(step) = pending {
            out.signed(step);
            out.number(run);
        }
    };
    for index in 0..positions.len() {
        let line = i64::from(positions.line(index).unwrap_or_default());
        if pending.is_some() && line == last {
            run += 1;
        } else {
            flush(pending, run, out);
            pending = Some(line - last);
            last = line;
            run = 0;
        }
    }
    flush(pending, run, out);
}
