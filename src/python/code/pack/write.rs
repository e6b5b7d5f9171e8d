//! Making packs.

use super::bytes::Writer;
use super::instructions::{self, Sites};
use crate::code::{Code, CodeKind, Positions};
use crate::compile::is_name_like;
use crate::object::Value;
use num_bigint::BigInt;
use rustc_hash::FxHashMap;
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

/// A pack under construction. Texts are numbered by how often they occur, so
/// everything is gone through twice.
#[derive(Debug, Default)]
struct PackWriter {
    /// How often each text occurs; then its number.
    texts: FxHashMap<String, u32>,
    is_counting: bool,
    /// How many code objects of the module there were so far.
    codes: usize,
}

/// The bytes of a pack with the code of these modules.
///
/// # Errors
/// When a constant is of a kind that the compiler makes none of.
pub(crate) fn write(modules: &[(&str, Rc<Code>)]) -> Result<Vec<u8>, String> {
    let mut writer = PackWriter {
        is_counting: true,
        ..PackWriter::default()
    };
    for (name, module) in modules {
        writer.text(name, &mut Writer::default());
        writer.code(module, &mut Writer::default())?;
    }
    let mut texts: Vec<(String, u32)> = writer.texts.drain().collect();
    texts.sort_unstable_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let mut out = Writer::default();
    out.number(texts.len());
    for (text, _) in &texts {
        out.number(text.len());
    }
    for (text, _) in &texts {
        out.put(text.as_bytes());
    }
    let numbered = texts.into_iter().zip(0..);
    writer.texts = numbered.map(|((text, _), number)| (text, number)).collect();
    writer.is_counting = false;
    // The list of modules, and behind it their code.
    out.number(modules.len());
    let mut codes = Writer::default();
    for (name, module) in modules {
        writer.text(name, &mut out);
        out.number(codes.len());
        writer.codes = 0;
        writer.code(module, &mut codes)?;
    }
    out.put(&codes.into_bytes());
    Ok(out.into_bytes())
}

impl PackWriter {
    fn text(&mut self, text: &str, out: &mut Writer) {
        if self.is_counting {
            *self.texts.entry(text.to_owned()).or_default() += 1;
        } else {
            out.number(self.texts.get(text).copied().unwrap_or(u32::MAX));
        }
    }

    fn texts<'a>(&mut self, texts: impl ExactSizeIterator<Item = &'a str>, out: &mut Writer) {
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
        if let Some(text) = &code.docstring {
            self.text(text.as_str(), out);
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
        self.codes += 1;
        let mut lines = Writer::default();
        write_lines(&code.positions, &mut lines);
        out.number(lines.len());
        out.put(&lines.into_bytes());
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
                let mut own = Writer::default();
                self.code(code, &mut own)?;
                out.number(own.len());
                out.put(&own.into_bytes());
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
