//! A verifier of code objects, for tests: every register that an instruction
//! reads holds a value on every way there, every jump leads somewhere, and no
//! way runs off the end.

use crate::code::{Code, Instr, NO_REG, Reg};
use crate::object::Value;

/// What an instruction does to registers.
#[derive(Default)]
struct Effects {
    reads: Vec<Reg>,
    /// Left without a value; applied before `writes`.
    consumes: Vec<Reg>,
    writes: Vec<Reg>,
    /// Left without a value if the jump is taken.
    consumes_on_jump: Vec<Reg>,
    /// Not written if the jump is taken.
    only_without_jump: Vec<Reg>,
    jump: Option<i64>,
    falls_through: bool,
}

/// Checks a code object and those inside it.
pub(super) fn verify(code: &Code) -> Result<(), String> {
    verify_one(code).map_err(|problem| {
        format!(
            "{}: {problem}\n{}",
            code.qualname,
            crate::code::disassemble(code)
        )
    })?;
    for constant in &code.constants {
        if let Value::Code(inner) = constant {
            verify(inner)?;
        }
    }
    Ok(())
}

fn verify_one(code: &Code) -> Result<(), String> {
    let count = code.instructions.len();
    let registers = usize::from(code.register_count);
    if code.positions.len() != count {
        return Err("positions and instructions differ in number".to_owned());
    }
    let mut entry = vec![false; registers];
    let params = code.positional
        + code.keyword_only
        + u16::from(code.var_positional)
        + u16::from(code.var_keyword);
    let locals = code.local_names.len();
    for (register, defined) in entry.iter_mut().enumerate() {
        let is_free = register < locals && register >= locals - usize::from(code.free_count);
        *defined = register < usize::from(params) || is_free;
    }
    let mut states: Vec<Option<Vec<bool>>> = vec![None; count];
    let mut work = vec![(0usize, entry)];
    while let Some((index, state)) = work.pop() {
        let Some(known) = states.get_mut(index) else {
            return Err(format!("control reaches {index}, behind the end"));
        };
        match known {
            None => *known = Some(state),
            Some(known) => {
                let before = known.clone();
                known
                    .iter_mut()
                    .zip(&state)
                    .for_each(|(known, new)| *known &= *new);
                if *known == before {
                    continue;
                }
            }
        }
        let state = states[index].clone().unwrap_or_default();
        let instruction = &code.instructions[index];
        let effects = effects(instruction, index);
        let mut after = state.clone();
        for register in effects.consumes.iter().chain(&effects.writes) {
            if usize::from(*register) >= registers {
                return Err(format!("{index}: register {register} of {registers}"));
            }
        }
        effects
            .consumes
            .iter()
            .for_each(|register| after[usize::from(*register)] = false);
        for range in &code.exceptions {
            if (range.start as usize..range.end as usize).contains(&index) {
                // The exception may come before or after operands are consumed.
                let mut caught: Vec<bool> = state
                    .iter()
                    .zip(&after)
                    .map(|(before, after)| *before && *after)
                    .collect();
                caught[usize::from(range.exception)] = true;
                work.push((range.handler as usize, caught));
                break;
            }
        }
        let mut jumped = after.clone();
        effects
            .writes
            .iter()
            .for_each(|register| after[usize::from(*register)] = true);
        effects
            .writes
            .iter()
            .for_each(|register| jumped[usize::from(*register)] = true);
        for register in &effects.consumes_on_jump {
            jumped[usize::from(*register)] = false;
        }
        for register in &effects.only_without_jump {
            jumped[usize::from(*register)] = state[usize::from(*register)];
        }
        if let Some(target) = effects.jump {
            let target =
                usize::try_from(target).map_err(|_| format!("{index}: jump to {target}"))?;
            work.push((target, jumped));
        }
        if effects.falls_through {
            work.push((index + 1, after));
        }
    }
    // Only now are the states those of all ways.
    for (index, state) in states.iter().enumerate() {
        let Some(state) = state else { continue };
        for register in effects(&code.instructions[index], index).reads {
            if !state.get(usize::from(register)).copied().unwrap_or(false) {
                return Err(format!("{index}: r{register} is read without a value"));
            }
        }
    }
    Ok(())
}

fn run(start: Reg, n: u16) -> Vec<Reg> {
    (start..start + n).collect()
}

fn effects(instruction: &Instr, index: usize) -> Effects {
    let next = i64::try_from(index).unwrap_or(i64::MAX) + 1;
    let simple = |reads: &[Reg], writes: &[Reg]| Effects {
        reads: reads.to_vec(),
        writes: writes.to_vec(),
        falls_through: true,
        ..Effects::default()
    };
    let consuming = |consumed: Vec<Reg>, writes: Vec<Reg>| Effects {
        reads: consumed.clone(),
        consumes: consumed,
        writes,
        falls_through: true,
        ..Effects::default()
    };
    let storing = |take: bool, value: Reg, reads: &[Reg]| Effects {
        reads: [reads, &[value]].concat(),
        consumes: if take { vec![value] } else { vec![] },
        falls_through: true,
        ..Effects::default()
    };
    let jump = |reads: &[Reg], target: i64, falls_through: bool| Effects {
        reads: reads.to_vec(),
        jump: Some(target),
        falls_through,
        ..Effects::default()
    };
    let end = |reads: &[Reg]| Effects {
        reads: reads.to_vec(),
        ..Effects::default()
    };
    match *instruction {
        Instr::Nop | Instr::Line { .. } => simple(&[], &[]),
        Instr::Move { d, a }
        | Instr::AddInt { d, a, .. }
        | Instr::SubInt { d, a, .. }
        | Instr::BinaryInt { d, a, .. }
        | Instr::GetItemInt { d, a, .. }
        | Instr::Unary { d, a, .. }
        | Instr::Not { d, a }
        | Instr::LoadAttr { d, a, .. }
        | Instr::GetIter { d, a }
        | Instr::ImportFrom { d, a, .. }
        | Instr::GetAwaitable { d, a, .. }
        | Instr::GetYieldFrom { d, a }
        | Instr::GetAIter { d, a }
        | Instr::GetANext { d, a }
        | Instr::MatchSequence { d, a }
        | Instr::MatchMapping { d, a }
        | Instr::GetLen { d, a } => simple(&[a], &[d]),
        Instr::Take { d, a } | Instr::Yield { d, a } => consuming(vec![a], vec![d]),
        Instr::LoadConst { d, .. }
        | Instr::LoadInt { d, .. }
        | Instr::LoadNone { d }
        | Instr::LoadBool { d, .. }
        | Instr::LoadGlobal { d, .. }
        | Instr::LoadName { d, .. }
        | Instr::MakeCell { d } => simple(&[], &[d]),
        Instr::Clear { d } => Effects {
            reads: vec![],
            ..consuming(vec![d], vec![])
        },
        Instr::ClearRange { start, n } => Effects {
            reads: vec![],
            ..consuming(run(start, n), vec![])
        },
        Instr::CheckBound { a } | Instr::CheckComprehensionVariable { a, .. } => simple(&[], &[a]),
        Instr::DeleteLocal { a } => Effects {
            reads: vec![],
            ..consuming(vec![a], vec![])
        },
        Instr::LoadCell { d, cell } | Instr::LoadComprehensionCell { d, cell, .. } => {
            simple(&[cell], &[d])
        }
        Instr::StoreCell { cell, a } => simple(&[cell, a], &[]),
        Instr::DeleteCell { cell } => simple(&[cell], &[]),
        Instr::StoreGlobal { a, .. } | Instr::StoreName { a, .. } => simple(&[a], &[]),
        Instr::DeleteGlobal { .. } | Instr::DeleteName { .. } => simple(&[], &[]),
        Instr::LoadClassCell { d, cell, .. } => simple(&[cell], &[d]),
        Instr::LoadFromMapping { d, .. } => simple(&[d], &[d]),
        Instr::LoadFromMappingOrCell { d, cell, .. } => simple(&[d, cell], &[d]),
        Instr::Add { d, a, b }
        | Instr::Sub { d, a, b }
        | Instr::Mul { d, a, b }
        | Instr::Binary { d, a, b, .. }
        | Instr::InPlace { d, a, b, .. }
        | Instr::Compare { d, a, b, .. }
        | Instr::GetItem { d, a, b }
        | Instr::ExcMatches { d, a, b }
        | Instr::MatchKeys { d, a, b }
        | Instr::CopyWithoutKeys { d, a, b } => simple(&[a, b], &[d]),
        Instr::MatchClass { d, a, b, .. } => simple(&[a, b, b + 1], &[d]),
        Instr::Jump { target } => jump(&[], target.into(), false),
        Instr::JumpIfTrue { a, target }
        | Instr::JumpIfFalse { a, target }
        | Instr::JumpIfNone { a, target }
        | Instr::JumpIfNotNone { a, target } => jump(&[a], target.into(), true),
        Instr::JumpUnless { a, b, skip, .. } | Instr::JumpWhen { a, b, skip, .. } => {
            jump(&[a, b], next + i64::from(skip), true)
        }
        Instr::JumpUnlessInt { a, skip, .. } | Instr::JumpWhenInt { a, skip, .. } => {
            jump(&[a], next + i64::from(skip), true)
        }
        Instr::LoadMethod { d, a, .. } => simple(&[a], &[d, d + 1]),
        Instr::StoreAttr { take, a, b, .. } => storing(take, b, &[a]),
        Instr::DeleteAttr { a, .. } => simple(&[a], &[]),
        Instr::LoadSuperAttr { d, a, .. } => simple(&[a, a + 1], &[d]),
        Instr::SetItem { take, a, b, c } => storing(take, c, &[a, b]),
        Instr::SetItemInt { take, a, c, .. } => storing(take, c, &[a]),
        Instr::DelItem { a, b } => simple(&[a, b], &[]),
        Instr::BuildSlice { d, start } => consuming(run(start, 3), vec![d]),
        Instr::BuildTuple { d, start, n }
        | Instr::BuildList { d, start, n }
        | Instr::BuildSet { d, start, n }
        | Instr::BuildString { d, start, n } => consuming(run(start, n), vec![d]),
        Instr::BuildMap { d, start, n } => consuming(run(start, 2 * n), vec![d]),
        Instr::ListAppend { list, a } => {
            let mut effects = consuming(vec![a], vec![]);
            effects.reads.push(list);
            effects
        }
        Instr::SetAdd { set, a } | Instr::SetUpdate { set, a } => simple(&[set, a], &[]),
        Instr::MapAdd { dict, key, value } => simple(&[dict, key, value], &[]),
        Instr::ListExtend { list, a } => simple(&[list, a], &[]),
        Instr::DictUpdate { dict, a } => simple(&[dict, a], &[]),
        Instr::DictMerge { dict, a, callee } => simple(&[dict, a, callee], &[]),
        Instr::SpreadStar { list, a, callee } => simple(&[list, a, callee], &[]),
        Instr::FormatValue { d, a, spec, .. } => {
            if spec == NO_REG {
                simple(&[a], &[d])
            } else {
                simple(&[a, spec], &[d])
            }
        }
        Instr::Unpack { a, start, n } => consuming(vec![a], run(start, n)),
        Instr::UnpackStar {
            before,
            a,
            start,
            after,
        } => consuming(vec![a], run(start, u16::from(before) + 1 + after)),
        Instr::ForIter { d, iter, skip } => Effects {
            consumes_on_jump: vec![iter],
            only_without_jump: vec![d],
            writes: vec![d],
            ..jump(&[iter], next + i64::from(skip), true)
        },
        Instr::ForIterBack { iter, back, .. } => jump(&[iter], next - i64::from(back), false),
        Instr::Call { argc, d, base } | Instr::CallKw { argc, d, base, .. } => {
            consuming(run(base, u16::from(argc) + 1), vec![d])
        }
        Instr::CallMethod { argc, d, base } | Instr::CallMethodKw { argc, d, base, .. } => {
            consuming(run(base, u16::from(argc) + 2), vec![d])
        }
        Instr::CallEx { d, base } => Effects {
            reads: run(base, 2),
            ..consuming(run(base, 3), vec![d])
        },
        Instr::Return { a } => end(&[a]),
        Instr::ReturnNone | Instr::RaiseCurrent => end(&[]),
        Instr::MakeFunction {
            flags, d, start, ..
        } => {
            let parts = u16::try_from(flags.count_ones()).unwrap_or_default();
            consuming(run(start, parts), vec![d])
        }
        Instr::ImportName { d, a, .. } => simple(&[a, a + 1], &[d]),
        Instr::Intrinsic { d, a, b, .. } => {
            let reads: Vec<Reg> = [a, b].into_iter().filter(|r| *r != NO_REG).collect();
            let writes: Vec<Reg> = [d].into_iter().filter(|r| *r != NO_REG).collect();
            simple(&reads, &writes)
        }
        Instr::Delegate { d, iter, a, .. } => Effects {
            reads: vec![iter, a],
            ..consuming(vec![iter], vec![d])
        },
        Instr::EndAsyncFor { exc } => simple(&[exc], &[exc]),
        Instr::Raise { a, b } => {
            if b == NO_REG {
                end(&[a])
            } else {
                end(&[a, b])
            }
        }
        Instr::Reraise { exc } => end(&[exc]),
        Instr::PushHandled { save, exc } => simple(&[exc], &[save]),
        Instr::PopHandled { save } => consuming(vec![save], vec![]),
        Instr::ExcGroupMatches { d, a, b } => simple(&[a, b], &[d]),
        Instr::LoadWith { d, a } | Instr::LoadAsyncWith { d, a } => simple(&[a], &[d, d + 1]),
    }
}
