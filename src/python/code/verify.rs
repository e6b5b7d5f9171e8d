//! Checks that make the dispatch loop's unchecked accesses sound.

use super::{Code, Instr, NO_REG, Reg};
use crate::object::Value;

impl Code {
    /// Checks this code and all code among its constants: every register
    /// operand exists, every table index is in range, every jump lands on an
    /// instruction, and control cannot run off the end.
    ///
    /// # Errors
    /// Says what is wrong with which instruction.
    pub fn verify(&self) -> Result<(), String> {
        for (at, instruction) in self.instructions.iter().enumerate() {
            self.verify_one(at, *instruction).map_err(|why| {
                format!("{}: instruction {at} {instruction:?}: {why}", self.qualname)
            })?;
        }
        let ends = matches!(
            self.instructions.last(),
            Some(
                Instr::Return { .. }
                    | Instr::ReturnNone
                    | Instr::Jump { .. }
                    | Instr::Reraise { .. }
                    | Instr::Raise { .. }
                    | Instr::RaiseCurrent
            )
        );
        if !ends {
            return Err(format!("{}: runs off its end", self.qualname));
        }
        let n = self.instructions.len() as u32;
        for range in &self.exceptions {
            if range.handler >= n || range.exception >= self.register_count {
                return Err(format!("{}: bad handler {range:?}", self.qualname));
            }
        }
        if self.local_names.len() > usize::from(self.register_count)
            || usize::from(self.free_count) > self.local_names.len()
            || self.positions.len() != self.instructions.len()
        {
            return Err(format!("{}: inconsistent tables", self.qualname));
        }
        for constant in &self.constants {
            if let Value::Code(inner) = constant {
                inner.verify()?;
            }
        }
        Ok(())
    }

    fn verify_one(&self, at: usize, instruction: Instr) -> Result<(), &'static str> {
        use Instr as I;
        let registers = usize::from(self.register_count);
        let range = |start: Reg, n: usize| {
            if usize::from(start) + n <= registers {
                Ok(())
            } else {
                Err("register out of range")
            }
        };
        let reg = |r: Reg| range(r, 1);
        let all = |list: &[Reg]| list.iter().try_for_each(|r| reg(*r));
        let optional = |r: Reg| if r == NO_REG { Ok(()) } else { reg(r) };
        let target = |t: usize| {
            if t < self.instructions.len() {
                Ok(())
            } else {
                Err("jump out of range")
            }
        };
        let skip = |s: isize| target((at as isize + 1 + s) as usize);
        let name = |n: usize| {
            if n < self.names.len() {
                Ok(())
            } else {
                Err("name out of range")
            }
        };
        let site = |n: usize| {
            if n < self.sites.len() {
                Ok(())
            } else {
                Err("site out of range")
            }
        };
        let constant = |n: usize| {
            if n < self.constants.len() {
                Ok(())
            } else {
                Err("constant out of range")
            }
        };
        match instruction {
            I::Nop | I::Line { .. } | I::ReturnNone | I::RaiseCurrent => Ok(()),
            I::Move { d, a } | I::Take { d, a } | I::Unary { d, a, .. } | I::Not { d, a } => {
                all(&[d, a])
            }
            I::LoadConst { d, k } => reg(d).and(constant(k as usize)),
            I::LoadInt { d, .. }
            | I::LoadNone { d }
            | I::LoadBool { d, .. }
            | I::Clear { d }
            | I::MakeCell { d } => reg(d),
            I::ClearRange { start, n } => range(start, usize::from(n)),
            I::CheckBound { a } | I::DeleteLocal { a } => reg(a).and(self.is_variable(a)),
            I::LoadCell { d, cell } => all(&[d, cell]).and(self.is_variable(cell)),
            I::StoreCell { cell, a } => all(&[cell, a]),
            I::DeleteCell { cell } => reg(cell).and(self.is_variable(cell)),
            I::LoadGlobal { d, site: s } => reg(d).and(site(s as usize)),
            I::StoreGlobal { a, name: n } | I::StoreName { a, name: n } => {
                reg(a).and(name(n as usize))
            }
            I::DeleteGlobal { name: n } | I::DeleteName { name: n } => name(n as usize),
            I::LoadName { d, name: n } | I::LoadFromMapping { d, name: n } => {
                reg(d).and(name(n as usize))
            }
            I::CheckComprehensionVariable { a, name: n, .. } => reg(a).and(name(usize::from(n))),
            I::LoadComprehensionCell { d, cell, name: n } => {
                all(&[d, cell]).and(name(usize::from(n)))
            }
            I::LoadClassCell { d, cell, name: n }
            | I::LoadFromMappingOrCell { d, cell, name: n } => {
                all(&[d, cell]).and(name(usize::from(n)))
            }
            I::Add { d, a, b }
            | I::Sub { d, a, b }
            | I::Mul { d, a, b }
            | I::Binary { d, a, b, .. }
            | I::InPlace { d, a, b, .. }
            | I::Compare { d, a, b, .. }
            | I::GetItem { d, a, b } => all(&[d, a, b]),
            I::AddInt { d, a, .. }
            | I::SubInt { d, a, .. }
            | I::BinaryInt { d, a, .. }
            | I::GetItemInt { d, a, .. } => all(&[d, a]),
            I::Jump { target: t } => target(t as usize),
            I::JumpIfTrue { a, target: t }
            | I::JumpIfFalse { a, target: t }
            | I::JumpIfNone { a, target: t }
            | I::JumpIfNotNone { a, target: t } => reg(a).and(target(t as usize)),
            I::JumpUnless { a, b, skip: s, .. } | I::JumpWhen { a, b, skip: s, .. } => {
                all(&[a, b]).and(skip(isize::from(s)))
            }
            I::JumpUnlessInt { a, skip: s, .. } | I::JumpWhenInt { a, skip: s, .. } => {
                reg(a).and(skip(isize::from(s)))
            }
            I::LoadAttr { d, a, site: s } => all(&[d, a]).and(site(usize::from(s))),
            I::LoadMethod { d, a, site: s } => range(d, 2).and(reg(a)).and(site(usize::from(s))),
            I::StoreAttr { a, b, site: s, .. } => all(&[a, b]).and(site(usize::from(s))),
            I::DeleteAttr { a, site: s } => reg(a).and(site(usize::from(s))),
            I::LoadSuperAttr { d, a, site: s } => reg(d).and(range(a, 2)).and(site(usize::from(s))),
            I::SetItem { a, b, c, .. } => all(&[a, b, c]),
            I::SetItemInt { a, c, .. } => all(&[a, c]),
            I::DelItem { a, b } => all(&[a, b]),
            I::BuildSlice { d, start } => reg(d).and(range(start, 3)),
            I::BuildTuple { d, start, n }
            | I::BuildList { d, start, n }
            | I::BuildSet { d, start, n }
            | I::BuildString { d, start, n } => reg(d).and(range(start, usize::from(n))),
            I::BuildMap { d, start, n } => reg(d).and(range(start, usize::from(n) * 2)),
            I::ListAppend { list, a } => all(&[list, a]),
            I::SetAdd { set, a } => all(&[set, a]),
            I::MapAdd { dict, key, value } => all(&[dict, key, value]),
            I::ListExtend { list, a } => all(&[list, a]),
            I::SetUpdate { set, a } => all(&[set, a]),
            I::DictUpdate { dict, a } => all(&[dict, a]),
            I::DictMerge { dict, a, callee } => all(&[dict, a, callee]),
            I::SpreadStar { list, a, callee } => all(&[list, a, callee]),
            I::FormatValue { d, a, spec, .. } => all(&[d, a]).and(optional(spec)),
            I::Unpack { a, start, n } => reg(a).and(range(start, usize::from(n))),
            I::UnpackStar {
                before,
                a,
                start,
                after,
            } => reg(a).and(range(start, usize::from(before) + 1 + usize::from(after))),
            I::GetIter { d, a }
            | I::GetAIter { d, a }
            | I::GetANext { d, a }
            | I::GetAwaitable { d, a, .. }
            | I::GetYieldFrom { d, a }
            | I::Yield { d, a }
            | I::MatchSequence { d, a }
            | I::MatchMapping { d, a }
            | I::GetLen { d, a } => all(&[d, a]),
            I::ForIter { d, iter, skip: s } => all(&[d, iter]).and(skip(s as isize)),
            I::ForIterBack { d, iter, back } => {
                let head = (at + 1).checked_sub(usize::from(back));
                let head = head.and_then(|head| self.instructions.get(head));
                match head {
                    Some(I::ForIter {
                        d: item, iter: i, ..
                    }) if *item == d && *i == iter => all(&[d, iter]),
                    _ => Err("no head of a loop"),
                }
            }
            I::Call { argc, d, base } => reg(d).and(range(base, 1 + usize::from(argc))),
            I::CallKw {
                argc,
                d,
                base,
                names,
            } => reg(d)
                .and(range(base, 1 + usize::from(argc)))
                .and(constant(usize::from(names))),
            I::CallMethod { argc, d, base } => reg(d).and(range(base, 2 + usize::from(argc))),
            I::CallMethodKw {
                argc,
                d,
                base,
                names,
            } => reg(d)
                .and(range(base, 2 + usize::from(argc)))
                .and(constant(usize::from(names))),
            I::CallEx { d, base } => reg(d).and(range(base, 3)),
            I::Return { a } => reg(a),
            I::MakeFunction {
                flags,
                d,
                code,
                start,
            } => reg(d)
                .and(constant(usize::from(code)))
                .and(range(start, flags.count_ones() as usize)),
            I::ImportName { d, a, name: n } => reg(d).and(range(a, 2)).and(name(usize::from(n))),
            I::ImportFrom { d, a, name: n } => all(&[d, a]).and(name(usize::from(n))),
            I::Intrinsic { d, a, b, .. } => optional(d).and(optional(a)).and(optional(b)),
            I::Delegate { d, iter, a, .. } => all(&[d, iter, a]),
            I::EndAsyncFor { exc } | I::Reraise { exc } => reg(exc),
            I::Raise { a, b } => reg(a).and(optional(b)),
            I::PushHandled { save, exc } => all(&[save, exc]),
            I::PopHandled { save } => reg(save),
            I::ExcMatches { d, a, b } | I::ExcGroupMatches { d, a, b } => all(&[d, a, b]),
            I::LoadWith { d, a } | I::LoadAsyncWith { d, a } => range(d, 2).and(reg(a)),
            I::MatchKeys { d, a, b } | I::CopyWithoutKeys { d, a, b } => all(&[d, a, b]),
            I::MatchClass { d, a, b, .. } => all(&[d, a]).and(range(b, 2)),
        }
    }

    fn is_variable(&self, r: Reg) -> Result<(), &'static str> {
        if usize::from(r) < self.local_names.len() {
            Ok(())
        } else {
            Err("not a variable")
        }
    }
}
