//! `memoryview.cast`: the same bytes as elements of another format or shape.

use super::element::Format;
use super::view::{View, row_strides};
use super::{make, usable};
use crate::object::{Raise, Value};
use crate::vm::{Args, NativeResult, Vm};

/// `view.cast(format, shape)`
pub(super) fn cast(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (me, format, shape) = (args.take(0), args.take(1), args.optional(2));
    let view = usable(vm, &me)?;
    let format = vm.text_parameter(&format, "cast() argument 'format'")?;
    if !view.is_contiguous() {
        return Err(vm.type_error("memoryview: casts are restricted to C-contiguous views"));
    }
    let shape = match shape {
        None => None,
        Some(shape) => Some(lengths(vm, shape)?),
    };
    if view.shape.len() != 1 && shape.as_ref().is_some_and(|shape| shape.len() != 1) {
        return Err(vm.type_error("memoryview: cast must be 1D -> ND or ND -> 1D"));
    }
    let Some(format) = Format::named(format.as_str()) else {
        return Err(vm.value_error(
            "memoryview: destination format must be a native single character format prefixed with an optional '@'",
        ));
    };
    if !view.format.is_bytes() && !format.is_bytes() {
        return Err(vm.type_error("memoryview: cannot cast between two non-byte formats"));
    }
    let size = view.size();
    if size % format.size() != 0 {
        return Err(vm.type_error("memoryview: length is not a multiple of itemsize"));
    }
    let shape = shape.unwrap_or_else(|| vec![size / format.size()]);
    let wanted = shape
        .iter()
        .try_fold(format.size(), |size, length| size.checked_mul(*length));
    if wanted != Some(size) {
        return Err(vm.type_error("memoryview: product(shape) * itemsize != buffer size"));
    }
    let strides = row_strides(&shape, format.size());
    let cast = View::new(
        view.object.clone(),
        view.start,
        format,
        shape,
        strides,
        view.readonly,
    );
    Ok(make(vm, cast.owned_by(view.owner.clone())))
}

fn lengths(vm: &mut Vm, shape: Value) -> Result<Vec<usize>, Raise> {
    let items = match vm.unwrap_base(shape) {
        Value::List(list) => list.items.borrow().clone(),
        Value::Tuple(tuple) => tuple.items().to_vec(),
        _ => return Err(vm.type_error("shape must be a list or a tuple")),
    };
    items
        .iter()
        .map(|item| match vm.unwrap_base(item.clone()) {
            Value::Int(length) if length > 0 => Ok(crate::number::size::clamped(length)),
            Value::Int(_) => {
                Err(vm.value_error("memoryview.cast(): elements of shape must be integers > 0"))
            }
            _ => Err(vm.type_error("memoryview.cast(): elements of shape must be integers")),
        })
        .collect()
}
