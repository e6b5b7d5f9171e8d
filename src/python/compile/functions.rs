//! Functions, lambdas and classes.

use std::rc::Rc;

use super::annotations::ANNOTATIONS;
use super::assemble::Signature;
use super::calls::is_plain;
use super::constant::{Literal, fold};
use super::unit::{Unit, UnitKind};
use super::{Compiler, Outcome};
use crate::code::{Code, CodeKind, Instr, Intrinsic, NO_REG, Reg};
use crate::object::{Str, StrRef};
use crate::syntax::Span;
use crate::syntax::tree::{
    ClassDef, Constant, Expr, ExprKind, FunctionDef, Lambda, Name, Params, ScopeId, Stmt, StmtKind,
};

/// Which parts of a function lie in registers for `MakeFunction`.
const DEFAULTS: u8 = 1;
const KEYWORD_DEFAULTS: u8 = 2;
const ANNOTATE: u8 = 4;
const CLOSURE: u8 = 8;

impl<'tree> Compiler<'tree> {
    /// `def`
    pub(super) fn function(&mut self, node: &'tree FunctionDef, span: Span) -> Outcome {
        let mark = self.unit.mark();
        self.decorators(&node.decorators)?;
        let d = self.unit.temp();
        match &node.type_params {
            None => {
                let start = self.unit.mark();
                let flags = self.defaults(&node.params)?;
                self.function_object(node, span, flags, start, d)?;
            }
            Some(params) => self.generic_function(node, params, span, d)?,
        }
        self.decorate(&node.decorators, mark, span);
        self.at(span);
        self.store_name(&node.target.name, mark, true, node.target.span)?;
        self.unit.release(mark);
        Ok(())
    }

    /// The function itself. Its defaults lie in registers from `start` on.
    pub(super) fn function_object(
        &mut self,
        node: &'tree FunctionDef,
        span: Span,
        flags: u8,
        start: Reg,
        d: Reg,
    ) -> Outcome {
        let mut flags = flags;
        if self.annotate_function_of(node, span)? {
            flags |= ANNOTATE;
        }
        let qualname = self.qualified(&node.name, Some(&node.target.name));
        let kind = if node.is_async {
            UnitKind::AsyncFunction
        } else {
            UnitKind::Function
        };
        let unit = Unit::new(kind, node.scope, Rc::clone(&node.name), qualname);
        let code = self.nested(unit, span, |this| {
            this.declare_params(&node.params, node.scope)?;
            let (docstring, body) = this.split_docstring(&node.body);
            this.block(body)?;
            this.unit.emit(Instr::ReturnNone);
            let has_yield = this.scopes.scope(node.scope).has_yield;
            let kind = match (node.is_async, has_yield) {
                (true, true) => CodeKind::AsyncGenerator,
                (true, false) => CodeKind::Coroutine,
                (false, true) => CodeKind::Generator,
                (false, false) => CodeKind::Function,
            };
            Ok(Signature {
                docstring,
                ..signature(&node.params, kind)
            })
        })?;
        self.make_function(code, node.scope, flags, start, span, d)
    }

    pub(super) fn lambda(&mut self, node: &'tree Lambda, span: Span, d: Reg) -> Outcome {
        let start = self.unit.mark();
        let flags = self.defaults(&node.params)?;
        let name: Name = Rc::from("<lambda>");
        let qualname = self.qualified(&name, None);
        let unit = Unit::new(UnitKind::Lambda, node.scope, name, qualname);
        let code = self.nested(unit, span, |this| {
            this.declare_params(&node.params, node.scope)?;
            let a = this.operand(&node.body)?;
            this.at(node.body.span);
            let is_generator = this.scopes.scope(node.scope).has_yield;
            this.unit.emit(Instr::Return { a });
            let kind = if is_generator {
                CodeKind::Generator
            } else {
                CodeKind::Function
            };
            Ok(signature(&node.params, kind))
        })?;
        self.make_function(code, node.scope, flags, start, span, d)
    }

    /// Evaluates defaults into the next temporaries: a tuple, then a dict.
    pub(super) fn defaults(&mut self, params: &'tree Params) -> Outcome<u8> {
        let mut flags = 0;
        let positional: Vec<&'tree Expr> = params
            .positional()
            .filter_map(|param| param.default.as_ref())
            .collect();
        if !positional.is_empty() {
            flags |= DEFAULTS;
            let d = self.unit.temp();
            let folded = positional
                .iter()
                .map(|expr| fold(expr))
                .collect::<Option<Vec<_>>>();
            if let Some(items) = folded {
                self.load_literal(&Literal::Tuple(items), d);
            } else {
                let start = self.unit.mark();
                for default in &positional {
                    self.temp_of(default)?;
                }
                let n = u16::try_from(positional.len()).unwrap_or(u16::MAX);
                self.unit.emit(Instr::BuildTuple { d, start, n });
                self.consumed(start, positional.len());
                self.unit.release(start);
            }
            self.unit.soil(d);
        }
        if params
            .keyword_only
            .iter()
            .any(|param| param.default.is_some())
        {
            flags |= KEYWORD_DEFAULTS;
            let d = self.unit.temp();
            let start = self.unit.mark();
            let mut n = 0;
            for param in &params.keyword_only {
                if let Some(default) = &param.default {
                    let key = self.unit.temp();
                    self.load_literal(&Literal::Str(Rc::clone(&param.name.name)), key);
                    self.temp_of(default)?;
                    n += 1;
                }
            }
            self.unit.emit(Instr::BuildMap { d, start, n });
            self.consumed(start, 2 * usize::from(n));
            self.unit.release(start);
            self.unit.soil(d);
        }
        Ok(flags)
    }

    /// `d = ` a function of `code`, whose closure is built here and whose
    /// other parts lie in registers from `start` on.
    pub(super) fn make_function(
        &mut self,
        code: Rc<Code>,
        scope: ScopeId,
        flags: u8,
        start: Reg,
        span: Span,
        d: Reg,
    ) -> Outcome {
        let mut flags = flags;
        self.at(span);
        let free = &self.scopes.scope(scope).free;
        let mark = self.unit.mark();
        let start = if flags == 0 && !free.is_empty() {
            mark
        } else {
            start
        };
        if !free.is_empty() {
            flags |= CLOSURE;
            let closure = self.unit.temp();
            let first = self.unit.mark();
            for name in free {
                let cell = self.unit.temp();
                if let Some(register) = self.cell_register(name) {
                    self.unit.emit(Instr::Move {
                        d: cell,
                        a: register,
                    });
                }
            }
            let n = u16::try_from(free.len()).unwrap_or(u16::MAX);
            self.unit.emit(Instr::BuildTuple {
                d: closure,
                start: first,
                n,
            });
            self.unit.forget(first);
        }
        let index = self.unit.add_constant(crate::object::Value::Code(code));
        let code = self.unit.short(index);
        self.unit.emit(Instr::MakeFunction {
            flags,
            d,
            code,
            start,
        });
        self.consumed(start, flags.count_ones() as usize);
        self.unit.forget(mark);
        self.unit.soil(d);
        Ok(())
    }

    fn declare_params(&mut self, params: &Params, scope: ScopeId) -> Outcome {
        for param in params.in_register_order() {
            let name = &param.name.name;
            self.check_not_debug(name, param.name.span)?;
            let symbol = self.scopes.scope(scope).symbol(name);
            let volatile = symbol.is_some_and(|symbol| symbol.is_deleted);
            let register = self.unit.declare(scope, name, volatile);
            self.unit.set_bound(register);
        }
        self.declare_variables(scope);
        Ok(())
    }

    /// The docstring of a body, and the statements behind it.
    fn split_docstring(&self, body: &'tree [Stmt]) -> (Option<StrRef>, &'tree [Stmt]) {
        match docstring(body) {
            Some(text) => (Some(Rc::new(Str::new(text))), body.get(1..).unwrap_or(&[])),
            None => (None, body),
        }
    }

    // ----- decorators

    /// Evaluates decorators into neighbouring temporaries.
    fn decorators(&mut self, decorators: &'tree [Expr]) -> Outcome {
        decorators
            .iter()
            .try_for_each(|decorator| self.temp_of(decorator).map(drop))
    }

    /// Applies decorators, innermost first; what they decorate stands behind
    /// them, the result in the first register.
    fn decorate(&mut self, decorators: &'tree [Expr], first: Reg, span: Span) {
        for (index, decorator) in decorators.iter().enumerate().rev() {
            let Ok(index) = Reg::try_from(index) else {
                continue;
            };
            self.at(decorator.span);
            let base = first + index;
            self.unit.emit(Instr::Call {
                argc: 1,
                d: base,
                base,
            });
            self.unit.cleanse(base + 1);
            self.unit.soil(base);
        }
        self.at(span);
    }

    // ----- classes

    /// `class`
    pub(super) fn class(&mut self, node: &'tree ClassDef, span: Span) -> Outcome {
        self.check_keywords(&node.arguments)?;
        let mark = self.unit.mark();
        self.decorators(&node.decorators)?;
        let d = self.unit.temp();
        match &node.type_params {
            None => self.class_object(node, span, None, d)?,
            Some(params) => self.generic_class(node, params, span, d)?,
        }
        self.decorate(&node.decorators, mark, span);
        self.store_name(&node.target.name, mark, true, node.target.span)?;
        self.unit.release(mark);
        Ok(())
    }

    /// Calls `__build_class__`. `extra_base` is one more base, in a register.
    pub(super) fn class_object(
        &mut self,
        node: &'tree ClassDef,
        span: Span,
        extra_base: Option<Reg>,
        d: Reg,
    ) -> Outcome {
        let code = self.class_body(node, span)?;
        let base = self.unit.temp();
        self.at(span);
        let what = Intrinsic::BuildClass;
        self.unit.emit(Instr::Intrinsic {
            what,
            d: base,
            a: NO_REG,
            b: NO_REG,
        });
        let plain = is_plain(&node.arguments) && node.arguments.len() < 250 && extra_base.is_none();
        if plain {
            self.class_function(code, node, span)?;
            let names = self.arguments_in_registers(&node.arguments)?;
            self.at(span);
            let count = node.arguments.len() + 2;
            let argc = u8::try_from(count).unwrap_or(u8::MAX);
            self.unit.emit(match names {
                Some(names) => Instr::CallKw {
                    argc,
                    d,
                    base,
                    names,
                },
                None => Instr::Call { argc, d, base },
            });
            self.consumed(base, count + 1);
            self.unit.soil(d);
            return Ok(());
        }
        let list = self.unit.temp();
        let _dict = self.unit.temp();
        let start = self.unit.mark();
        self.class_function(code, node, span)?;
        self.unit.emit(Instr::BuildList {
            d: list,
            start,
            n: 2,
        });
        self.consumed(start, 2);
        self.unit.soil(list);
        self.unit.release(start);
        self.spread_arguments(base, &node.arguments, extra_base, span, d)
    }

    /// The function of a class body, and the class's name behind it.
    fn class_function(&mut self, code: Rc<Code>, node: &'tree ClassDef, span: Span) -> Outcome {
        let function = self.unit.temp();
        let start = self.unit.mark();
        self.make_function(code, node.scope, 0, start, span, function)?;
        let name = self.unit.temp();
        self.load_literal(&Literal::Str(Rc::clone(&node.name)), name);
        Ok(())
    }

    fn class_body(&mut self, node: &'tree ClassDef, span: Span) -> Outcome<Rc<Code>> {
        let qualname = self.qualified(&node.name, Some(&node.target.name));
        let unit = Unit::new(
            UnitKind::Class,
            node.scope,
            Rc::clone(&node.name),
            qualname.clone(),
        );
        self.nested(unit, span, |this| {
            this.declare_variables(node.scope);
            let t = this.unit.temp();
            let site = this.unit.site("__name__");
            this.unit.emit(Instr::LoadGlobal { d: t, site });
            this.store_in_namespace("__module__", t);
            this.load_literal(&Literal::Str(Rc::from(qualname.as_str())), t);
            this.store_in_namespace("__qualname__", t);
            this.unit.forget(t);
            if let Some(cell) = this.own_cell("__classdict__") {
                let what = Intrinsic::Locals;
                this.unit.emit(Instr::Intrinsic {
                    what,
                    d: t,
                    a: NO_REG,
                    b: NO_REG,
                });
                this.unit.emit(Instr::StoreCell { cell, a: t });
                this.unit.emit(Instr::Clear { d: t });
            }
            if let Some(params) = &node.type_params {
                this.store_type_params(params);
            }
            this.namespace_docstring(&node.body)?;
            let scope = this.scopes.scope(node.scope);
            let looks = [ANNOTATIONS, "locals", "vars"]
                .iter()
                .any(|name| scope.symbol(name).is_some());
            let early = looks.then_some(node.annotation_scope);
            let around = std::mem::replace(&mut this.early_annotations, early);
            this.namespace_annotations(&node.body, node.annotation_scope)?;
            this.block(&node.body)?;
            this.early_annotations = around;
            this.at(span);
            if let Some(cell) = this.own_cell("__class__") {
                this.store_in_namespace("__classcell__", cell);
            }
            this.unit.emit(Instr::ReturnNone);
            Ok(Signature::none())
        })
    }

    fn own_cell(&self, name: &str) -> Option<Reg> {
        let register = self
            .unit
            .variables
            .get(&(self.unit.scope, Rc::from(name)))
            .copied()?;
        self.unit
            .cell_registers
            .contains(&register)
            .then_some(register)
    }

    /// Binds a name in the namespace of the class body or module.
    pub(super) fn store_in_namespace(&mut self, name: &str, a: Reg) {
        let name = self.unit.name_index(&Rc::from(name));
        self.unit.emit(
            if self.unit.kind == UnitKind::Class || self.options.separate_namespace {
                Instr::StoreName { a, name }
            } else {
                Instr::StoreGlobal { a, name }
            },
        );
    }

    /// Stores the docstring of a class body or module.
    pub(super) fn namespace_docstring(&mut self, body: &'tree [Stmt]) -> Outcome {
        if let Some(text) = docstring(body) {
            if let Some(first) = body.first() {
                self.at(first.span);
            }
            let t = self.unit.temp();
            self.load_literal(&Literal::Str(Rc::clone(text)), t);
            self.store_in_namespace("__doc__", t);
            self.unit.forget(t);
        }
        Ok(())
    }
}

fn docstring(body: &[Stmt]) -> Option<&Rc<str>> {
    match &body.first()?.kind {
        StmtKind::Expr(Expr {
            kind: ExprKind::Constant(Constant::Str(text)),
            ..
        }) => Some(text),
        _ => None,
    }
}

/// The parameters as the machine sees them.
fn signature(params: &Params, kind: CodeKind) -> Signature {
    let count = |length: usize| u16::try_from(length).unwrap_or(u16::MAX);
    Signature {
        kind,
        positional: count(params.positional_only.len() + params.regular.len()),
        positional_only: count(params.positional_only.len()),
        keyword_only: count(params.keyword_only.len()),
        var_positional: params.var_positional.is_some(),
        var_keyword: params.var_keyword.is_some(),
        docstring: None,
    }
}
