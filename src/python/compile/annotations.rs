//! Annotations: evaluated when first asked for, by a function that gives a
//! dict (as since Python 3.14). A module or class body whose own text names
//! `__annotations__` wants to see them while it runs: its dict is there from
//! the beginning, and filled statement by statement (as up to Python 3.13).

use std::rc::Rc;

use super::assemble::Signature;
use super::constant::Literal;
use super::unit::{Unit, UnitKind};
use super::{Compiler, Outcome};
use crate::code::{Instr, Reg};
use crate::syntax::Span;
use crate::syntax::tree::{Expr, ExprKind, FunctionDef, Name, ScopeId, Stmt, StmtKind};

/// The variables of a module or class with their annotations.
pub(super) const ANNOTATIONS: &str = "__annotations__";

impl<'tree> Compiler<'tree> {
    /// If a function has annotations: makes the function that evaluates them,
    /// in a new temporary.
    pub(super) fn annotate_function_of(
        &mut self,
        node: &'tree FunctionDef,
        span: Span,
    ) -> Outcome<bool> {
        let mut annotations: Vec<(Name, &'tree Expr)> = node
            .params
            .in_order_of_annotations()
            .filter_map(|param| Some((Rc::clone(&param.name.name), param.annotation.as_ref()?)))
            .collect();
        if let Some(returns) = &node.returns {
            annotations.push((Rc::from("return"), returns));
        }
        if annotations.is_empty() {
            return Ok(false);
        }
        let d = self.unit.temp();
        let qualname = self.qualified(&node.name, Some(&node.target.name));
        let qualname = format!("{qualname}.__annotate__");
        self.annotate_function(annotations, node.annotation_scope, qualname, span, d)?;
        Ok(true)
    }

    /// Makes and stores the function for the annotated variables of a module
    /// or class body.
    pub(super) fn namespace_annotations(&mut self, body: &'tree [Stmt], scope: ScopeId) -> Outcome {
        let mut annotations = Vec::new();
        collect(body, &mut annotations);
        let Some((_, first)) = annotations.first() else {
            return Ok(());
        };
        let span = first.span;
        let d = self.unit.temp();
        if self.early_annotations.is_some() {
            self.unit.emit(Instr::BuildMap { d, start: d, n: 0 });
            self.unit.soil(d);
            self.store_in_namespace(ANNOTATIONS, d);
            self.unit.release(d);
            return Ok(());
        }
        let name = "__annotate__";
        let qualname = self.qualified(name, None);
        self.annotate_function(annotations, scope, qualname, span, d)?;
        let is_class = self.unit.kind == UnitKind::Class;
        self.store_in_namespace(if is_class { "__annotate_func__" } else { name }, d);
        self.unit.release(d);
        Ok(())
    }

    /// Evaluates the annotation of a variable of a body that asks for
    /// `__annotations__`, and adds it to them.
    pub(super) fn annotate_early(&mut self, name: &Name, annotation: &'tree Expr) -> Outcome {
        let is_body = matches!(self.unit.kind, UnitKind::Module | UnitKind::Class);
        let Some(scope) = self.early_annotations.filter(|_| is_body) else {
            return Ok(());
        };
        let span = annotation.span;
        let dict = self.unit.temp();
        self.at(span);
        let annotations: Name = Rc::from(ANNOTATIONS);
        if self.unit.kind == UnitKind::Class || self.options.separate_namespace {
            // The body need not name them itself.
            let name = self.unit.name_index(&annotations);
            self.unit.emit(Instr::LoadName { d: dict, name });
            self.unit.soil(dict);
        } else {
            self.load_name(&annotations, dict)?;
        }
        let base = self.unit.temp();
        let qualname = self.qualified("__annotate__", None);
        let one = vec![(Rc::clone(name), annotation)];
        self.annotate_function(one, scope, qualname, span, base)?;
        let format = self.unit.temp();
        self.load_literal(&Literal::Int(1.into()), format);
        self.at(span);
        self.unit.emit(Instr::Call {
            argc: 1,
            d: base,
            base,
        });
        self.unit.cleanse(format);
        self.unit.soil(base);
        self.unit.emit(Instr::DictUpdate { dict, a: base });
        self.unit.release(dict);
        Ok(())
    }

    fn annotate_function(
        &mut self,
        annotations: Vec<(Name, &'tree Expr)>,
        scope: ScopeId,
        qualname: String,
        span: Span,
        d: Reg,
    ) -> Outcome {
        let unit = Unit::new(
            UnitKind::Annotation,
            scope,
            Rc::from("__annotate__"),
            qualname,
        );
        let code = self.nested(unit, span, |this| {
            this.lazy_params(scope);
            let dict = this.unit.temp();
            this.unit.emit(Instr::BuildMap {
                d: dict,
                start: dict,
                n: 0,
            });
            for (name, annotation) in annotations {
                let key = this.unit.temp();
                let value = this.unit.temp();
                this.load_literal(&Literal::Str(name), key);
                this.annotation(annotation, value)?;
                this.at(annotation.span);
                this.unit.emit(Instr::MapAdd { dict, key, value });
                this.unit.release(key);
            }
            this.unit.emit(Instr::Return { a: dict });
            Ok(lazy_signature())
        })?;
        let start = self.unit.mark();
        self.make_function(code, scope, 0, start, span, d)
    }

    fn annotation(&mut self, annotation: &'tree Expr, d: Reg) -> Outcome {
        if self.text_annotations {
            let range = annotation.span.start as usize..annotation.span.end as usize;
            let text = match super::annotation_text::text(annotation) {
                Some(text) => Rc::from(text),
                None => Rc::from(self.lines.source().get(range).unwrap_or_default()),
            };
            self.load_literal(&Literal::Str(text), d);
            return Ok(());
        }
        match &annotation.kind {
            // `*args: *Ts` means the one item of the unpacked value.
            ExprKind::Starred(value) => {
                let a = self.temp_of(value)?;
                self.at(annotation.span);
                self.unit.emit(Instr::Unpack { a, start: d, n: 1 });
                self.unit.cleanse(a);
                self.unit.soil(d);
                Ok(())
            }
            _ => self.into(annotation, d),
        }
    }

    /// The one parameter of functions that evaluate something lazily.
    pub(super) fn lazy_params(&mut self, scope: ScopeId) {
        let format = self.unit.declare(scope, &Rc::from(".format"), false);
        self.unit.set_bound(format);
        self.declare_variables(scope);
    }
}

/// Parameters of functions that evaluate something lazily: the format.
pub(super) fn lazy_signature() -> Signature {
    Signature {
        positional: 1,
        positional_only: 1,
        ..Signature::none()
    }
}

/// The annotated simple names of a body, nested blocks included.
fn collect<'tree>(body: &'tree [Stmt], into: &mut Vec<(Name, &'tree Expr)>) {
    for statement in body {
        match &statement.kind {
            StmtKind::AnnAssign {
                target,
                annotation,
                simple: true,
                ..
            } => {
                if let ExprKind::Name(name) = &target.kind {
                    into.push((Rc::clone(name), &annotation.expr));
                }
            }
            StmtKind::If { branches, orelse } => {
                branches.iter().for_each(|(_, body)| collect(body, into));
                collect(orelse, into);
            }
            StmtKind::For(node) => {
                collect(&node.body, into);
                collect(&node.orelse, into);
            }
            StmtKind::While { body, orelse, .. } => {
                collect(body, into);
                collect(orelse, into);
            }
            StmtKind::With { body, .. } => collect(body, into),
            StmtKind::Try(node) => {
                collect(&node.body, into);
                node.handlers
                    .iter()
                    .for_each(|handler| collect(&handler.body, into));
                collect(&node.orelse, into);
                collect(&node.finalbody, into);
            }
            StmtKind::Match { cases, .. } => {
                cases.iter().for_each(|case| collect(&case.body, into));
            }
            _ => {}
        }
    }
}
