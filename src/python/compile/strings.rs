//! f-strings and t-strings.

use super::constant::Literal;
use super::{Compiler, Outcome};
use crate::code::{self, Instr, Intrinsic, NO_REG, Reg};
use crate::syntax::Span;
use crate::syntax::tree::{Conversion, Field, StringPart};

/// Parts that are joined at once.
const MAX_AT_ONCE: usize = 64;

impl<'tree> Compiler<'tree> {
    pub(super) fn format_string(
        &mut self,
        parts: &'tree [StringPart],
        span: Span,
        d: Reg,
    ) -> Outcome {
        match parts {
            [] => {
                self.at(span);
                self.load_literal(&Literal::Str("".into()), d);
                return Ok(());
            }
            [StringPart::Literal(text)] => {
                self.at(span);
                self.load_literal(&Literal::Str(text.clone()), d);
                return Ok(());
            }
            [StringPart::Field(field)] => return self.field(field, span, d),
            _ => {}
        }
        if parts.len() > MAX_AT_ONCE {
            return self.long_format_string(parts, span, d);
        }
        let start = self.unit.mark();
        for part in parts {
            let text = self.unit.temp();
            match part {
                StringPart::Literal(literal) => {
                    self.at(span);
                    self.load_literal(&Literal::Str(literal.clone()), text);
                }
                StringPart::Field(field) => self.field(field, span, text)?,
            }
        }
        self.at(span);
        let n = u16::try_from(parts.len()).unwrap_or(u16::MAX);
        self.unit.emit(Instr::BuildString { d, start, n });
        self.consumed(start, parts.len());
        self.unit.cleanse(d);
        Ok(())
    }

    /// Joins pieces of a string with very many parts.
    fn long_format_string(&mut self, parts: &'tree [StringPart], span: Span, d: Reg) -> Outcome {
        let text = self.unit.temp();
        let piece = self.unit.temp();
        for (index, parts) in parts.chunks(MAX_AT_ONCE).enumerate() {
            let into = if index == 0 { text } else { piece };
            let mark = self.unit.mark();
            self.format_string(parts, span, into)?;
            self.unit.release(mark);
            if index > 0 {
                self.unit.emit(Instr::BuildString {
                    d: text,
                    start: text,
                    n: 2,
                });
            }
        }
        self.move_result(text, d);
        self.unit.cleanse(d);
        Ok(())
    }

    fn field(&mut self, field: &'tree Field, span: Span, d: Reg) -> Outcome {
        let mark = self.unit.mark();
        let a = self.operand(&field.value)?;
        let spec = match field.format_spec.as_deref() {
            None | Some([]) => NO_REG,
            Some(parts) => {
                let spec = self.unit.temp();
                self.format_string(parts, span, spec)?;
                spec
            }
        };
        // CPython up to 3.11 points at the whole text.
        self.at(span);
        let conv = match field.conversion {
            None => code::Conversion::None,
            Some(Conversion::Str) => code::Conversion::Str,
            Some(Conversion::Repr) => code::Conversion::Repr,
            Some(Conversion::Ascii) => code::Conversion::Ascii,
        };
        self.unit.emit(Instr::FormatValue { conv, d, a, spec });
        self.unit.cleanse(d);
        self.unit.release(mark);
        Ok(())
    }

    pub(super) fn template_string(
        &mut self,
        parts: &'tree [StringPart],
        span: Span,
        d: Reg,
    ) -> Outcome {
        let start = self.unit.mark();
        for part in parts {
            let item = self.unit.temp();
            match part {
                StringPart::Literal(literal) => {
                    self.at(span);
                    self.load_literal(&Literal::Str(literal.clone()), item);
                }
                StringPart::Field(field) => self.interpolation(field, item)?,
            }
        }
        self.at(span);
        let n = u16::try_from(parts.len()).unwrap_or(u16::MAX);
        let all = self.unit.temp();
        self.unit.emit(Instr::BuildTuple { d: all, start, n });
        self.consumed(start, parts.len());
        self.unit.soil(all);
        let what = Intrinsic::BuildTemplate;
        self.unit.emit(Instr::Intrinsic {
            what,
            d,
            a: all,
            b: NO_REG,
        });
        self.unit.soil(d);
        Ok(())
    }

    fn interpolation(&mut self, field: &'tree Field, d: Reg) -> Outcome {
        let mark = self.unit.mark();
        let start = self.temp_of(&field.value)?;
        let text = self.unit.temp();
        self.load_literal(&Literal::Str(field.text.clone()), text);
        let conversion = self.unit.temp();
        let letter = match field.conversion {
            None => Literal::None,
            Some(Conversion::Str) => Literal::Str("s".into()),
            Some(Conversion::Repr) => Literal::Str("r".into()),
            Some(Conversion::Ascii) => Literal::Str("a".into()),
        };
        self.load_literal(&letter, conversion);
        let spec = self.unit.temp();
        self.format_string(
            field.format_spec.as_deref().unwrap_or(&[]),
            field.span,
            spec,
        )?;
        self.at(field.span);
        let all = self.unit.temp();
        self.unit.emit(Instr::BuildTuple {
            d: all,
            start,
            n: 4,
        });
        self.consumed(start, 4);
        self.unit.soil(all);
        let what = Intrinsic::BuildInterpolation;
        self.unit.emit(Instr::Intrinsic {
            what,
            d,
            a: all,
            b: NO_REG,
        });
        self.unit.soil(d);
        self.unit.release(mark);
        Ok(())
    }
}
