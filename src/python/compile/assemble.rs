//! From a finished unit to a code object: jumps get their targets.

use std::cell::{Cell, OnceCell};
use std::rc::Rc;

use super::unit::{MAX_REGISTERS, Unit, UnitKind};
use crate::code::{
    Code, CodeKind, Docstring, ExceptionRange, Inlined, Instr, Positions, SourceFile,
};
use crate::object::{StrRef, intern};

/// Instructions one code object may have. Copies of nested `finally` blocks
/// could otherwise grow without bound.
const MAX_INSTRUCTIONS: usize = 1 << 20;

/// What the unit itself does not know of its code object.
pub(super) struct Signature {
    pub(super) kind: CodeKind,
    pub(super) positional: u16,
    pub(super) positional_only: u16,
    pub(super) keyword_only: u16,
    pub(super) var_positional: bool,
    pub(super) var_keyword: bool,
    pub(super) docstring: Option<StrRef>,
}

impl Signature {
    /// Code without parameters.
    pub(super) fn none() -> Self {
        Self {
            kind: CodeKind::Function,
            positional: 0,
            positional_only: 0,
            keyword_only: 0,
            var_positional: false,
            var_keyword: false,
            docstring: None,
        }
    }
}

/// Whether the tables of the unit have outgrown the operands of instructions.
pub(super) fn is_too_large(unit: &Unit<'_>) -> bool {
    unit.is_too_large
        || unit.instructions.len() > MAX_INSTRUCTIONS
        || unit.register_count() >= MAX_REGISTERS
}

/// Makes the code object.
pub(super) fn assemble(mut unit: Unit<'_>, file: &Rc<SourceFile>, signature: Signature) -> Code {
    let expansion = expand_long_jumps(&mut unit);
    let place = |index: u32| expansion.get(index as usize).copied().unwrap_or(index);
    let labels: Vec<u32> = unit
        .labels
        .iter()
        .map(|label| place(label.at.unwrap_or_default()))
        .collect();
    let target = |label: u32| labels.get(label as usize).copied().unwrap_or_default();
    for instruction in &mut unit.instructions {
        match instruction {
            Instr::Jump { target: to }
            | Instr::JumpIfTrue { target: to, .. }
            | Instr::JumpIfFalse { target: to, .. }
            | Instr::JumpIfNone { target: to, .. }
            | Instr::JumpIfNotNone { target: to, .. } => *to = target(*to),
            _ => {}
        }
    }
    for &(index, label) in &unit.relative {
        let index = place(index);
        let distance = i64::from(target(label.0)) - i64::from(index) - 1;
        let Some(instruction) = unit.instructions.get_mut(index as usize) else {
            continue;
        };
        match instruction {
            Instr::JumpUnless { skip, .. }
            | Instr::JumpWhen { skip, .. }
            | Instr::JumpUnlessInt { skip, .. }
            | Instr::JumpWhenInt { skip, .. } => {
                *skip = i16::try_from(distance).unwrap_or_default()
            }
            Instr::ForIter { skip, .. } => *skip = u16::try_from(distance).unwrap_or_default(),
            Instr::ForIterBack { back, .. } => *back = u16::try_from(-distance).unwrap_or_default(),
            _ => {}
        }
    }
    let exceptions: Vec<ExceptionRange> = unit
        .exceptions
        .iter()
        .map(|range| range.resolved(place, target(range.handler.0)))
        .collect();
    let inlined = unit.inlined.iter().filter(|_| !file.is_library);
    let inlined = inlined
        .map(|range| Inlined {
            start: place(range.start),
            end: place(range.end),
            ..range.clone()
        })
        .collect();
    let code = Code {
        name: intern(&unit.name),
        qualname: intern(&unit.qualname),
        file: Rc::clone(file),
        first_line: unit.first_line,
        kind: signature.kind,
        positional: signature.positional,
        positional_only: signature.positional_only,
        keyword_only: signature.keyword_only,
        var_positional: signature.var_positional,
        var_keyword: signature.var_keyword,
        all_positional: signature.keyword_only == 0
            && !signature.var_positional
            && !signature.var_keyword,
        is_direct: Cell::new(false),
        has_namespace: matches!(unit.kind, UnitKind::Module | UnitKind::Class),
        register_count: u16::try_from(unit.register_count()).unwrap_or(u16::MAX),
        local_names: unit.local_names,
        cell_registers: unit.cell_registers,
        free_count: unit.free_count,
        instructions: unit.instructions,
        positions: Positions::Known(unit.positions),
        constants: unit.constants,
        names: unit.names,
        sites: unit.sites,
        exceptions,
        inlined,
        docstring: signature.docstring.map(Docstring::Known),
        late: None,
        in_rust: OnceCell::new(),
        name_in_log: Cell::default(),
    };
    code.find_direct();
    code
}

/// Replaces relative jumps that go too far by a short one around a long one.
/// Gives the new index of every old one.
fn expand_long_jumps(unit: &mut Unit<'_>) -> Vec<u32> {
    // Every expansion makes others longer: a margin keeps this to one pass.
    let count = unit.instructions.len();
    let reach = i64::from(i16::MAX) / 4;
    let is_long = |index: u32, label: super::unit::Label| {
        let at = unit
            .labels
            .get(label.0 as usize)
            .and_then(|label| label.at)
            .unwrap_or_default();
        (i64::from(at) - i64::from(index)).abs() > reach
    };
    let long: Vec<(u32, super::unit::Label)> = unit
        .relative
        .iter()
        .copied()
        .filter(|&(index, label)| is_long(index, label))
        .collect();
    if long.is_empty() {
        return Vec::new();
    }
    let mut places = Vec::with_capacity(count + 1);
    let mut instructions = Vec::with_capacity(count + 2 * long.len());
    let mut positions = Vec::with_capacity(count + 2 * long.len());
    let mut next_long = long.iter().peekable();
    let old: Vec<_> = unit
        .instructions
        .iter()
        .copied()
        .zip(unit.positions.iter().copied())
        .collect();
    for (index, (instruction, position)) in old.into_iter().enumerate() {
        places.push(u32::try_from(instructions.len()).unwrap_or(u32::MAX));
        instructions.push(instruction);
        positions.push(position);
        if let Some((_, label)) = next_long.next_if(|(long, _)| *long as usize == index) {
            // Nothing comes behind the end of a loop: its head does the same.
            if let Some(last @ Instr::ForIterBack { .. }) = instructions.last_mut() {
                *last = Instr::Jump { target: label.0 };
                continue;
            }
            // Taken: skips the jump around and lands on the long jump.
            if let Some(last) = instructions.last_mut() {
                set_skip_one(last);
            }
            let over = unit.label();
            if let Some(state) = unit.labels.get_mut(over.0 as usize) {
                state.at = Some(u32::try_from(index + 1).unwrap_or(u32::MAX));
            }
            instructions.push(Instr::Jump { target: over.0 });
            instructions.push(Instr::Jump { target: label.0 });
            positions.extend([position, position]);
        }
    }
    places.push(u32::try_from(instructions.len()).unwrap_or(u32::MAX));
    unit.instructions = instructions;
    unit.positions = positions;
    unit.relative.retain(|entry| !long.contains(entry));
    places
}

fn set_skip_one(instruction: &mut Instr) {
    match instruction {
        Instr::JumpUnless { skip, .. }
        | Instr::JumpWhen { skip, .. }
        | Instr::JumpUnlessInt { skip, .. }
        | Instr::JumpWhenInt { skip, .. } => *skip = 1,
        Instr::ForIter { skip, .. } => *skip = 1,
        _ => {}
    }
}
