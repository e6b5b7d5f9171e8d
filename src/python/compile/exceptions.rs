//! `try` and `with`.

use super::blocks::BlockKind;
use super::constant::Literal;
use super::names::Place;
use super::unit::Label;
use super::{Compiler, Outcome};
use crate::code::{Instr, Intrinsic, Reg};
use crate::syntax::Span;
use crate::syntax::tree::{Handler, Ident, Stmt, Try, WithItem};

/// Registers of a handler.
#[derive(Clone, Copy)]
struct Catch {
    /// The exception that is caught.
    caught: Reg,
    /// The exception that was being handled before.
    saved: Reg,
    /// An exception raised while `caught` is handled.
    second: Reg,
}

impl<'tree> Compiler<'tree> {
    fn catch_registers(&mut self) -> Catch {
        Catch {
            caught: self.unit.temp(),
            saved: self.unit.temp(),
            second: self.unit.temp(),
        }
    }

    /// Starts the code of a handler: lets go of what the protected code left
    /// in temporaries from `mark` on, and handles the exception.
    fn start_handler(&mut self, handler: Label, catch: Catch, mark: Reg, used: u16) {
        self.unit.place(handler);
        if used > 0 {
            self.unit.emit(Instr::ClearRange {
                start: mark,
                n: used,
            });
        }
        self.unit.emit(Instr::PushHandled {
            save: catch.saved,
            exc: catch.caught,
        });
    }

    /// Ends a handler without an outcome of its own: the exception goes on.
    fn reraise(&mut self, catch: Catch) {
        self.unit.emit(Instr::PopHandled { save: catch.saved });
        self.unit.emit(Instr::Reraise { exc: catch.caught });
    }

    /// What happens when the code of a handler itself raises.
    fn failed_handler(
        &mut self,
        label: Label,
        catch: Catch,
        name: Option<&'tree Ident>,
    ) -> Outcome {
        self.unit.place(label);
        self.unit.emit(Instr::PopHandled { save: catch.saved });
        self.unit.emit(Instr::Clear { d: catch.caught });
        if let Some(name) = name {
            self.forget_handler_name(name)?;
        }
        self.unit.emit(Instr::Reraise { exc: catch.second });
        Ok(())
    }

    fn handling(&mut self, catch: Catch, failed: Label, name: Option<&'tree Ident>, is_star: bool) {
        let kind = BlockKind::Handling {
            saved: catch.saved,
            exception: catch.caught,
            name,
            is_star,
        };
        self.enter_guarded(kind, failed, catch.second);
    }

    pub(super) fn try_statement(&mut self, node: &'tree Try, span: Span) -> Outcome {
        if node.finalbody.is_empty() {
            return self.try_handlers(node, span);
        }
        let mark = self.unit.mark();
        let catch = self.catch_registers();
        let handler = self.unit.label();
        let failed = self.unit.label();
        let end = self.unit.label();
        let inner = self.unit.mark();
        let peak = self.unit.start_peak();
        self.enter_guarded(BlockKind::Finally(&node.finalbody), handler, catch.caught);
        if node.handlers.is_empty() {
            self.block(&node.body)?;
        } else {
            self.try_handlers(node, span)?;
        }
        self.leave();
        let used = self.unit.end_peak(peak, inner);
        self.block(&node.finalbody)?;
        self.unit.jump(end);
        self.at(span);
        self.start_handler(handler, catch, inner, used);
        self.handling(catch, failed, None, false);
        self.block(&node.finalbody)?;
        self.leave();
        self.at(span);
        self.reraise(catch);
        self.failed_handler(failed, catch, None)?;
        self.unit.place(end);
        self.unit.forget(mark);
        Ok(())
    }

    fn try_handlers(&mut self, node: &'tree Try, span: Span) -> Outcome {
        let mark = self.unit.mark();
        let catch = self.catch_registers();
        let handler = self.unit.label();
        let failed = self.unit.label();
        let end = self.unit.label();
        let inner = self.unit.mark();
        let peak = self.unit.start_peak();
        self.enter_guarded(BlockKind::Guarded, handler, catch.caught);
        self.block(&node.body)?;
        self.leave();
        let used = self.unit.end_peak(peak, inner);
        self.block(&node.orelse)?;
        self.unit.jump(end);
        self.at(span);
        self.start_handler(handler, catch, inner, used);
        if node.is_star {
            self.star_handlers(&node.handlers, catch, failed, end)?;
        } else {
            self.handlers(&node.handlers, catch, failed, end)?;
            self.at(span);
            self.reraise(catch);
        }
        self.failed_handler(failed, catch, None)?;
        self.unit.place(end);
        self.unit.forget(mark);
        Ok(())
    }

    fn handlers(
        &mut self,
        handlers: &'tree [Handler],
        catch: Catch,
        failed: Label,
        end: Label,
    ) -> Outcome {
        for (index, handler) in handlers.iter().enumerate() {
            let next = self.unit.label();
            match &handler.class {
                None if index + 1 < handlers.len() => {
                    return Err(self.problem("default 'except:' must be last", handler.span));
                }
                None => {}
                Some(class) => {
                    self.handling(catch, failed, None, false);
                    self.reach_line(handler.span);
                    let mark = self.unit.mark();
                    let matches = self.unit.temp();
                    let b = self.operand(class)?;
                    self.at(handler.span);
                    self.unit.emit(Instr::ExcMatches {
                        d: matches,
                        a: catch.caught,
                        b,
                    });
                    self.unit.release(mark);
                    self.unit
                        .jump_with(next, |target| Instr::JumpIfFalse { a: matches, target });
                    self.leave();
                }
            }
            self.handler_body(handler, catch, failed, end)?;
            self.unit.place(next);
        }
        Ok(())
    }

    fn handler_body(
        &mut self,
        handler: &'tree Handler,
        catch: Catch,
        failed: Label,
        end: Label,
    ) -> Outcome {
        let Some(name) = &handler.name else {
            self.handling(catch, failed, None, false);
            self.block(&handler.body)?;
            self.leave();
            self.unit.emit(Instr::PopHandled { save: catch.saved });
            self.unit.emit(Instr::Clear { d: catch.caught });
            self.unit.jump(end);
            return Ok(());
        };
        let failed_with_name = self.unit.label();
        self.at(handler.span);
        self.handling(catch, failed_with_name, Some(name), false);
        self.store_name(&name.name, catch.caught, false, name.span)?;
        self.block(&handler.body)?;
        self.leave();
        // What ends with the exception ends at the last line that ran.
        let (last, start) = (self.unit.position, self.unit.here());
        self.unit.emit(Instr::PopHandled { save: catch.saved });
        self.unit.emit(Instr::Clear { d: catch.caught });
        self.forget_handler_name(name)?;
        self.unit.set_positions_from(start, last);
        self.unit.jump(end);
        self.at(handler.span);
        self.failed_handler(failed_with_name, catch, Some(name))
    }

    /// The name of a handler is unbound when the handler is left, whatever the
    /// program did with it.
    pub(super) fn forget_handler_name(&mut self, name: &Ident) -> Outcome {
        match self.place(&name.name) {
            Place::Register { register, .. } => self.unit.emit(Instr::Clear { d: register }),
            _ => {
                let nothing = self.unit.temp();
                self.load_literal(&Literal::None, nothing);
                self.store_name(&name.name, nothing, false, name.span)?;
                self.unit.forget(nothing);
                self.delete_name(&name.name, name.span)?;
            }
        }
        Ok(())
    }

    /// `except*`: every handler takes its part of the group; what they raise
    /// and what nobody took is raised together at the end.
    fn star_handlers(
        &mut self,
        handlers: &'tree [Handler],
        catch: Catch,
        failed: Label,
        end: Label,
    ) -> Outcome {
        self.handling(catch, failed, None, true);
        let raised = self.unit.temp();
        let rest = self.unit.temp();
        let part = self.unit.temp();
        self.unit.emit(Instr::BuildList {
            d: raised,
            start: raised,
            n: 0,
        });
        self.unit.emit(Instr::Move {
            d: rest,
            a: catch.caught,
        });
        for handler in handlers {
            let next = self.unit.label();
            let inner_failed = self.unit.label();
            let mark = self.unit.mark();
            let inner = Catch {
                caught: part,
                saved: self.unit.temp(),
                second: self.unit.temp(),
            };
            let Some(class) = &handler.class else {
                continue;
            };
            self.reach_line(handler.span);
            let operands = self.unit.mark();
            let b = self.operand(class)?;
            self.at(handler.span);
            self.unit
                .jump_with(next, |target| Instr::JumpIfNone { a: rest, target });
            let pair = self.unit.temp();
            let start = self.unit.temp();
            let second = self.unit.temp();
            self.unit.emit(Instr::ExcGroupMatches {
                d: pair,
                a: rest,
                b,
            });
            self.unit.emit(Instr::Unpack {
                a: pair,
                start,
                n: 2,
            });
            self.unit.emit(Instr::Move { d: part, a: start });
            self.unit.emit(Instr::Move { d: rest, a: second });
            self.unit.emit(Instr::ClearRange { start, n: 2 });
            self.unit.release(operands);
            self.unit
                .jump_with(next, |target| Instr::JumpIfNone { a: part, target });
            self.unit.emit(Instr::PushHandled {
                save: inner.saved,
                exc: part,
            });
            let body = self.unit.mark();
            let peak = self.unit.start_peak();
            self.handling(inner, inner_failed, handler.name.as_ref(), true);
            if let Some(name) = &handler.name {
                self.store_name(&name.name, part, false, name.span)?;
            }
            self.block(&handler.body)?;
            self.leave();
            let used = self.unit.end_peak(peak, body);
            self.at(handler.span);
            self.unit.emit(Instr::PopHandled { save: inner.saved });
            if let Some(name) = &handler.name {
                self.forget_handler_name(name)?;
            }
            self.unit.jump(next);
            self.unit.place(inner_failed);
            if used > 0 {
                self.unit.emit(Instr::ClearRange {
                    start: body,
                    n: used,
                });
            }
            self.unit.emit(Instr::PopHandled { save: inner.saved });
            if let Some(name) = &handler.name {
                self.forget_handler_name(name)?;
            }
            self.unit.emit(Instr::ListAppend {
                list: raised,
                a: inner.second,
            });
            self.unit.place(next);
            self.unit.emit(Instr::Clear { d: part });
            self.unit.forget(mark);
        }
        let nothing_left = self.unit.label();
        self.unit
            .jump_with(nothing_left, |target| Instr::JumpIfNone { a: rest, target });
        self.unit.emit(Instr::ListAppend {
            list: raised,
            a: rest,
        });
        self.unit.place(nothing_left);
        let what = Intrinsic::PrepReraiseStar;
        self.unit.emit(Instr::Intrinsic {
            what,
            d: part,
            a: catch.caught,
            b: raised,
        });
        self.unit.emit(Instr::Clear { d: raised });
        self.leave();
        let handled = self.unit.label();
        self.unit.emit(Instr::PopHandled { save: catch.saved });
        self.unit.emit(Instr::Clear { d: catch.caught });
        self.unit
            .jump_with(handled, |target| Instr::JumpIfNone { a: part, target });
        self.unit.emit(Instr::Reraise { exc: part });
        self.unit.place(handled);
        self.unit.jump(end);
        Ok(())
    }

    pub(super) fn with_statement(
        &mut self,
        items: &'tree [WithItem],
        body: &'tree [Stmt],
        is_async: bool,
        span: Span,
    ) -> Outcome {
        if is_async && !self.may_await() {
            return Err(self.problem("'async with' outside async function", span));
        }
        let Some((item, rest)) = items.split_first() else {
            return self.block(body);
        };
        let mark = self.unit.mark();
        // The exit method and room for its arguments; the enter method first
        // stands where the first argument will be.
        let exit = self.unit.temp();
        let entered = self.unit.temp();
        let _room = [self.unit.temp(), self.unit.temp()];
        let catch = self.catch_registers();
        let inner = self.unit.mark();
        let manager = self.operand(&item.context)?;
        self.at(span);
        let position = self.unit.position;
        self.unit.emit(if is_async {
            Instr::LoadAsyncWith {
                d: exit,
                a: manager,
            }
        } else {
            Instr::LoadWith {
                d: exit,
                a: manager,
            }
        });
        self.unit.release(inner);
        self.unit.emit(Instr::Call {
            argc: 0,
            d: entered,
            base: entered,
        });
        if is_async {
            self.await_value(entered, 1, entered, entered);
            self.unit.forget(inner);
        }
        self.unit.cleanse(entered);

        let handler = self.unit.label();
        let failed = self.unit.label();
        let end = self.unit.label();
        let peak = self.unit.start_peak();
        let kind = BlockKind::With {
            exit,
            is_async,
            position,
        };
        self.enter_guarded(kind, handler, catch.caught);
        match &item.target {
            Some(target) => {
                self.unit.soil(entered);
                self.store(target, entered, true)?;
                if self.unit.is_dirty(entered) {
                    self.unit.emit(Instr::Clear { d: entered });
                    self.unit.cleanse(entered);
                }
            }
            None => self.unit.emit(Instr::Clear { d: entered }),
        }
        self.with_statement(rest, body, is_async, span)?;
        self.leave();
        let used = self.unit.end_peak(peak, inner);
        self.unit.position = position;
        self.call_exit_without_exception(exit, is_async);
        self.unit.jump(end);

        self.start_handler(handler, catch, inner, used);
        self.handling(catch, failed, None, false);
        self.call_exit_with(catch.caught, exit, is_async);
        self.leave();
        let suppressed = self.unit.label();
        self.unit.emit(Instr::Not { d: exit, a: exit });
        self.unit
            .jump_with(suppressed, |target| Instr::JumpIfFalse { a: exit, target });
        self.reraise(catch);
        self.unit.place(suppressed);
        self.unit.emit(Instr::PopHandled { save: catch.saved });
        self.unit.emit(Instr::Clear { d: catch.caught });
        self.unit.jump(end);
        self.failed_handler(failed, catch, None)?;
        self.unit.place(end);
        self.at(span);
        self.unit.forget(mark);
        Ok(())
    }

    /// `exit(None, None, None)`
    pub(super) fn call_exit_without_exception(&mut self, exit: Reg, is_async: bool) {
        for offset in 1..=3 {
            self.unit.emit(Instr::LoadNone { d: exit + offset });
        }
        self.call_exit(exit, is_async);
        self.unit.emit(Instr::Clear { d: exit });
    }

    /// `exit = exit(type(caught), caught, caught.__traceback__)`
    fn call_exit_with(&mut self, caught: Reg, exit: Reg, is_async: bool) {
        let site = self.site16("__class__");
        self.unit.emit(Instr::LoadAttr {
            d: exit + 1,
            a: caught,
            site,
        });
        self.unit.emit(Instr::Move {
            d: exit + 2,
            a: caught,
        });
        let site = self.site16("__traceback__");
        self.unit.emit(Instr::LoadAttr {
            d: exit + 3,
            a: caught,
            site,
        });
        self.call_exit(exit, is_async);
    }

    fn call_exit(&mut self, exit: Reg, is_async: bool) {
        self.unit.emit(Instr::Call {
            argc: 3,
            d: exit,
            base: exit,
        });
        if is_async {
            let mark = self.unit.mark();
            self.await_value(exit, 2, exit, exit);
            self.unit.forget(mark);
        }
        self.unit.cleanse(exit);
    }
}
