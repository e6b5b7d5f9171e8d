//! Type parameters and `type` statements.
//!
//! Type parameters live in a scope of their own around what they belong to
//! (Python reference, "Annotation scopes"): a function that is called at once.

use std::rc::Rc;

use super::annotations::lazy_signature;
use super::assemble::Signature;
use super::constant::Literal;
use super::unit::{Unit, UnitKind};
use super::{Compiler, Outcome};
use crate::code::{Instr, Intrinsic, NO_REG, Reg};
use crate::syntax::Span;
use crate::syntax::tree::{
    ClassDef, Expr, FunctionDef, Name, ScopeId, TypeAlias, TypeParam, TypeParamKind, TypeParams,
};

/// The hidden variable that holds the tuple of type parameters.
const TYPE_PARAMS: &str = ".type_params";
/// The hidden variable that holds the base `Generic[…]` of a class.
const GENERIC_BASE: &str = ".generic_base";

impl<'tree> Compiler<'tree> {
    /// `def f[T](…)`
    pub(super) fn generic_function(
        &mut self,
        node: &'tree FunctionDef,
        params: &'tree TypeParams,
        span: Span,
        d: Reg,
    ) -> Outcome {
        // Defaults are evaluated outside of the scope and handed in.
        let base = self.unit.temp();
        let start = self.unit.mark();
        let flags = self.defaults(&node.params)?;
        let handed = u8::try_from(flags.count_ones()).unwrap_or_default();
        let name: Name = Rc::from(format!("<generic parameters of {}>", node.name));
        let qualname = self.qualified(&name, None);
        let unit = Unit::new(UnitKind::Annotation, params.scope, name, qualname);
        let code = self.nested(unit, span, |this| {
            let hidden: Vec<Name> = (0..handed)
                .map(|index| Rc::from(format!(".default{index}")))
                .collect();
            for name in &hidden {
                let register = this.unit.declare(params.scope, name, false);
                this.unit.set_bound(register);
            }
            this.declare_variables(params.scope);
            this.type_params(params, span)?;
            let d = this.unit.temp();
            let start = this.unit.mark();
            for register in 0..Reg::from(handed) {
                let t = this.unit.temp();
                this.unit.emit(Instr::Move { d: t, a: register });
            }
            this.function_object(node, span, flags, start, d)?;
            let b = this.unit.temp();
            this.load_name(&Rc::from(TYPE_PARAMS), b)?;
            let what = Intrinsic::SetTypeParams;
            this.unit.emit(Instr::Intrinsic {
                what,
                d: NO_REG,
                a: d,
                b,
            });
            this.unit.emit(Instr::Return { a: d });
            let positional = u16::from(handed);
            Ok(Signature {
                positional,
                positional_only: positional,
                ..Signature::none()
            })
        })?;
        let above = self.unit.mark();
        self.make_function(code, params.scope, 0, above, span, base)?;
        self.unit.emit(Instr::Call {
            argc: handed,
            d,
            base,
        });
        self.consumed(base, usize::from(handed) + 1);
        self.unit.soil(d);
        self.unit.release(start);
        Ok(())
    }

    /// `class A[T](…)`
    pub(super) fn generic_class(
        &mut self,
        node: &'tree ClassDef,
        params: &'tree TypeParams,
        span: Span,
        d: Reg,
    ) -> Outcome {
        let name: Name = Rc::from(format!("<generic parameters of {}>", node.name));
        self.in_type_params(name, params, span, d, |this| {
            let d = this.unit.temp();
            let all = this.unit.temp();
            this.load_name(&Rc::from(TYPE_PARAMS), all)?;
            let what = Intrinsic::SubscriptGeneric;
            let generic = this.unit.temp();
            this.unit.emit(Instr::Intrinsic {
                what,
                d: generic,
                a: all,
                b: NO_REG,
            });
            this.store_name(&Rc::from(GENERIC_BASE), generic, true, span)?;
            let base = this.register_of(&Rc::from(GENERIC_BASE));
            this.class_object(node, span, base, d)?;
            Ok(d)
        })
    }

    /// `type X[T] = value`
    pub(super) fn type_alias(&mut self, node: &'tree TypeAlias, span: Span) -> Outcome {
        let mark = self.unit.mark();
        let d = self.unit.temp();
        match &node.type_params {
            None => self.alias_object(node, span, d)?,
            Some(params) => {
                let name: Name = Rc::from(format!("<generic parameters of {}>", node.name.name));
                self.in_type_params(name, params, span, d, |this| {
                    let d = this.unit.temp();
                    this.alias_object(node, span, d)?;
                    Ok(d)
                })?;
            }
        }
        self.store_name(&node.name.name, d, true, node.name.span)?;
        self.unit.release(mark);
        Ok(())
    }

    fn alias_object(&mut self, node: &'tree TypeAlias, span: Span, d: Reg) -> Outcome {
        let start = self.unit.temp();
        self.load_literal(&Literal::Str(Rc::clone(&node.name.name)), start);
        let params = self.unit.temp();
        if node.type_params.is_some() {
            self.load_name(&Rc::from(TYPE_PARAMS), params)?;
        } else {
            self.load_literal(&Literal::Tuple(Vec::new()), params);
        }
        let evaluate = self.unit.temp();
        self.lazy_function(&node.name.name, &node.value, node.scope, evaluate)?;
        self.at(span);
        let all = self.unit.temp();
        self.unit.emit(Instr::BuildTuple {
            d: all,
            start,
            n: 3,
        });
        self.consumed(start, 3);
        self.unit.soil(all);
        let what = Intrinsic::TypeAlias;
        self.unit.emit(Instr::Intrinsic {
            what,
            d,
            a: all,
            b: NO_REG,
        });
        self.unit.soil(d);
        self.unit.release(start);
        Ok(())
    }

    /// Runs `inside` in a function of its own that has made the type
    /// parameters, and calls that function.
    fn in_type_params(
        &mut self,
        name: Name,
        params: &'tree TypeParams,
        span: Span,
        d: Reg,
        inside: impl FnOnce(&mut Self) -> Outcome<Reg>,
    ) -> Outcome {
        let qualname = self.qualified(&name, None);
        let unit = Unit::new(UnitKind::Annotation, params.scope, name, qualname);
        let code = self.nested(unit, span, |this| {
            this.declare_variables(params.scope);
            this.type_params(params, span)?;
            let a = inside(this)?;
            this.unit.emit(Instr::Return { a });
            Ok(Signature::none())
        })?;
        let base = self.unit.temp();
        let start = self.unit.mark();
        self.make_function(code, params.scope, 0, start, span, base)?;
        self.unit.emit(Instr::Call { argc: 0, d, base });
        self.unit.cleanse(base);
        self.unit.soil(d);
        self.unit.release(base);
        Ok(())
    }

    /// Makes the type parameters and their tuple.
    fn type_params(&mut self, params: &'tree TypeParams, span: Span) -> Outcome {
        let start = self.unit.mark();
        for param in &params.params {
            let d = self.unit.temp();
            self.type_param(param, d)?;
            self.store_name(&param.name.name, d, false, param.name.span)?;
            self.unit.soil(d);
        }
        self.at(span);
        let all = self.unit.temp();
        let n = u16::try_from(params.params.len()).unwrap_or(u16::MAX);
        self.unit.emit(Instr::BuildTuple { d: all, start, n });
        self.consumed(start, params.params.len());
        self.unit.soil(all);
        self.store_name(&Rc::from(TYPE_PARAMS), all, true, span)?;
        self.unit.release(start);
        Ok(())
    }

    fn type_param(&mut self, param: &'tree TypeParam, d: Reg) -> Outcome {
        let mark = self.unit.mark();
        let a = self.unit.temp();
        self.load_literal(&Literal::Str(Rc::clone(&param.name.name)), a);
        let b = match &param.bound {
            Some((bound, scope)) => {
                let b = self.unit.temp();
                self.lazy_function(&param.name.name, bound, *scope, b)?;
                b
            }
            None => NO_REG,
        };
        self.at(param.name.span);
        let what = match param.kind {
            TypeParamKind::TypeVar => Intrinsic::TypeVar,
            TypeParamKind::TypeVarTuple => Intrinsic::TypeVarTuple,
            TypeParamKind::ParamSpec => Intrinsic::ParamSpec,
        };
        self.unit.emit(Instr::Intrinsic { what, d, a, b });
        self.unit.soil(d);
        self.unit.release(mark);
        if let Some((default, scope)) = &param.default {
            let b = self.unit.temp();
            self.lazy_function(&param.name.name, default, *scope, b)?;
            let what = Intrinsic::SetTypeDefault;
            self.unit.emit(Instr::Intrinsic {
                what,
                d: NO_REG,
                a: d,
                b,
            });
            self.unit.release(mark);
        }
        Ok(())
    }

    /// `d = ` a function that evaluates an expression when called.
    fn lazy_function(
        &mut self,
        name: &Name,
        value: &'tree Expr,
        scope: ScopeId,
        d: Reg,
    ) -> Outcome {
        let qualname = self.qualified(name, None);
        let unit = Unit::new(UnitKind::Annotation, scope, Rc::clone(name), qualname);
        let code = self.nested(unit, value.span, |this| {
            this.lazy_params(scope);
            let a = this.operand(value)?;
            this.unit.emit(Instr::Return { a });
            Ok(lazy_signature())
        })?;
        let start = self.unit.mark();
        self.make_function(code, scope, 0, start, value.span, d)
    }

    /// Stores `__type_params__` in the namespace of a class body.
    pub(super) fn store_type_params(&mut self, _params: &TypeParams) {
        if let Some(cell) = self.free_variable(&Rc::from(TYPE_PARAMS)) {
            let t = self.unit.temp();
            self.unit.emit(Instr::LoadCell { d: t, cell });
            self.store_in_namespace("__type_params__", t);
            self.unit.emit(Instr::Clear { d: t });
            self.unit.forget(t);
        }
    }
}
