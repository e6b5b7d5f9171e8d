//! What a memoryview sees: bytes of another object, as elements in rows and columns.

use super::element::Format;
use crate::object::{ByteArray, Native, Value};
use std::any::Any;
use std::cell::Cell;
use std::rc::Rc;

/// A part of the bytes of another object.
pub(crate) struct View {
    /// The `bytes` or `bytearray`.
    pub(super) object: Value,
    /// Where the first byte of the first element lies.
    pub(super) start: i64,
    /// What an element is.
    pub(super) format: Format,
    /// How many elements there are along each dimension.
    pub(super) shape: Vec<usize>,
    /// How many bytes lie between neighbours along each dimension.
    pub(super) strides: Vec<i64>,
    /// Elements cannot be assigned, whatever the object is.
    pub(super) readonly: bool,
    pub(super) released: Cell<bool>,
    /// `obj`, where it is not the object itself: what gave the memory by
    /// `__buffer__`.
    pub(super) owner: Value,
}

impl Native for View {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn contents(&self, out: &mut crate::collector::Contents) {
        out.add(&self.object);
        out.add(&self.owner);
    }

    fn release(&mut self, out: &mut Vec<Value>) {
        self.let_go();
        out.push(self.object.take());
        out.push(self.owner.take());
    }
}

impl Drop for View {
    fn drop(&mut self) {
        self.let_go();
    }
}

impl View {
    /// A view of elements; a bytearray learns that its size is now fixed.
    pub(super) fn new(
        object: Value,
        start: i64,
        format: Format,
        shape: Vec<usize>,
        strides: Vec<i64>,
        readonly: bool,
    ) -> View {
        if let Value::ByteArray(bytes) = &object {
            bytes.exports.set(bytes.exports.get().saturating_add(1));
        }
        View {
            object,
            start,
            format,
            shape,
            strides,
            readonly,
            released: Cell::new(false),
            owner: Value::Undefined,
        }
    }

    /// Another view of the same elements.
    pub(super) fn again(&self, readonly: bool) -> View {
        let view = View::new(
            self.object.clone(),
            self.start,
            self.format,
            self.shape.clone(),
            self.strides.clone(),
            readonly,
        );
        view.owned_by(self.owner.clone())
    }

    /// The same view, of memory that another object gave.
    pub(super) fn owned_by(mut self, owner: Value) -> View {
        self.owner = owner;
        self
    }

    /// Ends the view's use of the object, once.
    pub(super) fn let_go(&self) {
        if !self.released.replace(true)
            && let Value::ByteArray(bytes) = &self.object
        {
            bytes.exports.set(bytes.exports.get().saturating_sub(1));
        }
    }

    /// The bytearray seen, if elements can be assigned.
    pub(super) fn target(&self) -> Option<&Rc<ByteArray>> {
        match &self.object {
            Value::ByteArray(bytes) if !self.readonly => Some(bytes),
            _ => None,
        }
    }

    /// Elements in all.
    pub(super) fn count(&self) -> usize {
        self.shape.iter().product()
    }

    /// Bytes in all.
    pub(super) fn size(&self) -> usize {
        self.count().saturating_mul(self.format.size())
    }

    /// Whether the elements lie one after the other, the last dimension fastest.
    pub(super) fn is_contiguous(&self) -> bool {
        self.strides == row_strides(&self.shape, self.format.size()) || self.count() <= 1
    }

    /// Whether they do so with the first dimension fastest.
    pub(super) fn is_column_contiguous(&self) -> bool {
        self.shape.len() == 1 && self.is_contiguous()
    }

    /// Where each element begins, in order.
    pub(super) fn places(&self) -> Vec<i64> {
        let mut places = vec![self.start];
        for (length, stride) in self.shape.iter().zip(&self.strides) {
            places = places
                .iter()
                .flat_map(|place| (0..*length as i64).map(move |nth| place + nth * stride))
                .collect();
        }
        places
    }

    fn read<R>(&self, f: impl FnOnce(&[u8]) -> R) -> R {
        match &self.object {
            Value::Bytes(bytes) => f(&bytes.0),
            Value::ByteArray(bytes) => f(&bytes.bytes.borrow()),
            _ => f(&[]),
        }
    }

    /// The bytes of all elements, in order.
    pub(crate) fn to_vec(&self) -> Vec<u8> {
        let size = self.format.size();
        self.read(|bytes| {
            if self.is_contiguous() && self.count() > 1 {
                return element(bytes, self.start, self.size()).to_vec();
            }
            let mut out = Vec::with_capacity(self.size());
            for place in self.places() {
                out.extend_from_slice(element(bytes, place, size));
            }
            out
        })
    }

    /// The values of all elements, in order.
    pub(super) fn values(&self) -> Vec<Value> {
        let size = self.format.size();
        self.read(|bytes| {
            self.places()
                .into_iter()
                .map(|place| self.format.unpack(element(bytes, place, size)))
                .collect()
        })
    }

    /// The value of the element that begins at this byte.
    pub(super) fn value_at(&self, place: i64) -> Value {
        self.read(|bytes| {
            self.format
                .unpack(element(bytes, place, self.format.size()))
        })
    }
}

fn element(bytes: &[u8], place: i64, size: usize) -> &[u8] {
    usize::try_from(place)
        .ok()
        .and_then(|start| bytes.get(start..start + size))
        .unwrap_or_default()
}

/// The strides of elements that lie one after the other.
pub(super) fn row_strides(shape: &[usize], size: usize) -> Vec<i64> {
    let mut stride = size as i64;
    let mut strides: Vec<i64> = shape
        .iter()
        .rev()
        .map(|length| {
            let this = stride;
            stride = stride.saturating_mul(*length as i64);
            this
        })
        .collect();
    strides.reverse();
    strides
}
