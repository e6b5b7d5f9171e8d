//! Which locals are read later, for each place control can come to.

use wasmparser::Operator;

use super::flow::Flow;

/// The locals whose value may still be read, where a straight stretch begins.
pub(super) struct Liveness {
    /// The stretch that an instruction is in.
    stretch: Vec<usize>,
    /// The sets at the start of each stretch, one bit for a local.
    live: Vec<u64>,
    /// Words of a set.
    words: usize,
}

impl Liveness {
    /// Finds them by going backwards until nothing changes.
    pub(super) fn of(flow: &Flow<'_>) -> Self {
        let words = flow.locals.len().div_ceil(64).max(1);
        let mut starts = Vec::new();
        let mut stretch = Vec::with_capacity(flow.ops.len());
        let mut begins = true;
        for (index, op) in flow.ops.iter().enumerate() {
            let is_label = matches!(
                op.operator,
                Operator::End | Operator::Else | Operator::Loop { .. }
            );
            if begins || is_label {
                starts.push(index);
            }
            stretch.push(starts.len() - 1);
            begins = ends_stretch(&op.operator);
        }
        let count = starts.len();
        // What a stretch reads before it writes, and what it writes.
        let mut reads = vec![0_u64; count * words];
        let mut writes = vec![0_u64; count * words];
        for (index, op) in flow.ops.iter().enumerate() {
            let base = stretch[index] * words;
            match op.operator {
                Operator::LocalGet { local_index } => {
                    let (word, bit) = place(local_index);
                    if writes[base + word] & bit == 0 {
                        reads[base + word] |= bit;
                    }
                }
                Operator::LocalSet { local_index } | Operator::LocalTee { local_index } => {
                    let (word, bit) = place(local_index);
                    writes[base + word] |= bit;
                }
                _ => {}
            }
        }
        let next: Vec<Vec<usize>> = (0..count)
            .map(|number| {
                let last = starts.get(number + 1).map_or(flow.ops.len(), |&next| next) - 1;
                let mut next: Vec<usize> = Vec::new();
                successors(flow, last, |op| next.push(stretch[op]));
                next
            })
            .collect();
        let mut before = vec![Vec::new(); count];
        for (number, next) in next.iter().enumerate() {
            for &later in next {
                before[later].push(number);
            }
        }

        let mut live = reads.clone();
        let mut waiting: Vec<usize> = (0..count).collect();
        let mut waits = vec![true; count];
        while let Some(number) = waiting.pop() {
            waits[number] = false;
            let mut changed = false;
            for word in 0..words {
                let at = number * words + word;
                let after = next[number]
                    .iter()
                    .fold(0, |set, &later| set | live[later * words + word]);
                let set = reads[at] | (after & !writes[at]);
                changed |= set != live[at];
                live[at] = set;
            }
            if changed {
                for &earlier in &before[number] {
                    if !waits[earlier] {
                        waits[earlier] = true;
                        waiting.push(earlier);
                    }
                }
            }
        }
        Self {
            stretch,
            live,
            words,
        }
    }

    /// Whether a local may be read before it is written, from an instruction on
    /// with which a stretch begins.
    pub(super) fn is_live(&self, op: usize, local: u32) -> bool {
        let (word, bit) = place(local);
        self.live[self.stretch[op] * self.words + word] & bit != 0
    }
}

/// The word of a set that tells of a local, and the bit in it.
fn place(local: u32) -> (usize, u64) {
    (local as usize / 64, 1 << (local % 64))
}

fn ends_stretch(operator: &Operator<'_>) -> bool {
    matches!(
        operator,
        Operator::Block { .. }
            | Operator::Loop { .. }
            | Operator::If { .. }
            | Operator::Else
            | Operator::End
            | Operator::Br { .. }
            | Operator::BrIf { .. }
            | Operator::BrTable { .. }
            | Operator::Return
            | Operator::Unreachable
    )
}

/// The instructions that may follow one.
fn successors(flow: &Flow<'_>, index: usize, mut follows: impl FnMut(usize)) {
    let op = &flow.ops[index];
    match &op.operator {
        Operator::Br { relative_depth } => {
            follows(flow.label(flow.target(op.frame, *relative_depth)));
        }
        Operator::BrIf { relative_depth } => {
            follows(flow.label(flow.target(op.frame, *relative_depth)));
            follows(index + 1);
        }
        Operator::BrTable { targets } => {
            follows(flow.label(flow.target(op.frame, targets.default())));
            for target in targets.targets().flatten() {
                follows(flow.label(flow.target(op.frame, target)));
            }
        }
        Operator::Return | Operator::Unreachable => {}
        Operator::Else => follows(flow.frames[op.frame].end),
        Operator::If { .. } => {
            follows(index + 1);
            if let Some(opened) = op.opens {
                let frame = &flow.frames[opened];
                follows(frame.other.map_or(frame.end, |other| other + 1));
            }
        }
        _ if index + 1 < flow.ops.len() => follows(index + 1),
        _ => {}
    }
}
