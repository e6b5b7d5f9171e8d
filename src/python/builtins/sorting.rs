//! Sorting: stable, and with Python code for keys and comparisons if needed.

use crate::number::{float_int, int::Int};
use crate::object::{Iter, IterState, ListObj, Raise, Tuple, Value};
use crate::vm::{Cx, Loop, Vm};
use std::cmp::Ordering;
use std::rc::Rc;

/// Up to this length a list is sorted by binary insertion, as CPython does,
/// so that small programs see the comparisons in the order they expect.
const INSERTION: usize = 64;

/// The items in order. `key` is None or a function of one argument.
pub(crate) async fn sorted(
    cx: &Cx,
    items: &[Value],
    key: &Value,
    reverse: bool,
) -> Result<Vec<Value>, Raise> {
    let mut items = items.to_vec();
    sort(cx, &mut items, key, reverse).await?;
    Ok(items)
}

/// Puts the items in order. A comparison that fails leaves them as far as it
/// came.
pub(crate) async fn sort(
    cx: &Cx,
    items: &mut Vec<Value>,
    key: &Value,
    reverse: bool,
) -> Result<(), Raise> {
    // About as many comparisons as merging takes.
    let rounds = items.len().checked_ilog2().unwrap_or(0) as usize;
    cx.with(|vm| vm.work(items.len().saturating_mul(rounds)));
    cx.with(|vm| vm.charge_items(items.len().saturating_mul(2)))?;
    let mut keys = Vec::with_capacity(items.len());
    if key.is_none() {
        keys.extend_from_slice(items);
    } else {
        keys_of(cx, items, key, &mut keys).await?;
    }
    let mut order: Vec<usize> = (0..items.len()).collect();
    if reverse {
        // Equal items keep their order: sorting runs on the list turned round.
        order.reverse();
    }
    let outcome = if are_plain(&keys.iter().collect::<Vec<_>>()) {
        sort_plain(&keys, &mut order);
        Ok(())
    } else {
        merge_sort(cx, &keys, &mut order).await
    };
    if reverse {
        order.reverse();
    }
    let arranged = order.into_iter().filter_map(|i| items.get(i).cloned());
    *items = arranged.collect();
    outcome
}

/// Calls the key function for each item.
async fn keys_of(
    cx: &Cx,
    items: &[Value],
    key: &Value,
    keys: &mut Vec<Value>,
) -> Result<(), Raise> {
    if Vm::is_python_function(key) {
        let iterator = Iter::value(IterState::Tuple(Rc::new(Tuple::new(items.to_vec())), 0));
        let results = ListObj::new(Vec::with_capacity(items.len()));
        let list = Value::List(Rc::clone(&results));
        cx.run_loop(Loop::Map, [iterator, key.clone(), list])
            .await?;
        keys.append(&mut results.items.borrow_mut());
        return Ok(());
    }
    for item in items {
        keys.push(cx.call(key, [item.clone()]).await?);
    }
    Ok(())
}

/// Sorts positions by the values there, which `are_plain` accepted.
fn sort_plain(values: &[Value], order: &mut [usize]) {
    let value = |at: usize| values.get(at).unwrap_or(&Value::Undefined);
    let mut ranked: Vec<((Kind, i64), usize)> =
        order.iter().map(|at| (rank(value(*at)), *at)).collect();
    let kind = ranked.first().map_or(Kind::None, |((kind, _), _)| *kind);
    let same = ranked.iter().all(|((other, _), _)| *other == kind);
    let decides = same && kind == Kind::Int && !matches!(values.first(), Some(Value::Tuple(_)));
    if !same {
        for (rank, _) in &mut ranked {
            *rank = (Kind::None, 0);
        }
    }
    ranked.sort_by(|((_, x), a), ((_, y), b)| match x.cmp(y) {
        Ordering::Equal if !decides => plain_order(value(*a), value(*b)),
        order => order,
    });
    for (place, (_, at)) in order.iter_mut().zip(ranked) {
        *place = at;
    }
}

/// What a rank was made of.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Int,
    Float,
    Bytes,
    None,
}

/// A number whose order is that of the values where it differs, among values
/// whose ranks are of the same kind.
fn rank(value: &Value) -> (Kind, i64) {
    let beginning = |bytes: &[u8]| {
        let mut first = [0; 8];
        for (place, byte) in first.iter_mut().zip(bytes) {
            *place = *byte;
        }
        // The highest bit is turned, for the number has a sign.
        (Kind::Bytes, i64::from_be_bytes(first) ^ i64::MIN)
    };
    match value {
        Value::Int(i) => (Kind::Int, *i),
        Value::Bool(b) => (Kind::Int, i64::from(*b)),
        Value::Float(f) => {
            // Negative zero equals zero. The bits of negative floats fall.
            let bits = (f + 0.0).to_bits() as i64;
            (Kind::Float, if bits < 0 { bits ^ i64::MAX } else { bits })
        }
        // The bytes of lone surrogates are not in the order of code points.
        Value::Str(text) if text.has_surrogates() => (Kind::None, 0),
        Value::Str(text) => beginning(text.as_str().as_bytes()),
        Value::Bytes(bytes) => beginning(&bytes.0),
        Value::Tuple(tuple) => match tuple.items().first() {
            Some(first) if !matches!(first, Value::Tuple(_)) => rank(first),
            _ => (Kind::None, 0),
        },
        _ => (Kind::None, 0),
    }
}

/// Whether the values have a total order that needs no Python code: all
/// numbers but NaN, all strings, all bytes, or tuples of such column by column.
fn are_plain(values: &[&Value]) -> bool {
    let number = |v: &&Value| match v {
        Value::Int(_) | Value::Bool(_) => true,
        Value::Float(f) => !f.is_nan(),
        _ => false,
    };
    let Some(first) = values.first() else {
        return true;
    };
    match first {
        Value::Str(_) => values.iter().all(|v| matches!(v, Value::Str(_))),
        Value::Bytes(_) => values.iter().all(|v| matches!(v, Value::Bytes(_))),
        Value::Tuple(_) => {
            let mut rows = Vec::with_capacity(values.len());
            for value in values {
                let Value::Tuple(tuple) = value else {
                    return false;
                };
                rows.push(tuple.items());
            }
            let width = rows.iter().map(|row| row.len()).max().unwrap_or(0);
            (0..width).all(|i| {
                let column: Vec<&Value> = rows.iter().filter_map(|row| row.get(i)).collect();
                !column.iter().any(|v| matches!(v, Value::Tuple(_))) && are_plain(&column)
            })
        }
        _ => values.iter().all(number),
    }
}

/// The order of two values that `are_plain` accepted.
fn plain_order(a: &Value, b: &Value) -> Ordering {
    let number = |v: &Value| match v {
        Value::Bool(b) => Value::Int(i64::from(*b)),
        other => other.clone(),
    };
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => a.cmp(b),
        (Value::Float(a), Value::Float(b)) => a.partial_cmp(b).unwrap_or(Ordering::Equal),
        (Value::Str(a), Value::Str(b)) => a.compare(b),
        (Value::Bytes(a), Value::Bytes(b)) => a.0.cmp(&b.0),
        (Value::Tuple(a), Value::Tuple(b)) => {
            let mut pairs = a
                .items()
                .iter()
                .zip(b.items())
                .map(|(a, b)| plain_order(a, b));
            pairs
                .find(|o| o.is_ne())
                .unwrap_or(a.items().len().cmp(&b.items().len()))
        }
        (Value::Int(a), Value::Float(b)) => {
            float_int::compare(Int::Small(*a), *b).unwrap_or(Ordering::Equal)
        }
        (Value::Float(a), Value::Int(b)) => {
            float_int::compare(Int::Small(*b), *a).map_or(Ordering::Equal, Ordering::reverse)
        }
        (Value::Bool(_), _) | (_, Value::Bool(_)) => plain_order(&number(a), &number(b)),
        _ => Ordering::Equal,
    }
}

/// `keys[a] < keys[b]`
async fn less(cx: &Cx, keys: &[Value], a: usize, b: usize) -> Result<bool, Raise> {
    match (keys.get(a), keys.get(b)) {
        (Some(a), Some(b)) => cx.less(a, b).await,
        _ => Ok(false),
    }
}

async fn merge_sort(cx: &Cx, keys: &[Value], order: &mut [usize]) -> Result<(), Raise> {
    if order.len() < INSERTION {
        return insertion_sort(cx, keys, order).await;
    }
    let mut width = INSERTION / 2;
    for part in order.chunks_mut(width) {
        insertion_sort(cx, keys, part).await?;
    }
    while width < order.len() {
        for part in order.chunks_mut(width * 2) {
            if let Some((left, right)) = part.split_at_checked(width) {
                let merged = merge(cx, keys, left, right).await?;
                part.copy_from_slice(&merged);
            }
        }
        width *= 2;
    }
    Ok(())
}

/// Finds the run that the items begin with, turns it round if it falls, and
/// puts the others into it one by one.
async fn insertion_sort(cx: &Cx, keys: &[Value], order: &mut [usize]) -> Result<(), Raise> {
    let (mut run, mut falling) = (1, None);
    while let (Some(next), Some(last)) = (order.get(run), order.get(run - 1)) {
        let falls = less(cx, keys, *next, *last).await?;
        if *falling.get_or_insert(falls) != falls {
            break;
        }
        run += 1;
    }
    if falling == Some(true)
        && let Some(run) = order.get_mut(..run)
    {
        run.reverse();
    }
    for at in run..order.len() {
        let (mut low, mut high) = (0, at);
        while low < high {
            let middle = low + (high - low) / 2;
            let (Some(item), Some(pivot)) = (order.get(at), order.get(middle)) else {
                break;
            };
            if less(cx, keys, *item, *pivot).await? {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        if let Some(place) = order.get_mut(low..=at) {
            place.rotate_right(1);
        }
    }
    Ok(())
}

async fn merge(
    cx: &Cx,
    keys: &[Value],
    left: &[usize],
    right: &[usize],
) -> Result<Vec<usize>, Raise> {
    let mut merged = Vec::with_capacity(left.len() + right.len());
    let (mut left, mut right) = (
        left.iter().copied().peekable(),
        right.iter().copied().peekable(),
    );
    while let (Some(a), Some(b)) = (left.peek().copied(), right.peek().copied()) {
        if less(cx, keys, b, a).await? {
            merged.extend(right.next());
        } else {
            merged.extend(left.next());
        }
    }
    merged.extend(left);
    merged.extend(right);
    Ok(merged)
}
