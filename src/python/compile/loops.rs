//! `while` and `for`.

use super::blocks::BlockKind;
use super::constant::fold;
use super::unit::Label;
use super::{Compiler, Outcome};
use crate::code::{Instr, Reg};
use crate::syntax::Span;
use crate::syntax::tree::{Expr, ExprKind, For, Stmt};

/// Largest condition, in nodes, that is compiled a second time at the end of
/// its loop.
const MAX_COPIED: usize = 8;

impl<'tree> Compiler<'tree> {
    pub(super) fn while_statement(
        &mut self,
        test: &'tree Expr,
        body: &'tree [Stmt],
        orelse: &'tree [Stmt],
        span: Span,
    ) -> Outcome {
        let otherwise = self.unit.label();
        let exit = self.unit.label();
        let again = self.unit.label();
        // A simple test is tested before the loop and at the end of the body:
        // one jump less each time.
        if fold(test).is_none() && small_size(test, MAX_COPIED).is_some() && !self.options.lines {
            let top = self.unit.label();
            self.jump_if(test, false, otherwise)?;
            self.unit.place(top);
            self.enter(BlockKind::Loop {
                exit,
                again,
                iterator: None,
            });
            self.block(body)?;
            self.leave();
            self.unit.place(again);
            self.jump_if(test, true, top)?;
        } else {
            self.unit.place(again);
            self.reach_line(span);
            self.jump_if(test, false, otherwise)?;
            self.enter(BlockKind::Loop {
                exit,
                again,
                iterator: None,
            });
            self.block(body)?;
            self.leave();
            self.at(test.span);
            self.unit.jump(again);
        }
        self.unit.place(otherwise);
        self.block(orelse)?;
        self.unit.place(exit);
        Ok(())
    }

    pub(super) fn for_statement(&mut self, node: &'tree For, span: Span) -> Outcome {
        if node.is_async {
            return self.async_for(node, span);
        }
        let exit = self.unit.label();
        let again = self.unit.label();
        let end = self.unit.label();
        let mark = self.unit.mark();
        self.reach_line(span);
        let iterator = self.unit.temp();
        let a = self.operand_by(&node.iter, iterator)?;
        self.at(span);
        self.unit.emit(Instr::GetIter { d: iterator, a });
        // The loop itself lets go of its iterator.
        self.unit.cleanse(iterator);
        let item = self.for_target(&node.target);
        let first = self.first_item(item, iterator, end);
        self.store_item(&node.target, item)?;
        self.enter(BlockKind::Loop {
            exit,
            again,
            iterator: Some(iterator),
        });
        self.block(&node.body)?;
        self.leave();
        self.unit.place(again);
        self.reach_line(span);
        self.at(span);
        self.next_item(item, iterator, first);
        self.unit.place(end);
        self.unit.release(mark);
        self.block(&node.orelse)?;
        self.unit.place(exit);
        Ok(())
    }

    /// The head of a loop: takes an item, or goes to `end`. Gives the head's label.
    pub(super) fn first_item(&mut self, item: Reg, iterator: Reg, end: Label) -> Label {
        let first = self.unit.label();
        self.unit.place(first);
        self.unit.relative_jump(
            end,
            Instr::ForIter {
                d: item,
                iter: iterator,
                skip: 0,
            },
        );
        first
    }

    /// The end of a loop with that head.
    pub(super) fn next_item(&mut self, item: Reg, iterator: Reg, first: Label) {
        self.unit.relative_jump(
            first,
            Instr::ForIterBack {
                d: item,
                iter: iterator,
                back: 0,
            },
        );
    }

    /// The register that receives the items of a loop: the variable's own, if
    /// possible.
    pub(super) fn for_target(&mut self, target: &Expr) -> Reg {
        if let ExprKind::Name(name) = &target.kind
            && let Some(register) = self.register_of(name)
        {
            return register;
        }
        self.unit.temp()
    }

    /// Puts an item where the loop's target says.
    pub(super) fn store_item(&mut self, target: &'tree Expr, item: Reg) -> Outcome {
        if let ExprKind::Name(name) = &target.kind
            && self.register_of(name) == Some(item)
        {
            self.check_not_debug(name, target.span)?;
            self.wrote(item);
            return Ok(());
        }
        self.unit.soil(item);
        self.store(target, item, true)?;
        self.unit.release(item);
        Ok(())
    }

    fn async_for(&mut self, node: &'tree For, span: Span) -> Outcome {
        if !self.may_await() {
            return Err(self.problem("'async for' outside async function", span));
        }
        let exit = self.unit.label();
        let head = self.unit.label();
        let again = self.unit.label();
        let exhausted = self.unit.label();
        let mark = self.unit.mark();
        self.reach_line(span);
        let iterator = self.unit.temp();
        let a = self.operand_by(&node.iter, iterator)?;
        // The whole statement asks for the items, as tracebacks show it.
        self.at(span);
        self.unit.emit(Instr::GetAIter { d: iterator, a });
        self.unit.cleanse(iterator);
        self.unit.place(head);
        let exception = self.unit.temp();
        let item = self.unit.temp();
        self.next_async(span, iterator, item, exhausted, exception);
        self.unit.soil(item);
        self.store(&node.target, item, true)?;
        self.unit.release(item);
        self.enter(BlockKind::Loop {
            exit,
            again,
            iterator: Some(iterator),
        });
        self.block(&node.body)?;
        self.leave();
        self.unit.place(again);
        self.reach_line(span);
        self.at(span);
        self.unit.jump(head);
        self.unit.place(exhausted);
        self.end_async(exception);
        self.unit.emit(Instr::Clear { d: item });
        self.unit.emit(Instr::Clear { d: iterator });
        self.unit.forget(mark);
        self.block(&node.orelse)?;
        self.unit.place(exit);
        Ok(())
    }
}

/// How many nodes of `budget` are left after a simple expression; none for
/// one that is large or makes functions.
fn small_size(expr: &Expr, budget: usize) -> Option<usize> {
    let budget = budget.checked_sub(1)?;
    match &expr.kind {
        ExprKind::Name(_) | ExprKind::Constant(_) => Some(budget),
        ExprKind::Attribute(attribute) => small_size(&attribute.value, budget),
        ExprKind::Unary(_, operand) => small_size(operand, budget),
        ExprKind::Compare(comparison) if comparison.rest.len() == 1 => {
            comparison.rest.iter().try_fold(
                small_size(&comparison.first, budget)?,
                |left, (_, operand)| small_size(operand, left),
            )
        }
        ExprKind::And(values) | ExprKind::Or(values) => values
            .iter()
            .try_fold(budget, |left, value| small_size(value, left)),
        ExprKind::Binary(chain) => chain.rest.iter().try_fold(
            small_size(&chain.first, budget)?,
            |left, (_, operand, _)| small_size(operand, left),
        ),
        _ => None,
    }
}
