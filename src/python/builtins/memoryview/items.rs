//! Elements and parts of a memoryview by subscription.

use super::element::Format;
use super::view::View;
use super::{make, native, usable};
use crate::object::{Raise, Slice, Value};
use crate::vm::{Args, NativeResult, Vm};

/// What a subscript means.
enum Chosen {
    /// The element that begins at this byte.
    Element(i64),
    /// A part.
    Part(View),
}

fn choose(vm: &mut Vm, view: &View, key: &Value) -> Result<Chosen, Raise> {
    match key {
        Value::Ellipsis => return Ok(Chosen::Part(view.again(view.readonly))),
        Value::Slice(slice) => return part(vm, view, slice).map(Chosen::Part),
        Value::Tuple(keys) => return element_of_many(vm, view, keys.items()),
        _ => {}
    }
    let Some(index) = vm.index_now(key) else {
        return Err(vm.type_error("memoryview: invalid slice key"));
    };
    let ([length], [stride]) = (view.shape.as_slice(), view.strides.as_slice()) else {
        return Err(vm.not_implemented("multi-dimensional sub-views are not implemented"));
    };
    match Vm::place(index, *length) {
        Some(place) => Ok(Chosen::Element(view.start + place as i64 * stride)),
        None => Err(vm.index_error("index out of bounds on dimension 1")),
    }
}

fn part(vm: &mut Vm, view: &View, slice: &Slice) -> Result<View, Raise> {
    let ([length], [stride]) = (view.shape.as_slice(), view.strides.as_slice()) else {
        return Err(vm.not_implemented("multi-dimensional slicing is not implemented"));
    };
    let span = match vm.span_now(slice, *length) {
        Some(span) => span?,
        None => return Err(vm.type_error("memoryview: invalid slice key")),
    };
    let part = View::new(
        view.object.clone(),
        view.start + span.start * stride,
        view.format,
        vec![span.count],
        vec![stride * span.step],
        view.readonly,
    );
    Ok(part.owned_by(view.owner.clone()))
}

fn element_of_many(vm: &mut Vm, view: &View, keys: &[Value]) -> Result<Chosen, Raise> {
    let mut place = view.start;
    if keys.iter().any(|key| matches!(key, Value::Slice(_))) {
        return Err(vm.not_implemented("multi-dimensional slicing is not implemented"));
    }
    let dimensions = view.shape.len();
    if keys.len() > dimensions {
        return Err(vm.type_error(format!(
            "cannot index {dimensions}-dimension view with {}-element tuple",
            keys.len()
        )));
    }
    if keys.len() < dimensions {
        return Err(vm.not_implemented("sub-views are not implemented"));
    }
    for (nth, key) in keys.iter().enumerate() {
        let Some(index) = vm.index_now(key) else {
            return Err(vm.type_error("memoryview: invalid slice key"));
        };
        match (
            view.shape
                .get(nth)
                .and_then(|length| Vm::place(index, *length)),
            view.strides.get(nth),
        ) {
            (Some(at), Some(stride)) => place += at as i64 * stride,
            _ => {
                let message = format!("index out of bounds on dimension {}", nth + 1);
                return Err(vm.index_error(message));
            }
        }
    }
    Ok(Chosen::Element(place))
}

/// `view[key]`
pub(super) fn get_item(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (me, key) = (args.take(0), args.take(1));
    let view = usable(vm, &me)?;
    match choose(vm, view, &key)? {
        Chosen::Element(place) => Ok(view.value_at(place)),
        Chosen::Part(part) => Ok(make(vm, part)),
    }
}

/// `view[key] = new`
pub(super) fn set_item(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (me, key, new) = (args.take(0), args.take(1), args.take(2));
    let view = usable(vm, &me)?;
    let Some(target) = view.target() else {
        return Err(vm.type_error("cannot modify read-only memory"));
    };
    let (places, bytes) = match choose(vm, view, &key)? {
        Chosen::Element(place) => (vec![place], view.format.pack(vm, &new)?),
        Chosen::Part(part) => (part.places(), bytes_for(vm, &part, &new)?),
    };
    let size = view.format.size();
    let mut target = target.bytes.borrow_mut();
    for (place, element) in places.into_iter().zip(bytes.chunks(size)) {
        let place = usize::try_from(place).ok();
        if let Some(old) = place.and_then(|start| target.get_mut(start..start + element.len())) {
            old.copy_from_slice(element);
        }
    }
    Ok(Value::None)
}

/// The bytes of a new value for a part: of a view or bytes of the same structure.
fn bytes_for(vm: &mut Vm, part: &View, new: &Value) -> Result<Vec<u8>, Raise> {
    let (format, shape) = match native(new) {
        Some(view) => (view.format, view.shape.clone()),
        None => (Format::BYTES, vec![vm.buffer_argument(new)?.len()]),
    };
    if format != part.format || shape != part.shape {
        return Err(
            vm.value_error("memoryview assignment: lvalue and rvalue have different structures")
        );
    }
    Ok(vm.buffer_argument(new)?.to_vec())
}

/// `del view[key]`: never possible.
pub(super) fn delete_item(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = args.take(0);
    let view = usable(vm, &me)?;
    Err(vm.type_error(if view.target().is_some() {
        "cannot delete memory"
    } else {
        "cannot modify read-only memory"
    }))
}
