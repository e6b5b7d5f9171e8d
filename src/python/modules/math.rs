//! `math`.
//!
//! Transcendental functions come from `number::elementary` and `libm`, so that
//! they give the same bits in the browser as elsewhere.

use super::math_sums::{dist, fsum, hypot};
use crate::number::{elementary, float, float_int, gamma, int, int_work};
use crate::object::{DictObj, MANY, NativeDef, Raise, Value, intern};
use crate::vm::{Args, Cx, NativeResult, Vm};
use num_bigint::BigInt;
use num_traits::{One, Signed, ToPrimitive, Zero};
use std::rc::Rc;

macro_rules! real {
    ($($name:literal = $function:expr),* $(,)?) => {
        &[$(NativeDef::function($name, |vm, args| {
            fn apply(x: f64) -> f64 { ($function)(x) }
            real(vm, args, apply)
        }, 1, 1)),*]
    };
}

/// Functions of one float. Where the result of a finite argument is NaN the
/// argument is outside of the domain; where it is infinite, too large.
const REAL: &[NativeDef] = real! {
    "acos" = elementary::acos, "acosh" = elementary::acosh, "asin" = elementary::asin, "asinh" = elementary::asinh,
    "atan" = elementary::atan, "cbrt" = libm::cbrt, "cos" = elementary::cos, "cosh" = elementary::cosh,
    "erf" = libm::erf, "erfc" = libm::erfc, "exp" = elementary::exp, "exp2" = libm::exp2, "expm1" = libm::expm1,
    "sin" = elementary::sin, "sinh" = libm::sinh, "sqrt" = f64::sqrt, "tan" = elementary::tan, "tanh" = elementary::tanh,
    "fabs" = f64::abs, "degrees" = |x: f64| x * (180.0 / std::f64::consts::PI),
    "radians" = |x: f64| x * (std::f64::consts::PI / 180.0),
};

const OTHERS: &[NativeDef] = &[
    NativeDef::function("atanh", atanh, 1, 1),
    NativeDef::function(
        "atan2",
        |vm, args| {
            two(vm, args, |_, y, x| {
                Ok(Value::Float(elementary::atan2(y, x)))
            })
        },
        2,
        2,
    ),
    NativeDef::function(
        "ceil",
        |vm, args| whole(vm, args, "__ceil__", f64::ceil),
        1,
        1,
    ),
    NativeDef::function("comb", comb, 2, 2),
    NativeDef::function(
        "copysign",
        |vm, args| two(vm, args, |_, x, y| Ok(Value::Float(x.copysign(y)))),
        2,
        2,
    ),
    NativeDef::function("dist", dist, 2, 2).walks_all(),
    NativeDef::function("factorial", factorial, 1, 1),
    NativeDef::function(
        "floor",
        |vm, args| whole(vm, args, "__floor__", f64::floor),
        1,
        1,
    ),
    NativeDef::function("fmod", |vm, args| two(vm, args, fmod), 2, 2),
    NativeDef::function("frexp", |vm, args| one(vm, args, frexp), 1, 1),
    NativeDef::function("fsum", fsum, 1, 1).walks_all(),
    NativeDef::function("gamma", |vm, args| one(vm, args, gamma_of), 1, 1),
    NativeDef::function(
        "gcd",
        |vm, args| fold_integers(vm, args, BigInt::zero(), int::gcd),
        0,
        MANY,
    ),
    NativeDef::function("hypot", hypot, 0, MANY).walks_all(),
    NativeDef::function("isclose", is_close, 2, 4)
        .with_params(&["a", "b", "rel_tol", "abs_tol"])
        .keyword_only(2),
    NativeDef::function(
        "isfinite",
        |vm, args| one(vm, args, |_, x| Ok(Value::Bool(x.is_finite()))),
        1,
        1,
    ),
    NativeDef::function(
        "isinf",
        |vm, args| one(vm, args, |_, x| Ok(Value::Bool(x.is_infinite()))),
        1,
        1,
    ),
    NativeDef::function(
        "isnan",
        |vm, args| one(vm, args, |_, x| Ok(Value::Bool(x.is_nan()))),
        1,
        1,
    ),
    NativeDef::function("isqrt", isqrt, 1, 1),
    NativeDef::function(
        "lcm",
        |vm, args| fold_integers(vm, args, BigInt::one(), int::lcm),
        0,
        MANY,
    ),
    NativeDef::function("ldexp", ldexp, 2, 2),
    NativeDef::function("lgamma", |vm, args| one(vm, args, lgamma), 1, 1),
    NativeDef::function("log", log, 1, 2),
    NativeDef::function(
        "log10",
        |vm, args| logarithm(vm, args, elementary::log10, std::f64::consts::LOG10_2),
        1,
        1,
    ),
    NativeDef::function("log1p", |vm, args| one(vm, args, log1p), 1, 1),
    NativeDef::function(
        "log2",
        |vm, args| logarithm(vm, args, libm::log2, 1.0),
        1,
        1,
    ),
    NativeDef::function("modf", |vm, args| one(vm, args, modf), 1, 1),
    NativeDef::function(
        "nextafter",
        |vm, args| two(vm, args, |_, x, y| Ok(Value::Float(libm::nextafter(x, y)))),
        2,
        2,
    ),
    NativeDef::function("perm", perm, 1, 2),
    NativeDef::function("pow", |vm, args| two(vm, args, power), 2, 2),
    NativeDef::function("prod", prod, 1, 2)
        .with_params(&["iterable", "start"])
        .keyword_only(1),
    NativeDef::function("remainder", |vm, args| two(vm, args, remainder), 2, 2),
    NativeDef::function("sumprod", sum_of_products, 2, 2).walks_all(),
    NativeDef::function(
        "trunc",
        |vm, args| whole(vm, args, "__trunc__", f64::trunc),
        1,
        1,
    ),
    NativeDef::function("ulp", |vm, args| one(vm, args, ulp), 1, 1),
];

/// Fills the module's namespace.
pub(super) fn init(vm: &mut Vm, namespace: &Rc<DictObj>) -> Result<(), Raise> {
    vm.add_functions(namespace, "math", REAL);
    vm.add_functions(namespace, "math", OTHERS);
    for (name, value) in [
        ("pi", std::f64::consts::PI),
        ("e", std::f64::consts::E),
        ("tau", std::f64::consts::TAU),
        ("inf", f64::INFINITY),
        ("nan", f64::NAN),
    ] {
        drop(namespace.set_name(&intern(name), Value::Float(value)));
    }
    Ok(())
}

fn domain_error(vm: &Vm) -> Raise {
    vm.value_error("math domain error")
}

fn range_error(vm: &Vm) -> Raise {
    vm.overflow_error("math range error")
}

/// The float that a value is, its `__float__` and `__index__` included.
pub(super) async fn to_float(cx: &Cx, value: &Value) -> Result<f64, Raise> {
    let started = cx.with(|vm| vm.float_of(value));
    match cx.finish(started).await? {
        Value::Float(x) => Ok(x),
        _ => Err(cx.with(|vm| domain_error(vm))),
    }
}

/// Converts the arguments and goes on with them.
pub(super) fn with_floats(
    vm: &mut Vm,
    args: Args,
    then: impl FnOnce(&mut Vm, &[f64]) -> NativeResult + 'static,
) -> NativeResult {
    let mut numbers = smallvec::SmallVec::<[f64; 4]>::new();
    for value in &args.values {
        match vm.float_now(value) {
            Some(number) => numbers.push(number?),
            None => {
                return vm.run_async("math", move |cx| async move {
                    let mut numbers = Vec::with_capacity(args.values.len());
                    for value in &args.values {
                        numbers.push(to_float(&cx, value).await?);
                    }
                    cx.with(|vm| then(vm, &numbers))
                });
            }
        }
    }
    then(vm, &numbers)
}

fn one(vm: &mut Vm, args: Args, then: fn(&mut Vm, f64) -> NativeResult) -> NativeResult {
    with_floats(vm, args, move |vm, numbers| {
        then(vm, numbers.first().copied().unwrap_or(f64::NAN))
    })
}

fn two(vm: &mut Vm, args: Args, then: fn(&mut Vm, f64, f64) -> NativeResult) -> NativeResult {
    with_floats(vm, args, move |vm, numbers| match numbers {
        [x, y] => then(vm, *x, *y),
        _ => Err(domain_error(vm)),
    })
}

fn checked(vm: &Vm, finite: bool, result: f64) -> NativeResult {
    match result {
        result if result.is_nan() && finite => Err(domain_error(vm)),
        result if result.is_infinite() && finite => Err(range_error(vm)),
        result => Ok(Value::Float(result)),
    }
}

fn real(vm: &mut Vm, args: Args, function: fn(f64) -> f64) -> NativeResult {
    with_floats(vm, args, move |vm, numbers| {
        let x = numbers.first().copied().unwrap_or(f64::NAN);
        let result = function(x);
        // The sine of infinity is outside of the domain, too.
        if result.is_nan() && !x.is_nan() {
            return Err(domain_error(vm));
        }
        checked(vm, x.is_finite(), result)
    })
}

fn atanh(vm: &mut Vm, args: Args) -> NativeResult {
    one(vm, args, |vm, x| {
        if x.abs() >= 1.0 {
            Err(domain_error(vm))
        } else {
            Ok(Value::Float(libm::atanh(x)))
        }
    })
}

fn fmod(vm: &mut Vm, x: f64, y: f64) -> NativeResult {
    if y == 0.0 && !x.is_nan() || x.is_infinite() && !y.is_nan() {
        return Err(domain_error(vm));
    }
    Ok(Value::Float(x % y))
}

fn remainder(vm: &mut Vm, x: f64, y: f64) -> NativeResult {
    if y == 0.0 && !x.is_nan() || x.is_infinite() && !y.is_nan() {
        return Err(domain_error(vm));
    }
    Ok(Value::Float(libm::remainder(x, y)))
}

fn power(vm: &mut Vm, x: f64, y: f64) -> NativeResult {
    if x == 0.0 && y < 0.0 && y.is_finite() {
        return Err(domain_error(vm));
    }
    checked(vm, x.is_finite() && y.is_finite(), elementary::pow(x, y))
}

fn frexp(_: &mut Vm, x: f64) -> NativeResult {
    let (mantissa, exponent) = if x == 0.0 || !x.is_finite() {
        (x, 0)
    } else {
        libm::frexp(x)
    };
    Ok(Value::tuple([
        Value::Float(mantissa),
        Value::Int(i64::from(exponent)),
    ]))
}

fn ldexp(vm: &mut Vm, mut args: Args) -> NativeResult {
    let exponent = args.take(1);
    let first = Args::positional([args.take(0)]);
    with_floats(vm, first, move |vm, numbers| {
        let exponent = vm.unwrap_base(exponent);
        if !matches!(exponent, Value::Int(_) | Value::BigInt(_) | Value::Bool(_)) {
            return Err(vm.type_error("Expected an int as second argument to ldexp."));
        }
        let exponent = vm.index_now(&exponent).unwrap_or(0).clamp(-5000, 5000) as i32;
        let x = numbers.first().copied().unwrap_or(f64::NAN);
        checked(vm, x.is_finite(), libm::ldexp(x, exponent))
    })
}

fn modf(_: &mut Vm, x: f64) -> NativeResult {
    let whole = x.trunc();
    let fraction = if x.is_infinite() {
        0.0_f64.copysign(x)
    } else {
        (x - whole).copysign(x)
    };
    Ok(Value::tuple([Value::Float(fraction), Value::Float(whole)]))
}

fn gamma_of(vm: &mut Vm, x: f64) -> NativeResult {
    if x == f64::NEG_INFINITY || x == 0.0 || (x < 0.0 && x == x.floor()) {
        return Err(domain_error(vm));
    }
    // Products of integers are exact this way while a float can hold them.
    if x == x.floor() && (1.0..=23.0).contains(&x) {
        let product = (1..x as u128).product::<u128>();
        return Ok(Value::Float(product as f64));
    }
    checked(vm, x.is_finite(), gamma::gamma(x))
}

fn lgamma(vm: &mut Vm, x: f64) -> NativeResult {
    if x <= 0.0 && x == x.floor() && x.is_finite() {
        return Err(domain_error(vm));
    }
    checked(vm, x.is_finite(), gamma::log_gamma(x))
}

fn log1p(vm: &mut Vm, x: f64) -> NativeResult {
    if x <= -1.0 {
        Err(domain_error(vm))
    } else {
        Ok(Value::Float(libm::log1p(x)))
    }
}

fn ulp(_: &mut Vm, x: f64) -> NativeResult {
    let x = x.abs();
    if !x.is_finite() {
        return Ok(Value::Float(x));
    }
    let next = f64::from_bits(x.to_bits() + 1);
    let below = f64::from_bits(x.to_bits().saturating_sub(1));
    Ok(Value::Float(if next.is_infinite() {
        x - below
    } else {
        next - x
    }))
}

/// The logarithm of a number; ints beyond the floats are taken apart.
/// `of_two` is the logarithm of two to the same base.
fn logarithm_of(
    vm: &Vm,
    value: &Value,
    function: fn(f64) -> f64,
    of_two: f64,
) -> Option<Result<f64, Raise>> {
    if let Value::BigInt(big) = value {
        if !big.is_positive() {
            return Some(Err(domain_error(vm)));
        }
        let x = big.to_f64().unwrap_or(f64::INFINITY);
        if x.is_finite() {
            return Some(Ok(function(x)));
        }
        let surplus = big.bits().saturating_sub(64);
        let top = (&**big >> surplus).to_f64().unwrap_or(1.0);
        let (mantissa, bits) = (top / 2_f64.powi(64), big.bits() as f64);
        // Rounding may have made it 1; a mantissa is below.
        let (mantissa, exponent) = if mantissa < 1.0 {
            (mantissa, bits)
        } else {
            (mantissa / 2.0, bits + 1.0)
        };
        return Some(Ok(function(mantissa) + of_two * exponent));
    }
    Some(vm.float_now(value)?.and_then(|x| {
        if x <= 0.0 {
            Err(domain_error(vm))
        } else {
            Ok(function(x))
        }
    }))
}

fn logarithm(vm: &mut Vm, mut args: Args, function: fn(f64) -> f64, of_two: f64) -> NativeResult {
    let value = args.take(0);
    if let Some(result) = logarithm_of(vm, &value, function, of_two) {
        return result.map(Value::Float);
    }
    vm.run_async("math", move |cx| async move {
        let x = to_float(&cx, &value).await?;
        if x <= 0.0 {
            Err(cx.with(|vm| domain_error(vm)))
        } else {
            Ok(Value::Float(function(x)))
        }
    })
}

fn log(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (value, base) = (args.take(0), args.optional(1));
    let ln = |cx: Cx, value: Value| async move {
        match cx.with(|vm| logarithm_of(vm, &value, elementary::log, std::f64::consts::LN_2)) {
            Some(result) => result,
            None => {
                let x = to_float(&cx, &value).await?;
                if x <= 0.0 {
                    Err(cx.with(|vm| domain_error(vm)))
                } else {
                    Ok(elementary::log(x))
                }
            }
        }
    };
    vm.run_async("log", move |cx| async move {
        let top = ln(cx.clone(), value).await?;
        let Some(base) = base else {
            return Ok(Value::Float(top));
        };
        let bottom = ln(cx.clone(), base).await?;
        let quotient =
            float::divide(top, bottom).map_err(|error| cx.with(|vm| vm.text_error(error)))?;
        Ok(Value::Float(quotient))
    })
}

/// `floor`, `ceil`, `trunc`: an int.
fn whole(
    vm: &mut Vm,
    mut args: Args,
    name: &'static str,
    function: fn(f64) -> f64,
) -> NativeResult {
    let value = args.take(0);
    match &value {
        Value::Int(_) | Value::BigInt(_) => return Ok(value),
        Value::Float(x) => {
            return float_int::to_int(function(*x))
                .map(Value::big)
                .map_err(|error| vm.text_error(error));
        }
        _ => {}
    }
    vm.run_async("math", move |cx| async move {
        if let Some(result) = cx.call_special(&value, &intern(name), []).await? {
            return Ok(result);
        }
        if name == "__trunc__" {
            return Err(cx.with(|vm| {
                vm.type_error(format!(
                    "type {} doesn't define __trunc__ method",
                    vm.type_name(&value)
                ))
            }));
        }
        let x = to_float(&cx, &value).await?;
        cx.with(|vm| {
            float_int::to_int(function(x))
                .map(Value::big)
                .map_err(|error| vm.text_error(error))
        })
    })
}

/// An int argument of any size.
fn integer(vm: &mut Vm, value: &Value) -> Result<BigInt, Raise> {
    match vm.index_of(value)? {
        Value::Int(i) => Ok(BigInt::from(i)),
        Value::BigInt(i) => Ok((*i).clone()),
        _ => {
            vm.pending.clear();
            Err(vm.type_error(format!(
                "'{}' object cannot be interpreted as an integer",
                vm.type_name(value)
            )))
        }
    }
}

fn fold_integers(
    vm: &mut Vm,
    args: Args,
    first: BigInt,
    step: fn(&BigInt, &BigInt) -> BigInt,
) -> NativeResult {
    let mut result = first;
    for value in &args.values {
        let value = integer(vm, value)?;
        vm.afford(int_work::gcd(result.bits(), value.bits()))?;
        if result.bits().saturating_add(value.bits()) > int::MOST_BITS.saturating_mul(2) {
            return Err(vm.memory_error());
        }
        result = step(&result, &value);
    }
    Ok(Value::big(result))
}

fn isqrt(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(result) = vm.after_index(&mut args, &[0], isqrt) {
        return result;
    }
    let n = integer(vm, &args.take(0))?;
    if n.is_negative() {
        return Err(vm.value_error("isqrt() argument must be nonnegative"));
    }
    vm.afford(int_work::square_root(n.bits()))?;
    int::isqrt(&n)
        .map(Value::big)
        .map_err(|error| vm.text_error(error))
}

/// The product of the integers from `low` to `high`, halved again and again so
/// that factors stay of like size.
fn product(low: u64, high: u64) -> BigInt {
    if low > high {
        return BigInt::one();
    }
    if high - low < 16 {
        return (low..=high).map(BigInt::from).product();
    }
    let middle = low + (high - low) / 2;
    product(low, middle) * product(middle + 1, high)
}

/// Charges a product of so many factors, none of more than `width` bits.
fn charge_product(vm: &mut Vm, factors: u64, width: u64) -> Result<(), Raise> {
    let bits = factors.saturating_mul(width);
    if bits > int::MOST_BITS {
        return Err(vm.memory_error());
    }
    let levels = factors.checked_ilog2().unwrap_or(0) as usize + 1;
    vm.afford(int_work::multiply(bits, bits).saturating_mul(levels.min(4)))
}

fn small_product(vm: &mut Vm, low: u64, high: u64) -> NativeResult {
    let factors = high.saturating_sub(low).saturating_add(1);
    charge_product(vm, factors, u64::from(64 - high.leading_zeros()))?;
    Ok(Value::big(product(low, high)))
}

fn factorial(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(result) = vm.after_index(&mut args, &[0], factorial) {
        return result;
    }
    let value = args.take(0);
    let n = integer(vm, &value)?;
    if n.is_negative() {
        return Err(vm.value_error("factorial() not defined for negative values"));
    }
    match n.to_u64() {
        Some(n) if n <= i64::MAX as u64 => small_product(vm, 2, n),
        _ => Err(vm.overflow_error(format!(
            "factorial() argument should not exceed {}",
            i64::MAX
        ))),
    }
}

/// The two arguments of `comb` and `perm`, neither negative; `None` if `k > n`.
fn counts(vm: &mut Vm, n: &Value, k: &Value) -> Result<Option<(BigInt, BigInt)>, Raise> {
    let (n, k) = (integer(vm, n)?, integer(vm, k)?);
    if n.is_negative() {
        return Err(vm.value_error("n must be a non-negative integer"));
    }
    if k.is_negative() {
        return Err(vm.value_error("k must be a non-negative integer"));
    }
    Ok((k <= n).then_some((n, k)))
}

/// `n * (n - 1) * ...` of `k` factors; `what` names `k` in the error for one
/// that nobody could wait for.
fn falling_product(vm: &mut Vm, n: &BigInt, k: &BigInt, what: &str) -> Result<BigInt, Raise> {
    let Some(factors) = k.to_i64() else {
        let most = i64::MAX;
        return Err(vm.overflow_error(format!("{what} must not exceed {most}")));
    };
    charge_product(vm, factors.unsigned_abs(), n.bits())?;
    Ok(match (n.to_u64(), (n - k + 1u8).to_u64()) {
        (Some(high), Some(low)) => product(low, high),
        _ => {
            // One factor after the other, each times all so far.
            let all = n.bits().saturating_mul(factors.unsigned_abs());
            let once = int_work::multiply(all, n.bits());
            vm.afford(once.saturating_mul(usize::try_from(factors).unwrap_or(usize::MAX)) / 2)?;
            (0..factors).map(|i| n - i).product()
        }
    })
}

fn perm(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(result) = vm.after_index(&mut args, &[0, 1], perm) {
        return result;
    }
    let n = args.take(0);
    let Some(k) = args.optional(1).filter(|k| !k.is_none()) else {
        return factorial(vm, Args::positional([n]));
    };
    match counts(vm, &n, &k)? {
        None => Ok(Value::Int(0)),
        Some((n, k)) => Ok(Value::big(falling_product(vm, &n, &k, "k")?)),
    }
}

fn comb(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(result) = vm.after_index(&mut args, &[0, 1], comb) {
        return result;
    }
    let (n, k) = (args.take(0), args.take(1));
    let Some((n, k)) = counts(vm, &n, &k)? else {
        return Ok(Value::Int(0));
    };
    let k = (&n - &k).min(k);
    let above = falling_product(vm, &n, &k, "min(n - k, k)")?;
    Ok(Value::big(above / product(2, k.to_u64().unwrap_or(1))))
}

fn prod(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (iterable, start) = (args.take(0), args.optional(1).unwrap_or(Value::Int(1)));
    vm.run_async("prod", move |cx| async move {
        let iterator = cx.iter(&iterable).await?;
        let mut result = start;
        while let Some(item) = cx.next(&iterator).await? {
            result = cx
                .binary(crate::code::BinaryOp::Mul, &result, &item)
                .await?;
        }
        Ok(result)
    })
}

fn sum_of_products(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (p, q) = (args.take(0), args.take(1));
    vm.run_async("sumprod", move |cx| async move {
        let (p, q) = (cx.collect(&p).await?, cx.collect(&q).await?);
        if p.len() != q.len() {
            return Err(cx.with(|vm| vm.value_error("Inputs are not the same length")));
        }
        let mut total = Value::Int(0);
        for (a, b) in p.iter().zip(&q) {
            let term = cx.binary(crate::code::BinaryOp::Mul, a, b).await?;
            total = cx.binary(crate::code::BinaryOp::Add, &total, &term).await?;
        }
        Ok(total)
    })
}

fn is_close(vm: &mut Vm, mut args: Args) -> NativeResult {
    let relative = args.optional(2).unwrap_or(Value::Float(1e-9));
    let absolute = args.optional(3).unwrap_or(Value::Float(0.0));
    let all = Args::positional([args.take(0), args.take(1), relative, absolute]);
    with_floats(vm, all, |vm, numbers| {
        let [a, b, relative, absolute] = numbers else {
            return Err(domain_error(vm));
        };
        if *relative < 0.0 || *absolute < 0.0 {
            return Err(vm.value_error("tolerances must be non-negative"));
        }
        if a == b {
            return Ok(Value::Bool(true));
        }
        if a.is_infinite() || b.is_infinite() {
            return Ok(Value::Bool(false));
        }
        let difference = (b - a).abs();
        let close = difference <= (relative * b).abs()
            || difference <= (relative * a).abs()
            || difference <= *absolute;
        Ok(Value::Bool(close))
    })
}
