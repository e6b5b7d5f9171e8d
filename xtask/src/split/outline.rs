//! A module in which what never ran of a function that ran is a function of its own.

use std::collections::BTreeSet;

use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{CodeSection, Function};
use wasmparser::ValType;

use super::Unsplittable;
use super::assemble::Sections;
use super::cut::{self, Types};
use super::flow::{each_function, is_marked};
use super::module::Module;
use super::regions;

/// A stretch with more results stays: V8 gives so many back in registers. In
/// those that come by the stack, Node 20 mixed up values when one of the two
/// functions had been optimised meanwhile (in one of fifty starts).
const MOST_RESULTS: usize = 2;

/// How many bytes a stretch must be longer than the call that takes its place.
/// (6 and 20 make the first file larger.)
pub(super) const LEAST: usize = 12;

/// The new module.
pub(super) struct Outlined {
    pub(super) wasm: Vec<u8>,
    /// Whether a defined function ran.
    pub(super) ran: Vec<bool>,
}

/// Puts each stretch that never ran and is long enough into a new function.
/// Functions of `whole` stay as they are. `least` is how many bytes it must be longer than the call in its place, 0 for
/// all that can be moved. `marks` says of each mark (`mark::encode`) whether control came to it.
pub(super) fn outline(
    wasm: &[u8],
    module: &Module<'_>,
    marks: &[bool],
    whole: &BTreeSet<u32>,
    least: usize,
) -> Result<Outlined, Unsplittable> {
    let mut same = RoundtripReencoder;
    let defined = module.signatures.get(module.imported as usize..);
    let defined = defined.unwrap_or_default();
    let signatures = (module.imported..)
        .zip(defined)
        .map(|(index, _)| module.function_type(index).cloned())
        .collect::<Result<Vec<_>, _>>()?;
    let mut types = Types::new(module.function_types.clone());
    let mut marks = marks.iter().copied();
    let mut ran = Vec::new();
    let mut code = CodeSection::new();
    let mut cold_functions: Vec<(u32, Function)> = Vec::new();
    let first_new = u32::try_from(module.signatures.len())?;
    each_function(wasm, &signatures, &module.function_types, |flow, body| {
        let mut cold = Vec::with_capacity(flow.ops.len());
        let mut reached = true;
        let mut previous = None;
        for op in &flow.ops {
            if is_marked(previous, &op.operator) {
                reached = marks
                    .next()
                    .ok_or_else(|| Unsplittable::new("the profile is too short"))?;
            }
            cold.push(!reached);
            previous = Some(&op.operator);
        }
        let entered = cold.first() == Some(&false);
        ran.push(entered);
        let index = module.imported + u32::try_from(ran.len() - 1)?;
        let regions = if entered && !whole.contains(&index) {
            let mut regions = regions::find(&flow, &cold, least);
            regions.retain(|region| region.result_count() <= MOST_RESULTS);
            regions
        } else {
            Vec::new()
        };
        if regions.is_empty() {
            code.raw(&wasm[body.range()]);
            return Ok(());
        }
        let first = first_new + u32::try_from(cold_functions.len())?;
        for region in &regions {
            cold_functions.push(cut::cold_function(wasm, &flow, region, &mut types)?);
        }
        code.function(&cut::with_calls(wasm, &flow, &regions, first)?);
        Ok(())
    })?;

    let mut sections = Sections::of(module, &mut same)?;
    for ty in types.new_ones() {
        let params = encoded(&mut same, ty.params())?;
        let results = encoded(&mut same, ty.results())?;
        sections.types.ty().function(params, results);
    }
    for &signature in defined {
        sections.functions.function(signature);
    }
    for (signature, function) in &cold_functions {
        sections.functions.function(*signature);
        code.function(function);
        ran.push(false);
    }
    sections.code = code;
    Ok(Outlined {
        wasm: sections.finish(module),
        ran,
    })
}

fn encoded(
    same: &mut RoundtripReencoder,
    types: &[ValType],
) -> Result<Vec<wasm_encoder::ValType>, Unsplittable> {
    types.iter().map(|&ty| Ok(same.val_type(ty)?)).collect()
}
