//! Globals by which a stretch gives back what its results have no room for.

use wasmparser::ValType;

use super::Unsplittable;
use super::flow::Flow;
use super::regions::Region;

/// V8 gives so many results back in registers. In those that come by the stack,
/// Node 20 mixed up values when one of the two functions had been optimised
/// meanwhile (in one of fifty starts).
const MOST_RESULTS: usize = 2;

/// The globals, which both modules share. Each is written just before a stretch
/// returns and read just behind its call, so all stretches have the same ones.
pub(super) struct Relay {
    first: u32,
    types: Vec<ValType>,
}

impl Relay {
    /// None yet; `first` is the index that the first one will have.
    pub(super) fn new(first: u32) -> Self {
        Self {
            first,
            types: Vec::new(),
        }
    }

    /// The types of those that are needed, in order.
    pub(super) fn types(&self) -> &[ValType] {
        &self.types
    }

    /// The globals for locals of some types, each its own one.
    pub(super) fn places(
        &mut self,
        types: impl IntoIterator<Item = ValType>,
    ) -> Result<Vec<u32>, Unsplittable> {
        let mut taken = vec![false; self.types.len()];
        let mut places = Vec::new();
        for ty in types {
            let free = |(known, &taken): (&ValType, &bool)| *known == ty && !taken;
            let place = self.types.iter().zip(&taken).position(free);
            let place = place.unwrap_or_else(|| {
                self.types.push(ty);
                taken.push(false);
                self.types.len() - 1
            });
            taken[place] = true;
            places.push(self.first + u32::try_from(place)?);
        }
        Ok(places)
    }
}

/// The locals that a region writes, by the way their values come back.
pub(super) struct Returned<'r> {
    pub(super) by_result: &'r [u32],
    pub(super) by_global: &'r [u32],
}

impl<'r> Returned<'r> {
    /// None where what must be a result is too much, or a local's type has no global.
    pub(super) fn of(flow: &Flow<'_>, region: &'r Region) -> Option<Self> {
        let fixed = region.carried.len() + usize::from(region.exits.len() > 1);
        let room = MOST_RESULTS.checked_sub(fixed)?;
        let (by_result, by_global) = region.writes.split_at(room.min(region.writes.len()));
        let has_global = |&local: &u32| {
            matches!(
                flow.locals[local as usize],
                ValType::I32 | ValType::I64 | ValType::F32 | ValType::F64
            )
        };
        by_global.iter().all(has_global).then_some(Self {
            by_result,
            by_global,
        })
    }
}
