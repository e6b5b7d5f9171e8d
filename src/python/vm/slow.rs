//! The instructions that the dispatch loop leaves to functions.

use super::fast::set_register;
use super::unwind::Flow;
use super::{ArgVec, Args, NativeResult, PyFrame, Ret, Vm};
use crate::builtins::begins_in_place;
use crate::code::{CodeKind, Instr, Intrinsic, NO_REG, Reg};
use crate::object::{DictObj, GeneratorState, Payload, Raise, StrRef, Value};
use std::rc::Rc;

impl Vm {
    pub(super) fn put_result(
        &mut self,
        frame: &mut PyFrame,
        d: Reg,
        result: NativeResult,
    ) -> Result<Flow, Raise> {
        match result? {
            Value::Undefined => {
                self.set_pending_ret(Ret::InPlaceOf(d));
                Ok(Flow::Push)
            }
            value => {
                set_register(frame, d, value);
                Ok(Flow::Next)
            }
        }
    }

    pub(super) fn ignoring(&mut self, result: NativeResult) -> Result<Flow, Raise> {
        match result? {
            Value::Undefined => {
                self.set_pending_ret(Ret::Discard);
                Ok(Flow::Push)
            }
            _ => Ok(Flow::Next),
        }
    }

    /// Runs one of the less frequent instructions.
    #[inline(never)]
    pub(crate) fn slow_instruction(
        &mut self,
        frame: &mut PyFrame,
        instruction: Instr,
    ) -> Result<Flow, Raise> {
        match instruction {
            Instr::CallKw {
                argc,
                d,
                base,
                names,
            } => {
                let args = keyword_args(frame, base + 1, argc, names, Value::Undefined);
                let callee = take_register(frame, base);
                let result = self.call(&callee, args);
                self.put_result(frame, d, result)
            }
            Instr::CallMethodKw {
                argc,
                d,
                base,
                names,
            } => {
                let receiver = take_register(frame, base + 1);
                let args = keyword_args(frame, base + 2, argc, names, receiver);
                let callee = take_register(frame, base);
                let result = self.call(&callee, args);
                self.put_result(frame, d, result)
            }
            Instr::CallEx { d, base } => {
                let [callee, args, keywords] = [0, 1, 2].map(|i| take_register(frame, base + i));
                let result = self.call_spread(&callee, args, keywords);
                self.put_result(frame, d, result)
            }
            Instr::BuildTuple { d, start, n } => {
                let items = (start..start + n).map(|r| take_register(frame, r));
                let tuple = Value::tuple(items);
                set_register(frame, d, tuple);
                Ok(Flow::Next)
            }
            Instr::BuildList { d, start, n } => {
                let items = take_range(frame, start, n);
                set_register(frame, d, Value::list(items));
                Ok(Flow::Next)
            }
            Instr::Unpack { a, start, n } => {
                let value = take_register(frame, a);
                self.unpack(frame, value, start, usize::from(n))
            }
            Instr::GetAwaitable { context, d, a } => {
                if a == d && is_fresh_coroutine(frame, a) {
                    return Ok(Flow::Next);
                }
                if let Some(awaitable) = own_awaitable(frame, a) {
                    if a != d {
                        let awaitable = awaitable.clone();
                        set_register(frame, d, awaitable);
                    }
                    return Ok(Flow::Next);
                }
                let value = register(frame, a);
                let result = self.get_awaitable(&value, context);
                self.put_result(frame, d, result)
            }
            Instr::GetANext { d, a } => {
                let value = register(frame, a);
                if let Value::Generator(generator) = &value
                    && begins_in_place(generator)
                {
                    set_register(frame, d, value);
                    return Ok(Flow::Next);
                }
                let result = self.get_anext(&value);
                self.put_result(frame, d, result)
            }
            Instr::ExcMatches { d, a, b } => {
                let (exception, class) = (register(frame, a), register(frame, b));
                let matches = self.exception_matches(&exception, &class)?;
                set_register(frame, d, Value::Bool(matches));
                Ok(Flow::Next)
            }
            Instr::LoadName { .. }
            | Instr::StoreName { .. }
            | Instr::DeleteName { .. }
            | Instr::DeleteGlobal { .. }
            | Instr::LoadClassCell { .. }
            | Instr::DeleteCell { .. }
            | Instr::DeleteLocal { .. }
            | Instr::CheckComprehensionVariable { .. }
            | Instr::LoadComprehensionCell { .. }
            | Instr::LoadFromMapping { .. }
            | Instr::LoadFromMappingOrCell { .. } => self.name_instruction(frame, instruction),
            Instr::DelItem { .. }
            | Instr::BuildSlice { .. }
            | Instr::BuildSet { .. }
            | Instr::BuildMap { .. }
            | Instr::BuildString { .. }
            | Instr::SetAdd { .. }
            | Instr::MapAdd { .. }
            | Instr::ListExtend { .. }
            | Instr::SpreadStar { .. }
            | Instr::SetUpdate { .. }
            | Instr::DictUpdate { .. }
            | Instr::DictMerge { .. }
            | Instr::FormatValue { .. }
            | Instr::UnpackStar { .. }
            | Instr::GetLen { .. } => self.collection_instruction(frame, instruction),
            other => self.rarest_instruction(frame, other),
        }
    }

    /// What most programs run less often than they have lines.
    #[inline(never)]
    fn rarest_instruction(
        &mut self,
        frame: &mut PyFrame,
        instruction: Instr,
    ) -> Result<Flow, Raise> {
        match instruction {
            Instr::Raise { a, b } => {
                let cause = if b == NO_REG {
                    Value::Undefined
                } else {
                    register(frame, b)
                };
                let result = self.make_raise(register(frame, a), cause);
                self.ignoring(result)
            }
            Instr::DeleteAttr { a, site } => {
                let object = register(frame, a);
                let result = match frame.code.sites.get(usize::from(site)) {
                    Some(site) => self.delete_attr(&object, &Rc::clone(&site.name)),
                    None => Ok(Value::None),
                };
                self.ignoring(result)
            }
            Instr::LoadSuperAttr { d, a, site } => {
                let (class, me) = (register(frame, a), register(frame, a + 1));
                let Some(name) = frame
                    .code
                    .sites
                    .get(usize::from(site))
                    .map(|s| Rc::clone(&s.name))
                else {
                    return Ok(Flow::Next);
                };
                if me.is_undefined() {
                    return Err(self.runtime_error("super(): arg[0] deleted"));
                }
                let proxy = self.make_super(class, me)?;
                let result = self.load_attr(&proxy, &name);
                self.put_result(frame, d, result)
            }
            Instr::MakeFunction {
                flags,
                d,
                code,
                start,
            } => {
                let function = self.make_function(frame, flags, code, start);
                set_register(frame, d, function);
                Ok(Flow::Next)
            }
            Instr::ImportName { d, a, name } => {
                let name = name_at(frame, u32::from(name));
                let level = match register(frame, a) {
                    Value::Int(level) => level,
                    _ => 0,
                };
                let from = register(frame, a + 1);
                let result = self.import_name(frame, &name, level, &from);
                self.put_result(frame, d, result)
            }
            Instr::ImportFrom { d, a, name } => {
                let name = name_at(frame, u32::from(name));
                let module = register(frame, a);
                let result = self.import_from(&module, &name);
                self.put_result(frame, d, result)
            }
            Instr::Intrinsic { what, d, a, b } => self.intrinsic(frame, what, d, a, b),
            Instr::GetYieldFrom { d, a } => {
                let value = register(frame, a);
                let result = self.get_yield_from(frame, &value);
                self.put_result(frame, d, result)
            }
            Instr::GetAIter { d, a } => {
                let value = register(frame, a);
                let result = self.get_aiter(&value);
                self.put_result(frame, d, result)
            }
            Instr::EndAsyncFor { exc } => {
                let stop = &self.types.stop_async_iteration;
                let is_end = match register(frame, exc) {
                    Value::Instance(instance) => instance.class.borrow().is_subclass_of(stop),
                    _ => true,
                };
                if is_end {
                    set_register(frame, exc, Value::None);
                }
                Ok(Flow::Next)
            }
            Instr::ExcGroupMatches { d, a, b } => {
                let (exception, class) = (register(frame, a), register(frame, b));
                let result = self.split_group(&exception, &class);
                self.put_result(frame, d, result)
            }
            Instr::LoadWith { d, a } => {
                let value = register(frame, a);
                let (enter, exit) = (self.names.enter.clone(), self.names.exit.clone());
                self.load_context_manager(frame, &value, d, &enter, &exit, "context manager")
            }
            Instr::LoadAsyncWith { d, a } => {
                let value = register(frame, a);
                let (enter, exit) = (self.names.aenter.clone(), self.names.aexit.clone());
                self.load_context_manager(
                    frame,
                    &value,
                    d,
                    &enter,
                    &exit,
                    "asynchronous context manager",
                )
            }
            Instr::MatchSequence { d, a } => {
                let value = register(frame, a);
                let answer = self.is_sequence(&value);
                set_register(frame, d, Value::Bool(answer));
                Ok(Flow::Next)
            }
            Instr::MatchMapping { d, a } => {
                let value = register(frame, a);
                let answer = self.is_mapping(&value);
                set_register(frame, d, Value::Bool(answer));
                Ok(Flow::Next)
            }
            Instr::MatchKeys { d, a, b } => {
                let (subject, keys) = (register(frame, a), register(frame, b));
                let result = self.match_keys(subject, keys);
                self.put_result(frame, d, result)
            }
            Instr::CopyWithoutKeys { d, a, b } => {
                let (subject, keys) = (register(frame, a), register(frame, b));
                let result = self.copy_without_keys(subject, keys);
                self.put_result(frame, d, result)
            }
            Instr::MatchClass { npos, d, a, b } => {
                let (subject, class, names) = (
                    register(frame, a),
                    register(frame, b),
                    register(frame, b + 1),
                );
                let result = self.match_class(subject, class, usize::from(npos), names);
                self.put_result(frame, d, result)
            }
            // The dispatch loop runs all others itself.
            _ => Ok(Flow::Next),
        }
    }

    /// The namespace that names of the frame live in.
    pub(crate) fn namespace(&self, frame: &PyFrame) -> Rc<DictObj> {
        match frame.namespace() {
            Some(namespace) => Rc::clone(namespace),
            None => Rc::clone(&frame.function.globals),
        }
    }

    fn load_context_manager(
        &mut self,
        frame: &mut PyFrame,
        value: &Value,
        d: Reg,
        enter: &StrRef,
        exit: &StrRef,
        protocol: &str,
    ) -> Result<Flow, Raise> {
        let class = self.class_of(value);
        let found = (
            self.class_attr(&class, enter),
            self.class_attr(&class, exit),
        );
        let (Some(enter_method), Some(exit_method)) = found else {
            let name = self.name_in_messages(&class);
            let missing_exit = found_enter(&self.class_attr(&class, enter));
            let hint = if missing_exit {
                format!(" (missed {exit} method)")
            } else {
                String::new()
            };
            return Err(self.type_error(format!(
                "'{name}' object does not support the {protocol} protocol{hint}"
            )));
        };
        let enter_bound = self.bind_or_wait(enter_method, value, enter)?;
        let exit_bound = self.bind_or_wait(exit_method, value, exit)?;
        set_register(frame, d, exit_bound);
        set_register(frame, d + 1, enter_bound);
        Ok(Flow::Next)
    }

    fn intrinsic(
        &mut self,
        frame: &mut PyFrame,
        what: Intrinsic,
        d: Reg,
        a: Reg,
        b: Reg,
    ) -> Result<Flow, Raise> {
        let result = match what {
            Intrinsic::AssertionError => Ok(Value::Class(Rc::clone(&self.types.assertion_error))),
            Intrinsic::BuildClass => {
                let name = self.names.build_class.clone();
                match self.builtins.get_name(&name) {
                    Some(function) => Ok(function),
                    None => Err(self.name_error("__build_class__ not found")),
                }
            }
            Intrinsic::Locals => Ok(match frame.mapping() {
                Some(mapping) => mapping.clone(),
                None => Value::Dict(self.namespace(frame)),
            }),
            Intrinsic::PrintExpr => {
                let value = register(frame, a);
                let result = self.display(&value);
                return self.ignoring(result);
            }
            Intrinsic::ImportStar => {
                let module = register(frame, a);
                let namespace = self.namespace(frame);
                let result = self.import_star(&module, namespace);
                return self.ignoring(result);
            }
            Intrinsic::ConstantSet => Ok(match register(frame, a) {
                Value::Set(set) => {
                    crate::builtins::set_algebra::new_set(set.table.borrow().as_of_constants())
                }
                other => other,
            }),
            Intrinsic::ListToTuple => match register(frame, a) {
                Value::List(list) => Ok(Value::tuple(list.to_vec())),
                other => Ok(other),
            },
            Intrinsic::PrepReraiseStar => {
                let (original, parts) = (register(frame, a), register(frame, b));
                self.prepare_reraise_star(&original, &parts)
            }
            Intrinsic::CheckExcType => {
                let class = register(frame, b);
                self.check_exception_type(&class)?;
                return Ok(Flow::Next);
            }
            Intrinsic::TypeVar
            | Intrinsic::ParamSpec
            | Intrinsic::TypeVarTuple
            | Intrinsic::TypeAlias
            | Intrinsic::SubscriptGeneric
            | Intrinsic::SetTypeParams
            | Intrinsic::SetTypeDefault
            | Intrinsic::BuildTemplate
            | Intrinsic::BuildInterpolation => {
                let first = if a == NO_REG {
                    Value::Undefined
                } else {
                    register(frame, a)
                };
                let second = if b == NO_REG {
                    Value::Undefined
                } else {
                    register(frame, b)
                };
                self.typing_intrinsic(what, first, second)
            }
        };
        if d == NO_REG {
            return self.ignoring(result);
        }
        self.put_result(frame, d, result)
    }
}

fn found_enter(enter: &Option<Value>) -> bool {
    enter.is_some()
}

pub(super) fn name_at(frame: &PyFrame, index: u32) -> StrRef {
    match frame.code.names.get(index as usize) {
        Some(name) => Rc::clone(name),
        None => crate::object::intern("?"),
    }
}

pub(super) fn register(frame: &PyFrame, r: Reg) -> Value {
    frame
        .registers
        .get(usize::from(r))
        .cloned()
        .unwrap_or_default()
}

pub(super) fn take_register(frame: &mut PyFrame, r: Reg) -> Value {
    frame
        .registers
        .get_mut(usize::from(r))
        .map(Value::take)
        .unwrap_or_default()
}

pub(super) fn take_range(frame: &mut PyFrame, start: Reg, n: u16) -> Vec<Value> {
    (start..start + n)
        .map(|r| take_register(frame, r))
        .collect()
}

/// Takes the arguments of a call with keywords out of the registers.
fn keyword_args(frame: &mut PyFrame, first: Reg, argc: u8, names: u16, receiver: Value) -> Args {
    let mut values = ArgVec::new();
    if !receiver.is_undefined() {
        values.push(receiver);
    }
    values.extend((0..Reg::from(argc)).map(|i| take_register(frame, first + i)));
    let names = match frame.code.constants.get(usize::from(names)) {
        Some(Value::Tuple(names)) => names
            .items()
            .iter()
            .filter_map(|n| {
                if let Value::Str(s) = n {
                    Some(Rc::clone(s))
                } else {
                    None
                }
            })
            .collect(),
        _ => Rc::default(),
    };
    Args {
        values,
        names: Some(names),
    }
}

/// Whether a register holds a coroutine that has not begun: `await` drives
/// such a one as it is.
/// What is awaited, if that is a future or task of no class of the program's own.
fn own_awaitable(frame: &PyFrame, awaited: Reg) -> Option<&Value> {
    let value = frame.registers.get(usize::from(awaited))?;
    match value {
        Value::Instance(instance) if instance.class.borrow().is_builtin => {
            let is_own =
                matches!(&instance.payload, Payload::Native(state) if state.is_own_awaitable());
            is_own.then_some(value)
        }
        _ => None,
    }
}

fn is_fresh_coroutine(frame: &PyFrame, register: Reg) -> bool {
    matches!(
        frame.registers.get(usize::from(register)),
        Some(Value::Generator(g))
            if g.kind == CodeKind::Coroutine && g.state.get() == GeneratorState::Created
    )
}
