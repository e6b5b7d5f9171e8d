//! Cuts regions out of a function: the function with calls in their place, and
//! the functions that are called.

use std::collections::HashMap;
use std::ops::Range;

use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{BlockType, Function, Instruction};
use wasmparser::{FuncType, Operator, ValType};

use super::Unsplittable;
use super::flow::Flow;
use super::regions::{Exit, Region};
use super::relay::{Relay, Returned};

/// The function types of a module, and those that are added.
pub(super) struct Types {
    all: Vec<FuncType>,
    given: usize,
    index: HashMap<FuncType, u32>,
}

impl Types {
    /// Those a module has.
    pub(super) fn new(all: Vec<FuncType>) -> Self {
        let index = (0..).zip(&all).map(|(index, ty)| (ty.clone(), index));
        Self {
            index: index.collect(),
            given: all.len(),
            all,
        }
    }

    /// The index of a type, which is added when it is new.
    pub(super) fn index(
        &mut self,
        parameters: impl IntoIterator<Item = ValType>,
        results: impl IntoIterator<Item = ValType>,
    ) -> Result<u32, Unsplittable> {
        let ty = FuncType::new(parameters, results);
        if let Some(&index) = self.index.get(&ty) {
            return Ok(index);
        }
        let index = u32::try_from(self.all.len())?;
        self.all.push(ty.clone());
        self.index.insert(ty, index);
        Ok(index)
    }

    /// Those that were added.
    pub(super) fn new_ones(&self) -> &[FuncType] {
        self.all.get(self.given..).unwrap_or_default()
    }

    fn block(&mut self, results: &[ValType]) -> Result<BlockType, Unsplittable> {
        Ok(match results {
            [] => BlockType::Empty,
            [one] => BlockType::Result(RoundtripReencoder.val_type(*one)?),
            more => BlockType::FunctionType(self.index([], more.iter().copied())?),
        })
    }
}

/// New numbers of a function's locals, and the declarations of those that are
/// not parameters.
struct Locals {
    numbers: HashMap<u32, u32>,
    declared: Vec<(u32, wasm_encoder::ValType)>,
    next: u32,
}

impl Locals {
    /// Numbers the locals that have a use, the most used first. `given` are
    /// parameters, behind `before` others that have no old number.
    fn new(
        flow: &Flow<'_>,
        before: usize,
        given: impl Iterator<Item = u32>,
        uses: &HashMap<u32, usize>,
    ) -> Result<Self, Unsplittable> {
        let mut new = Self {
            numbers: HashMap::new(),
            declared: Vec::new(),
            next: u32::try_from(before)?,
        };
        for local in given {
            new.numbers.insert(local, new.next);
            new.next += 1;
        }
        let mut by_type: Vec<(ValType, Vec<(usize, u32)>)> = Vec::new();
        for (&local, &count) in uses {
            if new.numbers.contains_key(&local) {
                continue;
            }
            let ty = flow.locals[local as usize];
            match by_type.iter_mut().find(|(known, _)| *known == ty) {
                Some((_, locals)) => locals.push((count, local)),
                None => by_type.push((ty, vec![(count, local)])),
            }
        }
        for (_, locals) in &mut by_type {
            locals.sort_by_key(|&(count, local)| (usize::MAX - count, local));
        }
        by_type.sort_by_key(|(_, locals)| {
            locals
                .first()
                .map(|&(count, local)| (usize::MAX - count, local))
        });
        for (ty, locals) in by_type {
            let count = u32::try_from(locals.len())?;
            new.declared.push((count, RoundtripReencoder.val_type(ty)?));
            for (_, local) in locals {
                new.numbers.insert(local, new.next);
                new.next += 1;
            }
        }
        Ok(new)
    }

    /// Declares one that the function did not have.
    fn extra(&mut self, ty: wasm_encoder::ValType) -> u32 {
        self.declared.push((1, ty));
        self.next += 1;
        self.next - 1
    }

    fn get(&self, local: u32) -> Result<u32, Unsplittable> {
        self.numbers
            .get(&local)
            .copied()
            .ok_or_else(|| Unsplittable::new("a local was not counted"))
    }
}

/// How often each local is named by some instructions.
fn count_uses(flow: &Flow<'_>, ops: Range<usize>, uses: &mut HashMap<u32, usize>) {
    for op in &flow.ops[ops] {
        if let Operator::LocalGet { local_index }
        | Operator::LocalSet { local_index }
        | Operator::LocalTee { local_index } = op.operator
        {
            *uses.entry(local_index).or_default() += 1;
        }
    }
}

/// The instruction with new numbers of locals; none where it names none.
fn renumbered(
    operator: &Operator<'_>,
    locals: &Locals,
) -> Result<Option<Instruction<'static>>, Unsplittable> {
    Ok(Some(match *operator {
        Operator::LocalGet { local_index } => Instruction::LocalGet(locals.get(local_index)?),
        Operator::LocalSet { local_index } => Instruction::LocalSet(locals.get(local_index)?),
        Operator::LocalTee { local_index } => Instruction::LocalTee(locals.get(local_index)?),
        _ => return Ok(None),
    }))
}

/// The function that a region becomes, and the index of its type. It takes the
/// region's operands and the locals it reads, and gives what the exit taken
/// carries, the number of that exit if there are several, and the locals it wrote,
/// some of them by globals.
pub(super) fn cold_function(
    wasm: &[u8],
    flow: &Flow<'_>,
    region: &Region,
    types: &mut Types,
    relay: &mut Relay,
) -> Result<(u32, Function), Unsplittable> {
    let returned = returned(flow, region)?;
    let type_of = |local: &u32| flow.locals[*local as usize];
    let parameters = region.operands.iter().copied();
    let parameters = parameters.chain(region.reads.iter().map(type_of));
    let chosen = (region.exits.len() > 1).then_some(ValType::I32);
    let results = region.carried.iter().copied().chain(chosen);
    let results = results.chain(returned.by_result.iter().map(type_of));
    let places = relay.places(returned.by_global.iter().map(type_of))?;
    let signature = types.index(parameters, results)?;

    let mut uses = HashMap::new();
    count_uses(flow, region.ops.clone(), &mut uses);
    for &local in &region.writes {
        *uses.entry(local).or_default() += 1;
    }
    let operands = region.operands.len();
    let locals = Locals::new(flow, operands, region.reads.iter().copied(), &uses)?;
    let mut function = Function::new(locals.declared.iter().copied());

    // One block for each exit, the first one innermost: branches that left the
    // region go to the end of one. A lone exit with nothing to add needs none.
    let blocks = region.exits.len() > 1 || !region.writes.is_empty();
    for &exit in region.exits.iter().rev().filter(|_| blocks) {
        let ty = types.block(region.values(flow, exit))?;
        function.instruction(&Instruction::Block(ty));
    }
    for operand in 0..u32::try_from(operands)? {
        function.instruction(&Instruction::LocalGet(operand));
    }
    for op in &flow.ops[region.ops.clone()] {
        let inside = flow.frames[op.frame].depth - flow.frames[region.frame].depth;
        let depth = |relative: u32| -> Result<u32, Unsplittable> {
            match region.exit(flow, flow.target(op.frame, relative)) {
                Some(exit) => Ok(inside + number(region, exit)?),
                None => Ok(relative),
            }
        };
        let instruction = match &op.operator {
            Operator::Br { relative_depth } => Instruction::Br(depth(*relative_depth)?),
            Operator::BrIf { relative_depth } => Instruction::BrIf(depth(*relative_depth)?),
            Operator::BrTable { targets } => {
                let mut new = Vec::new();
                for target in targets.targets() {
                    new.push(depth(target?)?);
                }
                Instruction::BrTable(new.into(), depth(targets.default())?)
            }
            Operator::Return => Instruction::Br(depth(flow.frames[op.frame].depth)?),
            operator => match renumbered(operator, &locals)? {
                Some(instruction) => instruction,
                None => {
                    function.raw(wasm[op.bytes.clone()].iter().copied());
                    continue;
                }
            },
        };
        function.instruction(&instruction);
    }
    let last = region.exits.len().saturating_sub(1);
    for (chosen, &exit) in region.exits.iter().enumerate().filter(|_| blocks) {
        function.instruction(&Instruction::End);
        if region.values(flow, exit).is_empty() {
            for &ty in &region.carried {
                function.instruction(&zero(ty)?);
            }
        }
        if last > 0 {
            function.instruction(&Instruction::I32Const(i32::try_from(chosen)?));
        }
        for &local in returned.by_result {
            function.instruction(&Instruction::LocalGet(locals.get(local)?));
        }
        for (&local, &place) in returned.by_global.iter().zip(&places) {
            function
                .instruction(&Instruction::LocalGet(locals.get(local)?))
                .instruction(&Instruction::GlobalSet(place));
        }
        if chosen < last {
            function.instruction(&Instruction::Return);
        }
    }
    function.instruction(&Instruction::End);
    Ok((signature, function))
}

fn returned<'r>(flow: &Flow<'_>, region: &'r Region) -> Result<Returned<'r>, Unsplittable> {
    Returned::of(flow, region).ok_or_else(|| Unsplittable::new("a stretch returns too much"))
}

fn number(region: &Region, exit: Exit) -> Result<u32, Unsplittable> {
    let found = region.exits.iter().position(|&known| known == exit);
    Ok(u32::try_from(found.ok_or_else(|| {
        Unsplittable::new("a branch leaves a stretch unexpectedly")
    })?)?)
}

fn zero(ty: ValType) -> Result<Instruction<'static>, Unsplittable> {
    Ok(match ty {
        ValType::I32 => Instruction::I32Const(0),
        ValType::I64 => Instruction::I64Const(0),
        ValType::F32 => Instruction::F32Const(0.0_f32.into()),
        ValType::F64 => Instruction::F64Const(0.0_f64.into()),
        ValType::V128 => Instruction::V128Const(0),
        ValType::Ref(reference) => {
            Instruction::RefNull(RoundtripReencoder.heap_type(reference.heap_type())?)
        }
    })
}

/// The function with a call in the place of each region; `first` is the index
/// of the first one's function.
pub(super) fn with_calls(
    wasm: &[u8],
    flow: &Flow<'_>,
    regions: &[Region],
    first: u32,
    relay: &mut Relay,
) -> Result<Function, Unsplittable> {
    let mut uses = HashMap::new();
    let mut from = 0;
    for region in regions {
        count_uses(flow, from..region.ops.start, &mut uses);
        for &local in region.reads.iter().chain(&region.writes) {
            *uses.entry(local).or_default() += 1;
        }
        from = region.ops.end;
    }
    count_uses(flow, from..flow.ops.len(), &mut uses);
    let parameters = 0..u32::try_from(flow.parameters)?;
    let mut locals = Locals::new(flow, 0, parameters, &uses)?;
    let choice = regions
        .iter()
        .any(|region| needs_choice(flow, region))
        .then(|| locals.extra(wasm_encoder::ValType::I32));

    let mut function = Function::new(locals.declared.iter().copied());
    let mut from = 0;
    let copy = |function: &mut Function, ops: Range<usize>| -> Result<(), Unsplittable> {
        for op in &flow.ops[ops] {
            match renumbered(&op.operator, &locals)? {
                Some(instruction) => function.instruction(&instruction),
                None => function.raw(wasm[op.bytes.clone()].iter().copied()),
            };
        }
        Ok(())
    };
    for (callee, region) in (first..).zip(regions) {
        copy(&mut function, from..region.ops.start)?;
        from = region.ops.end;
        for &local in &region.reads {
            function.instruction(&Instruction::LocalGet(locals.get(local)?));
        }
        function.instruction(&Instruction::Call(callee));
        let returned = returned(flow, region)?;
        for &local in returned.by_result.iter().rev() {
            function.instruction(&Instruction::LocalSet(locals.get(local)?));
        }
        let types = returned.by_global.iter();
        let places = relay.places(types.map(|&local| flow.locals[local as usize]))?;
        for (&local, place) in returned.by_global.iter().zip(places) {
            function
                .instruction(&Instruction::GlobalGet(place))
                .instruction(&Instruction::LocalSet(locals.get(local)?));
        }
        leave(flow, region, choice, &mut function)?;
    }
    copy(&mut function, from..flow.ops.len())?;
    Ok(function)
}

/// Whether an exit must be compared with each number in turn: a table of
/// branches is only for exits that carry the same.
fn needs_choice(flow: &Flow<'_>, region: &Region) -> bool {
    let falls_out_of_loop =
        flow.frames[region.frame].is_loop && region.exits.first() == Some(&Exit::Fall);
    let differ = |&exit: &Exit| region.values(flow, exit) != region.carried;
    region.exits.len() > 2 && (falls_out_of_loop || region.exits.iter().any(differ))
}

/// Goes where the called function said. On the stack are what the exit carries
/// and its number.
fn leave(
    flow: &Flow<'_>,
    region: &Region,
    choice: Option<u32>,
    function: &mut Function,
) -> Result<(), Unsplittable> {
    let here = flow.frames[region.frame].depth;
    let depth = |exit: Exit| match exit {
        Exit::Fall => 0,
        Exit::Branch(frame) => here - flow.frames[frame].depth,
    };
    let Some((&first, others)) = region.exits.split_first() else {
        function.instruction(&Instruction::Unreachable);
        return Ok(());
    };
    match (others, choice) {
        ([], _) => {}
        ([other], _) => {
            function.instruction(&Instruction::BrIf(depth(*other)));
        }
        (_, Some(choice)) if needs_choice(flow, region) => {
            function.instruction(&Instruction::LocalSet(choice));
            for (number, &other) in (1..).zip(others) {
                function
                    .instruction(&Instruction::LocalGet(choice))
                    .instruction(&Instruction::I32Const(number))
                    .instruction(&Instruction::I32Eq)
                    .instruction(&Instruction::BrIf(depth(other)));
            }
        }
        ([between @ .., last], _) => {
            let targets: Vec<u32> = std::iter::once(&first)
                .chain(between)
                .map(|&exit| depth(exit))
                .collect();
            function.instruction(&Instruction::BrTable(targets.into(), depth(*last)));
            return Ok(());
        }
    }
    if region.values(flow, first).is_empty() {
        for _ in &region.carried {
            function.instruction(&Instruction::Drop);
        }
    }
    match first {
        Exit::Fall => {}
        Exit::Branch(0) => {
            function.instruction(&Instruction::Return);
        }
        Exit::Branch(_) => {
            function.instruction(&Instruction::Br(depth(first)));
        }
    }
    Ok(())
}
