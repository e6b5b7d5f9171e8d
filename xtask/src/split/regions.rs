//! Which stretches of a function never ran and are worth a function of their own.

use std::collections::BTreeSet;
use std::ops::Range;

use wasmparser::{Operator, ValType};

use super::flow::Flow;
use super::liveness::Liveness;

/// The end of a sequence of instructions, from a place on that was never reached.
/// Nothing jumps into its midst, because a branch only goes to a block around it.
pub(super) struct Region {
    /// The frame whose sequence it ends.
    pub(super) frame: usize,
    pub(super) ops: Range<usize>,
    /// Operands that it takes from the stack.
    pub(super) operands: Vec<ValType>,
    /// Locals whose value it needs.
    pub(super) reads: Vec<u32>,
    /// Locals that it writes and that are read after it.
    pub(super) writes: Vec<u32>,
    /// How control leaves it.
    pub(super) exits: Vec<Exit>,
    /// What an exit carries, if it carries anything.
    pub(super) carried: Vec<ValType>,
}

/// A way out of a region.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Exit {
    /// To what follows its end.
    Fall,
    /// By a branch to a frame around it; a return is one to the function's own.
    Branch(usize),
}

impl Region {
    /// What an exit carries.
    pub(super) fn values<'f>(&self, flow: &'f Flow<'_>, exit: Exit) -> &'f [ValType] {
        match exit {
            Exit::Fall => &flow.frames[self.frame].results,
            Exit::Branch(frame) => &flow.frames[frame].label,
        }
    }

    /// The exit that an instruction in the region takes when it branches to a frame.
    pub(super) fn exit(&self, flow: &Flow<'_>, target: usize) -> Option<Exit> {
        let frame = &flow.frames[self.frame];
        if flow.frames[target].depth > frame.depth {
            None
        } else if target == self.frame && !frame.is_loop {
            Some(Exit::Fall)
        } else {
            Some(Exit::Branch(target))
        }
    }
}

/// Finds the regions of a function, in order and apart from each other. `cold`
/// says of each instruction whether it never ran, `least` how many bytes a region
/// must be longer than the call that takes its place, 0 for any length.
pub(super) fn find(flow: &Flow<'_>, cold: &[bool], least: usize) -> Vec<Region> {
    let mut found: Vec<Region> = Vec::new();
    let mut liveness = None;
    let mut taken = vec![false; flow.ops.len()];
    // Outer frames come first, so that the largest region is taken.
    for (number, frame) in flow.frames.iter().enumerate() {
        if taken[frame.start] {
            continue;
        }
        for (sequence, falls) in frame.sequences() {
            let Some(start) = first_cold(flow, sequence.clone(), cold) else {
                continue;
            };
            let ops = start..sequence.end;
            // Shorter ones need no closer look.
            if least > 0 && bytes(flow, &ops) < least + CALL {
                continue;
            }
            let liveness = liveness.get_or_insert_with(|| Liveness::of(flow));
            let Some(region) = region(flow, liveness, number, ops, falls) else {
                continue;
            };
            if least == 0 || bytes(flow, &region.ops) >= least + price(&region) {
                taken[region.ops.clone()].fill(true);
                found.push(region);
            }
        }
    }
    found.sort_by_key(|region| region.ops.start);
    found
}

/// Bytes of a call by itself.
const CALL: usize = 6;

/// About how many bytes the call takes that stands for a region.
fn price(region: &Region) -> usize {
    CALL + 2 * (region.reads.len() + region.writes.len()) + 2 * region.exits.len().saturating_sub(1)
}

fn bytes(flow: &Flow<'_>, ops: &Range<usize>) -> usize {
    match (flow.ops.get(ops.start), flow.ops.get(ops.end)) {
        (Some(first), Some(behind)) => behind.bytes.start - first.bytes.start,
        _ => 0,
    }
}

/// The first instruction of a sequence itself, not of a block in it, that never ran.
fn first_cold(flow: &Flow<'_>, sequence: Range<usize>, cold: &[bool]) -> Option<usize> {
    let mut index = sequence.start;
    while index < sequence.end {
        let op = &flow.ops[index];
        if cold[index] && op.stack.is_some() {
            return Some(index);
        }
        index = op.opens.map_or(index, |frame| flow.frames[frame].end) + 1;
    }
    None
}

/// A region from its instructions, if it can become a function.
fn region(
    flow: &Flow<'_>,
    liveness: &Liveness,
    frame: usize,
    ops: Range<usize>,
    falls: bool,
) -> Option<Region> {
    let mut region = Region {
        frame,
        operands: flow.ops[ops.start].stack.clone()?,
        ops: ops.clone(),
        reads: Vec::new(),
        writes: Vec::new(),
        exits: if falls { vec![Exit::Fall] } else { Vec::new() },
        carried: Vec::new(),
    };
    let mut read = BTreeSet::new();
    let mut written = BTreeSet::new();
    let leave = |region: &mut Region, target: usize| {
        if let Some(exit) = region.exit(flow, target)
            && !region.exits.contains(&exit)
        {
            region.exits.push(exit);
        }
    };
    for op in &flow.ops[ops.clone()] {
        match &op.operator {
            Operator::LocalGet { local_index } => {
                read.insert(*local_index);
            }
            Operator::LocalSet { local_index } | Operator::LocalTee { local_index } => {
                written.insert(*local_index);
            }
            Operator::Br { relative_depth } | Operator::BrIf { relative_depth } => {
                leave(&mut region, flow.target(op.frame, *relative_depth));
            }
            Operator::BrTable { targets } => {
                leave(&mut region, flow.target(op.frame, targets.default()));
                for target in targets.targets() {
                    leave(&mut region, flow.target(op.frame, target.ok()?));
                }
            }
            Operator::Return => leave(&mut region, 0),
            operator if !may_move(operator) => return None,
            _ => {}
        }
    }
    // What falls through or carries something comes first: it needs no test.
    let exits = std::mem::take(&mut region.exits);
    for &exit in &exits {
        let values = region.values(flow, exit);
        if values.is_empty() {
            continue;
        }
        if !region.carried.is_empty() && region.carried != values {
            return None;
        }
        region.carried = values.to_vec();
    }
    let mut exits = exits;
    exits.sort_by_key(|&exit| (exit != Exit::Fall, region.values(flow, exit).is_empty()));
    region.exits = exits;

    let after = |exit: Exit| match exit {
        Exit::Fall => flow.frames[frame].end,
        Exit::Branch(target) => flow.label(target),
    };
    region.writes = written
        .iter()
        .copied()
        .filter(|&local| {
            region
                .exits
                .iter()
                .any(|&exit| liveness.is_live(after(exit), local))
        })
        .collect();
    read.extend(&region.writes);
    region.reads = read
        .into_iter()
        .filter(|&local| liveness.is_live(ops.start, local))
        .collect();
    // Together by type, so that more regions have the same one.
    let by_type = |&local: &u32| (order(flow.locals[local as usize]), local);
    region.reads.sort_by_key(by_type);
    region.writes.sort_by_key(by_type);
    Some(region)
}

fn order(ty: ValType) -> u8 {
    match ty {
        ValType::I32 => 0,
        ValType::I64 => 1,
        ValType::F64 => 2,
        ValType::F32 => 3,
        ValType::V128 => 4,
        ValType::Ref(_) => 5,
    }
}

/// Whether an instruction means the same in a function of another module.
fn may_move(operator: &Operator<'_>) -> bool {
    !matches!(
        operator,
        Operator::RefFunc { .. }
            | Operator::MemoryInit { .. }
            | Operator::DataDrop { .. }
            | Operator::TableInit { .. }
            | Operator::ElemDrop { .. }
            | Operator::ReturnCall { .. }
            | Operator::ReturnCallIndirect { .. }
    )
}
