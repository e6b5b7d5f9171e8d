//! A module in which what never ran of a function that ran is a function of its own.

use std::collections::BTreeSet;

use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{CodeSection, ConstExpr, Function, GlobalType};
use wasmparser::ValType;

use super::Unsplittable;
use super::assemble::Sections;
use super::cut::{self, Types};
use super::flow::{each_function, is_marked};
use super::module::Module;
use super::regions;
use super::relay::{Relay, Returned};

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
    let mut relay = Relay::new(u32::try_from(module.global_types.len())?);
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
            regions.retain(|region| Returned::of(&flow, region).is_some());
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
            cold_functions.push(cut::cold_function(
                wasm, &flow, region, &mut types, &mut relay,
            )?);
        }
        code.function(&cut::with_calls(wasm, &flow, &regions, first, &mut relay)?);
        Ok(())
    })?;

    let mut sections = Sections::of(module, &mut same)?;
    for ty in types.new_ones() {
        let params = encoded(&mut same, ty.params())?;
        let results = encoded(&mut same, ty.results())?;
        sections.types.ty().function(params, results);
    }
    for &ty in relay.types() {
        let global = GlobalType {
            val_type: same.val_type(ty)?,
            mutable: true,
            shared: false,
        };
        sections.globals.global(global, &zero(ty));
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

fn zero(ty: ValType) -> ConstExpr {
    match ty {
        ValType::I64 => ConstExpr::i64_const(0),
        ValType::F32 => ConstExpr::f32_const(0.0_f32.into()),
        ValType::F64 => ConstExpr::f64_const(0.0_f64.into()),
        _ => ConstExpr::i32_const(0),
    }
}

fn encoded(
    same: &mut RoundtripReencoder,
    types: &[ValType],
) -> Result<Vec<wasm_encoder::ValType>, Unsplittable> {
    types.iter().map(|&ty| Ok(same.val_type(ty)?)).collect()
}
