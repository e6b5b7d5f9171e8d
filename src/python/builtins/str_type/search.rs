//! `str` methods that search: positions, prefixes, replacement, stripping.

use super::{receiver, same_or_new};
use crate::object::{NativeDef, Raise, Str, Value};
use crate::text::methods::{self, Ends};
use crate::text::positions::clip;
use crate::vm::{Args, NativeResult, Vm};

pub(super) const METHODS: &[NativeDef] = &[
    NativeDef::method("find", find, 1, 3).shortcut(find_shortcut),
    NativeDef::method("rfind", rfind, 1, 3).walks_all(),
    NativeDef::method("index", index, 1, 3),
    NativeDef::method("rindex", rindex, 1, 3).walks_all(),
    NativeDef::method("count", count, 1, 3).walks_all(),
    NativeDef::method("startswith", starts_with, 1, 3)
        .walks_others()
        .shortcut(|vm, args| affix_shortcut(vm, args, |text, part| text.starts_with(part))),
    NativeDef::method("endswith", ends_with, 1, 3)
        .walks_others()
        .shortcut(|vm, args| affix_shortcut(vm, args, |text, part| text.ends_with(part))),
    NativeDef::method("replace", replace, 2, 3).walks_all(),
    NativeDef::method(
        "removeprefix",
        |vm, args| remove(vm, args, "removeprefix"),
        1,
        1,
    )
    .walks_all(),
    NativeDef::method(
        "removesuffix",
        |vm, args| remove(vm, args, "removesuffix"),
        1,
        1,
    )
    .walks_all(),
    NativeDef::method("strip", |vm, args| strip(vm, args, Ends::Both), 0, 1).walks_all(),
    NativeDef::method("lstrip", |vm, args| strip(vm, args, Ends::Left), 0, 1).walks_all(),
    NativeDef::method("rstrip", |vm, args| strip(vm, args, Ends::Right), 0, 1).walks_all(),
];

type Finder = fn(&str, bool, &str, Option<i64>, Option<i64>) -> Option<usize>;

fn place(vm: &mut Vm, mut args: Args, finder: Finder) -> Result<Option<usize>, Raise> {
    let text = receiver(vm, &mut args)?;
    let part = vm.text_argument(&args.take(1), |name| format!("must be str, not {name}"))?;
    let start = vm.bound_argument(args.optional(2))?;
    let end = vm.bound_argument(args.optional(3))?;
    let part = part.as_str();
    if text.is_ascii() {
        let place = finder(text.as_str(), true, part, start, end);
        vm.work(walked(&text, place, start));
        return Ok(place);
    }
    let Some((first, inside)) = confined(&text, start, end) else {
        return Ok(None);
    };
    let place = finder(inside, false, part, None, None);
    vm.work(place.unwrap_or(inside.len()));
    Ok(place.map(|place| first + place))
}

/// The part of a text between two bounds, and which code point it begins with.
fn confined(text: &Str, start: Option<i64>, end: Option<i64>) -> Option<(usize, &str)> {
    let (first, last) = clip(start, end, text.len());
    (first <= last).then(|| (first, text.slice(first, last)))
}

/// How far a search went: a loop that finds one place after the other goes
/// through the text only once.
fn walked(text: &Str, place: Option<usize>, start: Option<i64>) -> usize {
    let whole = text.as_str().len();
    match (place, start) {
        (Some(place), Some(start)) if text.is_ascii() => {
            place.saturating_sub(usize::try_from(start).unwrap_or(0))
        }
        (Some(place), None) if text.is_ascii() => place,
        _ => whole,
    }
}

fn found(place: Option<usize>) -> Value {
    place.map_or(Value::Int(-1), Value::from)
}

fn find(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(result) = vm.after_index(&mut args, &[2, 3], find) {
        return result;
    }
    place(vm, args, methods::find).map(found)
}

/// `text.find(part)` and `text.find(part, start)` in ASCII.
fn find_shortcut(vm: &mut Vm, args: &mut [Value]) -> Option<NativeResult> {
    let (text, part, start) = match &*args {
        [Value::Str(text), Value::Str(part)] => (text, part, None),
        [Value::Str(text), Value::Str(part), Value::Int(start)] => (text, part, Some(*start)),
        _ => return None,
    };
    if !text.is_ascii() {
        return None;
    }
    let place = methods::find(text.as_str(), true, part.as_str(), start, None);
    vm.work(walked(text, place, start));
    Some(Ok(found(place)))
}

fn rfind(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(result) = vm.after_index(&mut args, &[2, 3], rfind) {
        return result;
    }
    place(vm, args, methods::rfind).map(found)
}

fn required(vm: &Vm, place: Option<usize>) -> NativeResult {
    place
        .map(Value::from)
        .ok_or_else(|| vm.text_error(methods::not_found()))
}

fn index(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(result) = vm.after_index(&mut args, &[2, 3], index) {
        return result;
    }
    let place = place(vm, args, methods::find)?;
    required(vm, place)
}

fn rindex(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(result) = vm.after_index(&mut args, &[2, 3], rindex) {
        return result;
    }
    let place = place(vm, args, methods::rfind)?;
    required(vm, place)
}

fn count(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(result) = vm.after_index(&mut args, &[2, 3], count) {
        return result;
    }
    let text = receiver(vm, &mut args)?;
    let part = vm.text_argument(&args.take(1), |name| format!("must be str, not {name}"))?;
    let start = vm.bound_argument(args.optional(2))?;
    let end = vm.bound_argument(args.optional(3))?;
    Ok(Value::from(methods::count(
        text.as_str(),
        text.is_ascii(),
        part.as_str(),
        start,
        end,
    )))
}

type Affix = fn(&str, bool, &str, Option<i64>, Option<i64>) -> bool;

/// `startswith` and `endswith`: one text or a tuple of them.
fn affix(vm: &mut Vm, mut args: Args, name: &str, has: Affix) -> NativeResult {
    let text = receiver(vm, &mut args)?;
    let wanted = args.take(1);
    let start = vm.bound_argument(args.optional(2))?;
    let end = vm.bound_argument(args.optional(3))?;
    let inside = if text.is_ascii() {
        Some((text.as_str(), start, end))
    } else {
        confined(&text, start, end).map(|(_, inside)| (inside, None, None))
    };
    let fits = |part: &str| {
        inside.is_some_and(|(inside, start, end)| has(inside, text.is_ascii(), part, start, end))
    };
    if let Value::Tuple(parts) = vm.unwrap_base(wanted.clone()) {
        for part in parts.items() {
            let part = vm.text_argument(part, |given| {
                format!("tuple for {name} must only contain str, not {given}")
            })?;
            if fits(part.as_str()) {
                return Ok(Value::Bool(true));
            }
        }
        return Ok(Value::Bool(false));
    }
    let part = vm.text_argument(&wanted, |given| {
        format!("{name} first arg must be str or a tuple of str, not {given}")
    })?;
    Ok(Value::Bool(fits(part.as_str())))
}

/// One text, and where it is looked for is the whole.
fn affix_shortcut(
    vm: &mut Vm,
    args: &mut [Value],
    has: fn(&str, &str) -> bool,
) -> Option<NativeResult> {
    let [Value::Str(text), part @ Value::Str(wanted)] = &*args else {
        return None;
    };
    let charged = vm.charge_copies(std::slice::from_ref(part));
    Some(charged.map(|()| Value::Bool(has(text.as_str(), wanted.as_str()))))
}

fn starts_with(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(result) = vm.after_index(&mut args, &[2, 3], starts_with) {
        return result;
    }
    affix(vm, args, "startswith", methods::starts_with)
}

fn ends_with(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(result) = vm.after_index(&mut args, &[2, 3], ends_with) {
        return result;
    }
    affix(vm, args, "endswith", methods::ends_with)
}

fn replace(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(result) = vm.after_index(&mut args, &[3], replace) {
        return result;
    }
    let text = receiver(vm, &mut args)?;
    let old = vm.text_parameter(&args.take(1), "replace() argument 1")?;
    let new = vm.text_parameter(&args.take(2), "replace() argument 2")?;
    let most = vm.count_argument(args.optional(3), -1)?;
    vm.charge(methods::replaced_size(
        text.as_str(),
        old.as_str(),
        new.as_str(),
        most,
    ))?;
    match methods::replace(text.as_str(), old.as_str(), new.as_str(), most) {
        Ok(replaced) => Ok(Value::string(replaced)),
        Err(error) => Err(vm.text_error(error)),
    }
}

fn remove(vm: &mut Vm, mut args: Args, name: &str) -> NativeResult {
    let text = receiver(vm, &mut args)?;
    let part = vm.text_parameter(&args.take(1), &format!("{name}() argument"))?;
    vm.has_room(text.as_str().len())?;
    let rest = if name == "removeprefix" {
        methods::remove_prefix(text.as_str(), part.as_str())
    } else {
        methods::remove_suffix(text.as_str(), part.as_str())
    };
    Ok(same_or_new(text.clone(), rest))
}

fn strip(vm: &mut Vm, mut args: Args, ends: Ends) -> NativeResult {
    let text = receiver(vm, &mut args)?;
    let chars = match args.optional(1) {
        None | Some(Value::None) => None,
        Some(chars) => {
            let name = match ends {
                Ends::Both => "strip",
                Ends::Left => "lstrip",
                Ends::Right => "rstrip",
            };
            Some(vm.text_argument(&chars, |_| format!("{name} arg must be None or str"))?)
        }
    };
    let rest = methods::strip(
        text.as_str(),
        chars.as_ref().map(|chars| chars.as_str()),
        ends,
    );
    Ok(same_or_new(text.clone(), rest))
}
