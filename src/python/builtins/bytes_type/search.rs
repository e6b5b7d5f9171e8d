//! Methods of `bytes` and `bytearray` that search, split and join.

use super::receiver;
use crate::builtins::arguments::Buffer;
use crate::object::{NativeDef, Raise, Value};
use crate::text::bytes_methods as methods;
use crate::text::methods::Ends;
use crate::vm::{Args, NativeResult, Vm};

pub(super) const METHODS: &[NativeDef] = &[
    NativeDef::method("find", find, 1, 3).walks_all(),
    NativeDef::method("rfind", rfind, 1, 3).walks_all(),
    NativeDef::method("index", index, 1, 3).walks_all(),
    NativeDef::method("rindex", rindex, 1, 3).walks_all(),
    NativeDef::method("count", count, 1, 3).walks_all(),
    NativeDef::method("startswith", starts_with, 1, 3).walks_all(),
    NativeDef::method("endswith", ends_with, 1, 3).walks_all(),
    NativeDef::method("replace", replace, 2, 3).walks_all(),
    NativeDef::method("removeprefix", |vm, args| remove(vm, args, true), 1, 1).walks_all(),
    NativeDef::method("removesuffix", |vm, args| remove(vm, args, false), 1, 1).walks_all(),
    NativeDef::method("strip", |vm, args| strip(vm, args, Ends::Both), 0, 1).walks_all(),
    NativeDef::method("lstrip", |vm, args| strip(vm, args, Ends::Left), 0, 1).walks_all(),
    NativeDef::method("rstrip", |vm, args| strip(vm, args, Ends::Right), 0, 1).walks_all(),
    NativeDef::method("split", split, 0, 2)
        .walks_all()
        .with_params(&["sep", "maxsplit"]),
    NativeDef::method("rsplit", rsplit, 0, 2)
        .walks_all()
        .with_params(&["sep", "maxsplit"]),
    NativeDef::method("splitlines", split_lines, 0, 1)
        .walks_all()
        .with_params(&["keepends"]),
    NativeDef::method("partition", |vm, args| partition(vm, args, false), 1, 1).walks_all(),
    NativeDef::method("rpartition", |vm, args| partition(vm, args, true), 1, 1).walks_all(),
    NativeDef::method("join", join, 1, 1).walks_all(),
];

/// What is searched for: bytes or one byte.
fn part_argument(vm: &mut Vm, value: &Value) -> Result<Buffer, Raise> {
    if let Some(part) = vm.buffer_of(value) {
        return Ok(part);
    }
    match vm.index_now(value) {
        Some(byte) => match u8::try_from(byte) {
            Ok(byte) => Ok(Buffer::Copied(vec![byte])),
            Err(_) => Err(vm.value_error("byte must be in range(0, 256)")),
        },
        None => {
            let name = vm.type_name(value);
            Err(vm.type_error(format!(
                "argument should be integer or bytes-like object, not '{name}'"
            )))
        }
    }
}

type Finder = fn(&[u8], &[u8], Option<i64>, Option<i64>) -> Option<usize>;

fn place(vm: &mut Vm, mut args: Args, finder: Finder) -> Result<Option<usize>, Raise> {
    let me = receiver(vm, &mut args)?;
    let part = part_argument(vm, &args.take(1))?;
    let start = vm.bound_argument(args.optional(2))?;
    let end = vm.bound_argument(args.optional(3))?;
    Ok(finder(&me.bytes, &part, start, end))
}

fn found(place: Option<usize>) -> Value {
    place.map_or(Value::Int(-1), Value::from)
}

fn find(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(result) = vm.after_index(&mut args, &[1, 2, 3], find) {
        return result;
    }
    place(vm, args, methods::find).map(found)
}

fn rfind(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(result) = vm.after_index(&mut args, &[1, 2, 3], rfind) {
        return result;
    }
    place(vm, args, methods::rfind).map(found)
}

fn index(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(result) = vm.after_index(&mut args, &[1, 2, 3], index) {
        return result;
    }
    required(vm, args, methods::find)
}

fn rindex(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(result) = vm.after_index(&mut args, &[1, 2, 3], rindex) {
        return result;
    }
    required(vm, args, methods::rfind)
}

fn required(vm: &mut Vm, args: Args, finder: Finder) -> NativeResult {
    match place(vm, args, finder)? {
        Some(place) => Ok(Value::from(place)),
        None => Err(vm.text_error(methods::not_found())),
    }
}

fn count(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(result) = vm.after_index(&mut args, &[1, 2, 3], count) {
        return result;
    }
    let me = receiver(vm, &mut args)?;
    let part = part_argument(vm, &args.take(1))?;
    let start = vm.bound_argument(args.optional(2))?;
    let end = vm.bound_argument(args.optional(3))?;
    Ok(Value::from(methods::count(&me.bytes, &part, start, end)))
}

type Affix = fn(&[u8], &[u8], Option<i64>, Option<i64>) -> bool;

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

fn affix(vm: &mut Vm, mut args: Args, name: &str, has: Affix) -> NativeResult {
    let me = receiver(vm, &mut args)?;
    let wanted = args.take(1);
    let start = vm.bound_argument(args.optional(2))?;
    let end = vm.bound_argument(args.optional(3))?;
    if let Value::Tuple(parts) = vm.unwrap_base(wanted.clone()) {
        for part in parts.items() {
            let part = vm.buffer_argument(part)?;
            if has(&me.bytes, &part, start, end) {
                return Ok(Value::Bool(true));
            }
        }
        return Ok(Value::Bool(false));
    }
    match vm.buffer_of(&wanted) {
        Some(part) => Ok(Value::Bool(has(&me.bytes, &part, start, end))),
        None => {
            let given = vm.type_name(&wanted);
            Err(vm.type_error(format!(
                "{name} first arg must be bytes or a tuple of bytes, not {given}"
            )))
        }
    }
}

fn replace(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(result) = vm.after_index(&mut args, &[3], replace) {
        return result;
    }
    let me = receiver(vm, &mut args)?;
    let old = vm.buffer_argument(&args.take(1))?;
    let new = vm.buffer_argument(&args.take(2))?;
    let most = vm.count_argument(args.optional(3), -1)?;
    vm.charge(methods::replaced_size(&me.bytes, &old, &new, most))?;
    me.result(vm, methods::replace(&me.bytes, &old, &new, most))
}

fn remove(vm: &mut Vm, mut args: Args, prefix: bool) -> NativeResult {
    let me = receiver(vm, &mut args)?;
    let part = vm.buffer_argument(&args.take(1))?;
    let rest = if prefix {
        me.bytes.strip_prefix(&part[..])
    } else {
        me.bytes.strip_suffix(&part[..])
    };
    Ok(me.like(rest.unwrap_or(&me.bytes)))
}

fn strip(vm: &mut Vm, mut args: Args, ends: Ends) -> NativeResult {
    let me = receiver(vm, &mut args)?;
    let chars = match args.optional(1) {
        None | Some(Value::None) => None,
        Some(chars) => Some(vm.buffer_argument(&chars)?),
    };
    Ok(me.like(methods::strip(&me.bytes, chars.as_deref(), ends)))
}

fn split(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(result) = vm.after_index(&mut args, &[2], split) {
        return result;
    }
    cut(vm, args, false)
}

fn rsplit(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(result) = vm.after_index(&mut args, &[2], rsplit) {
        return result;
    }
    cut(vm, args, true)
}

fn cut(vm: &mut Vm, mut args: Args, from_right: bool) -> NativeResult {
    let me = receiver(vm, &mut args)?;
    let separator = match args.optional(1) {
        None | Some(Value::None) => None,
        Some(separator) => Some(vm.buffer_argument(&separator)?),
    };
    let most = vm.count_argument(args.optional(2), -1)?;
    let cuts = match &separator {
        Some(separator) => memchr::memmem::find_iter(&me.bytes[..], &separator[..]).count(),
        None => me
            .bytes
            .iter()
            .filter(|byte| byte.is_ascii_whitespace())
            .count(),
    };
    vm.charge_parts(cuts, most)?;
    let parts = match (&separator, from_right) {
        (None, false) => Ok(methods::split_words(&me.bytes, most)),
        (None, true) => Ok(methods::rsplit_words(&me.bytes, most)),
        (Some(separator), false) => methods::split(&me.bytes, separator, most),
        (Some(separator), true) => methods::rsplit(&me.bytes, separator, most),
    };
    match parts {
        Ok(parts) => Ok(Value::list(
            parts.into_iter().map(|part| me.like(part)).collect(),
        )),
        Err(error) => Err(vm.text_error(error)),
    }
}

fn split_lines(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = receiver(vm, &mut args)?;
    let keep_ends = args.take(1);
    vm.run_async("splitlines", move |cx| async move {
        let keep_ends = cx.truth(&keep_ends).await?;
        let cuts = me
            .bytes
            .iter()
            .filter(|byte| matches!(byte, b'\n' | b'\r'))
            .count();
        cx.with(|vm| vm.charge_parts(cuts, -1))?;
        let lines = methods::split_lines(&me.bytes, keep_ends);
        Ok(Value::list(
            lines.into_iter().map(|line| me.like(line)).collect(),
        ))
    })
}

fn partition(vm: &mut Vm, mut args: Args, from_right: bool) -> NativeResult {
    let me = receiver(vm, &mut args)?;
    let separator = vm.buffer_argument(&args.take(1))?;
    let parts = if from_right {
        methods::rpartition(&me.bytes, &separator)
    } else {
        methods::partition(&me.bytes, &separator)
    };
    match parts {
        Ok(parts) => Ok(Value::tuple(parts.map(|part| me.like(part)))),
        Err(error) => Err(vm.text_error(error)),
    }
}

fn join(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = receiver(vm, &mut args)?;
    let iterable = args.take(1);
    vm.run_async("join", move |cx| async move {
        let items = match cx.iter(&iterable).await {
            Ok(iterator) => cx.collect(&iterator).await?,
            Err(raise) => {
                return Err(cx.with(|vm| {
                    if raise.class().is_subclass_of(&vm.types.type_error) {
                        vm.type_error("can only join an iterable")
                    } else {
                        raise
                    }
                }));
            }
        };
        let mut out = Vec::new();
        for (at, item) in items.iter().enumerate() {
            if at > 0 {
                out.extend_from_slice(&me.bytes);
            }
            cx.with(|vm| match vm.buffer_of(item) {
                Some(part) => {
                    vm.has_room(out.len().saturating_add(part.len()).saturating_mul(2))?;
                    vm.charge(part.len() + me.bytes.len())?;
                    out.extend_from_slice(&part);
                    Ok(())
                }
                None => {
                    let name = vm.type_name(item);
                    Err(vm.type_error(format!(
                        "sequence item {at}: expected a bytes-like object, {name} found"
                    )))
                }
            })?;
        }
        Ok(me.like(out))
    })
}
