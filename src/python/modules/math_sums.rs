//! What `math` sums up exactly: `fsum`, and lengths of vectors.

use super::math::{to_float, with_floats};
use crate::number::elementary;
use crate::object::{Raise, Value};
use crate::vm::{Args, Cx, NativeResult, Vm};

/// The floats of an iterable's items.
async fn floats(cx: &Cx, values: Vec<Value>) -> Result<Vec<f64>, Raise> {
    let mut numbers = Vec::with_capacity(values.len());
    for value in values {
        numbers.push(to_float(cx, &value).await?);
    }
    Ok(numbers)
}

/// The same of an iterable, which is asked for no more than is converted.
async fn floats_of(cx: &Cx, iterable: &Value) -> Result<Vec<f64>, Raise> {
    if matches!(iterable, Value::List(_) | Value::Tuple(_)) {
        return floats(cx, cx.collect(iterable).await?).await;
    }
    let mut numbers = Vec::new();
    let iterator = cx.iter(iterable).await?;
    while let Some(value) = cx.next(&iterator).await? {
        numbers.push(to_float(cx, &value).await?);
    }
    Ok(numbers)
}

/// Shewchuk's exact summation: partial sums that do not overlap.
fn exact_sum(numbers: &[f64]) -> f64 {
    let mut partials: Vec<f64> = Vec::new();
    for &number in numbers {
        let mut x = number;
        let mut kept = Vec::with_capacity(partials.len() + 1);
        for &partial in &partials {
            let (large, small) = if x.abs() < partial.abs() {
                (partial, x)
            } else {
                (x, partial)
            };
            let high = large + small;
            let low = small - (high - large);
            if low != 0.0 {
                kept.push(low);
            }
            x = high;
        }
        kept.push(x);
        partials = kept;
    }
    let mut rest = partials.into_iter().rev();
    let Some(mut high) = rest.next() else {
        return 0.0;
    };
    let mut low = 0.0;
    for partial in rest.by_ref() {
        let sum = high + partial;
        low = partial - (sum - high);
        high = sum;
        if low != 0.0 {
            break;
        }
    }
    // Half-way cases round to even as if the sum had been exact.
    if let Some(next) = rest.next()
        && ((low < 0.0 && next < 0.0) || (low > 0.0 && next > 0.0))
    {
        let twice = low * 2.0;
        let sum = high + twice;
        if twice == sum - high {
            high = sum;
        }
    }
    high
}

pub(super) fn fsum(vm: &mut Vm, mut args: Args) -> NativeResult {
    let iterable = args.take(0);
    vm.run_async("fsum", move |cx| async move {
        let numbers = floats_of(&cx, &iterable).await?;
        let (finite, special): (Vec<f64>, Vec<f64>) =
            numbers.into_iter().partition(|x| x.is_finite());
        let sum = exact_sum(&finite);
        if !sum.is_finite() {
            return Err(cx.with(|vm| vm.overflow_error("intermediate overflow in fsum")));
        }
        if special.is_empty() {
            return Ok(Value::Float(sum));
        }
        let infinities: f64 = special.iter().filter(|x| x.is_infinite()).sum();
        if infinities.is_nan() {
            return Err(cx.with(|vm| vm.value_error("-inf + inf in fsum")));
        }
        let special: f64 = special.iter().sum();
        Ok(Value::Float(special))
    })
}

/// The length of a vector.
fn length(numbers: &[f64]) -> f64 {
    if numbers.iter().any(|x| x.is_infinite()) {
        return f64::INFINITY;
    }
    elementary::length(numbers)
}

pub(super) fn hypot(vm: &mut Vm, args: Args) -> NativeResult {
    with_floats(vm, args, |_, numbers| Ok(Value::Float(length(numbers))))
}

pub(super) fn dist(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (p, q) = (args.take(0), args.take(1));
    vm.run_async("dist", move |cx| async move {
        let (p, q) = (cx.collect(&p).await?, cx.collect(&q).await?);
        if p.len() != q.len() {
            return Err(
                cx.with(|vm| vm.value_error("both points must have the same number of dimensions"))
            );
        }
        let (p, q) = (floats(&cx, p).await?, floats(&cx, q).await?);
        let differences: Vec<f64> = p.iter().zip(&q).map(|(a, b)| a - b).collect();
        Ok(Value::Float(length(&differences)))
    })
}

#[cfg(test)]
mod tests {
    use super::exact_sum;

    #[test]
    fn sums_are_rounded_once() {
        assert_eq!(exact_sum(&[0.1; 10]), 1.0);
        assert_eq!(exact_sum(&[1e16, 1.0, 1e-16]), 10000000000000002.0);
        assert_eq!(exact_sum(&[1e100, 1.0, -1e100]), 1.0);
        assert_eq!(exact_sum(&[]), 0.0);
    }
}
