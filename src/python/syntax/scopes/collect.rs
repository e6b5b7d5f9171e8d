//! First pass: what each scope binds, uses and declares.

use std::rc::Rc;

use super::super::lower::{MODULE_ANNOTATION_SCOPE, MODULE_SCOPE};
use super::super::position::{LineIndex, Span};
use super::super::problem::SyntaxProblem;
use super::super::tree::{
    ClassDef, Expr, ExprKind, FunctionDef, Ident, Module, Name, Params, ScopeId, Stmt, StmtKind,
    TypeAlias, TypeParams,
};
use super::{Scope, ScopeKind, ScopeTable};

mod expressions;

type Outcome = Result<(), SyntaxProblem>;

pub(super) fn collect(module: &Module, lines: &LineIndex<'_>) -> Result<ScopeTable, SyntaxProblem> {
    let scopes = (0..module.scope_count)
        .map(|_| Scope::new(ScopeKind::Module, None))
        .collect();
    let mut collector = Collector {
        table: ScopeTable { scopes },
        lines,
        current: MODULE_SCOPE,
        annotations: MODULE_ANNOTATION_SCOPE,
        text_annotations: module.text_annotations,
        in_iterable: 0,
    };
    let annotations = Scope::new(ScopeKind::Annotation, Some(MODULE_SCOPE));
    *collector.table.scope_mut(MODULE_ANNOTATION_SCOPE) = annotations;
    collector.block(&module.body)?;
    Ok(collector.table)
}

struct Collector<'source> {
    table: ScopeTable,
    lines: &'source LineIndex<'source>,
    current: ScopeId,
    /// Where the annotations of the module or class around are evaluated.
    annotations: ScopeId,
    text_annotations: bool,
    /// Depth of comprehension iterables around.
    in_iterable: usize,
}

impl Collector<'_> {
    fn problem(&self, message: impl Into<String>, at: Span) -> SyntaxProblem {
        SyntaxProblem::new(message, at, self.lines)
    }

    fn kind(&self) -> ScopeKind {
        self.table.scope(self.current).kind
    }

    /// Runs `inside` with another scope as the current one.
    fn within(
        &mut self,
        scope: ScopeId,
        kind: ScopeKind,
        inside: impl FnOnce(&mut Self) -> Outcome,
    ) -> Outcome {
        let parent = self.current;
        *self.table.scope_mut(scope) = Scope::new(kind, Some(parent));
        self.again_within(scope, inside)
    }

    /// Runs `inside` in a scope that exists already.
    fn again_within(
        &mut self,
        scope: ScopeId,
        inside: impl FnOnce(&mut Self) -> Outcome,
    ) -> Outcome {
        let before = std::mem::replace(&mut self.current, scope);
        inside(self)?;
        self.current = before;
        Ok(())
    }

    fn load(&mut self, name: &Name) {
        self.table.scope_mut(self.current).symbol_mut(name).is_used = true;
        // `super()` finds its class through a cell that no text mentions.
        if &**name == "super" && self.in_function() {
            let class: Name = Rc::from("__class__");
            self.table
                .scope_mut(self.current)
                .symbol_mut(&class)
                .is_used = true;
        }
    }

    fn in_function(&self) -> bool {
        let unit = self.table.unit(self.current);
        matches!(
            self.table.scope(unit).kind,
            ScopeKind::Function | ScopeKind::Generator
        )
    }

    fn bind(&mut self, name: &Name) {
        self.table.scope_mut(self.current).symbol_mut(name).is_bound = true;
    }

    fn block(&mut self, body: &[Stmt]) -> Outcome {
        body.iter()
            .try_for_each(|statement| self.statement(statement))
    }

    fn statement(&mut self, statement: &Stmt) -> Outcome {
        match &statement.kind {
            StmtKind::Function(function) => self.function(function),
            StmtKind::Class(class) => self.class(class),
            StmtKind::TypeAlias(alias) => self.type_alias(alias),
            StmtKind::Return(value) => self.optional(value.as_ref()),
            StmtKind::Delete(targets) => {
                targets.iter().try_for_each(|target| self.bind_to(target))?;
                targets.iter().for_each(|target| self.mark_deleted(target));
                Ok(())
            }
            StmtKind::Assign { targets, value } => {
                self.expr(value)?;
                targets.iter().try_for_each(|target| self.bind_to(target))
            }
            StmtKind::AugAssign { target, value, .. } => {
                if let ExprKind::Name(name) = &target.kind {
                    self.load(name);
                }
                self.bind_to(target)?;
                self.expr(value)
            }
            StmtKind::AnnAssign {
                target,
                annotation,
                value,
                simple,
            } => self.annotated(
                target,
                &annotation.expr,
                value.as_ref(),
                *simple,
                statement.span,
            ),
            StmtKind::For(node) => {
                if node.is_async {
                    self.table.scope_mut(self.current).has_await = true;
                }
                self.expr(&node.iter)?;
                self.bind_to(&node.target)?;
                self.block(&node.body)?;
                self.block(&node.orelse)
            }
            StmtKind::While { test, body, orelse } => {
                self.expr(test)?;
                self.block(body)?;
                self.block(orelse)
            }
            StmtKind::If { branches, orelse } => {
                for (test, body) in branches {
                    self.expr(test)?;
                    self.block(body)?;
                }
                self.block(orelse)
            }
            StmtKind::With {
                is_async,
                items,
                body,
            } => {
                if *is_async {
                    self.table.scope_mut(self.current).has_await = true;
                }
                for item in items {
                    self.expr(&item.context)?;
                    if let Some(target) = &item.target {
                        self.bind_to(target)?;
                    }
                }
                self.block(body)
            }
            StmtKind::Match { subject, cases } => {
                self.expr(subject)?;
                for case in cases {
                    self.pattern(&case.pattern)?;
                    self.optional(case.guard.as_ref())?;
                    self.block(&case.body)?;
                }
                Ok(())
            }
            StmtKind::Raise { exception, cause } => {
                self.optional(exception.as_ref())?;
                self.optional(cause.as_ref())
            }
            StmtKind::Try(node) => {
                self.block(&node.body)?;
                for handler in &node.handlers {
                    self.optional(handler.class.as_ref())?;
                    if let Some(name) = &handler.name {
                        self.bind(&name.name);
                        let scope = self.table.scope_mut(self.current);
                        scope.symbol_mut(&name.name).is_deleted = true;
                    }
                    self.block(&handler.body)?;
                }
                self.block(&node.orelse)?;
                self.block(&node.finalbody)
            }
            StmtKind::Assert { test, message } => {
                self.expr(test)?;
                self.optional(message.as_ref())
            }
            StmtKind::Import(modules) => {
                for module in modules {
                    self.bind(&module.binds.name);
                }
                Ok(())
            }
            StmtKind::ImportFrom(import) => {
                match &import.names {
                    Some(names) => names.iter().for_each(|name| self.bind(&name.binds.name)),
                    None if self.kind() != ScopeKind::Module => {
                        let message = "import * only allowed at module level";
                        let end = statement.span.end;
                        return Err(self.problem(message, Span::new(end.saturating_sub(1), end)));
                    }
                    None => {}
                }
                Ok(())
            }
            StmtKind::Global(names) => self.declare(names, true, statement.span),
            StmtKind::Nonlocal(names) => self.declare(names, false, statement.span),
            StmtKind::Expr(value) => self.expr(value),
            StmtKind::Pass | StmtKind::Break | StmtKind::Continue => Ok(()),
        }
    }

    /// `global` or `nonlocal`: must come before any other use in the scope.
    fn declare(&mut self, names: &[Ident], global: bool, at: Span) -> Outcome {
        let word = if global { "global" } else { "nonlocal" };
        if !global && self.kind() == ScopeKind::Module {
            return Err(self.problem("nonlocal declaration not allowed at module level", at));
        }
        for name in names {
            let name = &name.name;
            let symbol = self.table.scope_mut(self.current).symbol_mut(name);
            let message = if symbol.is_param {
                Some(format!("name '{name}' is parameter and {word}"))
            } else if symbol.is_annotated {
                Some(format!("annotated name '{name}' can't be {word}"))
            } else if symbol.is_bound {
                Some(format!(
                    "name '{name}' is assigned to before {word} declaration"
                ))
            } else if symbol.is_used {
                Some(format!("name '{name}' is used prior to {word} declaration"))
            } else {
                None
            };
            if global {
                symbol.global_at = Some(at);
            } else {
                symbol.nonlocal_at = Some(at);
            }
            let both = symbol.global_at.filter(|_| symbol.nonlocal_at.is_some());
            if let Some(message) = message {
                return Err(self.problem(message, at));
            }
            if let Some(first) = both {
                return Err(self.problem(format!("name '{name}' is nonlocal and global"), first));
            }
        }
        Ok(())
    }

    fn annotated(
        &mut self,
        target: &Expr,
        annotation: &Expr,
        value: Option<&Expr>,
        simple: bool,
        at: Span,
    ) -> Outcome {
        if simple && let ExprKind::Name(name) = &target.kind {
            let symbol = self.table.scope_mut(self.current).symbol_mut(name);
            let declared = match (symbol.global_at, symbol.nonlocal_at) {
                (Some(_), _) => Some("global"),
                (_, Some(_)) => Some("nonlocal"),
                _ => None,
            };
            symbol.is_annotated = true;
            symbol.is_bound = true;
            let at_module = self.kind() == ScopeKind::Module;
            if let Some(word) = declared
                && !at_module
            {
                let message = format!("annotated name '{name}' can't be {word}");
                return Err(self.problem(message, at));
            }
        } else if value.is_some() {
            self.bind_to(target)?;
        } else {
            self.target_parts(target)?;
        }
        // Other annotations are never evaluated.
        if simple
            && !self.text_annotations
            && matches!(self.kind(), ScopeKind::Module | ScopeKind::Class)
        {
            self.again_within(self.annotations, |this| this.expr(annotation))?;
        }
        self.optional(value)
    }

    /// Evaluates what an annotated target without a value evaluates.
    fn target_parts(&mut self, target: &Expr) -> Outcome {
        match &target.kind {
            ExprKind::Name(name) => {
                self.bind(name);
                Ok(())
            }
            _ => self.bind_to(target),
        }
    }

    fn function(&mut self, function: &FunctionDef) -> Outcome {
        function
            .decorators
            .iter()
            .try_for_each(|decorator| self.expr(decorator))?;
        self.defaults(&function.params)?;
        self.bind(&function.target.name);
        self.generic(function.type_params.as_deref(), |this| {
            this.within(function.annotation_scope, ScopeKind::Annotation, |this| {
                if this.text_annotations {
                    return Ok(());
                }
                for param in function.params.in_source_order() {
                    this.optional(param.annotation.as_ref())?;
                }
                this.optional(function.returns.as_ref())
            })?;
            this.within(function.scope, ScopeKind::Function, |this| {
                this.params(&function.params)?;
                if function.is_async {
                    this.table.scope_mut(this.current).has_await = true;
                }
                this.block(&function.body)
            })
        })
    }

    fn defaults(&mut self, params: &Params) -> Outcome {
        params
            .in_source_order()
            .try_for_each(|param| self.optional(param.default.as_ref()))
    }

    fn params(&mut self, params: &Params) -> Outcome {
        for param in params.in_register_order() {
            let symbol = self
                .table
                .scope_mut(self.current)
                .symbol_mut(&param.name.name);
            if symbol.is_param {
                let message = format!(
                    "duplicate argument '{}' in function definition",
                    param.name.name
                );
                return Err(self.problem(message, param.name.span));
            }
            symbol.is_param = true;
            symbol.is_bound = true;
        }
        Ok(())
    }

    fn class(&mut self, class: &ClassDef) -> Outcome {
        class
            .decorators
            .iter()
            .try_for_each(|decorator| self.expr(decorator))?;
        self.bind(&class.target.name);
        self.generic(class.type_params.as_deref(), |this| {
            if class.type_params.is_some() {
                // Where the generic base is kept until the class is made.
                this.bind(&Rc::from(".generic_base"));
                this.load(&Rc::from(".generic_base"));
            }
            this.arguments(&class.arguments)?;
            this.within(class.scope, ScopeKind::Class, |this| {
                *this.table.scope_mut(class.annotation_scope) =
                    Scope::new(ScopeKind::Annotation, Some(class.scope));
                let around = std::mem::replace(&mut this.annotations, class.annotation_scope);
                if class.type_params.is_some() {
                    this.load(&Rc::from(".type_params"));
                }
                this.block(&class.body)?;
                this.annotations = around;
                Ok(())
            })
        })
    }

    fn type_alias(&mut self, alias: &TypeAlias) -> Outcome {
        self.bind(&alias.name.name);
        self.generic(alias.type_params.as_deref(), |this| {
            this.within(alias.scope, ScopeKind::Annotation, |this| {
                this.expr(&alias.value)
            })
        })
    }

    /// Runs `inside` in the scope of type parameters, if there are any.
    fn generic(
        &mut self,
        params: Option<&TypeParams>,
        inside: impl FnOnce(&mut Self) -> Outcome,
    ) -> Outcome {
        let Some(params) = params else {
            return inside(self);
        };
        self.within(params.scope, ScopeKind::Annotation, |this| {
            let all: Name = Rc::from(".type_params");
            this.bind(&all);
            this.load(&all);
            for param in &params.params {
                let symbol = this
                    .table
                    .scope_mut(this.current)
                    .symbol_mut(&param.name.name);
                if symbol.is_bound {
                    let message = format!("duplicate type parameter '{}'", param.name.name);
                    return Err(this.problem(message, param.name.span));
                }
                symbol.is_bound = true;
                symbol.is_used = true;
                for (expr, scope) in param.bound.iter().chain(&param.default) {
                    this.within(*scope, ScopeKind::Annotation, |this| this.expr(expr))?;
                }
            }
            inside(this)
        })
    }
}
