//! `match`.

use std::collections::HashSet;
use std::rc::Rc;

use super::constant::{Literal, fold};
use super::unit::Label;
use super::{Compiler, Outcome};
use crate::code::{CompareOp, Instr, Reg};
use crate::syntax::Span;
use crate::syntax::tree::{Constant, Expr, Ident, MatchCase, Name, Pattern, PatternKind};

/// What a pattern has captured so far: names and the registers that hold the
/// values. Nothing is bound before the whole pattern has matched.
type Captures<'tree> = Vec<(&'tree Ident, Reg)>;

impl<'tree> Compiler<'tree> {
    pub(super) fn match_statement(
        &mut self,
        subject: &'tree Expr,
        cases: &'tree [MatchCase],
    ) -> Outcome {
        let mark = self.unit.mark();
        let subject_span = subject.span;
        let subject = self.temp_of(subject)?;
        self.unit.cleanse(subject);
        let end = self.unit.label();
        for (index, case) in cases.iter().enumerate() {
            if index + 1 < cases.len() && case.guard.is_none() {
                self.check_refutable(&case.pattern)?;
            }
            let next = self.unit.label();
            let inner = self.unit.mark();
            let peak = self.unit.start_peak();
            self.reach_line(case.pattern.span);
            let failed = self.unit.label();
            let mut captures = Vec::new();
            self.pattern(&case.pattern, subject, failed, &mut captures)?;
            for (name, register) in captures {
                self.at(name.span);
                self.store_name(&name.name, register, false, name.span)?;
            }
            self.unit.release(inner);
            if let Some(guard) = &case.guard {
                self.jump_if(guard, false, next)?;
            }
            let used = self.unit.end_peak(peak, inner);
            // No later case needs the subject.
            self.unit.emit(Instr::Clear { d: subject });
            self.block(&case.body)?;
            self.at(subject_span);
            self.unit.jump(end);
            self.unit.place(failed);
            if used > 0 {
                self.unit.emit(Instr::ClearRange {
                    start: inner,
                    n: used,
                });
            }
            self.unit.place(next);
        }
        self.unit.emit(Instr::Clear { d: subject });
        self.unit.place(end);
        self.unit.forget(mark);
        Ok(())
    }

    /// Goes on if the pattern matches the value in `subject`; else jumps to
    /// `failed`, possibly with values left in temporaries.
    fn pattern(
        &mut self,
        pattern: &'tree Pattern,
        subject: Reg,
        failed: Label,
        captures: &mut Captures<'tree>,
    ) -> Outcome {
        let span = pattern.span;
        match &pattern.kind {
            PatternKind::Value(value) => self.value_pattern(value, subject, failed, span),
            PatternKind::Singleton(constant) => {
                self.at(span);
                if *constant == Constant::None {
                    self.unit
                        .jump_with(failed, |target| Instr::JumpIfNotNone { a: subject, target });
                } else {
                    let b = self.unit.temp();
                    self.load_literal(&Literal::of(constant), b);
                    let op = CompareOp::Is;
                    let jump = Instr::JumpUnless {
                        op,
                        a: subject,
                        b,
                        skip: 0,
                    };
                    self.unit.relative_jump(failed, jump);
                }
                Ok(())
            }
            PatternKind::Capture { pattern, name } => {
                if let Some(pattern) = pattern {
                    self.pattern(pattern, subject, failed, captures)?;
                }
                name.iter()
                    .try_for_each(|name| self.capture(name, subject, captures))
            }
            PatternKind::Star(name) => name
                .iter()
                .try_for_each(|name| self.capture(name, subject, captures)),
            PatternKind::Sequence(patterns) => {
                self.sequence_pattern(patterns, subject, failed, captures, span)
            }
            PatternKind::Mapping { items, rest } => {
                self.mapping_pattern(items, rest.as_ref(), subject, failed, captures, span)
            }
            PatternKind::Class {
                class,
                positional,
                keywords,
            } => self.class_pattern(class, positional, keywords, subject, failed, captures, span),
            PatternKind::Or(patterns) => self.or_pattern(patterns, subject, failed, captures),
        }
    }

    fn capture(&self, name: &'tree Ident, subject: Reg, captures: &mut Captures<'tree>) -> Outcome {
        if captures.iter().any(|(known, _)| known.name == name.name) {
            let message = format!("multiple assignments to name '{}' in pattern", name.name);
            return Err(self.problem(message, name.span));
        }
        captures.push((name, subject));
        Ok(())
    }

    fn value_pattern(
        &mut self,
        value: &'tree Expr,
        subject: Reg,
        failed: Label,
        span: Span,
    ) -> Outcome {
        let op = CompareOp::Eq;
        if let Some(i) = fold(value).as_ref().and_then(Literal::small_int::<i16>) {
            self.at(span);
            let jump = Instr::JumpUnlessInt {
                op,
                a: subject,
                i,
                skip: 0,
            };
            self.unit.relative_jump(failed, jump);
            return Ok(());
        }
        let b = self.operand(value)?;
        self.at(span);
        self.unit.relative_jump(
            failed,
            Instr::JumpUnless {
                op,
                a: subject,
                b,
                skip: 0,
            },
        );
        Ok(())
    }

    fn sequence_pattern(
        &mut self,
        patterns: &'tree [Pattern],
        subject: Reg,
        failed: Label,
        captures: &mut Captures<'tree>,
        span: Span,
    ) -> Outcome {
        let mut star = None;
        for (index, pattern) in patterns.iter().enumerate() {
            if matches!(pattern.kind, PatternKind::Star(_)) && star.replace(index).is_some() {
                let message = "multiple starred names in sequence pattern";
                return Err(self.problem(message, span));
            }
        }
        self.at(span);
        let t = self.unit.temp();
        self.unit.emit(Instr::MatchSequence { d: t, a: subject });
        self.unit
            .jump_with(failed, |target| Instr::JumpIfFalse { a: t, target });
        let required = patterns.len() - usize::from(star.is_some());
        if star.is_none() || required > 0 {
            self.unit.emit(Instr::GetLen { d: t, a: subject });
            let op = if star.is_some() {
                CompareOp::Ge
            } else {
                CompareOp::Eq
            };
            self.jump_unless_length(op, t, required, failed);
        }
        if patterns.iter().all(is_ignored) {
            return Ok(());
        }
        self.unit.emit(Instr::Move { d: t, a: subject });
        let registers: Vec<Reg> = patterns.iter().map(|_| self.unit.temp()).collect();
        let start = registers.first().copied().unwrap_or(t);
        match star {
            None => {
                let n = u16::try_from(patterns.len()).unwrap_or(u16::MAX);
                self.unit.emit(Instr::Unpack { a: t, start, n });
            }
            Some(index) => {
                let message = "too many expressions in star-unpacking sequence pattern";
                let before = u8::try_from(index).map_err(|_| self.problem(message, span))?;
                let after = u16::try_from(patterns.len() - index - 1).unwrap_or(u16::MAX);
                self.unit.emit(Instr::UnpackStar {
                    before,
                    a: t,
                    start,
                    after,
                });
            }
        }
        self.subpatterns(patterns.iter().zip(registers), failed, captures)
    }

    /// Matches sub-patterns against the values in their registers.
    fn subpatterns(
        &mut self,
        patterns: impl Iterator<Item = (&'tree Pattern, Reg)>,
        failed: Label,
        captures: &mut Captures<'tree>,
    ) -> Outcome {
        let patterns: Vec<_> = patterns.collect();
        for (_, register) in &patterns {
            self.unit.soil(*register);
        }
        for (pattern, register) in patterns {
            self.pattern(pattern, register, failed, captures)?;
        }
        Ok(())
    }

    fn jump_unless_length(&mut self, op: CompareOp, a: Reg, length: usize, failed: Label) {
        let i = i16::try_from(length).unwrap_or(i16::MAX);
        self.unit
            .relative_jump(failed, Instr::JumpUnlessInt { op, a, i, skip: 0 });
    }

    fn mapping_pattern(
        &mut self,
        items: &'tree [(Expr, Pattern)],
        rest: Option<&'tree Ident>,
        subject: Reg,
        failed: Label,
        captures: &mut Captures<'tree>,
        span: Span,
    ) -> Outcome {
        let mut seen = HashSet::new();
        for (key, _) in items {
            let Some(literal) = fold(key) else { continue };
            if seen.contains(&literal) {
                let message = format!("mapping pattern checks duplicate key ({})", literal.text());
                return Err(self.problem(message, span));
            }
            seen.insert(literal);
        }
        self.at(span);
        let t = self.unit.temp();
        self.unit.emit(Instr::MatchMapping { d: t, a: subject });
        self.unit
            .jump_with(failed, |target| Instr::JumpIfFalse { a: t, target });
        if items.is_empty() && rest.is_none() {
            return Ok(());
        }
        if !items.is_empty() {
            self.unit.emit(Instr::GetLen { d: t, a: subject });
            self.jump_unless_length(CompareOp::Ge, t, items.len(), failed);
        }
        let keys = self.unit.temp();
        let start = self.unit.mark();
        for (key, _) in items {
            self.temp_of(key)?;
        }
        self.at(span);
        let n = u16::try_from(items.len()).unwrap_or(u16::MAX);
        self.unit.emit(Instr::BuildTuple { d: keys, start, n });
        self.consumed(start, items.len());
        self.unit.release(start);
        self.unit.soil(keys);
        if !items.is_empty() {
            self.unit.emit(Instr::MatchKeys {
                d: t,
                a: subject,
                b: keys,
            });
            self.unit
                .jump_with(failed, |target| Instr::JumpIfNone { a: t, target });
            let registers: Vec<Reg> = items.iter().map(|_| self.unit.temp()).collect();
            let start = registers.first().copied().unwrap_or(t);
            self.unit.emit(Instr::Unpack { a: t, start, n });
            let patterns = items.iter().map(|(_, pattern)| pattern);
            self.subpatterns(patterns.zip(registers), failed, captures)?;
        }
        if let Some(rest) = rest {
            let d = self.unit.temp();
            self.at(span);
            self.unit.emit(Instr::CopyWithoutKeys {
                d,
                a: subject,
                b: keys,
            });
            self.unit.soil(d);
            self.capture(rest, d, captures)?;
        }
        Ok(())
    }

    #[expect(clippy::too_many_arguments, reason = "the parts of a class pattern")]
    fn class_pattern(
        &mut self,
        class: &'tree Expr,
        positional: &'tree [Pattern],
        keywords: &'tree [(Ident, Pattern)],
        subject: Reg,
        failed: Label,
        captures: &mut Captures<'tree>,
        span: Span,
    ) -> Outcome {
        let mut seen: HashSet<&Name> = HashSet::new();
        for (name, pattern) in keywords {
            if !seen.insert(&name.name) {
                let message = format!("attribute name repeated in class pattern: {}", name.name);
                return Err(self.problem(message, pattern.span));
            }
        }
        let npos = u8::try_from(positional.len())
            .map_err(|_| self.problem("too many sub-patterns in class pattern", span))?;
        let d = self.unit.temp();
        let b = self.temp_of(class)?;
        let names = self.unit.temp();
        let listed = keywords
            .iter()
            .map(|(name, _)| Literal::Str(Rc::clone(&name.name)));
        let listed = Literal::Tuple(listed.collect());
        self.at(span);
        self.load_literal(&listed, names);
        self.unit.emit(Instr::MatchClass {
            npos,
            d,
            a: subject,
            b,
        });
        self.unit
            .jump_with(failed, |target| Instr::JumpIfNone { a: d, target });
        let count = positional.len() + keywords.len();
        let registers: Vec<Reg> = (0..count).map(|_| self.unit.temp()).collect();
        let start = registers.first().copied().unwrap_or(d);
        let n = u16::try_from(count).unwrap_or(u16::MAX);
        self.unit.emit(Instr::Unpack { a: d, start, n });
        let patterns = positional
            .iter()
            .chain(keywords.iter().map(|(_, pattern)| pattern));
        self.subpatterns(patterns.zip(registers), failed, captures)
    }

    fn or_pattern(
        &mut self,
        patterns: &'tree [Pattern],
        subject: Reg,
        failed: Label,
        captures: &mut Captures<'tree>,
    ) -> Outcome {
        let matched = self.unit.label();
        // Where the captures of whichever alternative matches end up.
        let mut shared: Option<Captures<'tree>> = None;
        let Some((_, init)) = patterns.split_last() else {
            return Ok(());
        };
        for pattern in init {
            self.check_refutable(pattern)?;
        }
        for (index, pattern) in patterns.iter().enumerate() {
            let next = if index + 1 < patterns.len() {
                self.unit.label()
            } else {
                failed
            };
            let mut own = Vec::new();
            self.pattern(pattern, subject, next, &mut own)?;
            match &shared {
                None => {
                    let registers: Captures<'tree> = own
                        .iter()
                        .map(|(name, _)| (*name, self.unit.temp()))
                        .collect();
                    shared = Some(registers);
                }
                Some(known) => {
                    let same = known.len() == own.len()
                        && known
                            .iter()
                            .all(|(name, _)| own.iter().any(|(other, _)| other.name == name.name));
                    if !same {
                        let message = "alternative patterns bind different names";
                        return Err(self.problem(message, pattern.span));
                    }
                }
            }
            for (name, register) in shared.iter().flatten() {
                if let Some((_, from)) = own.iter().find(|(other, _)| other.name == name.name) {
                    self.unit.emit(Instr::Move {
                        d: *register,
                        a: *from,
                    });
                    self.unit.soil(*register);
                }
            }
            if index + 1 < patterns.len() {
                self.unit.jump(matched);
                self.unit.place(next);
            }
        }
        self.unit.place(matched);
        for (name, register) in shared.into_iter().flatten() {
            self.capture(name, register, captures)?;
        }
        Ok(())
    }

    /// Refuses a pattern that matches everything where others follow.
    fn check_refutable(&self, pattern: &Pattern) -> Outcome {
        match &pattern.kind {
            PatternKind::Capture {
                pattern: None,
                name: Some(name),
            } => {
                let message = format!(
                    "name capture '{}' makes remaining patterns unreachable",
                    name.name
                );
                Err(self.problem(message, pattern.span))
            }
            PatternKind::Capture {
                pattern: None,
                name: None,
            } => Err(self.problem(
                "wildcard makes remaining patterns unreachable",
                pattern.span,
            )),
            PatternKind::Capture {
                pattern: Some(inner),
                ..
            } => self.check_refutable(inner),
            PatternKind::Or(patterns) => patterns
                .last()
                .map_or(Ok(()), |last| self.check_refutable(last)),
            _ => Ok(()),
        }
    }
}

/// Whether a pattern matches everything and captures nothing.
fn is_ignored(pattern: &Pattern) -> bool {
    matches!(
        pattern.kind,
        PatternKind::Capture {
            pattern: None,
            name: None
        } | PatternKind::Star(None)
    )
}
