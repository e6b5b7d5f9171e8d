//! Bounds on what native code does between two instructions: how deeply it
//! nests on Rust's stack, how much memory it asks for, how long it works.

use super::{Cx, NativeFrame, NativeResult, Outcome, Step, Vm};
use crate::memory::allocated;
use crate::object::{Raise, Value};
use std::cell::Cell;
use std::rc::Rc;

/// How deeply native code may nest on Rust's stack. The stack of a browser's
/// worker is small, and a program must see the same depth everywhere.
const DEEPEST: u32 = 200;

/// Items or bytes that count as much as one instruction.
const ITEMS_PER_INSTRUCTION: usize = 16;

/// Instructions that a round of a native loop counts as.
const COST_OF_ROUND: i64 = 4;

/// How far native code may overdraw what the host granted before it gives way.
/// Few natives ever work this long, so that few ever have to wait.
const OVERDRAFT: i64 = 50_000;

/// Counts one level of nesting for as long as it lives.
pub(crate) struct Level(Rc<Cell<u32>>);

impl Drop for Level {
    fn drop(&mut self) {
        self.0.set(self.0.get().saturating_sub(1));
    }
}

impl Vm {
    /// Goes one level deeper.
    ///
    /// # Errors
    /// RecursionError when that is too deep.
    pub(crate) fn deeper(&self) -> Result<Level, Raise> {
        let depth = self.native_depth.get();
        if depth >= DEEPEST {
            return Err(self.recursion_error("maximum recursion depth exceeded"));
        }
        self.native_depth.set(depth + 1);
        Ok(Level(Rc::clone(&self.native_depth)))
    }

    /// Raises MemoryError if `bytes` more would exceed the budget even after a
    /// collection. To be asked
    /// before large allocations; small ones are noticed at the next jump back.
    pub fn charge(&self, bytes: usize) -> Result<(), Raise> {
        let too_much = || allocated().saturating_add(bytes) > self.options.max_memory;
        let is_roomy = || allocated() < self.options.max_memory / 16 * 15;
        if !too_much() {
            if self.relief_was_small.get() && is_roomy() {
                self.relief_was_small.set(false);
            }
            return Ok(());
        }
        // A collection looks at the whole heap: where the last one has found
        // little, another one would be for nothing.
        if !self.relief_was_small.get() {
            self.relieve();
            self.relief_was_small.set(!is_roomy());
            if !too_much() {
                return Ok(());
            }
        }
        Err(self.memory_error())
    }

    /// Counts work on so many items or bytes as instructions. It is noticed at
    /// the next jump back.
    pub(crate) fn work(&mut self, items: usize) {
        let instructions = i64::try_from(items / ITEMS_PER_INSTRUCTION).unwrap_or(i64::MAX);
        self.fuel = self.fuel.saturating_sub(instructions);
    }
}

/// A frame that has nothing to do: under it the machine gives way to the host.
struct GiveWay;

impl NativeFrame for GiveWay {
    fn resume(&mut self, _vm: &mut Vm, _outcome: Option<Outcome>) -> Step {
        Step::Return(Value::None)
    }

    fn name(&self) -> &'static str {
        "give way"
    }
}

impl Cx {
    /// Counts one round of a native loop, and gives way to the host after very many.
    ///
    /// # Errors
    /// MemoryError when the heap has grown beyond its budget meanwhile.
    pub(crate) async fn round(&self) -> Result<(), Raise> {
        let overdrawn = self.with(|vm| {
            vm.fuel = vm.fuel.saturating_sub(COST_OF_ROUND);
            vm.fuel < -OVERDRAFT
        });
        if overdrawn {
            let started: NativeResult = self.with(|vm| {
                vm.charge(0)?;
                vm.push_native(Box::new(GiveWay));
                Ok(Value::Undefined)
            });
            self.finish(started).await?;
        }
        Ok(())
    }

    /// See [`Vm::deeper`].
    pub(crate) fn deeper(&self) -> Result<Level, Raise> {
        self.with(|vm| vm.deeper())
    }
}
