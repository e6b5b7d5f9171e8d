//! Sorting: stable, and with Python code for keys and comparisons if needed.

use crate::number::{float_int, int::Int};
use crate::object::{Raise, Value};
use crate::vm::Cx;
use std::cmp::Ordering;

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
    // About as many comparisons as merging takes.
    let rounds = items.len().checked_ilog2().unwrap_or(0) as usize;
    cx.with(|vm| vm.work(items.len().saturating_mul(rounds)));
    let mut keys = Vec::with_capacity(items.len());
    if key.is_none() {
        keys.extend_from_slice(items);
    } else {
        for item in items {
            keys.push(cx.call(key, [item.clone()]).await?);
        }
    }
    let mut order: Vec<usize> = (0..items.len()).collect();
    if reverse {
        // Equal items keep their order: sorting runs on the list turned round.
        order.reverse();
    }
    if are_plain(&keys.iter().collect::<Vec<_>>()) {
        order.sort_by(|a, b| match (keys.get(*a), keys.get(*b)) {
            (Some(a), Some(b)) => plain_order(a, b),
            _ => Ordering::Equal,
        });
    } else {
        order = merge_sort(cx, &keys, order).await?;
    }
    if reverse {
        order.reverse();
    }
    Ok(order
        .into_iter()
        .filter_map(|i| items.get(i).cloned())
        .collect())
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
        (Value::Str(a), Value::Str(b)) => a.as_str().cmp(b.as_str()),
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

async fn merge_sort(cx: &Cx, keys: &[Value], order: Vec<usize>) -> Result<Vec<usize>, Raise> {
    if order.len() < INSERTION {
        return insertion_sort(cx, keys, &order).await;
    }
    let mut runs = Vec::new();
    for part in order.chunks(INSERTION / 2) {
        runs.push(insertion_sort(cx, keys, part).await?);
    }
    while runs.len() > 1 {
        let mut merged = Vec::with_capacity(runs.len() / 2 + 1);
        let mut pairs = runs.into_iter();
        while let Some(left) = pairs.next() {
            merged.push(match pairs.next() {
                Some(right) => merge(cx, keys, left, right).await?,
                None => left,
            });
        }
        runs = merged;
    }
    Ok(runs.pop().unwrap_or_default())
}

/// Finds the run that the items begin with, turns it round if it falls, and
/// puts the others into it one by one.
async fn insertion_sort(cx: &Cx, keys: &[Value], order: &[usize]) -> Result<Vec<usize>, Raise> {
    let mut done: Vec<usize> = order.first().copied().into_iter().collect();
    let mut rest = order.iter().copied().skip(1).peekable();
    let mut falling = None;
    while let (Some(next), Some(last)) = (rest.peek().copied(), done.last().copied()) {
        let falls = less(cx, keys, next, last).await?;
        if *falling.get_or_insert(falls) != falls {
            break;
        }
        done.push(next);
        rest.next();
    }
    if falling == Some(true) {
        done.reverse();
    }
    for item in rest {
        let (mut low, mut high) = (0, done.len());
        while low < high {
            let middle = low + (high - low) / 2;
            let pivot = done.get(middle).copied().unwrap_or(item);
            if less(cx, keys, item, pivot).await? {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        done.insert(low, item);
    }
    Ok(done)
}

async fn merge(
    cx: &Cx,
    keys: &[Value],
    left: Vec<usize>,
    right: Vec<usize>,
) -> Result<Vec<usize>, Raise> {
    let mut merged = Vec::with_capacity(left.len() + right.len());
    let (mut left, mut right) = (left.into_iter().peekable(), right.into_iter().peekable());
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
