//! Comprehensions, which run in the code around them, and generator
//! expressions, which are functions.

use std::rc::Rc;

use super::assemble::Signature;
use super::blocks::BlockKind;
use super::names::Place;
use super::unit::{Unit, UnitKind};
use super::{Compiler, Outcome};
use crate::code::{CodeKind, Inlined, Instr, Reg};
use crate::object::{StrRef, intern};
use crate::syntax::Span;
use crate::syntax::scopes::Binding;
use crate::syntax::tree::{Comprehension, ComprehensionKind, ExprKind, ForClause, Name};

impl<'tree> Compiler<'tree> {
    pub(super) fn comprehension(
        &mut self,
        node: &'tree Comprehension,
        span: Span,
        d: Reg,
    ) -> Outcome {
        let Some(first) = node.clauses.first() else {
            return Ok(());
        };
        if node.kind == ComprehensionKind::Generator {
            return self.generator_expression(node, first, span, d);
        }
        let is_async = self.scopes.scope(node.scope).has_await;
        if is_async && !self.may_await() && self.unit.kind != UnitKind::GeneratorExpression {
            let message = "asynchronous comprehension outside of an asynchronous function";
            return Err(self.problem(message, span));
        }
        let result = if self.unit.is_temp(d) {
            d
        } else {
            self.unit.temp()
        };
        let iterator = self.unit.temp();
        self.iterator(first, span, iterator)?;
        self.at(span);
        let inlined = self.unit.inlined.len();
        self.unit.inlined.push(Inlined {
            start: self.unit.here(),
            end: u32::MAX,
            name: match node.kind {
                ComprehensionKind::Dict => "<dictcomp>",
                ComprehensionKind::Set => "<setcomp>",
                _ => "<listcomp>",
            },
            variables: Rc::default(),
        });
        self.unit.emit(match node.kind {
            ComprehensionKind::Dict => Instr::BuildMap {
                d: result,
                start: result,
                n: 0,
            },
            ComprehensionKind::Set => Instr::BuildSet {
                d: result,
                start: result,
                n: 0,
            },
            _ => Instr::BuildList {
                d: result,
                start: result,
                n: 0,
            },
        });
        self.unit.soil(result);
        let around = std::mem::replace(&mut self.unit.scope, node.scope);
        self.pin_variables(node, first);
        let variables = self.seen_variables(node, iterator);
        if let Some(inlined) = self.unit.inlined.get_mut(inlined) {
            inlined.variables = variables;
        }
        self.clauses(node, span, 0, iterator, Some(result))?;
        self.unit.scope = around;
        let end = self.unit.here();
        if let Some(inlined) = self.unit.inlined.get_mut(inlined) {
            inlined.end = end;
        }
        self.at(span);
        self.move_result(result, d);
        Ok(())
    }

    /// Gives registers to the variables of an inlined comprehension.
    fn pin_variables(&mut self, node: &Comprehension, first: &ForClause) {
        let scopes = self.scopes;
        for symbol in scopes.scope(node.scope).symbols() {
            if !matches!(symbol.binding, Binding::Local | Binding::Cell) {
                continue;
            }
            let register = self.unit.pin(node.scope, &symbol.name);
            // The register may have served before. The variable that is bound
            // first needs no care.
            let is_first =
                matches!(&first.target.kind, ExprKind::Name(name) if *name == symbol.name);
            if !is_first || symbol.binding == Binding::Cell {
                self.unit.emit(Instr::Clear { d: register });
            }
            if symbol.binding == Binding::Cell {
                self.unit.emit(Instr::MakeCell { d: register });
                self.unit.soil(register);
            }
        }
    }

    /// What `locals()` tells in an inlined comprehension.
    fn seen_variables(&self, node: &Comprehension, iterator: Reg) -> Rc<[(StrRef, Reg)]> {
        let symbols = self.scopes.scope(node.scope).symbols();
        let found = symbols.iter().filter_map(|symbol| {
            let (Place::Register { register, .. } | Place::Cell(register)) =
                self.place(&symbol.name)
            else {
                return None;
            };
            Some((intern(&symbol.name), register))
        });
        std::iter::once((intern(".0"), iterator))
            .chain(found)
            .collect()
    }

    fn iterator(&mut self, clause: &'tree ForClause, span: Span, iterator: Reg) -> Outcome {
        let a = self.operand_by(&clause.iter, iterator)?;
        self.at(span);
        self.unit.emit(if clause.is_async {
            Instr::GetAIter { d: iterator, a }
        } else {
            Instr::GetIter { d: iterator, a }
        });
        self.unit.soil(iterator);
        Ok(())
    }

    /// The loops from the clause with number `index` on. A generator
    /// expression has no `result`.
    fn clauses(
        &mut self,
        node: &'tree Comprehension,
        span: Span,
        index: usize,
        iterator: Reg,
        result: Option<Reg>,
    ) -> Outcome {
        let Some(clause) = node.clauses.get(index) else {
            return self.element(node, result);
        };
        let again = self.unit.label();
        let exit = self.unit.label();
        let end = self.unit.label();
        let mark = self.unit.mark();
        if clause.is_async {
            self.unit.place(again);
            let item = self.unit.temp();
            let exception = self.unit.temp();
            self.next_async(span, iterator, item, exit, exception);
            self.store(&clause.target, item, true)?;
            self.unit.release(exception);
            self.clause_body(node, span, index, clause, again, result)?;
            self.unit.jump(again);
            self.unit.place(exit);
            self.at(span);
            self.end_async(exception);
            self.unit.emit(Instr::Clear { d: item });
            self.unit.emit(Instr::Clear { d: iterator });
        } else {
            self.at(span);
            let item = self.for_target(&clause.target);
            let first = self.first_item(item, iterator, end);
            self.store_item(&clause.target, item)?;
            self.clause_body(node, span, index, clause, again, result)?;
            self.unit.place(again);
            self.at(span);
            self.next_item(item, iterator, first);
        }
        self.unit.place(end);
        self.unit.cleanse(iterator);
        self.unit.release(mark);
        Ok(())
    }

    fn clause_body(
        &mut self,
        node: &'tree Comprehension,
        span: Span,
        index: usize,
        clause: &'tree ForClause,
        again: super::unit::Label,
        result: Option<Reg>,
    ) -> Outcome {
        let mark = self.unit.mark();
        for condition in &clause.conditions {
            self.jump_if(condition, false, again)?;
        }
        if let Some(next) = node.clauses.get(index + 1) {
            let iterator = self.unit.temp();
            self.iterator(next, span, iterator)?;
            self.clauses(node, span, index + 1, iterator, result)?;
        } else {
            self.element(node, result)?;
        }
        self.unit.release(mark);
        Ok(())
    }

    fn element(&mut self, node: &'tree Comprehension, result: Option<Reg>) -> Outcome {
        let mark = self.unit.mark();
        match (node.kind, result, &node.value) {
            (ComprehensionKind::List, Some(list), _) => {
                let a = self.temp_of(&node.element)?;
                self.at(node.element.span);
                self.unit.emit(Instr::ListAppend { list, a });
                self.unit.cleanse(a);
            }
            (ComprehensionKind::Set, Some(set), _) => {
                let a = self.operand(&node.element)?;
                self.at(node.element.span);
                self.unit.emit(Instr::SetAdd { set, a });
            }
            (ComprehensionKind::Dict, Some(dict), Some(value)) => {
                let key = self.operand(&node.element)?;
                let value = self.operand(value)?;
                self.at(node.element.span);
                self.unit.emit(Instr::MapAdd { dict, key, value });
            }
            _ => {
                let a = self.temp_of(&node.element)?;
                self.at(node.element.span);
                let sent = self.unit.temp();
                self.unit.emit(Instr::Yield { d: sent, a });
                self.unit.cleanse(a);
                self.unit.soil(sent);
            }
        }
        self.unit.release(mark);
        Ok(())
    }

    /// `item = await anext(iterator)`; StopAsyncIteration goes to `exit`.
    pub(super) fn next_async(
        &mut self,
        at: Span,
        iterator: Reg,
        item: Reg,
        exit: super::unit::Label,
        exception: Reg,
    ) {
        self.at(at);
        self.enter_guarded(BlockKind::Guarded, exit, exception);
        self.unit.emit(Instr::GetANext {
            d: item,
            a: iterator,
        });
        self.unit.soil(item);
        self.delegate(item, true, item);
        self.leave();
    }

    /// What [`Compiler::next_async`] has put into `exception` is raised again, as
    /// if it had not been here, unless it is the end of the iterator.
    pub(super) fn end_async(&mut self, exception: Reg) {
        let over = self.unit.label();
        self.unit.emit(Instr::EndAsyncFor { exc: exception });
        self.unit.jump_with(over, |target| Instr::JumpIfNone {
            a: exception,
            target,
        });
        self.unit.emit(Instr::Reraise { exc: exception });
        self.unit.place(over);
    }

    /// The only argument of a call may share the call's brackets: they are part
    /// of the generator expression, too.
    fn with_brackets(&self, span: Span) -> Span {
        let source = self.lines.source().as_bytes();
        let before = (span.start as usize).checked_sub(1);
        let opens = before.and_then(|at| source.get(at)) == Some(&b'(');
        let closes = source.get(span.end as usize) == Some(&b')');
        let is_bare = source.get(span.start as usize) != Some(&b'(');
        if opens && closes && is_bare {
            Span::new(span.start.saturating_sub(1), span.end.saturating_add(1))
        } else {
            span
        }
    }

    fn generator_expression(
        &mut self,
        node: &'tree Comprehension,
        first: &'tree ForClause,
        span: Span,
        d: Reg,
    ) -> Outcome {
        let span = self.with_brackets(span);
        let name: Name = Rc::from("<genexpr>");
        let qualname = self.qualified(&name, None);
        let unit = Unit::new(UnitKind::GeneratorExpression, node.scope, name, qualname);
        let code = self.nested(unit, span, |this| {
            let items = this.unit.declare(node.scope, &Rc::from(".0"), false);
            this.unit.set_bound(items);
            this.declare_variables(node.scope);
            // The parameter is read-only for handlers: iterate over a copy. It keeps its
            // value, as long as a traceback tells of the frame.
            let iterator = this.unit.temp();
            this.unit.emit(Instr::Move {
                d: iterator,
                a: items,
            });
            this.clauses(node, span, 0, iterator, None)?;
            this.unit.emit(Instr::ReturnNone);
            let is_async = this.scopes.scope(node.scope).has_await;
            Ok(Signature {
                kind: if is_async {
                    CodeKind::AsyncGenerator
                } else {
                    CodeKind::Generator
                },
                positional: 1,
                positional_only: 1,
                ..Signature::none()
            })
        })?;
        let base = self.unit.temp();
        self.at(span);
        self.make_function(code, node.scope, 0, base, span, base)?;
        let iterator = self.unit.temp();
        self.iterator(first, span, iterator)?;
        self.at(span);
        self.unit.emit(Instr::Call { argc: 1, d, base });
        self.consumed(base, 2);
        self.unit.soil(d);
        Ok(())
    }
}
