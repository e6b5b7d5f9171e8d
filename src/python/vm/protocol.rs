//! What every object can be asked: truth, length, hash.

use super::{NativeResult, Vm};
use crate::hashing::{composite, numeric, siphash};
use crate::object::{Raise, Value};
use std::cell::Cell;
use std::rc::Rc;

/// Nesting up to which a repr or a hash is made on Rust's stack.
pub(super) const MAX_NESTING: u32 = 40;

/// Items of nested tuples that are hashed without giving way.
pub(super) const MOST_HASHED: usize = 1 << 20;

impl Vm {
    /// `bool(value)` as a `Bool`.
    #[inline]
    pub fn truth(&mut self, value: &Value) -> NativeResult {
        Ok(Value::Bool(match value {
            Value::Bool(truth) => *truth,
            Value::None | Value::Undefined => false,
            Value::Int(i) => *i != 0,
            Value::Float(f) => *f != 0.0,
            Value::Str(s) => !s.is_empty(),
            Value::List(l) => !l.is_empty(),
            Value::Dict(d) => !d.is_empty(),
            Value::Tuple(t) => !t.items().is_empty(),
            Value::Set(s) => !s.table.borrow().is_empty(),
            Value::FrozenSet(s) => !s.table.is_empty(),
            Value::Bytes(b) => !b.0.is_empty(),
            Value::ByteArray(b) => !b.bytes.borrow().is_empty(),
            Value::Complex(c) => c.re != 0.0 || c.im != 0.0,
            Value::Range(r) => !r.is_empty(),
            Value::Instance(_) => return self.instance_truth(value),
            Value::Class(class) if class.metaclass().is_some() => {
                return self.instance_truth(value);
            }
            _ => true,
        }))
    }

    fn instance_truth(&mut self, value: &Value) -> NativeResult {
        if let Value::Instance(instance) = value
            && let Some(length) = instance.builtin_length()
        {
            return Ok(Value::Bool(length != 0));
        }
        let name = self.names.bool_.clone();
        match self.call_special(value, &name, []) {
            Some(Ok(Value::Undefined)) => {
                let frames = std::mem::take(&mut self.pending);
                return self.run_after(frames, Vm::check_bool);
            }
            Some(Ok(result)) => return self.check_bool(result),
            Some(Err(raise)) => return Err(raise),
            None => {}
        }
        let name = self.names.len.clone();
        match self.call_special(value, &name, []) {
            Some(Ok(Value::Undefined)) => {
                let frames = std::mem::take(&mut self.pending);
                self.run_after(frames, |vm, length| {
                    Ok(Value::Bool(vm.check_len(length)? != 0))
                })
            }
            Some(Ok(length)) => Ok(Value::Bool(self.check_len(length)? != 0)),
            Some(Err(raise)) => Err(raise),
            None => Ok(Value::Bool(true)),
        }
    }

    fn check_bool(&mut self, result: Value) -> NativeResult {
        match result {
            Value::Bool(_) => Ok(result),
            other => {
                let name = self.type_name(&other);
                Err(self.type_error(format!("__bool__ should return bool, returned {name}")))
            }
        }
    }

    pub(crate) fn check_len(&mut self, length: Value) -> Result<i64, Raise> {
        match self.unwrap_base(length) {
            Value::Int(n) if n >= 0 => Ok(n),
            Value::Bool(b) => Ok(i64::from(b)),
            Value::Int(_) => Err(self.value_error("__len__() should return >= 0")),
            Value::BigInt(n) if n.sign() == num_bigint::Sign::Minus => {
                Err(self.value_error("__len__() should return >= 0"))
            }
            Value::BigInt(_) => {
                Err(self.overflow_error("cannot fit 'int' into an index-sized integer"))
            }
            other => {
                let name = self.type_name(&other);
                Err(self.type_error(format!(
                    "'{name}' object cannot be interpreted as an integer"
                )))
            }
        }
    }

    /// Length of a builtin container.
    pub fn builtin_len(&self, value: &Value) -> Option<usize> {
        Some(match value {
            Value::Str(s) => s.len(),
            Value::List(l) => l.len(),
            Value::Dict(d) => d.len(),
            Value::Tuple(t) => t.items().len(),
            Value::Set(s) => s.table.borrow().len(),
            Value::FrozenSet(s) => s.table.len(),
            Value::Bytes(b) => b.0.len(),
            Value::ByteArray(b) => b.bytes.borrow().len(),
            Value::Range(r) => r.len(),
            Value::Instance(instance) => return instance.builtin_length(),
            _ => return None,
        })
    }

    /// `len(value)`
    pub fn len(&mut self, value: &Value) -> NativeResult {
        if let Some(n) = self.builtin_len(value) {
            return Ok(Value::from(n));
        }
        let name = self.names.len.clone();
        match self.call_special(value, &name, []) {
            Some(Ok(Value::Undefined)) => {
                let frames = std::mem::take(&mut self.pending);
                self.run_after(frames, |vm, length| Ok(Value::Int(vm.check_len(length)?)))
            }
            Some(Ok(length)) => Ok(Value::Int(self.check_len(length)?)),
            Some(Err(raise)) => Err(raise),
            None => {
                let name = self.type_name(value);
                Err(self.type_error(format!("object of type '{name}' has no len()")))
            }
        }
    }

    // ----- hash

    /// `left` is how many items may still be looked at; `None` when there are
    /// more, as nested tuples may have far more of them than there are objects.
    pub(super) fn simple_hash_within(
        &self,
        value: &Value,
        depth: u32,
        left: &Cell<usize>,
    ) -> Option<i64> {
        Some(match value {
            Value::Str(s) => self.hash_of_text(s),
            Value::Int(i) => numeric::of_int(*i),
            Value::Bool(b) => i64::from(*b),
            Value::Float(f) => numeric::of_float(*f).unwrap_or_else(|| self.identity_hash(value)),
            Value::BigInt(i) => {
                self.work(usize::try_from(i.bits() / 8).unwrap_or(usize::MAX));
                numeric::of_big(i)
            }
            Value::Complex(c) => {
                numeric::of_complex(c.re, c.im).unwrap_or_else(|| self.identity_hash(value))
            }
            Value::Bytes(b) => {
                self.work(b.0.len());
                siphash::of_bytes(&b.0)
            }
            Value::None => 0xfca8_6420,
            Value::Tuple(t) => {
                let mut state = composite::TupleHasher::default();
                left.set(left.get().checked_sub(t.items().len())?);
                for item in t.items() {
                    state.add(self.simple_hash_within(item, depth.checked_sub(1)?, left)?);
                }
                state.finish()
            }
            Value::FrozenSet(s) => {
                self.work(s.table.len());
                composite::of_frozenset(s.table.iter().map(|(hash, _)| hash))
            }
            Value::Instance(instance) if self.hashes_by_identity(instance) => {
                self.identity_hash(value)
            }
            Value::Instance(_)
            | Value::List(_)
            | Value::Dict(_)
            | Value::Set(_)
            | Value::ByteArray(_)
            | Value::Slice(_) => return None,
            Value::Method(_) | Value::Range(_) => return None,
            Value::Class(class) if class.metaclass().is_some() => return None,
            _ => self.identity_hash(value),
        })
    }

    /// `object.__hash__`
    pub fn identity_hash(&self, value: &Value) -> i64 {
        crate::hashing::set_order::identity_hash(self.fake_address(value))
    }

    /// `hash(value)` as an `Int`.
    pub fn hash(&mut self, value: &Value) -> NativeResult {
        if let Some(hash) = self.simple_hash(value) {
            return Ok(Value::Int(hash));
        }
        match value {
            Value::Tuple(tuple) => {
                let tuple = Rc::clone(tuple);
                self.run_async("hash", move |cx| async move {
                    let mut state = composite::TupleHasher::default();
                    for item in tuple.items() {
                        state.add(cx.hash(item).await?);
                    }
                    Ok(Value::Int(state.finish()))
                })
            }
            Value::Method(method) => {
                let receiver = self.identity_hash(&method.receiver);
                let function = self.identity_hash(&method.function);
                Ok(Value::Int(receiver ^ function.rotate_left(7)))
            }
            Value::Range(range) => {
                let n = range.len() as i64;
                let first = if n == 0 {
                    Value::None
                } else {
                    Value::Int(range.start)
                };
                let step = if n < 2 {
                    Value::None
                } else {
                    Value::Int(range.step)
                };
                let parts = Value::tuple([Value::Int(n), first, step]);
                self.hash(&parts)
            }
            Value::Instance(_) | Value::Class(_) => self.instance_hash(value),
            _ => Err(self.unhashable(value)),
        }
    }

    fn instance_hash(&mut self, value: &Value) -> NativeResult {
        let name = self.names.hash.clone();
        let Some(method) = self.type_attr(value, &name) else {
            return Err(self.unhashable(value));
        };
        if method.is_none() {
            return Err(self.unhashable(value));
        }
        match self.call_special(value, &name, []) {
            Some(Ok(Value::Undefined)) => {
                let frames = std::mem::take(&mut self.pending);
                self.run_after(frames, Vm::check_hash)
            }
            Some(Ok(hash)) => self.check_hash(hash),
            Some(Err(raise)) => Err(raise),
            None => Err(self.unhashable(value)),
        }
    }

    fn check_hash(&mut self, hash: Value) -> NativeResult {
        match self.unwrap_base(hash) {
            Value::Int(-1) => Ok(Value::Int(-2)),
            Value::Int(i) => Ok(Value::Int(i)),
            Value::Bool(b) => Ok(Value::Int(i64::from(b))),
            Value::BigInt(i) => Ok(Value::Int(numeric::of_big(&i))),
            _ => Err(self.type_error("__hash__ method should return an integer")),
        }
    }

    #[cold]
    fn unhashable(&self, value: &Value) -> Raise {
        self.type_error(format!("unhashable type: '{}'", self.type_name(value)))
    }
}

impl Vm {}
