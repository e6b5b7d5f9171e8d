//! What goes where.

use std::collections::{BTreeMap, BTreeSet};

use wasmparser::{ElementItems, ExternalKind, Operator};

use super::Unsplittable;
use super::module::Module;

/// From so many calls on a stub takes fewer bytes than telling the place at each.
const STUB_PAYS: usize = 4;

/// Which functions move to the second module, and what the two share.
pub(super) struct Plan {
    /// The functions that move, in order.
    pub(super) moved: Vec<u32>,
    /// The moved functions that the first module still refers to, with their
    /// place in the table through which it calls them.
    pub(super) slots: BTreeMap<u32, u32>,
    /// Those of them that leave a stub; the others are called by one function for
    /// all of a type, which is told the place in the table.
    pub(super) stubs: BTreeSet<u32>,
    /// The functions of the first module that the second one calls.
    pub(super) shared: BTreeSet<u32>,
    /// The globals that the second module uses.
    pub(super) globals: BTreeSet<u32>,
}

impl Plan {
    /// Moves every function that the program runs did not enter (`entered`, by
    /// the position among the defined functions), except for `pinned` and what
    /// cannot move.
    pub(super) fn new(
        module: &Module<'_>,
        entered: &[bool],
        pinned: u32,
    ) -> Result<Self, Unsplittable> {
        let mut stays = vec![true; module.imported as usize];
        for (position, body) in module.bodies.iter().enumerate() {
            let index = module.imported + u32::try_from(position)?;
            stays.push(
                entered.get(position).copied().unwrap_or(true)
                    || body.tied
                    || index == pinned
                    || module.start == Some(index),
            );
        }
        let stays_at = |index: u32| stays.get(index as usize).copied().unwrap_or(true);

        let referenced = referenced(module)?;
        let mut needed = referenced.clone();
        let mut calls: BTreeMap<u32, usize> = BTreeMap::new();
        let mut plan = Self {
            moved: Vec::new(),
            slots: BTreeMap::new(),
            stubs: BTreeSet::new(),
            shared: BTreeSet::new(),
            globals: BTreeSet::new(),
        };
        for (index, body) in (module.imported..).zip(&module.bodies) {
            if stays_at(index) {
                needed.extend(body.calls.keys());
                for (&callee, &times) in &body.calls {
                    *calls.entry(callee).or_default() += times;
                }
            } else {
                plan.moved.push(index);
                plan.globals.extend(&body.globals);
                plan.shared
                    .extend(body.calls.keys().filter(|&&callee| stays_at(callee)));
            }
        }
        for (slot, &index) in (0..).zip(needed.iter().filter(|&&index| !stays_at(index))) {
            plan.slots.insert(index, slot);
            let called = calls.get(&index).copied().unwrap_or_default();
            if referenced.contains(&index) || called >= STUB_PAYS {
                plan.stubs.insert(index);
            }
        }
        Ok(plan)
    }

    /// Whether a function moves.
    pub(super) fn moves(&self, function: u32) -> bool {
        self.moved.binary_search(&function).is_ok()
    }
}

/// The functions that tables and exports hold.
fn referenced(module: &Module<'_>) -> Result<BTreeSet<u32>, Unsplittable> {
    let mut found = BTreeSet::new();
    for export in module.exports.iter().cloned().flatten() {
        let export = export?;
        if export.kind == ExternalKind::Func {
            found.insert(export.index);
        }
    }
    for element in module.elements.iter().cloned().flatten() {
        match element?.items {
            ElementItems::Functions(functions) => {
                for function in functions {
                    found.insert(function?);
                }
            }
            ElementItems::Expressions(_, expressions) => {
                for expression in expressions {
                    for operator in expression?.get_operators_reader() {
                        if let Operator::RefFunc { function_index } = operator? {
                            found.insert(function_index);
                        }
                    }
                }
            }
        }
    }
    Ok(found)
}
