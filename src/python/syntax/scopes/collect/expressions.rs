//! Names in expressions, targets, comprehensions and patterns.

use super::{Collector, Outcome};
use crate::syntax::position::Span;
use crate::syntax::problem::SyntaxProblem;
use crate::syntax::scopes::ScopeKind;
use crate::syntax::tree::{
    Argument, Comprehension, ComprehensionKind, Expr, ExprKind, Ident, Name, Pattern, PatternKind,
    StringPart,
};

/// How a name occurs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    Load,
    Bind,
}

impl Collector<'_> {
    fn name(&mut self, name: &Name, usage: Use) {
        match usage {
            Use::Load => self.load(name),
            Use::Bind => self.bind(name),
        }
    }

    pub(super) fn arguments(&mut self, arguments: &[Argument]) -> Outcome {
        arguments
            .iter()
            .try_for_each(|argument| self.expr(argument.value()))
    }

    pub(super) fn optional(&mut self, expr: Option<&Expr>) -> Outcome {
        expr.map_or(Ok(()), |expr| self.expr(expr))
    }

    fn exprs(&mut self, exprs: &[Expr]) -> Outcome {
        exprs.iter().try_for_each(|expr| self.expr(expr))
    }

    pub(super) fn expr(&mut self, expr: &Expr) -> Outcome {
        self.occurrence(expr, Use::Load)
    }

    pub(super) fn bind_to(&mut self, target: &Expr) -> Outcome {
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

    pub(super) fn mark_deleted(&mut self, target: &Expr) {
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

    pub(super) fn pattern(&mut self, pattern: &Pattern) -> Outcome {
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
