//! Calls.

use std::collections::HashSet;

use super::constant::Literal;
use super::names::Place;
use super::{Compiler, Outcome};
use crate::code::{Instr, Reg};
use crate::syntax::Span;
use crate::syntax::tree::{Argument, Call, Expr, ExprKind, Ident, Name};

/// Arguments a call passes in registers.
const MAX_IN_REGISTERS: usize = 255;

impl<'tree> Compiler<'tree> {
    pub(super) fn call(&mut self, call: &'tree Call, span: Span, d: Reg) -> Outcome {
        self.check_keywords(&call.arguments)?;
        if is_plain(&call.arguments) {
            if let ExprKind::Attribute(attribute) = &call.function.kind
                && !self.is_super(&attribute.value)
            {
                return self.method_call(call, attribute, span, d);
            }
            let base = self.temp_of(&call.function)?;
            if self.is_super_call(call)
                && let Some((class, first)) = self.method_operands()
            {
                // `super()` is `super(__class__, first parameter)`.
                let start = self.unit.temp();
                let receiver = self.unit.temp();
                self.at(span);
                self.load_super_operands(class, first, start, receiver);
                self.unit.emit(Instr::Call { argc: 2, d, base });
                self.consumed(base, 3);
                self.unit.soil(d);
                return Ok(());
            }
            let names = self.arguments_in_registers(&call.arguments)?;
            self.at(span);
            self.emit_call(base, &call.arguments, names, d);
            return Ok(());
        }
        let base = self.temp_of(&call.function)?;
        self.spread_call(base, &call.arguments, span, d)
    }

    /// `a.name(…)`: no bound method is made.
    fn method_call(
        &mut self,
        call: &'tree Call,
        attribute: &'tree crate::syntax::tree::Attribute,
        span: Span,
        d: Reg,
    ) -> Outcome {
        let base = self.unit.temp();
        let object = self.operand_by(&attribute.value, base)?;
        let receiver = self.unit.temp();
        self.at_attribute(call.function.span, attribute);
        let site = self.site16(&attribute.name.name);
        self.unit.emit(Instr::LoadMethod {
            d: base,
            a: object,
            site,
        });
        self.unit.soil(base);
        self.unit.soil(receiver);
        let names = self.arguments_in_registers(&call.arguments)?;
        self.at_attribute(span, attribute);
        let argc = u8::try_from(call.arguments.len()).unwrap_or(u8::MAX);
        self.unit.emit(match names {
            Some(names) => Instr::CallMethodKw {
                argc,
                d,
                base,
                names,
            },
            None => Instr::CallMethod { argc, d, base },
        });
        self.consumed(base, call.arguments.len() + 2);
        self.unit.soil(d);
        Ok(())
    }

    fn emit_call(&mut self, base: Reg, arguments: &[Argument], names: Option<u16>, d: Reg) {
        let argc = u8::try_from(arguments.len()).unwrap_or(u8::MAX);
        self.unit.emit(match names {
            Some(names) => Instr::CallKw {
                argc,
                d,
                base,
                names,
            },
            None => Instr::Call { argc, d, base },
        });
        self.consumed(base, arguments.len() + 1);
        self.unit.soil(d);
    }

    /// Evaluates plain arguments into the next temporaries. Gives the constant
    /// with the names of the keywords, if there are any.
    pub(super) fn arguments_in_registers(
        &mut self,
        arguments: &'tree [Argument],
    ) -> Outcome<Option<u16>> {
        let mut names = Vec::new();
        for argument in arguments {
            if let Argument::Keyword(name, _) = argument {
                names.push(Literal::Str(name.name.clone()));
            }
            self.temp_of(argument.value())?;
        }
        if names.is_empty() {
            return Ok(None);
        }
        let index = self.unit.constant(&Literal::Tuple(names));
        Ok(Some(self.unit.short(index)))
    }

    /// A call with `*` or `**`, or with very many arguments. `base` holds the
    /// callee.
    fn spread_call(
        &mut self,
        base: Reg,
        arguments: &'tree [Argument],
        span: Span,
        d: Reg,
    ) -> Outcome {
        let list = self.unit.temp();
        let _dict = self.unit.temp();
        self.at(span);
        self.unit.emit(Instr::BuildList {
            d: list,
            start: list,
            n: 0,
        });
        self.unit.soil(list);
        self.spread_arguments(base, arguments, None, span, d)
    }

    /// The rest of [`Compiler::spread_call`], when the two registers behind
    /// `base` are in use and the first holds a list. The value of the register
    /// `extra` comes behind the positional arguments.
    pub(super) fn spread_arguments(
        &mut self,
        base: Reg,
        arguments: &'tree [Argument],
        extra: Option<Reg>,
        span: Span,
        d: Reg,
    ) -> Outcome {
        let (list, dict) = (base + 1, base + 2);
        // A star alone is read when all is evaluated.
        let alone = match single_positional(arguments) {
            Some(Argument::Star(value)) if extra.is_none() => Some(self.temp_of(value)?),
            _ => None,
        };
        // Stars are evaluated before keywords, wherever they stand.
        for argument in arguments.iter().filter(|_| alone.is_none()) {
            let mark = self.unit.mark();
            match argument {
                Argument::Positional(value) => {
                    let a = self.temp_of(value)?;
                    self.unit.emit(Instr::ListAppend { list, a });
                    self.unit.cleanse(a);
                }
                Argument::Star(value) => {
                    let a = self.operand(value)?;
                    self.at(span);
                    self.unit.emit(Instr::ListExtend { list, a });
                }
                _ => {}
            }
            self.unit.release(mark);
        }
        if let Some(extra) = extra {
            let a = self.unit.temp();
            self.unit.emit(Instr::Move { d: a, a: extra });
            self.unit.emit(Instr::ListAppend { list, a });
            self.unit.forget(a);
        }
        let has_keywords = arguments
            .iter()
            .any(|argument| matches!(argument, Argument::Keyword(..) | Argument::DoubleStar(_)));
        if has_keywords {
            self.unit.emit(Instr::BuildMap {
                d: dict,
                start: dict,
                n: 0,
            });
            self.unit.soil(dict);
        } else {
            self.unit.emit(Instr::Clear { d: dict });
        }
        // Keywords behind a `**` may repeat what that gave, so they are merged
        // as such a mapping is.
        let (first, behind) = arguments.split_at(
            arguments
                .iter()
                .position(|argument| matches!(argument, Argument::DoubleStar(_)))
                .unwrap_or(arguments.len()),
        );
        self.keywords_into(dict, first)?;
        for run in behind.chunk_by(|a, b| !is_double_star(a) && !is_double_star(b)) {
            let mark = self.unit.mark();
            match run {
                [Argument::DoubleStar(value)] => {
                    let a = self.operand(value)?;
                    self.at(span);
                    self.unit.emit(Instr::DictMerge {
                        dict,
                        a,
                        callee: base,
                    });
                }
                run if run.iter().any(|a| matches!(a, Argument::Keyword(..))) => {
                    let a = self.unit.temp();
                    self.unit.emit(Instr::BuildMap {
                        d: a,
                        start: a,
                        n: 0,
                    });
                    self.unit.soil(a);
                    self.keywords_into(a, run)?;
                    self.at(span);
                    self.unit.emit(Instr::DictMerge {
                        dict,
                        a,
                        callee: base,
                    });
                }
                _ => {}
            }
            self.unit.release(mark);
        }
        self.at(span);
        if let Some(a) = alone {
            self.unit.emit(Instr::SpreadStar {
                list,
                a,
                callee: base,
            });
            self.unit.release(a);
        }
        self.unit.emit(Instr::CallEx { d, base });
        self.consumed(base, 3);
        self.unit.soil(d);
        Ok(())
    }

    /// Puts the keywords among some arguments into a dict.
    fn keywords_into(&mut self, dict: Reg, arguments: &'tree [Argument]) -> Outcome {
        for argument in arguments {
            if let Argument::Keyword(name, value) = argument {
                let mark = self.unit.mark();
                let key = self.unit.temp();
                self.load_literal(&Literal::Str(name.name.clone()), key);
                let value = self.operand(value)?;
                self.unit.emit(Instr::MapAdd { dict, key, value });
                self.unit.release(mark);
            }
        }
        Ok(())
    }

    pub(super) fn check_keywords(&self, arguments: &[Argument]) -> Outcome {
        let mut seen: HashSet<&Name> = HashSet::new();
        for argument in arguments {
            if let Argument::Keyword(Ident { name, span }, _) = argument {
                self.check_not_debug(name, *span)?;
                if !seen.insert(name) {
                    let message = format!("keyword argument repeated: {name}");
                    return Err(self.problem(message, *span));
                }
            }
        }
        Ok(())
    }

    // ----- super()

    /// Whether the expression is `super()` with the builtin of that name.
    fn is_super(&self, expr: &Expr) -> bool {
        match &expr.kind {
            ExprKind::Call(call) => self.is_super_call(call),
            _ => false,
        }
    }

    fn is_super_call(&self, call: &Call) -> bool {
        let ExprKind::Name(name) = &call.function.kind else {
            return false;
        };
        &**name == "super"
            && call.arguments.is_empty()
            && self.place(name) == Place::Global
            && self.method_operands().is_some()
    }

    /// The cell of the class around, and the register of the first parameter.
    fn method_operands(&self) -> Option<(Reg, Reg)> {
        let class = self.free_variable(&Name::from("__class__"))?;
        let unit = self.scopes.scope(self.scopes.unit(self.unit.scope));
        let is_param = unit.symbols().first().is_some_and(|symbol| symbol.is_param);
        (is_param && !self.unit.local_names.is_empty()).then_some((class, 0))
    }

    /// If the expression is `super()`: loads the class and the first argument
    /// into two temporaries and gives the first.
    pub(super) fn super_operands(&mut self, expr: &Expr) -> Outcome<Option<Reg>> {
        if !self.is_super(expr) {
            return Ok(None);
        }
        let Some((class, first)) = self.method_operands() else {
            return Ok(None);
        };
        self.at(expr.span);
        let start = self.unit.temp();
        let receiver = self.unit.temp();
        self.load_super_operands(class, first, start, receiver);
        Ok(Some(start))
    }

    fn load_super_operands(&mut self, class: Reg, first: Reg, start: Reg, receiver: Reg) {
        self.unit.emit(Instr::LoadCell {
            d: start,
            cell: class,
        });
        if self.unit.cell_registers.contains(&first) {
            self.unit.emit(Instr::LoadCell {
                d: receiver,
                cell: first,
            });
        } else {
            self.unit.emit(Instr::Move {
                d: receiver,
                a: first,
            });
        }
        self.unit.soil(start);
        self.unit.soil(receiver);
    }
}

/// Whether a call passes all its arguments in registers, keywords last.
pub(super) fn is_plain(arguments: &[Argument]) -> bool {
    arguments.len() <= MAX_IN_REGISTERS
        && arguments
            .iter()
            .all(|argument| matches!(argument, Argument::Positional(_) | Argument::Keyword(..)))
}

fn is_double_star(argument: &Argument) -> bool {
    matches!(argument, Argument::DoubleStar(_))
}

/// The only argument that is not a keyword, if there is one such.
fn single_positional(arguments: &[Argument]) -> Option<&Argument> {
    let mut positional = arguments
        .iter()
        .filter(|argument| matches!(argument, Argument::Positional(_) | Argument::Star(_)));
    positional.next().filter(|_| positional.next().is_none())
}
