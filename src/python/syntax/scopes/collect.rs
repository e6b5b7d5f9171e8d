//! First pass: what each scope binds, uses and declares.

use std::rc::Rc;

use super::super::lower::{MODULE_ANNOTATION_SCOPE, MODULE_SCOPE};
use super::super::position::{LineIndex, Span};
use super::super::problem::SyntaxProblem;
use super::super::tree::{
    Argument, ClassDef, Comprehension, ComprehensionKind, Expr, ExprKind, FunctionDef, Ident,
    Module, Name, Params, Pattern, PatternKind, ScopeId, Stmt, StmtKind, StringPart, TypeAlias,
    TypeParams,
};
use super::{Scope, ScopeKind, ScopeTable};

type Outcome = Result<(), SyntaxProblem>;

/// How a name occurs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    Load,
    Bind,
}

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

    fn name(&mut self, name: &Name, usage: Use) {
        match usage {
            Use::Load => self.load(name),
            Use::Bind => self.bind(name),
        }
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

    fn arguments(&mut self, arguments: &[Argument]) -> Outcome {
        arguments
            .iter()
            .try_for_each(|argument| self.expr(argument.value()))
    }

    fn optional(&mut self, expr: Option<&Expr>) -> Outcome {
        expr.map_or(Ok(()), |expr| self.expr(expr))
    }

    fn exprs(&mut self, exprs: &[Expr]) -> Outcome {
        exprs.iter().try_for_each(|expr| self.expr(expr))
    }

    fn expr(&mut self, expr: &Expr) -> Outcome {
        self.occurrence(expr, Use::Load)
    }

    fn bind_to(&mut self, target: &Expr) -> Outcome {
        self.occurrence(target, Use::Bind)
    }

    fn occurrence(&mut self, expr: &Expr, usage: Use) -> Outcome {
        match &expr.kind {
            ExprKind::Constant(_) => Ok(()),
            ExprKind::Name(name) => {
                self.name(name, usage);
                Ok(())
            }
            // Only the parts of a pattern are bound, not what is indexed.
            ExprKind::List(items) | ExprKind::Tuple(items) => items
                .iter()
                .try_for_each(|item| self.occurrence(item, usage)),
            ExprKind::Starred(value) => self.occurrence(value, usage),
            ExprKind::And(values) | ExprKind::Or(values) | ExprKind::Set(values) => {
                self.exprs(values)
            }
            ExprKind::Binary(chain) => {
                self.expr(&chain.first)?;
                chain
                    .rest
                    .iter()
                    .try_for_each(|(_, operand, _)| self.expr(operand))
            }
            ExprKind::Unary(_, operand) => self.expr(operand),
            ExprKind::Compare(comparison) => {
                self.expr(&comparison.first)?;
                comparison
                    .rest
                    .iter()
                    .try_for_each(|(_, operand)| self.expr(operand))
            }
            ExprKind::Named(named) => self.named(&named.0, &named.1, expr.span),
            ExprKind::Lambda(lambda) => {
                self.defaults(&lambda.params)?;
                self.within(lambda.scope, ScopeKind::Function, |this| {
                    this.params(&lambda.params)?;
                    this.expr(&lambda.body)
                })
            }
            ExprKind::Conditional(node) => {
                self.expr(&node.test)?;
                self.expr(&node.body)?;
                self.expr(&node.orelse)
            }
            ExprKind::Dict(items) => {
                for (key, value) in items {
                    self.optional(key.as_ref())?;
                    self.expr(value)?;
                }
                Ok(())
            }
            ExprKind::Comprehension(node) => self.comprehension(node, expr.span),
            ExprKind::Await(value) => {
                self.table.scope_mut(self.current).has_await = true;
                self.expr(value)
            }
            ExprKind::Yield(value) => {
                self.yields(expr.span)?;
                self.optional(value.as_deref())
            }
            ExprKind::YieldFrom(value) => {
                self.yields(expr.span)?;
                self.expr(value)
            }
            ExprKind::Call(call) => {
                self.expr(&call.function)?;
                self.arguments(&call.arguments)
            }
            ExprKind::Attribute(attribute) => self.expr(&attribute.value),
            ExprKind::Subscript(parts) => {
                self.expr(&parts.0)?;
                self.expr(&parts.1)
            }
            ExprKind::Slice(slice) => {
                self.optional(slice.lower.as_ref())?;
                self.optional(slice.upper.as_ref())?;
                self.optional(slice.step.as_ref())
            }
            ExprKind::FormatString(parts) | ExprKind::TemplateString(parts) => self.parts(parts),
        }
    }

    fn parts(&mut self, parts: &[StringPart]) -> Outcome {
        for part in parts {
            if let StringPart::Field(field) = part {
                self.expr(&field.value)?;
                self.parts(field.format_spec.as_deref().unwrap_or(&[]))?;
            }
        }
        Ok(())
    }

    fn yields(&mut self, at: Span) -> Outcome {
        let inside = match self.kind() {
            ScopeKind::Comprehension => "a comprehension",
            ScopeKind::Generator => "generator expression",
            ScopeKind::Annotation => {
                let message = "yield expression cannot be used within an annotation";
                return Err(self.problem(message, at));
            }
            _ => {
                self.table.scope_mut(self.current).has_yield = true;
                return Ok(());
            }
        };
        Err(self.problem(format!("'yield' inside {inside}"), at))
    }

    fn comprehension(&mut self, node: &Comprehension, at: Span) -> Outcome {
        let Some((first, rest)) = node.clauses.split_first() else {
            return Ok(());
        };
        // The outermost iterable is evaluated in the scope around.
        self.iterable(&first.iter)?;
        let kind = match node.kind {
            ComprehensionKind::Generator => ScopeKind::Generator,
            _ => ScopeKind::Comprehension,
        };
        let is_async = node.clauses.iter().any(|clause| clause.is_async);
        self.within(node.scope, kind, |this| {
            this.table.scope_mut(this.current).has_await |= is_async;
            this.iteration_target(&first.target)?;
            this.exprs(&first.conditions)?;
            for clause in rest {
                this.iteration_target(&clause.target)?;
                this.iterable(&clause.iter)?;
                this.exprs(&clause.conditions)?;
            }
            this.optional(node.value.as_ref())?;
            this.expr(&node.element)
        })
        .map_err(|problem| match node.kind {
            // Python names the sort of comprehension around a `yield`.
            ComprehensionKind::List => named_comprehension(problem, "list"),
            ComprehensionKind::Set => named_comprehension(problem, "set"),
            ComprehensionKind::Dict => named_comprehension(problem, "dict"),
            ComprehensionKind::Generator => problem,
        })?;
        let _ = at;
        if kind == ScopeKind::Comprehension && self.table.scope(node.scope).has_await {
            self.table.scope_mut(self.current).has_await = true;
        }
        Ok(())
    }

    fn iterable(&mut self, iter: &Expr) -> Outcome {
        self.in_iterable += 1;
        self.expr(iter)?;
        self.in_iterable -= 1;
        Ok(())
    }

    fn iteration_target(&mut self, target: &Expr) -> Outcome {
        self.bind_to(target)?;
        self.mark_iteration(target);
        Ok(())
    }

    fn mark_deleted(&mut self, target: &Expr) {
        match &target.kind {
            ExprKind::Name(name) => {
                self.table
                    .scope_mut(self.current)
                    .symbol_mut(name)
                    .is_deleted = true;
            }
            ExprKind::List(items) | ExprKind::Tuple(items) => {
                items.iter().for_each(|item| self.mark_deleted(item));
            }
            _ => {}
        }
    }

    fn mark_iteration(&mut self, target: &Expr) {
        match &target.kind {
            ExprKind::Name(name) => {
                let symbol = self.table.scope_mut(self.current).symbol_mut(name);
                symbol.is_iteration_variable = true;
            }
            ExprKind::List(items) | ExprKind::Tuple(items) => {
                items.iter().for_each(|item| self.mark_iteration(item));
            }
            ExprKind::Starred(value) => self.mark_iteration(value),
            _ => {}
        }
    }

    /// `name := value` binds in the nearest scope that is no comprehension.
    fn named(&mut self, target: &Ident, value: &Expr, at: Span) -> Outcome {
        let name = &target.name;
        if self.in_iterable > 0 {
            let message =
                "assignment expression cannot be used in a comprehension iterable expression";
            return Err(self.problem(message, at));
        }
        let mut owner = self.current;
        loop {
            let scope = self.table.scope(owner);
            match scope.kind {
                ScopeKind::Comprehension | ScopeKind::Generator => {
                    if scope
                        .symbol(name)
                        .is_some_and(|symbol| symbol.is_iteration_variable)
                    {
                        let message = format!(
                            "assignment expression cannot rebind comprehension iteration variable '{name}'"
                        );
                        return Err(self.problem(message, target.span));
                    }
                    match scope.parent {
                        Some(parent) => owner = parent,
                        None => break,
                    }
                }
                ScopeKind::Class if owner != self.current => {
                    let message = "assignment expression within a comprehension cannot be used in a class body";
                    return Err(self.problem(message, target.span));
                }
                ScopeKind::Annotation => {
                    let message = "named expression cannot be used within an annotation";
                    return Err(self.problem(message, at));
                }
                _ => break,
            }
        }
        let symbol = self.table.scope_mut(owner).symbol_mut(name);
        symbol.is_named_target = true;
        if owner == self.current {
            self.bind(name);
        } else {
            let is_global = self.table.scope(owner).kind == ScopeKind::Module
                || self
                    .table
                    .scope(owner)
                    .symbol(name)
                    .is_some_and(|s| s.global_at.is_some());
            self.table.scope_mut(owner).symbol_mut(name).is_bound = true;
            let mut between = self.current;
            while between != owner {
                let symbol = self.table.scope_mut(between).symbol_mut(name);
                symbol.is_used = true;
                if is_global {
                    symbol.global_at = Some(target.span);
                }
                match self.table.scope(between).parent {
                    Some(parent) => between = parent,
                    None => break,
                }
            }
        }
        self.expr(value)
    }

    fn pattern(&mut self, pattern: &Pattern) -> Outcome {
        match &pattern.kind {
            PatternKind::Value(value) => self.expr(value),
            PatternKind::Singleton(_) => Ok(()),
            PatternKind::Sequence(patterns) | PatternKind::Or(patterns) => patterns
                .iter()
                .try_for_each(|pattern| self.pattern(pattern)),
            PatternKind::Star(name) => {
                name.iter().for_each(|name| self.bind(&name.name));
                Ok(())
            }
            PatternKind::Mapping { items, rest } => {
                for (key, value) in items {
                    self.expr(key)?;
                    self.pattern(value)?;
                }
                rest.iter().for_each(|name| self.bind(&name.name));
                Ok(())
            }
            PatternKind::Class {
                class,
                positional,
                keywords,
            } => {
                self.expr(class)?;
                positional
                    .iter()
                    .try_for_each(|pattern| self.pattern(pattern))?;
                keywords
                    .iter()
                    .try_for_each(|(_, pattern)| self.pattern(pattern))
            }
            PatternKind::Capture { pattern, name } => {
                if let Some(pattern) = pattern {
                    self.pattern(pattern)?;
                }
                name.iter().for_each(|name| self.bind(&name.name));
                Ok(())
            }
        }
    }
}

/// Replaces the general word in the message about a misplaced `yield`.
fn named_comprehension(mut problem: SyntaxProblem, sort: &str) -> SyntaxProblem {
    if problem.message == "'yield' inside a comprehension" {
        problem.message = format!("'yield' inside {sort} comprehension");
    }
    problem
}
