//! Which static data goes into which module.

use std::collections::BTreeSet;
use std::ops::Range;

use super::module::Module;
use super::plan::Plan;
use super::symbols::{self, Symbols};
use super::{Unsplittable, numbers};
use wasm_encoder::{ConstExpr, DataSection};

/// Shorter stretches of cold data stay: a segment of their own is as long.
const LEAST: u32 = 16;

/// The data of the two modules.
#[derive(Default)]
pub(super) struct Data {
    pub(super) first: DataSection,
    pub(super) rest: DataSection,
}

impl Data {
    /// Moves the data that no function of the first module can come to. The
    /// second module brings it when it starts.
    pub(super) fn new(
        module: &Module<'_>,
        plan: &Plan,
        symbols: &Symbols,
    ) -> Result<Self, Unsplittable> {
        let cold = symbols.out_of_reach(&numbers_in(module, plan)?);
        let mut data = Self::default();
        for segment in module.data.iter().cloned().flatten() {
            let segment = segment?;
            let start = symbols::address(&segment.kind)?;
            let end = start + u32::try_from(segment.data.len())?;
            let bytes = |range: Range<u32>| {
                let [from, to] = [range.start - start, range.end - start].map(|at| at as usize);
                segment.data.get(from..to).unwrap_or_default().to_vec()
            };
            let mut at = start;
            let next = cold.partition_point(|range| range.end <= start);
            for range in cold.iter().skip(next) {
                let range = range.start.max(at)..range.end.min(end);
                if range.start >= end {
                    break;
                }
                if range.end - range.start < LEAST {
                    continue;
                }
                add(&mut data.first, at, bytes(at..range.start));
                add(&mut data.rest, range.start, bytes(range.clone()));
                at = range.end;
            }
            add(&mut data.first, at, bytes(at..end));
        }
        Ok(data)
    }
}

fn add(section: &mut DataSection, address: u32, bytes: Vec<u8>) {
    if !bytes.is_empty() {
        section.active(0, &ConstExpr::i32_const(address.cast_signed()), bytes);
    }
}

/// All numbers in the functions that stay and in the globals that may be
/// addresses, or two of them side by side.
fn numbers_in(module: &Module<'_>, plan: &Plan) -> Result<BTreeSet<u32>, Unsplittable> {
    let mut found = BTreeSet::new();
    for (index, body) in (module.imported..).zip(&module.bodies) {
        if plan.moves(index) {
            continue;
        }
        for operator in body.code.get_operators_reader()? {
            numbers::add(&operator?, &mut found);
        }
    }
    for global in module.globals.iter().cloned().flatten() {
        for operator in global?.init_expr.get_operators_reader() {
            numbers::add(&operator?, &mut found);
        }
    }
    Ok(found)
}
