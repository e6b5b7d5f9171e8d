//! The dispatch loop.

use super::fast::{
    arguments, compare_ints, grows, is_simple, list_item, list_store, put, quick, quick_next,
    unbound,
};
use super::leave::Leave;
use super::raise::{after_clause, kept_by_clause};
use super::{PyFrame, Ret, Vm, finalizers_waiting, unwind::Flow};
use crate::code::{BinaryOp, CodeKind, CompareOp, Instr, Reg};
use crate::object::{Function, GeneratorState, Raise, Value};
use std::ptr::NonNull;
use std::rc::Rc;

impl Vm {
    /// Runs Python frames, beginning with this one, until the frame on top of
    /// the stack is native or the stack is empty.
    #[expect(
        unsafe_code,
        reason = "register and instruction access without bounds checks, see Code::verify"
    )]
    pub(super) fn run_frames(&mut self, mut frame: Box<PyFrame>) {
        // SAFETY of all accesses below: `Code::verify` has checked that every
        // register operand is below `register_count`, every index into a table
        // of the code is in range, and that control never leaves the
        // instructions; frames are made with `register_count` registers, and
        // nothing changes the length of `registers` while a frame runs. The
        // pointers are taken anew whenever another frame becomes the running
        // one. References into registers do not outlive an instruction, and
        // dropping an old value runs no code that can reach the frame.
        'enter: loop {
            let mut regs: *mut Value = frame.registers.as_mut_ptr();
            let mut code: *const Instr = frame.code.instructions.as_ptr();
            let mut pc: usize = frame.pc as usize;
            self.caller = Some(NonNull::from(&*frame));

            let leave = 'leave: {
                let (function, first, argc, d): (Rc<Function>, usize, usize, Reg) = 'call: {
                    let value: Value = 'ret: {
                        macro_rules! reg {
                            ($r:expr) => {
                                unsafe { &*regs.add($r as usize) }
                            };
                        }
                        // Objects whose end is visible are ended before the next instruction.
                        macro_rules! finalize {
                            () => {
                                if finalizers_waiting() {
                                    break 'leave Leave::Finalize;
                                }
                            };
                        }
                        // What an instruction does before something else.
                        macro_rules! put {
                            ($r:expr, $v:expr) => {{
                                let value = $v;
                                unsafe { put(regs.add($r as usize), value) }
                            }};
                        }
                        // What it does last: an object that ends by that ends before the next one.
                        macro_rules! set {
                            ($r:expr, $v:expr) => {
                                if put!($r, $v) {
                                    break 'leave Leave::Finalize;
                                }
                            };
                        }
                        macro_rules! take {
                            ($r:expr) => {
                                unsafe { (*regs.add($r as usize)).take() }
                            };
                        }
                        macro_rules! enter {
                            () => {{
                                regs = frame.registers.as_mut_ptr();
                                code = frame.code.instructions.as_ptr();
                                pc = frame.pc as usize;
                                self.caller = Some(NonNull::from(&*frame));
                            }};
                        }
                        // What is stored somewhere: the register's value, or another reference.
                        macro_rules! given {
                            ($take:expr, $r:expr) => {
                                if $take { take!($r) } else { reg!($r).another() }
                            };
                        }
                        // What follows leaves the loop for a block that all instructions share.
                        // The loop must stay small: until V8 has optimised a function, every
                        // jump back in it costs the more the longer it is.
                        macro_rules! raise {
                            ($raise:expr) => {{
                                let raise: Raise = $raise;
                                break 'leave Leave::Raise(raise);
                            }};
                        }
                        // Goes on in the frames that were made pending; their result goes there.
                        macro_rules! push_pending {
                            ($ret:expr) => {
                                break 'leave Leave::Push($ret)
                            };
                        }
                        // The result of something goes into a register, now or later.
                        macro_rules! result {
                            ($d:expr, $result:expr) => {
                                match $result {
                                    Ok(Value::Undefined) => {
                                        push_pending!(Some(Ret::InPlaceOf($d)))
                                    }
                                    Ok(value) => set!($d, value),
                                    Err(raise) => raise!(raise),
                                }
                            };
                        }
                        macro_rules! discard {
                            ($result:expr) => {
                                match $result {
                                    Ok(Value::Undefined) => {
                                        push_pending!(Some(Ret::Discard))
                                    }
                                    Ok(_) => {}
                                    Err(raise) => raise!(raise),
                                }
                            };
                        }
                        // A jump backwards: the only way not to come to an end.
                        macro_rules! jump_back {
                            ($target:expr) => {{
                                let target: usize = $target;
                                let from = pc;
                                let cost = (from - target) as i64;
                                let left = self.fuel.get();
                                pc = target;
                                if left <= cost {
                                    break 'leave Leave::Fuel { from };
                                }
                                self.fuel.set(left - cost);
                                finalize!();
                            }};
                        }
                        macro_rules! jump {
                            ($target:expr) => {{
                                let target = $target as usize;
                                if target < pc {
                                    jump_back!(target);
                                } else {
                                    pc = target;
                                }
                            }};
                        }
                        // A conditional jump on the truth of a result.
                        macro_rules! branch {
                            ($result:expr, $jump_if:expr, $target:expr) => {
                                match $result {
                                    Ok(Value::Bool(truth)) => {
                                        if truth == $jump_if {
                                            jump!($target);
                                        }
                                    }
                                    result => {
                                        break 'leave Leave::Branch {
                                            result,
                                            jump_if: $jump_if,
                                            target: $target as usize,
                                        }
                                    }
                                }
                            };
                        }
                        macro_rules! branch_on {
                            ($a:expr, $jump_if:expr, $target:expr) => {
                                match reg!($a) {
                                    Value::Bool(truth) => {
                                        if *truth == $jump_if {
                                            jump!($target);
                                        }
                                    }
                                    value => {
                                        branch!(self.truth(value), $jump_if, $target)
                                    }
                                }
                            };
                        }
                        macro_rules! go_on {
                            ($below:expr) => {
                                match $below {
                                    Some(below) => {
                                        frame = below;
                                        enter!();
                                    }
                                    None => return,
                                }
                            };
                        }
                        // Arguments that are just the parameters go there directly.
                        macro_rules! call {
                            ($d:expr, $base:expr, $first:expr, $argc:expr) => {{
                                let (mut first, mut argc): (usize, usize) = ($first, $argc);
                                frame.pc = pc as u32;
                                let callee = match take!($base) {
                                    Value::Function(function) if is_simple(&function, argc) => {
                                        break 'call (function, first, argc, $d);
                                    }
                                    Value::Native(function)
                                        if function.def.is_send
                                            && argc == 2
                                            && self.owns(&function, reg!(first)) =>
                                    {
                                        let generator = take!(first);
                                        let sent = take!(first + 1);
                                        go_on!(self.send_in_place(frame, generator, sent, $d));
                                        continue;
                                    }
                                    Value::Method(method) => {
                                        // What was called, or nothing, stood before the arguments.
                                        let (function, receiver) = unbound(&method);
                                        drop(method);
                                        first -= 1;
                                        argc += 1;
                                        put!(first, receiver);
                                        match function {
                                            Value::Function(function)
                                                if is_simple(&function, argc) =>
                                            {
                                                break 'call (function, first, argc, $d);
                                            }
                                            function => function,
                                        }
                                    }
                                    callee => callee,
                                };
                                let args = unsafe { arguments(regs, first, argc) };
                                let result = self.call_with(&callee, args);
                                result!($d, result);
                                drop(callee);
                                finalize!();
                            }};
                        }
                        macro_rules! int_step {
                            ($d:expr, $a:expr, $i:expr, $checked:ident, $op:ident) => {{
                                let step = i64::from($i);
                                match reg!($a) {
                                    Value::Int(x) if let Some(z) = x.$checked(step) => {
                                        set!($d, Value::Int(z))
                                    }
                                    a if step >= 0 => {
                                        result!(
                                            $d,
                                            self.binary(BinaryOp::$op, a, &Value::Int(step))
                                        )
                                    }
                                    a => result!($d, self.step_in_place(BinaryOp::$op, a, step)),
                                }
                            }};
                        }
                        macro_rules! compare_int {
                            ($op:expr, $a:expr, $i:expr, $skip:expr, $jump_if:expr) => {{
                                let (target, y) =
                                    ((pc as isize + $skip as isize) as usize, i64::from($i));
                                match reg!($a) {
                                    Value::Int(x) => {
                                        if compare_ints($op, *x, y) == Some($jump_if) {
                                            jump!(target);
                                        }
                                    }
                                    a => branch!(
                                        self.compare($op, a, &Value::Int(y)),
                                        $jump_if,
                                        target
                                    ),
                                }
                            }};
                        }
                        macro_rules! int_op {
            ($d:expr, $a:expr, $b:expr, $checked:ident, $float:tt, $op:ident) => {
                match (reg!($a), reg!($b)) {
                    (Value::Int(x), Value::Int(y)) if let Some(z) = x.$checked(*y) => set!($d, Value::Int(z)),
                    (Value::Float(x), Value::Float(y)) => set!($d, Value::Float(x $float y)),
                    (a, b) => result!($d, self.binary(BinaryOp::$op, a, b)),
                }
            };
        }
                        macro_rules! compare_branch {
                            ($op:expr, $a:expr, $b:expr, $skip:expr, $jump_if:expr) => {{
                                let target = (pc as isize + $skip as isize) as usize;
                                match (reg!($a), reg!($b)) {
                                    (Value::Int(x), Value::Int(y))
                                        if let Some(truth) = compare_ints($op, *x, *y) =>
                                    {
                                        if truth == $jump_if {
                                            jump!(target);
                                        }
                                    }
                                    (a, b) => {
                                        branch!(self.compare($op, a, b), $jump_if, target)
                                    }
                                }
                            }};
                        }

                        loop {
                            let instruction = unsafe { *code.add(pc) };
                            pc += 1;
                            match instruction {
                                Instr::Nop => {}
                                Instr::Line { line } => {
                                    frame.pc = pc as u32;
                                    if self.line_reached(&mut frame, line) {
                                        self.give_way(frame);
                                        return;
                                    }
                                }
                                Instr::Move { d, a } => {
                                    let value = reg!(a).another();
                                    set!(d, value);
                                }
                                Instr::Take { d, a } => {
                                    let value = take!(a);
                                    set!(d, value);
                                }
                                Instr::LoadConst { d, k } => {
                                    let constants = &frame.code.constants;
                                    let constant = unsafe { constants.get_unchecked(k as usize) };
                                    let value = constant.another();
                                    set!(d, value);
                                }
                                Instr::LoadInt { d, i } => {
                                    set!(d, Value::Int(i64::from(i)))
                                }
                                Instr::LoadNone { d } => {
                                    set!(d, Value::None);
                                }
                                Instr::LoadBool { d, value } => {
                                    set!(d, Value::Bool(value))
                                }
                                Instr::Clear { d } => {
                                    set!(d, Value::Undefined);
                                }
                                Instr::ClearRange { start, n } => {
                                    for r in start..start + n {
                                        put!(r, Value::Undefined);
                                    }
                                    finalize!();
                                }
                                Instr::CheckBound { a } => {
                                    if reg!(a).is_undefined() {
                                        raise!(self.unbound_variable(&frame.code, a));
                                    }
                                }
                                Instr::MakeCell { d } => {
                                    set!(d, Self::new_cell(take!(d)));
                                }
                                Instr::LoadCell { d, cell } => match self.load_cell(reg!(cell)) {
                                    Some(value) => set!(d, value),
                                    None => {
                                        raise!(self.unbound_variable(&frame.code, cell))
                                    }
                                },
                                Instr::StoreCell { cell, a } => {
                                    self.store_cell(reg!(cell), reg!(a).clone());
                                    finalize!();
                                }
                                Instr::LoadGlobal { d, site } => {
                                    let site =
                                        unsafe { frame.code.sites.get_unchecked(site as usize) };
                                    let globals = &frame.function.globals;
                                    if let Some(value) = Vm::known_global(globals, site) {
                                        set!(d, value);
                                        continue;
                                    }
                                    match self.load_global(globals, site) {
                                        Some(value) => set!(d, value),
                                        None => {
                                            raise!(self.undefined_name(&site.name))
                                        }
                                    }
                                }
                                Instr::StoreGlobal { a, name } => {
                                    let name =
                                        unsafe { frame.code.names.get_unchecked(name as usize) };
                                    frame.function.globals.set_name(name, reg!(a).clone());
                                    finalize!();
                                }
                                Instr::Add { d, a, b } => {
                                    int_op!(d, a, b, checked_add, +, Add)
                                }
                                Instr::Sub { d, a, b } => {
                                    int_op!(d, a, b, checked_sub, -, Sub)
                                }
                                Instr::Mul { d, a, b } => {
                                    int_op!(d, a, b, checked_mul, *, Mul)
                                }
                                Instr::AddInt { d, a, i } => {
                                    int_step!(d, a, i, checked_add, Add)
                                }
                                Instr::SubInt { d, a, i } => {
                                    int_step!(d, a, i, checked_sub, Sub)
                                }
                                Instr::Binary { op, d, a, b } => {
                                    result!(d, self.binary(op, reg!(a), reg!(b)))
                                }
                                Instr::BinaryInt { op, d, a, i } => {
                                    let b = Value::Int(i64::from(i));
                                    match quick(op, reg!(a), &b) {
                                        Some(z) => set!(d, z),
                                        None => result!(d, self.binary(op, reg!(a), &b)),
                                    }
                                }
                                Instr::InPlace { op, d, a, b } => {
                                    if let Some(z) = quick(op, reg!(a), reg!(b)) {
                                        set!(d, z);
                                        continue;
                                    }
                                    let grows = d == a && b != a && grows(op, reg!(a), reg!(b));
                                    let left = if grows { take!(a) } else { reg!(a).clone() };
                                    result!(d, self.in_place(op, left, reg!(b)));
                                }
                                Instr::Unary { op, d, a } => {
                                    result!(d, self.unary(op, reg!(a)))
                                }
                                Instr::Not { d, a } => match reg!(a) {
                                    Value::Bool(truth) => {
                                        let not = !truth;
                                        set!(d, Value::Bool(not));
                                    }
                                    a => match self.truth(a) {
                                        Ok(Value::Undefined) => {
                                            push_pending!(Some(Ret::Not(d)));
                                        }
                                        Ok(truth) => {
                                            let not = !matches!(truth, Value::Bool(true));
                                            set!(d, Value::Bool(not));
                                        }
                                        Err(raise) => raise!(raise),
                                    },
                                },
                                Instr::Compare { op, d, a, b } => {
                                    match self.compare(op, reg!(a), reg!(b)) {
                                        Ok(Value::Undefined) => {
                                            // `in` gives a bool whatever `__contains__` returns.
                                            let is_in = matches!(op, CompareOp::In);
                                            push_pending!(Some(if is_in {
                                                Ret::Truth(d)
                                            } else {
                                                Ret::InPlaceOf(d)
                                            }));
                                        }
                                        Ok(value) => set!(d, value),
                                        Err(raise) => raise!(raise),
                                    }
                                }
                                Instr::Jump { target } => jump!(target),
                                Instr::JumpIfTrue { a, target } => {
                                    branch_on!(a, true, target)
                                }
                                Instr::JumpIfFalse { a, target } => {
                                    branch_on!(a, false, target)
                                }
                                Instr::JumpIfNone { a, target } => {
                                    if reg!(a).is_none() {
                                        jump!(target);
                                    }
                                }
                                Instr::JumpIfNotNone { a, target } => {
                                    if !reg!(a).is_none() {
                                        jump!(target);
                                    }
                                }
                                Instr::JumpUnless { op, a, b, skip } => {
                                    compare_branch!(op, a, b, skip, false)
                                }
                                Instr::JumpWhen { op, a, b, skip } => {
                                    compare_branch!(op, a, b, skip, true)
                                }
                                Instr::JumpUnlessInt { op, a, i, skip } => {
                                    compare_int!(op, a, i, skip, false)
                                }
                                Instr::JumpWhenInt { op, a, i, skip } => {
                                    compare_int!(op, a, i, skip, true)
                                }
                                Instr::LoadAttr { d, a, site } => {
                                    let site =
                                        unsafe { frame.code.sites.get_unchecked(site as usize) };
                                    if let Some(value) = Self::known_attribute(reg!(a), site) {
                                        set!(d, value);
                                        continue;
                                    }
                                    result!(d, self.load_attr_at(reg!(a), site));
                                }
                                Instr::LoadMethod { d, a, site } => {
                                    let site =
                                        unsafe { frame.code.sites.get_unchecked(site as usize) };
                                    if let Some(function) = self.known_function(reg!(a), site) {
                                        let receiver = match reg!(a) {
                                            me @ Value::Instance(_) => me.another(),
                                            _ => Value::Undefined,
                                        };
                                        put!(d + 1, receiver);
                                        put!(d, function);
                                        continue;
                                    }
                                    match self.load_method_at(reg!(a), site) {
                                        Ok((Value::Undefined, _)) => {
                                            put!(d + 1, Value::Undefined);
                                            result!(d, Ok(Value::Undefined));
                                        }
                                        Ok((function, receiver)) => {
                                            put!(d + 1, receiver);
                                            set!(d, function);
                                        }
                                        Err(raise) => raise!(raise),
                                    }
                                }
                                Instr::StoreAttr { take, a, b, site } => {
                                    let site =
                                        unsafe { frame.code.sites.get_unchecked(site as usize) };
                                    let value = given!(take, b);
                                    discard!(self.store_attr_at(reg!(a), site, value));
                                    finalize!();
                                }
                                Instr::GetItem { d, a, b } => match (reg!(a), reg!(b)) {
                                    (Value::List(list), Value::Int(i)) => match list_item(list, *i)
                                    {
                                        Some(value) => set!(d, value),
                                        None => raise!(self.index_error("list index out of range")),
                                    },
                                    (a, b) => result!(d, self.get_item(a, b)),
                                },
                                Instr::GetItemInt { d, a, i } => match reg!(a) {
                                    Value::List(list)
                                        if let Some(value) = list_item(list, i64::from(i)) =>
                                    {
                                        set!(d, value)
                                    }
                                    a => {
                                        result!(d, self.get_item(a, &Value::Int(i64::from(i))))
                                    }
                                },
                                Instr::SetItem { take, a, b, c } => {
                                    let value = given!(take, c);
                                    let (of, index) = (reg!(a), reg!(b));
                                    let left = match index {
                                        Value::Int(index) => list_store(of, *index, value),
                                        _ => Some(value),
                                    };
                                    if let Some(value) = left {
                                        discard!(self.set_item(of, index, value));
                                    }
                                    finalize!();
                                }
                                Instr::SetItemInt { take, a, i, c } => {
                                    let value = given!(take, c);
                                    let (of, index) = (reg!(a), i64::from(i));
                                    if let Some(value) = list_store(of, index, value) {
                                        discard!(self.set_item(of, &Value::Int(index), value));
                                    }
                                    finalize!();
                                }
                                Instr::ListAppend { list, a } => {
                                    let value = take!(a);
                                    if let Value::List(list) = reg!(list) {
                                        list.items.borrow_mut().push(value);
                                    }
                                }
                                Instr::GetIter { d, a } => {
                                    result!(d, self.get_iter(reg!(a)))
                                }
                                Instr::ForIterBack { d, iter, back } => {
                                    let head = pc - back as usize;
                                    if let Value::Iter(iterator) = reg!(iter)
                                        && let Some(value) = quick_next(iterator)
                                    {
                                        put!(d, value);
                                        jump_back!(head + 1);
                                    } else {
                                        jump_back!(head);
                                    }
                                }
                                Instr::ForIter { d, iter, skip } => {
                                    if let Value::Iter(iterator) = reg!(iter)
                                        && let Some(value) = quick_next(iterator)
                                    {
                                        set!(d, value);
                                        continue;
                                    }
                                    if let Value::Generator(generator) = reg!(iter)
                                        && generator.kind == CodeKind::Generator
                                        && generator.state.get() != GeneratorState::Closed
                                    {
                                        let generator = Rc::clone(generator);
                                        frame.pc = pc as u32;
                                        go_on!(self.next_in_place(
                                            frame,
                                            &generator,
                                            (d, iter, skip)
                                        ));
                                        continue;
                                    }
                                    match self.iter_next(reg!(iter)) {
                                        super::Next::Item(value) => {
                                            set!(d, value);
                                        }
                                        super::Next::Done => {
                                            put!(iter, Value::Undefined);
                                            pc += skip as usize;
                                            finalize!();
                                        }
                                        super::Next::Resumed | super::Next::Called => {
                                            push_pending!(Some(Ret::ForNext { d, iter, skip }));
                                        }
                                        super::Next::Raise(raise) => raise!(raise),
                                    }
                                }
                                Instr::Call { argc, d, base } => {
                                    call!(d, base, base as usize + 1, usize::from(argc));
                                }
                                Instr::CallMethod { argc, d, base } => {
                                    // The receiver is the first argument, if there is one.
                                    let receiver = usize::from(!reg!(base + 1).is_undefined());
                                    call!(
                                        d,
                                        base,
                                        base as usize + 2 - receiver,
                                        usize::from(argc) + receiver
                                    );
                                }
                                Instr::Return { a } => break 'ret take!(a),
                                Instr::ReturnNone => break 'ret Value::None,
                                Instr::Yield { d, a } => {
                                    let value = take!(a);
                                    frame.pc = pc as u32;
                                    frame.resume_register = d;
                                    go_on!(self.yield_from(frame, value));
                                    finalize!();
                                }
                                Instr::Delegate {
                                    is_await,
                                    d,
                                    iter,
                                    a,
                                } => {
                                    let sent = take!(a);
                                    // Until it ends, the frame stands at this instruction.
                                    frame.pc = pc as u32 - 1;
                                    match self.delegate(&mut frame, is_await, d, iter, sent) {
                                        super::generator::Delegation::Done(value) => {
                                            put!(d, value);
                                            if iter != d {
                                                put!(iter, Value::Undefined);
                                            }
                                            finalize!();
                                        }
                                        super::generator::Delegation::Yielded(value) => {
                                            frame.resume_register = a;
                                            go_on!(self.yield_on(frame, value));
                                        }
                                        super::generator::Delegation::Run(next) => {
                                            frame.resume_register = a;
                                            // Until it ends, the frame stands at this instruction.
                                            go_on!(self.run_above(frame, next));
                                        }
                                        super::generator::Delegation::Push => {
                                            frame.resume_register = a;
                                            if self.stack.len() >= self.most_below {
                                                self.pending.clear();
                                                raise!(self.recursion_error(
                                                    "maximum recursion depth exceeded"
                                                ));
                                            }
                                            // Until it ends, the frame stands at this instruction.
                                            pc -= 1;
                                            push_pending!(None)
                                        }
                                        super::generator::Delegation::Raise(raise) => {
                                            raise!(raise)
                                        }
                                    }
                                }
                                Instr::RaiseCurrent => match self.current_exception() {
                                    Some(raise) => {
                                        frame.pc = pc as u32;
                                        go_on!(self.unwind_again(frame, raise));
                                    }
                                    None => {
                                        raise!(self.runtime_error("No active exception to reraise"))
                                    }
                                },
                                Instr::Reraise { exc } => {
                                    let value = take!(exc);
                                    frame.pc = pc as u32;
                                    if let Value::Instance(instance) = value {
                                        go_on!(self.unwind_again(frame, Raise(instance)));
                                    }
                                }
                                Instr::PushHandled { save, exc } => {
                                    let now = reg!(exc).clone();
                                    let before = std::mem::replace(&mut self.handled, now);
                                    put!(save, kept_by_clause(&mut frame, before, &self.handled));
                                }
                                Instr::PopHandled { save } => {
                                    self.handled = after_clause(&mut frame, take!(save));
                                    finalize!();
                                }
                                other => {
                                    frame.pc = pc as u32;
                                    match self.slow_instruction(&mut frame, other) {
                                        Ok(Flow::Next) => {
                                            pc = frame.pc as usize;
                                            finalize!();
                                        }
                                        Ok(Flow::Push) => {
                                            pc = frame.pc as usize;
                                            push_pending!(None)
                                        }
                                        Err(raise) => raise!(raise),
                                    }
                                }
                            }
                        }
                    };
                    match self.return_to_caller(frame, value) {
                        Some(next) => frame = next,
                        None => return,
                    }
                    continue 'enter;
                };
                let arguments = unsafe { arguments(regs, first, argc) };
                match self.call_in_place(frame, function, arguments, d) {
                    Some(next) => frame = next,
                    None => return,
                }
                continue 'enter;
            };
            frame.pc = pc as u32;
            let next = match leave {
                Leave::Push(ret) => self.push_pending(frame, ret),
                Leave::Finalize => self.end_waiting(frame),
                Leave::Fuel { from } => self.refuel(frame, from),
                Leave::Branch {
                    result,
                    jump_if,
                    target,
                } => self.branch(frame, result, jump_if, target),
                Leave::Raise(raise) => self.raise_in(frame, raise),
            };
            match next {
                Some(next) => frame = next,
                None => return,
            }
        }
    }
}
