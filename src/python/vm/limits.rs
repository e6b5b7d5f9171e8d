//! Bounds on what native code does between two instructions: how deeply it
//! nests on Rust's stack, how much memory it asks for, how long it works.

use super::{Cx, NativeFrame, Outcome, Started, Step, Stop, Vm, awaited};
use crate::memory::charged;
use crate::number::int::Int;
use crate::number::{int, int_work};
use crate::object::{Raise, Str, Value};
use std::cell::Cell;
use std::rc::Rc;

/// How deeply native code may nest on Rust's stack. The stack of a browser's
/// worker is small, and a program must see the same depth everywhere.
const DEEPEST: u32 = 200;

/// Items or bytes that count as much as one instruction.
const ITEMS_PER_INSTRUCTION: usize = 16;

/// Fewer bytes are not worth a look.
const SMALL: usize = 1 << 10;

/// Bytes that are taken and filled in the time of one instruction.
const BYTES_PER_INSTRUCTION: usize = 64;

/// Instructions' worth of work that one native operation may do without a
/// moment in which the host could stop it: some seconds.
const MOST_AT_ONCE: u64 = 500_000_000;

/// Such a part of the budget is as much as makes a collection worth its time.
const WORTH_A_LOOK: usize = 64;

/// Cheap steps of a native loop that are one round.
pub(crate) const ITEMS_PER_ROUND: usize = 64;

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

/// How many items, bytes or pieces of a number a value has.
fn extent(value: &Value) -> usize {
    match value {
        Value::Str(text) => text.as_str().len(),
        Value::Bytes(bytes) => bytes.0.len(),
        Value::ByteArray(array) => array.bytes.borrow().len(),
        Value::List(list) => list.len(),
        Value::Tuple(tuple) => tuple.items().len(),
        Value::Dict(dict) => dict.len(),
        Value::Set(set) => set.table.borrow().len(),
        Value::FrozenSet(set) => set.table.len(),
        Value::BigInt(number) => usize::try_from(number.bits() / 8).unwrap_or(usize::MAX),
        _ => 0,
    }
}

fn extents(values: &[Value]) -> usize {
    values.iter().map(extent).fold(0, usize::saturating_add)
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
    /// collection. To be asked before large allocations; small ones are
    /// noticed at the next jump back. Filling the memory counts as instructions.
    ///
    /// # Errors
    /// MemoryError
    pub fn charge(&self, bytes: usize) -> Result<(), Raise> {
        if bytes < SMALL {
            return Ok(());
        }
        self.has_room(bytes)?;
        // What there is no room for is not made, and costs nothing.
        self.spend_fuel(i64::try_from(bytes / BYTES_PER_INSTRUCTION).unwrap_or(i64::MAX));
        Ok(())
    }

    /// The part of `charge` that looks at memory only; of no bytes, whether
    /// there is too much in use already.
    ///
    /// # Errors
    /// MemoryError
    pub(crate) fn has_room(&self, bytes: usize) -> Result<(), Raise> {
        if (1..SMALL).contains(&bytes) || !self.lacks_room(bytes) {
            return Ok(());
        }
        Err(self.memory_error())
    }

    /// Whether more memory is in use than the budget allows, even after a
    /// collection if one may help.
    pub fn is_over_memory(&self) -> bool {
        self.lacks_room(0)
    }

    /// The same for what native code is about to make in one go.
    pub fn lacks_room(&self, bytes: usize) -> bool {
        let used = charged();
        let left = self.left_by_relief.get().min(used);
        self.left_by_relief.set(left);
        let most = self.options.max_memory;
        if used.saturating_add(bytes) <= most {
            return false;
        }
        // A collection looks at the whole heap: while little has come to what
        // the last one left, another one would be for nothing.
        if used - left < most / WORTH_A_LOOK {
            return true;
        }
        self.relieve();
        let used = charged();
        self.left_by_relief.set(used);
        used.saturating_add(bytes) > most
    }

    /// Charges what a format specification may ask for by its largest number,
    /// a width or a precision.
    ///
    /// # Errors
    /// MemoryError
    pub(crate) fn charge_spec(&self, spec: &str) -> Result<(), Raise> {
        // What does not fit 31 bits has errors of its own.
        let most = spec
            .split(|c: char| !c.is_ascii_digit())
            .filter_map(|digits| digits.parse::<i32>().ok())
            .max()
            .unwrap_or(0);
        let width = if spec.is_ascii() {
            1
        } else {
            char::MAX.len_utf8()
        };
        self.charge(usize::try_from(most).unwrap_or(0).saturating_mul(width))
    }

    /// Charges a list of the parts of a text or of bytes that is cut in so many
    /// places, but in not more than `most` of them unless that is negative.
    ///
    /// # Errors
    /// MemoryError
    pub(crate) fn charge_parts(&self, cuts: usize, most: i64) -> Result<(), Raise> {
        let cuts = cuts.min(usize::try_from(most).unwrap_or(usize::MAX));
        let part = size_of::<Str>() + 2 * size_of::<Value>() + size_of::<&str>();
        self.charge(cuts.saturating_add(1).saturating_mul(part))
    }

    /// Like `charge`, for so many values.
    ///
    /// # Errors
    /// MemoryError
    pub(crate) fn charge_items(&self, items: usize) -> Result<(), Raise> {
        self.charge(items.saturating_mul(size_of::<Value>()))
    }

    /// Counts work on so many items or bytes as instructions. It is noticed at
    /// the next jump back.
    pub(crate) fn work(&self, items: usize) {
        let instructions = i64::try_from(items / ITEMS_PER_INSTRUCTION).unwrap_or(i64::MAX);
        self.spend_fuel(instructions);
    }

    /// Like `work`, for work that may take so long that it is not even begun if
    /// the run's instructions do not suffice for it.
    ///
    /// # Errors
    /// What ends the run.
    pub(crate) fn afford(&mut self, items: usize) -> Result<(), Raise> {
        let instructions = i64::try_from(items / ITEMS_PER_INSTRUCTION).unwrap_or(i64::MAX);
        let left = self.options.max_instructions.saturating_sub(self.spent);
        if u64::try_from(instructions).is_ok_and(|wanted| wanted > left.min(MOST_AT_ONCE)) {
            self.spend_fuel(i64::MAX);
            return Err(self.stop_for(Stop::Instructions));
        }
        self.spend_fuel(instructions);
        Ok(())
    }

    /// Affords `pow(base, exponent, modulus)`.
    pub(crate) fn afford_power_modulo(
        &mut self,
        base: Int<'_>,
        exponent: Int<'_>,
        modulus: Int<'_>,
    ) -> Result<(), Raise> {
        let [base, power, modulus] = [base, exponent, modulus].map(int::bit_length);
        let mut steps =
            int_work::power_modulo(power, modulus).saturating_add(int_work::divide(base, modulus));
        if exponent.is_negative() {
            steps = steps.saturating_add(int_work::gcd(modulus, modulus));
        }
        self.afford(steps)
    }

    /// Counts a walk through all of these values, not through what is in them.
    pub(crate) fn work_on(&self, values: &[Value]) {
        self.work(extents(values));
    }

    /// Counts a comparison that ends with the shorter of two values.
    pub(crate) fn work_on_shorter(&self, a: &Value, b: &Value) {
        self.work(extent(a).min(extent(b)));
    }

    /// Like `work_on`, where the result may be as large as all of them.
    ///
    /// # Errors
    /// MemoryError
    pub(crate) fn charge_copies(&self, values: &[Value]) -> Result<(), Raise> {
        let size = extents(values);
        self.work(size);
        self.has_room(size)
    }

    /// Takes instructions off what the host has granted.
    #[inline]
    pub(crate) fn spend_fuel(&self, instructions: i64) {
        self.fuel.set(self.fuel.get().saturating_sub(instructions));
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
    pub(crate) fn round(&self) -> Started<'_, Result<(), Raise>> {
        let started = self.with(|vm| {
            vm.spend_fuel(COST_OF_ROUND);
            vm.has_room(0)?;
            if vm.fuel.get() < -OVERDRAFT {
                vm.push_native(Box::new(GiveWay));
                return Ok(Value::Undefined);
            }
            Ok(Value::None)
        });
        self.started(started, awaited::nothing)
    }

    /// See [`Vm::deeper`].
    pub(crate) fn deeper(&self) -> Result<Level, Raise> {
        self.with(|vm| vm.deeper())
    }
}
