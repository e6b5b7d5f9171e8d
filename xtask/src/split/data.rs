//! Which static data goes into which module.

use std::collections::BTreeSet;
use std::ops::Range;

use wasm_encoder::{ConstExpr, DataSection};
use wasmparser::Operator;

use super::Unsplittable;
use super::module::Module;
use super::plan::Plan;
use super::symbols::{self, Symbols};

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
        let cold = symbols.out_of_reach(&numbers(module, plan)?);
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
fn numbers(module: &Module<'_>, plan: &Plan) -> Result<BTreeSet<u32>, Unsplittable> {
    let mut found = BTreeSet::new();
    for (index, body) in (module.imported..).zip(&module.bodies) {
        if plan.moves(index) {
            continue;
        }
        for operator in body.code.get_operators_reader()? {
            let operator = operator?;
            add_numbers(&operator, &mut found);
            if let Some(offset) = offset(&operator) {
                found.insert(u32::try_from(offset)?);
            }
        }
    }
    for global in module.globals.iter().cloned().flatten() {
        for operator in global?.init_expr.get_operators_reader() {
            add_numbers(&operator?, &mut found);
        }
    }
    Ok(found)
}

fn add_numbers(operator: &Operator<'_>, found: &mut BTreeSet<u32>) {
    match operator {
        Operator::I32Const { value } => {
            found.insert(value.cast_unsigned());
        }
        Operator::I64Const { value } => {
            let value = value.cast_unsigned();
            found.extend([value as u32, (value >> 32) as u32]);
        }
        _ => {}
    }
}

/// What an instruction adds to the address it is given.
fn offset(operator: &Operator<'_>) -> Option<u64> {
    macro_rules! memory_instructions {
        ($($name:ident)*) => {
            match operator {
                $(Operator::$name { memarg, .. })|* => Some(memarg.offset),
                _ => None,
            }
        };
    }
    memory_instructions!(
        I32Load I64Load F32Load F64Load I32Load8S I32Load8U I32Load16S I32Load16U
        I64Load8S I64Load8U I64Load16S I64Load16U I64Load32S I64Load32U
        I32Store I64Store F32Store F64Store I32Store8 I32Store16
        I64Store8 I64Store16 I64Store32
        V128Load V128Store V128Load8x8S V128Load8x8U V128Load16x4S V128Load16x4U
        V128Load32x2S V128Load32x2U V128Load8Splat V128Load16Splat V128Load32Splat
        V128Load64Splat V128Load32Zero V128Load64Zero V128Load8Lane V128Load16Lane
        V128Load32Lane V128Load64Lane V128Store8Lane V128Store16Lane V128Store32Lane
        V128Store64Lane
    )
}
