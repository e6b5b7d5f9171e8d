//! `_deflate`: the streams behind `zlib` and `gzip`, from `miniz_oxide`.

use super::state_of;
use crate::builtins::arguments::bytes_value;
use crate::object::{DictObj, Native, NativeDef, Raise, Value};
use crate::vm::{Args, NativeResult, Vm};
use miniz_oxide::deflate::core::CompressorOxide;
use miniz_oxide::deflate::stream::deflate;
use miniz_oxide::inflate::stream::{InflateState, inflate};
use miniz_oxide::{DataFormat, MZError, MZFlush, MZStatus};
use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

/// Bytes of output that are made at a time.
const CHUNK: usize = 1 << 15;

/// What is being compressed.
struct Deflater(RefCell<Box<CompressorOxide>>);

/// What is being decompressed.
struct Inflater(RefCell<Box<InflateState>>);

impl Native for Deflater {
    fn as_any(&self) -> &dyn Any {
        self
    }
}

impl Native for Inflater {
    fn as_any(&self) -> &dyn Any {
        self
    }
}

const DEFLATER: &[NativeDef] = &[
    NativeDef::static_method("__new__", new_deflater, 2, 2),
    NativeDef::method("step", compress, 2, 2).walks_all(),
    NativeDef::method("copy_state", copy_deflater, 1, 1),
];

const INFLATER: &[NativeDef] = &[
    NativeDef::static_method("__new__", new_inflater, 1, 1),
    NativeDef::method("step", decompress, 2, 2).walks_all(),
    NativeDef::method("copy_state", copy_inflater, 1, 1),
];

/// Fills the module's namespace.
pub(super) fn init(vm: &mut Vm, namespace: &Rc<DictObj>) -> Result<(), Raise> {
    for (name, methods) in [("Deflater", DEFLATER), ("Inflater", INFLATER)] {
        let class = vm.native_class(namespace, "_deflate", name, methods);
        super::allow_attributes(&class);
    }
    Ok(())
}

fn format(raw: bool) -> DataFormat {
    if raw {
        DataFormat::Raw
    } else {
        DataFormat::Zlib
    }
}

/// `Deflater(level, raw)`: level is 0 to 9, raw means without zlib's head and
/// checksum.
fn new_deflater(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (class, level, raw) = (args.take(0), args.take(1), args.take(2));
    let level = u8::try_from(vm.int_argument(&level)?).unwrap_or(6).min(9);
    let mut made = Box::<CompressorOxide>::default();
    made.set_format_and_level(format(vm.int_argument(&raw)? != 0), level);
    vm.native_object(&class, Deflater(RefCell::new(made)))
}

/// `Inflater(raw)`
fn new_inflater(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (class, raw) = (args.take(0), args.take(1));
    let made = InflateState::new_boxed(format(vm.int_argument(&raw)? != 0));
    vm.native_object(&class, Inflater(RefCell::new(made)))
}

/// `step(data, flush)`: the bytes that come out; `flush` is zlib's number.
fn compress(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (me, data, flush) = (args.take(0), args.take(1), args.take(2));
    let Some(data) = vm.buffer_of(&data) else {
        return Err(not_bytes(vm, &data));
    };
    let flush = match vm.int_argument(&flush)? {
        0 => MZFlush::None,
        2 => MZFlush::Sync,
        3 => MZFlush::Full,
        4 => MZFlush::Finish,
        _ => return Err(vm.value_error("no such way to flush")),
    };
    let Some(Deflater(state)) = state_of::<Deflater>(&me) else {
        return Err(vm.wrong_receiver("_deflate.Deflater", &me));
    };
    let mut state = state.borrow_mut();
    let (mut rest, mut out, mut chunk) = (&*data, Vec::new(), vec![0; CHUNK]);
    loop {
        let step = deflate(&mut state, rest, &mut chunk, flush);
        rest = rest.get(step.bytes_consumed..).unwrap_or_default();
        out.extend_from_slice(chunk.get(..step.bytes_written).unwrap_or_default());
        vm.has_room(out.len())?;
        match step.status {
            Ok(MZStatus::StreamEnd) | Err(MZError::Buf) => break,
            Ok(_) if rest.is_empty() && step.bytes_written < CHUNK => break,
            Ok(_) => {}
            Err(_) => return Err(vm.value_error("inconsistent stream state")),
        }
    }
    vm.work(data.len().saturating_mul(8));
    Ok(bytes_value(out))
}

/// `step(data, most)`: the bytes that come out, no more than `most` if that is
/// not 0; how many bytes went in; whether the stream has ended. ValueError for
/// what is no such stream.
fn decompress(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (me, data, most) = (args.take(0), args.take(1), args.take(2));
    let Some(data) = vm.buffer_of(&data) else {
        return Err(not_bytes(vm, &data));
    };
    let most = match usize::try_from(vm.int_argument(&most)?) {
        Ok(0) | Err(_) => usize::MAX,
        Ok(most) => most,
    };
    let Some(Inflater(state)) = state_of::<Inflater>(&me) else {
        return Err(vm.wrong_receiver("_deflate.Inflater", &me));
    };
    let mut state = state.borrow_mut();
    let (mut rest, mut out, mut chunk) = (&*data, Vec::new(), vec![0; CHUNK]);
    let mut ended = false;
    while !ended && out.len() < most {
        let room = CHUNK.min(most.saturating_sub(out.len()));
        let Some(place) = chunk.get_mut(..room) else {
            break;
        };
        let step = inflate(&mut state, rest, place, MZFlush::None);
        rest = rest.get(step.bytes_consumed..).unwrap_or_default();
        out.extend_from_slice(place.get(..step.bytes_written).unwrap_or_default());
        vm.has_room(out.len())?;
        match step.status {
            Ok(MZStatus::StreamEnd) => ended = true,
            Ok(_) if step.bytes_written == 0 && step.bytes_consumed == 0 => break,
            Ok(_) => {}
            Err(MZError::Buf) => break,
            Err(_) => return Err(vm.value_error("not a stream of deflate")),
        }
    }
    vm.work(out.len());
    let used = data.len().saturating_sub(rest.len());
    Ok(Value::tuple([
        bytes_value(out),
        Value::from(used),
        Value::Bool(ended),
    ]))
}

/// Takes over the state of another object.
fn copy_deflater(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (me, other) = (args.take(0), args.take(1));
    match (state_of::<Deflater>(&me), state_of::<Deflater>(&other)) {
        (Some(me), Some(other)) => {
            let copy = other.0.borrow().clone();
            me.0.replace(copy);
            Ok(Value::None)
        }
        _ => Err(vm.wrong_receiver("_deflate.Deflater", &other)),
    }
}

/// Takes over the state of another object.
fn copy_inflater(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (me, other) = (args.take(0), args.take(1));
    match (state_of::<Inflater>(&me), state_of::<Inflater>(&other)) {
        (Some(me), Some(other)) => {
            let copy = other.0.borrow().clone();
            me.0.replace(copy);
            Ok(Value::None)
        }
        _ => Err(vm.wrong_receiver("_deflate.Inflater", &other)),
    }
}

fn not_bytes(vm: &mut Vm, value: &Value) -> Raise {
    let kind = vm.type_name(value);
    vm.type_error(format!("a bytes-like object is required, not '{kind}'"))
}
