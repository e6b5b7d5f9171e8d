//! Library functions whose usual case is written in Rust as well.
//!
//! What the library says in Python stays the definition. The Rust
//! code does what the body would do, in cases that it knows, or declines and
//! has done nothing. It never raises: errors come from the body, with its lines in
//! their tracebacks. It tells the log what the body would tell it.
//!
//! With [`VmOptions::library_as_text`](super::VmOptions::library_as_text) only the
//! bodies run: so that somebody can look at their frames, and so that tests can
//! compare the two.

use super::bind::add_keywords;
use super::fast::set_register;
use super::folded::Folded;
use super::frame_pool::clear;
use super::generator::Delegation;
use super::leave::{GoOn, take_arguments};
use super::{Outcome, PyFrame, Vm};
use crate::code::{Code, CodeKind, Instr, Reg};
use crate::object::{Function, Generator, GeneratorState, StrRef, Value};
use coroscope_trace::EntityId;
use std::rc::Rc;

/// The variable for what a body waits for.
const WAITER: &str = "waiter";

/// Where an `await` of a call's result waits, counted from behind the call.
const TO_DELEGATE: u32 = 2;

/// What the Rust code made of a call.
#[derive(Debug)]
pub enum Taken {
    /// The call, or the `await` of the coroutine, is over with this.
    Returned(Value),
    /// The coroutine waits.
    Waits {
        /// Which `await` of the body it waits at, counted in the text.
        at: usize,
        /// What that awaits; None if nothing more comes of it.
        on: Value,
        /// What goes to the event loop.
        yields: Value,
    },
    /// The body is to run.
    Declined,
}

/// Goes on after [`Taken::Waits`]: gets the registers and what was awaited,
/// `Undefined` if the body is to go on whatever came of that. `None`: the body
/// goes on, and finds the variables that it needs in the registers.
pub type Resume = fn(&mut Vm, &mut [Value], &Value) -> Option<Value>;

/// What there is in Rust of one library function.
#[derive(Clone, Copy, Debug)]
pub struct InRust {
    /// Its `__qualname__`.
    pub function: &'static str,
    /// Its variables: all parameters, and what else the Rust code relies on or
    /// writes. A call that is over at once leaves no other register to clear.
    /// What it waits for is in the variable `waiter` besides, if the body has one.
    pub locals: &'static [&'static str],
    /// Begins a call. Gets the parameters, all of them bound, and the
    /// registers behind them, if it has more variables than parameters. Unless the
    /// call is over at once it leaves the parameters as they are. In place of an
    /// empty dict for `**kwargs` there may be an `Undefined`.
    pub begin: fn(&mut Vm, &mut [Value]) -> Taken,
    /// Goes on after an `await` of the body, if that can be in Rust.
    pub resume: Option<Resume>,
    /// How it waits without a coroutine, if it can.
    pub folded: Option<Folded>,
}

/// What stands beside a code object.
#[derive(Debug)]
pub struct RustBody {
    pub(super) def: &'static InRust,
    /// Where the body awaits: instruction, register of the awaited, register
    /// of what is sent.
    awaits: Box<[(u32, Reg, Reg)]>,
    /// The register of [`WAITER`].
    waiter: Option<Reg>,
    /// How many arguments are all that the Rust code needs; [`FRAME`]: it needs a
    /// frame.
    needs: usize,
    /// The same of a coroutine function, of which one that can be [`Folded`] needs
    /// one; [`FRAME`] of all others.
    needs_awaited: usize,
}

/// More arguments than there can be.
const FRAME: usize = usize::MAX;

/// What came of a call's begin.
enum Begun {
    /// The call is over with this.
    Over(Value),
    /// The frame for what is to come.
    GoesOn(Box<PyFrame>, Taken),
}

impl RustBody {
    /// Puts it beside the code itself when that has been read.
    pub(crate) fn move_to(&self, code: &Code) {
        let known = |(name, known): (&StrRef, &&str)| name.as_str() == *known;
        let locals = self.def.locals;
        let parameters = usize::from(code.positional)
            + usize::from(code.keyword_only)
            + usize::from(code.var_positional)
            + usize::from(code.var_keyword);
        let fits = (parameters..=code.local_names.len()).contains(&locals.len())
            && code.local_names.iter().zip(locals).all(known);
        debug_assert!(
            fits || code.late.is_some(),
            "{} has other variables in Rust: {:?}",
            self.def.function,
            code.local_names
        );
        if !fits && code.late.is_none() {
            return;
        }
        let instructions = (0..).zip(&code.instructions);
        let awaits = instructions.filter_map(|(at, instruction)| match instruction {
            Instr::Delegate { iter, a, .. } => Some((at, *iter, *a)),
            _ => None,
        });
        let waiter = code
            .local_names
            .iter()
            .position(|name| name.as_str() == WAITER);
        let needs = match code.all_positional && locals.len() == parameters {
            true => parameters,
            false => FRAME,
        };
        let needs_awaited = match code.kind {
            CodeKind::Coroutine if self.def.folded.is_some() => 1,
            CodeKind::Coroutine => needs,
            _ => FRAME,
        };
        code.in_rust.get_or_init(|| RustBody {
            def: self.def,
            awaits: awaits.collect(),
            waiter: waiter.and_then(|place| Reg::try_from(place).ok()),
            needs,
            needs_awaited,
        });
        code.find_direct();
    }
}

impl RustBody {
    /// The instruction of an `await` of the body, counted in the text.
    pub(super) fn instruction_of(&self, at: usize) -> Option<u32> {
        self.awaits.get(at).map(|(instruction, ..)| *instruction)
    }

    /// The body goes on in a frame that the Rust code may have set down.
    pub(super) fn restore(&self, vm: &mut Vm, frame: &mut PyFrame) {
        if let Some(resume) = self.def.resume {
            resume(vm, &mut frame.registers, &Value::Undefined);
        }
    }
}

impl Vm {
    /// Gives a function of the library what there is of it in Rust.
    pub fn set_in_rust(&mut self, function: &Function, def: &'static InRust) {
        // A stub stays one until its function is called.
        let code = Rc::clone(&function.code.borrow());
        RustBody {
            def,
            awaits: Box::default(),
            waiter: None,
            needs: FRAME,
            needs_awaited: FRAME,
        }
        .move_to(&code);
    }

    /// Begins the call of a plain function that is in Rust, outside of the
    /// dispatch loop: the result, or the frame to run.
    pub(super) fn try_in_rust(&mut self, mut frame: Box<PyFrame>) -> Result<Value, Box<PyFrame>> {
        let code = Rc::clone(&frame.code);
        match code.in_rust.get() {
            Some(body) if !self.options.library_as_text => {
                match (body.def.begin)(self, &mut frame.registers) {
                    Taken::Returned(value) => {
                        self.frames.give_unused(frame, body.def.locals.len());
                        Ok(value)
                    }
                    Taken::Waits { .. } | Taken::Declined => Err(frame),
                }
            }
            _ => Err(frame),
        }
    }

    /// Starts the call of a function that needs more than a frame: it has
    /// defaults or free variables, or is in Rust, or makes a generator. Its
    /// parameters, or the first of them, are the arguments; its result goes to register
    /// `d`.
    #[inline(never)]
    pub(super) fn start_indirect(
        &mut self,
        mut frame: Box<PyFrame>,
        function: Rc<Function>,
        arguments: &mut [Value],
        d: Reg,
    ) -> GoOn {
        // What is awaited at once and mostly over at once.
        let code = function.code.borrow();
        let body = match code.in_rust.get() {
            Some(body) if body.needs_awaited == arguments.len() => body,
            _ => {
                drop(code);
                return self.start_any(frame, function, arguments, d);
            }
        };
        let is_told = self.log.is_recording();
        let in_rust = !self.options.library_as_text;
        let Some(places) = awaited_at_once(&frame, d).filter(|_| in_rust) else {
            drop(code);
            return self.start_any(frame, function, arguments, d);
        };
        if body.def.folded.is_some() {
            let folded = self.may_fold(body, &function);
            drop(code);
            if let Some(folded) = folded
                && let [argument] = arguments
                && (!is_told || (folded.may)(self, argument))
            {
                if is_told {
                    frame.folded_entity = self.log_coroutine_of(&function);
                }
                frame.pc += TO_DELEGATE;
                if let Some((awaited, yields)) = (folded.begin)(self, argument) {
                    clear(arguments);
                    set_register(&mut frame, places.iter, awaited);
                    // In place of what is sent, which nobody looks at.
                    set_register(&mut frame, places.sent, Value::Function(function));
                    frame.awaits_folded = true;
                    frame.resume_register = places.sent;
                    return self.yield_on(frame, yields);
                }
                debug_assert!(!is_told, "what may begin begins");
                frame.pc -= TO_DELEGATE;
            }
            return self.start_any(frame, function, arguments, d);
        }
        let begin = body.def.begin;
        drop(code);
        let entity = is_told.then(|| self.log_coroutine_of(&function));
        frame.pc += TO_DELEGATE;
        match begin(self, arguments) {
            Taken::Returned(value) => {
                clear(arguments);
                drop(function);
                set_register(&mut frame, places.result, value);
                frame.pc += 1;
                self.go_on_after_ends(frame)
            }
            taken => {
                let callee = self.frame_of(function, arguments);
                self.goes_on(frame, callee, taken, entity, places)
            }
        }
    }

    /// The same for all other calls.
    #[inline(never)]
    fn start_any(
        &mut self,
        mut frame: Box<PyFrame>,
        function: Rc<Function>,
        arguments: &mut [Value],
        d: Reg,
    ) -> GoOn {
        let code = Rc::clone(&function.code.borrow());
        let body = match code.in_rust.get() {
            Some(body) if !self.options.library_as_text => body,
            _ => {
                let mut callee = self.frame_of(function, arguments);
                add_keywords(&mut callee);
                return self.start_body(frame, callee, d);
            }
        };
        if code.kind == CodeKind::Function {
            return match self.begin_in_rust(body, function, arguments) {
                Begun::Over(value) => {
                    set_register(&mut frame, d, value);
                    self.go_on_after_ends(frame)
                }
                Begun::GoesOn(callee, _) => self.enter(frame, callee, d),
            };
        }
        let Some(places) = awaited_at_once(&frame, d) else {
            let mut callee = self.frame_of(function, arguments);
            add_keywords(&mut callee);
            return self.start_body(frame, callee, d);
        };
        let is_told = self.log.is_recording();
        let entity = is_told.then(|| self.log_coroutine_of(&function));
        // What the body does happens while the caller stands at its `await`.
        frame.pc += TO_DELEGATE;
        match self.begin_in_rust(body, function, arguments) {
            Begun::Over(value) => {
                set_register(&mut frame, places.iter, Value::Undefined);
                set_register(&mut frame, places.result, value);
                frame.pc += 1;
                self.go_on_after_ends(frame)
            }
            Begun::GoesOn(callee, taken) => self.goes_on(frame, callee, taken, entity, places),
        }
    }

    /// Begins a call. Most are over at once, and need no frame if the arguments are
    /// all variables.
    #[inline(always)]
    fn begin_in_rust(
        &mut self,
        body: &RustBody,
        function: Rc<Function>,
        arguments: &mut [Value],
    ) -> Begun {
        if body.needs == arguments.len() {
            return match (body.def.begin)(self, arguments) {
                Taken::Returned(value) => {
                    clear(arguments);
                    Begun::Over(value)
                }
                taken => Begun::GoesOn(self.frame_of(function, arguments), taken),
            };
        }
        let mut callee = self.frame_of(function, arguments);
        match (body.def.begin)(self, &mut callee.registers) {
            Taken::Returned(value) => {
                self.frames.give_unused(callee, body.def.locals.len());
                Begun::Over(value)
            }
            taken => {
                add_keywords(&mut callee);
                Begun::GoesOn(callee, taken)
            }
        }
    }

    /// The body runs, or is to run when its coroutine or generator is resumed.
    fn start_body(&mut self, mut frame: Box<PyFrame>, callee: Box<PyFrame>, d: Reg) -> GoOn {
        if callee.code.kind == CodeKind::Function {
            return self.enter(frame, callee, d);
        }
        let generator = self.make_generator(callee);
        set_register(&mut frame, d, generator);
        self.go_on_after_ends(frame)
    }

    /// What is awaited is not over at once: its coroutine waits, or is to begin.
    #[inline(always)]
    fn goes_on(
        &mut self,
        mut frame: Box<PyFrame>,
        mut callee: Box<PyFrame>,
        taken: Taken,
        entity: Option<EntityId>,
        places: Awaited,
    ) -> GoOn {
        // Whoever asks where it was made is told of the call.
        frame.pc -= TO_DELEGATE;
        let Taken::Waits { at, on, yields } = taken else {
            let coroutine = match entity {
                None => self.make_generator(callee),
                Some(entity) => {
                    let coroutine = self.generator_of(callee).into_object();
                    coroutine.entity.set(entity.0);
                    Value::Generator(coroutine)
                }
            };
            set_register(&mut frame, places.call, coroutine);
            return self.go_on_after_ends(frame);
        };
        stand_at(&mut callee, at, on);
        let coroutine = self.waiting_coroutine(callee);
        frame.pc += TO_DELEGATE;
        if let Some(entity) = entity {
            coroutine.entity.set(entity.0);
        }
        set_register(&mut frame, places.iter, Value::Generator(coroutine));
        // The frame stands at the `Delegate` until that is over.
        frame.resume_register = places.sent;
        self.yield_on(frame, yields)
    }

    /// The frame of a call, without the dict for `**kwargs` if that is in Rust.
    #[inline(always)]
    pub(super) fn frame_of(
        &mut self,
        function: Rc<Function>,
        arguments: &mut [Value],
    ) -> Box<PyFrame> {
        let mut frame = self.frame_given(function, arguments.len());
        take_arguments(&mut frame, arguments);
        frame
    }

    /// The coroutine of a frame that waits. The collector finds it by what it
    /// waits for and who waits for it; so it needs no place in the list of
    /// objects.
    #[inline(always)]
    pub(super) fn waiting_coroutine(&mut self, mut callee: Box<PyFrame>) -> Rc<Generator> {
        let is_plain = !self.watches_creation() && !is_renamed(&callee);
        if is_plain
            && let Some(mut spare) = self.spare_coroutine.take()
            && let Some(coroutine) = Rc::get_mut(&mut spare)
        {
            if !Rc::ptr_eq(&coroutine.code, &callee.code) {
                coroutine.code = Rc::clone(&callee.code);
                coroutine.kind = callee.code.kind;
            }
            callee.registers.shrink_to_fit();
            *coroutine.frame.get_mut() = Some(callee);
            coroutine.state.set(GeneratorState::Suspended);
            return spare;
        }
        let coroutine = self.generator_of(callee);
        coroutine.state.set(GeneratorState::Suspended);
        Rc::new(coroutine)
    }

    /// Keeps the coroutine in register `iter`, which is over, if nobody else
    /// has it. Whatever only waits for the next turn needs a new one each time.
    pub(super) fn keep_coroutine(
        &mut self,
        frame: &mut PyFrame,
        iter: Reg,
        mut coroutine: Rc<Generator>,
    ) {
        set_register(frame, iter, Value::Undefined);
        if let Some(own) = Rc::get_mut(&mut coroutine)
            && !own.watched.get()
            && own.place.position().is_none()
            && own.uncommon.get().is_none()
        {
            own.id.set(0);
            own.entity.set(0);
            own.created = None;
            own.iterable_coroutine.set(false);
            self.spare_coroutine = Some(coroutine);
        }
    }

    /// A step of a coroutine that nobody awaits, if its function is in Rust.
    /// `None`: its frame is to run.
    #[inline]
    pub fn step_in_rust(&mut self, coroutine: &Rc<Generator>) -> Option<Outcome> {
        match self.delegate_to_rust(coroutine, &Value::None)? {
            Delegation::Done(value) => Some(Outcome::Returned(value)),
            Delegation::Yielded(value) => Some(Outcome::Yielded(value)),
            // It neither pushes frames nor raises.
            Delegation::Run(_) | Delegation::Push | Delegation::Raise(_) => None,
        }
    }

    /// A step of a coroutine whose function is in Rust, for one that
    /// awaits it. `None`: its frame is to run.
    pub(super) fn delegate_to_rust(
        &mut self,
        coroutine: &Rc<Generator>,
        sent: &Value,
    ) -> Option<Delegation> {
        let body = coroutine.code.in_rust.get()?;
        if self.options.library_as_text || !sent.is_none() {
            return None;
        }
        let state = coroutine.state.get();
        let mut frame = coroutine.frame.borrow_mut().take()?;
        let taken = match state {
            GeneratorState::Created => (body.def.begin)(self, &mut frame.registers),
            GeneratorState::Suspended => self.resume_in_rust(body, &mut frame),
            GeneratorState::Running | GeneratorState::Closed => Taken::Declined,
        };
        match taken {
            Taken::Returned(value) => {
                coroutine.state.set(GeneratorState::Closed);
                self.frames.give_called(frame);
                Some(Delegation::Done(value))
            }
            Taken::Waits { at, on, yields } => {
                stand_at(&mut frame, at, on);
                coroutine.state.set(GeneratorState::Suspended);
                *coroutine.frame.borrow_mut() = Some(frame);
                Some(Delegation::Yielded(yields))
            }
            Taken::Declined => {
                *coroutine.frame.borrow_mut() = Some(frame);
                None
            }
        }
    }

    fn resume_in_rust(&mut self, body: &RustBody, frame: &mut PyFrame) -> Taken {
        let Some(resume) = body.def.resume else {
            return Taken::Declined;
        };
        let stands = body.awaits.iter().find(|(at, ..)| *at == frame.pc);
        let Some((_, iter, _)) = stands else {
            return Taken::Declined;
        };
        let Some(on) = frame.registers.get_mut(usize::from(*iter)).map(Value::take) else {
            return Taken::Declined;
        };
        let result = resume(self, &mut frame.registers, &on);
        match result {
            Some(value) => Taken::Returned(value),
            None => {
                set_register(frame, *iter, on);
                Taken::Declined
            }
        }
    }
}

/// The registers of an `await` of a call.
struct Awaited {
    /// What was called gives a coroutine to this.
    call: Reg,
    /// What is asked for its next step.
    iter: Reg,
    sent: Reg,
    result: Reg,
}

/// Whether what comes to register `d` is awaited by the next instructions.
fn awaited_at_once(frame: &PyFrame, d: Reg) -> Option<Awaited> {
    match frame.code.instructions.get(frame.pc as usize..)? {
        [
            Instr::GetAwaitable { d: got, a, .. },
            _,
            Instr::Delegate {
                d: result,
                iter,
                a: sent,
                ..
            },
            ..,
        ] if *a == d && iter == got => Some(Awaited {
            call: d,
            iter: *iter,
            sent: *sent,
            result: *result,
        }),
        _ => None,
    }
}

/// Whether a program gave the function another name.
pub(super) fn is_renamed(frame: &PyFrame) -> bool {
    let (function, code) = (&frame.function, &frame.code);
    !Rc::ptr_eq(&function.name.borrow(), &code.name)
        || !Rc::ptr_eq(&function.qualname.borrow(), &code.qualname)
}

/// Lets a frame stand at an `await` of its body.
#[inline(always)]
pub(super) fn stand_at(frame: &mut PyFrame, at: usize, on: Value) {
    let Some(body) = frame.code.in_rust.get() else {
        return;
    };
    let waiter = body.waiter;
    if let Some((pc, iter, sent)) = body.awaits.get(at).copied() {
        frame.pc = pc;
        frame.resume_register = sent;
        if let Some(waiter) = waiter {
            set_register(frame, waiter, on.clone());
        }
        set_register(frame, iter, on);
    }
}
