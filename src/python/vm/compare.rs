//! Comparisons (Python reference, 6.10).

use super::fast::compare_ints;
use super::simple_compare::{number, with_set};
use super::{Cx, NativeResult, Vm};
use crate::code::CompareOp;
use crate::object::{Binding, Raise, Slice, StrRef, Value};
use std::cmp::Ordering;
use std::pin::Pin;
use std::rc::Rc;

impl Vm {
    /// `a op b`. Of `in`, a pushed call's result still has to be made a bool.
    #[inline(never)]
    pub fn compare(&mut self, op: CompareOp, a: &Value, b: &Value) -> NativeResult {
        match op {
            CompareOp::Is => return Ok(Value::Bool(a.is(b))),
            CompareOp::IsNot => return Ok(Value::Bool(!a.is(b))),
            CompareOp::In => return self.contains(b, a),
            CompareOp::NotIn => {
                return match self.contains(b, a)? {
                    Value::Undefined => {
                        let frames = std::mem::take(&mut self.pending);
                        self.run_async("in", move |cx| async move {
                            let started = cx.with(|vm| {
                                vm.pending = frames;
                                Ok(Value::Undefined)
                            });
                            let found = cx.finish(started).await?;
                            Ok(Value::Bool(!cx.truth(&found).await?))
                        })
                    }
                    Value::Bool(found) => Ok(Value::Bool(!found)),
                    other => Ok(other),
                };
            }
            CompareOp::Eq => {
                if let Some(equal) = self.simple_equal(a, b) {
                    return Ok(Value::Bool(equal));
                }
            }
            CompareOp::Ne => {
                if let Some(equal) = self.simple_equal(a, b) {
                    return Ok(Value::Bool(!equal));
                }
            }
            _ => {
                if let Some(result) = self.simple_order(a, b) {
                    return Ok(Value::Bool(
                        result.is_some_and(|ordering| fits(op, ordering)),
                    ));
                }
                if let (Value::Set(_) | Value::FrozenSet(_), Value::Set(_) | Value::FrozenSet(_)) =
                    (a, b)
                {
                    return self.compare_sets(op, a, b);
                }
            }
        }
        // One Python method without a reflected rival: call it directly.
        let (a, b) = (a.clone(), b.clone());
        self.run_async("compare", move |cx| async move {
            rich_compare(&cx, op, &a, &b).await
        })
    }
}

fn fits(op: CompareOp, ordering: Ordering) -> bool {
    match op {
        CompareOp::Lt => ordering.is_lt(),
        CompareOp::Le => ordering.is_le(),
        CompareOp::Gt => ordering.is_gt(),
        CompareOp::Ge => ordering.is_ge(),
        CompareOp::Ne => ordering.is_ne(),
        _ => ordering.is_eq(),
    }
}

fn operator(op: CompareOp) -> &'static str {
    match op {
        CompareOp::Lt => "<",
        CompareOp::Le => "<=",
        CompareOp::Eq => "==",
        CompareOp::Ne => "!=",
        CompareOp::Gt => ">",
        CompareOp::Ge => ">=",
        _ => "?",
    }
}

fn reflected(op: CompareOp) -> CompareOp {
    match op {
        CompareOp::Lt => CompareOp::Gt,
        CompareOp::Le => CompareOp::Ge,
        CompareOp::Gt => CompareOp::Lt,
        CompareOp::Ge => CompareOp::Le,
        other => other,
    }
}

fn method_name(vm: &Vm, op: CompareOp) -> StrRef {
    let names = &vm.names;
    match op {
        CompareOp::Lt => names.lt.clone(),
        CompareOp::Le => names.le.clone(),
        CompareOp::Ne => names.ne.clone(),
        CompareOp::Gt => names.gt.clone(),
        CompareOp::Ge => names.ge.clone(),
        _ => names.eq.clone(),
    }
}

/// `a op b` for a rich comparison, methods and all.
fn rich_compare<'a>(
    cx: &'a Cx,
    op: CompareOp,
    a: &'a Value,
    b: &'a Value,
) -> Pin<Box<dyn Future<Output = NativeResult> + 'a>> {
    Box::pin(async move {
        let _level = cx.deeper()?;
        let reflected_first = cx.with(|vm| {
            let (ca, cb) = (vm.class_of(a), vm.class_of(b));
            !Rc::ptr_eq(&ca, &cb) && cb.is_subclass_of(&ca)
        });
        if reflected_first {
            let result = one_side(cx, reflected(op), b, a).await?;
            if !matches!(result, Value::NotImplemented) {
                return Ok(result);
            }
        }
        let result = one_side(cx, op, a, b).await?;
        if !matches!(result, Value::NotImplemented) {
            return Ok(result);
        }
        if !reflected_first {
            let result = one_side(cx, reflected(op), b, a).await?;
            if !matches!(result, Value::NotImplemented) {
                return Ok(result);
            }
        }
        match op {
            CompareOp::Eq => Ok(Value::Bool(a.is(b))),
            CompareOp::Ne => Ok(Value::Bool(!a.is(b))),
            _ => Err(cx.with(|vm| {
                let (a, b) = (vm.type_name(a), vm.type_name(b));
                vm.type_error(format!(
                    "'{}' not supported between instances of '{a}' and '{b}'",
                    operator(op)
                ))
            })),
        }
    })
}

/// `type(a).__op__(a, b)`
async fn one_side(cx: &Cx, op: CompareOp, a: &Value, b: &Value) -> NativeResult {
    if let Value::Instance(_) | Value::Class(_) = a {
        let started = cx.with(|vm| {
            let name = method_name(vm, op);
            let method = vm.type_attr(a, &name);
            // `object.__ne__` asks `__eq__` of the same object.
            let inverted = op == CompareOp::Ne
                && matches!(&method, Some(Value::Native(f)) if f.def.binding == Binding::Method && vm.is_of_object(f));
            if inverted {
                let eq = vm.names.eq.clone();
                (vm.call_special(a, &eq, [b.clone()]), true)
            } else {
                (vm.call_special(a, &name, [b.clone()]), false)
            }
        });
        return match started {
            (None, _) => Ok(Value::NotImplemented),
            (Some(result), inverted) => {
                let result = cx.finish(result).await?;
                if inverted && !matches!(result, Value::NotImplemented) {
                    return Ok(Value::Bool(!cx.truth(&result).await?));
                }
                Ok(result)
            }
        };
    }
    builtin_side(cx, op, a, b).await
}

/// A builtin value on the left; what is on the right may derive from a builtin type.
pub(crate) async fn builtin_side(cx: &Cx, op: CompareOp, a: &Value, b: &Value) -> NativeResult {
    let derived = matches!(b, Value::Instance(_));
    let b = &cx.with(|vm| vm.unwrap_base(b.clone()));
    // An int leaves the comparison to a float: its class may have words of its own.
    let is_int = matches!(a, Value::Int(_) | Value::Bool(_) | Value::BigInt(_));
    if derived && is_int && matches!(b, Value::Float(_) | Value::Complex(_)) {
        return Ok(Value::NotImplemented);
    }
    match op {
        CompareOp::Eq | CompareOp::Ne => {
            if let Some(equal) = cx.with(|vm| vm.simple_equal(a, b)) {
                let same_kind = comparable(a, b);
                if !same_kind && !equal {
                    return Ok(Value::NotImplemented);
                }
                return Ok(Value::Bool(equal == (op == CompareOp::Eq)));
            }
        }
        _ => {
            if let Some(order) = cx.with(|vm| vm.simple_order(a, b)) {
                return Ok(Value::Bool(
                    order.is_some_and(|ordering| fits(op, ordering)),
                ));
            }
        }
    }
    cx.with(|vm| vm.charge_items(vm.builtin_len(a).unwrap_or(0)))?;
    let (x, y): (Vec<Value>, Vec<Value>) = match (a, b) {
        (Value::Tuple(a), Value::Tuple(b)) => (a.items().to_vec(), b.items().to_vec()),
        (Value::List(a), Value::List(b)) => (a.to_vec(), b.to_vec()),
        (Value::Slice(a), Value::Slice(b)) => {
            let parts = |s: &Slice| vec![s.start.clone(), s.stop.clone(), s.step.clone()];
            (parts(a), parts(b))
        }
        (Value::Dict(a), Value::Dict(b)) if matches!(op, CompareOp::Eq | CompareOp::Ne) => {
            let equal = dicts_equal(cx, a, b).await?;
            return Ok(Value::Bool(equal == (op == CompareOp::Eq)));
        }
        (Value::Set(_) | Value::FrozenSet(_), Value::Set(_) | Value::FrozenSet(_)) => {
            let started = cx.with(|vm| vm.compare_sets(op, a, b));
            return cx.finish(started).await;
        }
        _ => return Ok(Value::NotImplemented),
    };
    if x.len() != y.len() && matches!(op, CompareOp::Eq | CompareOp::Ne) {
        return Ok(Value::Bool(op == CompareOp::Ne));
    }
    for (a, b) in x.iter().zip(&y) {
        if !cx.equal(a, b).await? {
            return match op {
                CompareOp::Eq => Ok(Value::Bool(false)),
                CompareOp::Ne => Ok(Value::Bool(true)),
                _ => rich_compare(cx, op, a, b).await,
            };
        }
    }
    let sizes = compare_ints(op, x.len() as i64, y.len() as i64);
    Ok(Value::Bool(sizes.unwrap_or(false)))
}

async fn dicts_equal(
    cx: &Cx,
    a: &Rc<crate::object::DictObj>,
    b: &Rc<crate::object::DictObj>,
) -> Result<bool, Raise> {
    if a.len() != b.len() {
        return Ok(false);
    }
    let entries: Vec<(Value, Value)> = a
        .table
        .borrow()
        .iter()
        .map(|e| (e.key.clone(), e.value.clone()))
        .collect();
    for (key, value) in entries {
        match cx.dict_find(b, &key).await? {
            Some(other) if cx.equal(&value, &other).await? => {}
            Some(_) | None => return Ok(false),
        }
    }
    Ok(true)
}

/// Whether builtin values of these types decide on equality themselves.
fn comparable(a: &Value, b: &Value) -> bool {
    std::mem::discriminant(a) == std::mem::discriminant(b)
        || (number(a).is_some() && number(b).is_some())
        || matches!(
            (a, b),
            (
                Value::Set(_) | Value::FrozenSet(_),
                Value::Set(_) | Value::FrozenSet(_)
            ) | (
                Value::Bytes(_) | Value::ByteArray(_),
                Value::Bytes(_) | Value::ByteArray(_)
            )
        )
}

impl Vm {
    /// Whether a native method is one of `object`'s own.
    pub(crate) fn is_of_object(&self, native: &crate::object::NativeFunction) -> bool {
        native
            .owner
            .as_ref()
            .is_some_and(|owner| std::ptr::eq(owner.as_ptr(), Rc::as_ptr(&self.types.object)))
    }

    /// Subset comparisons of sets whose members may need Python code.
    pub(crate) fn compare_sets(&mut self, op: CompareOp, a: &Value, b: &Value) -> NativeResult {
        let members = |v: &Value| {
            with_set(v, |s| s.iter().map(|(_, k)| k.clone()).collect::<Vec<_>>())
                .unwrap_or_default()
        };
        let (small, large) = if matches!(op, CompareOp::Gt | CompareOp::Ge) {
            (b, a)
        } else {
            (a, b)
        };
        self.charge_items(self.builtin_len(small).unwrap_or(0))?;
        let (xs, n) = (members(small), self.builtin_len(large).unwrap_or(0));
        let possible = match op {
            CompareOp::Lt | CompareOp::Gt => xs.len() < n,
            CompareOp::Le | CompareOp::Ge => xs.len() <= n,
            _ => xs.len() == n,
        };
        if !possible {
            return Ok(Value::Bool(op == CompareOp::Ne));
        }
        let large = large.clone();
        self.run_async("set", move |cx| async move {
            for x in xs {
                let started = cx.with(|vm| vm.set_contains(&large, &x));
                let found = cx.finish(started).await?;
                if !matches!(found, Value::Bool(true)) {
                    return Ok(Value::Bool(op == CompareOp::Ne));
                }
            }
            Ok(Value::Bool(op != CompareOp::Ne))
        })
    }
}
