//! Statements.

use super::blocks::BlockKind;
use super::constant::{Literal, fold};
use super::unit::UnitKind;
use super::{Compiler, Outcome};
use crate::code::{Instr, Intrinsic, NO_REG};
use crate::syntax::Span;
use crate::syntax::tree::{Expr, ExprKind, Stmt, StmtKind, UnaryOp};

/// Blocks that may be nested in one function; CPython's number. It also bounds
/// how often nested `finally` blocks are copied.
const MAX_BLOCKS: usize = 20;

impl<'tree> Compiler<'tree> {
    pub(super) fn block(&mut self, body: &'tree [Stmt]) -> Outcome {
        body.iter()
            .try_for_each(|statement| self.statement(statement))
    }

    /// Notes that execution reaches a line.
    pub(super) fn reach_line(&mut self, span: Span) {
        if self.options.lines {
            let line = self.lines.line(span.start);
            self.at(span);
            self.unit.emit(Instr::Line { line });
        }
    }

    pub(super) fn statement(&mut self, statement: &'tree Stmt) -> Outcome {
        if self.unit.blocks.len() > MAX_BLOCKS {
            return Err(self.problem("too many statically nested blocks", statement.span));
        }
        let span = statement.span;
        match &statement.kind {
            StmtKind::While { .. } | StmtKind::For(_) => {}
            StmtKind::Function(function) if !function.decorators.is_empty() => {
                self.reach_line(function.decorators[0].span);
            }
            _ => self.reach_line(span),
        }
        match &statement.kind {
            StmtKind::Expr(value) if self.is_interactive && self.unit.kind == UnitKind::Module => {
                self.print_expression(value)
            }
            StmtKind::Expr(value) => self.expression_statement(value),
            StmtKind::Assign { targets, value } => self.assign(targets, value),
            StmtKind::AugAssign { target, op, value } => self.augmented(target, *op, value, span),
            StmtKind::AnnAssign {
                target,
                annotation,
                value,
                simple,
            } => {
                self.annotated(target, value.as_ref(), *simple)?;
                match &target.kind {
                    ExprKind::Name(name) if *simple => self.annotate_early(name, &annotation.expr),
                    _ => Ok(()),
                }
            }
            StmtKind::Return(value) => self.return_statement(value.as_ref(), span),
            StmtKind::If { branches, orelse } => self.if_statement(branches, orelse),
            StmtKind::For(node) => self.for_statement(node, span),
            StmtKind::While { test, body, orelse } => {
                self.while_statement(test, body, orelse, span)
            }
            StmtKind::Function(function) => self.function(function, span),
            StmtKind::Class(class) => self.class(class, span),
            StmtKind::Try(node) => self.try_statement(node, span),
            StmtKind::With {
                is_async,
                items,
                body,
            } => self.with_statement(items, body, *is_async, span),
            StmtKind::Raise { exception, cause } => {
                self.raise(exception.as_ref(), cause.as_ref(), span)
            }
            StmtKind::Match { subject, cases } => self.match_statement(subject, cases),
            StmtKind::Import(modules) => self.import(modules, span),
            StmtKind::ImportFrom(import) => self.import_from(import, span),
            StmtKind::Delete(targets) => targets.iter().try_for_each(|target| self.delete(target)),
            StmtKind::Assert { test, message } => {
                self.warn_of_assert(test, span);
                self.assert(test, message.as_ref(), span)
            }
            StmtKind::Break => self.jump_out_of_loop(true, span),
            StmtKind::Continue => self.jump_out_of_loop(false, span),
            StmtKind::TypeAlias(alias) => self.type_alias(alias, span),
            StmtKind::Global(_) | StmtKind::Nonlocal(_) | StmtKind::Pass => Ok(()),
        }
    }

    fn expression_statement(&mut self, value: &'tree Expr) -> Outcome {
        if fold(value).is_some() {
            return Ok(());
        }
        let mark = self.unit.mark();
        self.operand(value)?;
        self.unit.release(mark);
        Ok(())
    }

    /// An expression statement at the interactive prompt.
    fn print_expression(&mut self, value: &'tree Expr) -> Outcome {
        let mark = self.unit.mark();
        let a = self.temp_of(value)?;
        self.at(value.span);
        let what = Intrinsic::PrintExpr;
        self.unit.emit(Instr::Intrinsic {
            what,
            d: NO_REG,
            a,
            b: NO_REG,
        });
        self.unit.release(mark);
        Ok(())
    }

    fn annotated(
        &mut self,
        target: &'tree Expr,
        value: Option<&'tree Expr>,
        simple: bool,
    ) -> Outcome {
        match (value, &target.kind) {
            (Some(value), _) => self.assign(std::slice::from_ref(target), value),
            (None, ExprKind::Name(name)) => self.check_not_debug(name, target.span),
            (None, _) if simple => Ok(()),
            // The parts of the target are evaluated, and that is all.
            (None, ExprKind::Attribute(attribute)) => self.expression_statement(&attribute.value),
            (None, ExprKind::Subscript(parts)) => {
                self.expression_statement(&parts.0)?;
                self.expression_statement(&parts.1)
            }
            _ => Ok(()),
        }
    }

    fn return_statement(&mut self, value: Option<&'tree Expr>, span: Span) -> Outcome {
        match self.unit.kind {
            UnitKind::Function | UnitKind::AsyncFunction => {}
            _ => return Err(self.problem("'return' outside function", span)),
        }
        let scope = self.scopes.scope(self.unit.scope);
        if value.is_some() && scope.has_yield && self.unit.kind == UnitKind::AsyncFunction {
            return Err(self.problem("'return' with value in async generator", span));
        }
        self.check_star_handlers(0, span)?;
        self.return_value(value, span)
    }

    fn return_value(&mut self, value: Option<&'tree Expr>, span: Span) -> Outcome {
        if let Some(Expr {
            kind: ExprKind::Conditional(node),
            ..
        }) = value
            && !self.unwinding_runs_code(0)
        {
            let otherwise = self.unit.label();
            self.jump_if(&node.test, false, otherwise)?;
            self.return_value(Some(&node.body), span)?;
            self.unit.place(otherwise);
            return self.return_value(Some(&node.orelse), span);
        }
        let mark = self.unit.mark();
        let literal = value.map_or(Some(Literal::None), fold);
        match (value, literal) {
            (Some(value), None) => {
                let a = if self.unwinding_runs_code(0) {
                    self.temp_of(value)?
                } else {
                    self.operand(value)?
                };
                // From here on the value belongs to the `return`.
                self.unit.cleanse(a);
                let left = self.unwind(0)?;
                self.at(span);
                self.unit.emit(Instr::Return { a });
                self.reenter(left);
            }
            (_, literal) => {
                // Constants are loaded when everything else is done.
                let left = self.unwind(0)?;
                self.at(span);
                match literal {
                    None | Some(Literal::None) => self.unit.emit(Instr::ReturnNone),
                    Some(literal) => {
                        let a = self.unit.temp();
                        self.load_literal(&literal, a);
                        self.unit.emit(Instr::Return { a });
                    }
                }
                self.reenter(left);
            }
        }
        self.unit.forget(mark);
        Ok(())
    }

    fn if_statement(
        &mut self,
        branches: &'tree [(Expr, Vec<Stmt>)],
        orelse: &'tree [Stmt],
    ) -> Outcome {
        let end = self.unit.label();
        for (index, (test, body)) in branches.iter().enumerate() {
            let next = self.unit.label();
            if index > 0 {
                self.reach_line(test.span);
            }
            if branches.len() == 1
                && orelse.is_empty()
                && let Some(target) = self.plain_jump(body)
            {
                return self.jump_if(test, true, target);
            }
            self.jump_if(test, false, next)?;
            self.block(body)?;
            if index + 1 < branches.len() || !orelse.is_empty() {
                self.unit.jump(end);
            }
            self.unit.place(next);
        }
        self.block(orelse)?;
        self.unit.place(end);
        Ok(())
    }

    fn raise(
        &mut self,
        exception: Option<&'tree Expr>,
        cause: Option<&'tree Expr>,
        span: Span,
    ) -> Outcome {
        let mark = self.unit.mark();
        match exception {
            None => {
                self.at(span);
                self.unit.emit(Instr::RaiseCurrent);
            }
            Some(exception) => {
                let a = self.operand(exception)?;
                let b = match cause {
                    Some(cause) => self.operand(cause)?,
                    None => NO_REG,
                };
                self.at(span);
                self.unit.emit(Instr::Raise { a, b });
            }
        }
        self.unit.forget(mark);
        Ok(())
    }

    fn assert(&mut self, test: &'tree Expr, message: Option<&'tree Expr>, span: Span) -> Outcome {
        // CPython's raise has the place of the comparison that was compiled
        // last, because a comparison that jumps leaves its place behind.
        let span = last_comparison(test).unwrap_or(span);
        let holds = self.unit.label();
        self.jump_if(test, true, holds)?;
        let mark = self.unit.mark();
        let base = self.unit.temp();
        self.at(span);
        let what = Intrinsic::AssertionError;
        self.unit.emit(Instr::Intrinsic {
            what,
            d: base,
            a: NO_REG,
            b: NO_REG,
        });
        if let Some(message) = message {
            self.temp_of(message)?;
            self.at(span);
            self.unit.emit(Instr::Call {
                argc: 1,
                d: base,
                base,
            });
        }
        self.unit.emit(Instr::Raise { a: base, b: NO_REG });
        self.unit.forget(mark);
        self.unit.place(holds);
        Ok(())
    }

    /// `break` or `continue`.
    fn jump_out_of_loop(&mut self, is_break: bool, span: Span) -> Outcome {
        let innermost = self
            .unit
            .blocks
            .iter()
            .enumerate()
            .rev()
            .find_map(|(depth, block)| match block.kind {
                BlockKind::Loop { exit, again, .. } => Some((depth, exit, again)),
                _ => None,
            });
        let Some((depth, exit, again)) = innermost else {
            self.check_star_handlers(0, span)?;
            let message = if is_break {
                "'break' outside loop"
            } else {
                "'continue' not properly in loop"
            };
            return Err(self.problem(message, span));
        };
        self.check_star_handlers(depth + 1, span)?;
        self.at(span);
        // `break` also lets go of the loop's iterator.
        let left = self.unwind(if is_break { depth } else { depth + 1 })?;
        self.at(span);
        self.unit.jump(if is_break { exit } else { again });
        self.reenter(left);
        Ok(())
    }

    /// Where a block leads that is nothing but a `break` or `continue` with
    /// nothing to do on the way.
    fn plain_jump(&self, body: &[Stmt]) -> Option<super::unit::Label> {
        let [statement] = body else { return None };
        let BlockKind::Loop {
            exit,
            again,
            iterator,
        } = self.unit.blocks.last()?.kind
        else {
            return None;
        };
        match statement.kind {
            _ if self.options.lines => None,
            StmtKind::Continue => Some(again),
            StmtKind::Break if iterator.is_none() => Some(exit),
            _ => None,
        }
    }

    fn check_star_handlers(&self, depth: usize, span: Span) -> Outcome {
        let star = self
            .unit
            .blocks
            .iter()
            .skip(depth)
            .any(|block| matches!(block.kind, BlockKind::Handling { is_star: true, .. }));
        if star {
            let message = "'break', 'continue' and 'return' cannot appear in an except* block";
            return Err(self.problem(message, span));
        }
        Ok(())
    }
}

/// The comparison of a condition that is compiled last, and as a jump.
fn last_comparison(test: &Expr) -> Option<Span> {
    match &test.kind {
        ExprKind::Compare(_) => Some(test.span),
        ExprKind::Unary(UnaryOp::Not, operand) => last_comparison(operand),
        ExprKind::And(values) | ExprKind::Or(values) => {
            values.iter().rev().find_map(last_comparison)
        }
        ExprKind::Conditional(node) => [&node.orelse, &node.body, &node.test]
            .into_iter()
            .find_map(last_comparison),
        _ => None,
    }
}
