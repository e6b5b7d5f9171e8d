//! What the machine itself tells the event log.

use super::{Frame, PyFrame, Vm};
use crate::code::{Code, CodeKind};
use crate::object::{Function, Generator, Raise, Str, StrRef, TracebackEntry, Value};
use crate::text::surrogates;
use coroscope_trace::old_spelling::OldSpelling;
use coroscope_trace::{Cause, EntityId, EntityKind, Kind, Place, Stream, TextId};
use std::ptr::NonNull;
use std::rc::Rc;

/// How many instructions a handler begins with that belong to its statement.
const LANDING: u32 = 4;

impl Vm {
    /// The place of an instruction.
    pub fn place_of(&mut self, code: &Code, instruction: u32) -> Place {
        let line = code.positions.line(instruction as usize);
        self.place_of_line(code, line.unwrap_or_default())
    }

    fn place_of_line(&mut self, code: &Code, line: u32) -> Place {
        let (machine, mut file) = code.file.log_index.get();
        if machine != self.number {
            file = self
                .log
                .add_file(code.file.name.as_str(), code.file.is_library);
            code.file.log_index.set((self.number, file));
        }
        match line {
            0 => Place::NONE,
            line => Place::new(file, line.saturating_add(code.file.lines_before)),
        }
    }

    /// Where the program is: the innermost Python frame on the stack, or the
    /// call that native code is serving.
    pub fn current_place(&mut self) -> Place {
        if !self.log.is_recording() {
            return Place::NONE;
        }
        let entry = self.caller_entry();
        match entry {
            Some(entry) => self.place_of(&entry.code, entry.instruction),
            None => Place::NONE,
        }
    }

    /// The same, leaving out the library's own frames.
    pub fn visitor_place(&mut self) -> Place {
        if !self.log.is_recording() {
            return Place::NONE;
        }
        match self.visitor_entry() {
            Some(entry) => self.place_of(&entry.code, entry.instruction),
            None => Place::NONE,
        }
    }

    /// The innermost call in progress that is not the library's own.
    pub fn visitor_entry(&self) -> Option<TracebackEntry> {
        if let Some(frame) = self.caller_frame()
            && !frame.code.file.is_library
            && self.stack.len() >= self.floor
        {
            return self.caller_entry();
        }
        let above = self.stack.get(self.floor..).unwrap_or(&[]);
        above.iter().rev().find_map(|frame| match frame {
            Frame::Python(frame) if !frame.code.file.is_library => Some(TracebackEntry {
                code: Rc::clone(&frame.code),
                within: 0,
                instruction: frame.stands_at(),
            }),
            _ => None,
        })
    }

    /// Tells of a spelling that current Python no longer has; once for each
    /// place. `detail` names what it was used of.
    pub fn hint(&mut self, old: OldSpelling, detail: &str) {
        let mut place = self.visitor_place();
        if !place.is_some()
            && let Some(made) = self.made_by_program()
        {
            place = self.place_of(&made.code, made.instruction);
        }
        if !self.log.is_recording() || !self.hinted.insert((old, place)) {
            return;
        }
        let (spelling, detail) = (
            self.log.intern_short(old.as_str()),
            self.log.intern_short(detail),
        );
        let subject = self.running_entity();
        self.log.emit(
            Kind::Hint,
            subject,
            Cause::Current,
            place,
            spelling.0,
            detail.0,
        );
    }

    /// Where the program made the innermost coroutine that runs: one of the
    /// library's has no line of the program on the stack when a loop runs it.
    fn made_by_program(&self) -> Option<TracebackEntry> {
        let on_stack = self.stack.iter().rev().filter_map(|frame| match frame {
            Frame::Python(frame) => Some(&**frame),
            Frame::Native(_) => None,
        });
        self.caller_frame()
            .into_iter()
            .chain(on_stack)
            .filter_map(|frame| frame.generator.as_ref()?.created.clone())
            .find(|made| !made.code.file.is_library)
    }

    /// From now on what happens is not the doing of the frames that are on the
    /// stack: a native frame, which is not there while it is resumed, calls
    /// others on its own account. Returns what [`Vm::end_own_account`] takes.
    pub fn begin_own_account(&mut self) -> usize {
        std::mem::replace(&mut self.floor, self.stack.len().saturating_add(1))
    }

    /// As it was before [`Vm::begin_own_account`].
    pub fn end_own_account(&mut self, before: usize) {
        self.floor = before;
    }

    /// The Python frame that native code is serving.
    #[expect(
        unsafe_code,
        reason = "the running frame is not on the stack, see Vm::caller"
    )]
    pub fn caller_frame(&self) -> Option<&PyFrame> {
        // SAFETY: `caller` is set when a frame begins to run and reset before
        // frames are dropped or set down, so it points to a live frame, and
        // nothing changes that frame while native code runs.
        self.caller.map(|frame| unsafe { frame.as_ref() })
    }

    /// The call that native code is serving.
    pub fn caller_entry(&self) -> Option<TracebackEntry> {
        let frame = self.caller_frame()?;
        Some(TracebackEntry {
            code: Rc::clone(&frame.code),
            within: 0,
            instruction: frame.stands_at(),
        })
    }

    /// Before a native frame goes on: it serves the nearest Python frame below.
    pub(crate) fn caller_from_stack(&mut self) {
        self.caller = self.stack.iter().rev().find_map(|frame| match frame {
            Frame::Python(frame) => Some(NonNull::from(&**frame)),
            Frame::Native(_) => None,
        });
    }

    /// A line of the program is about to run. Whether the machine is to stand
    /// still before it: then the instruction is still to come if what was asked
    /// for lies before the line, and done if it is the line itself.
    #[inline(never)]
    pub(crate) fn line_reached(&mut self, frame: &mut PyFrame, line: u32) -> bool {
        if self.log.is_watched() {
            return self.watched_line(frame, line);
        }
        let place = self.place_of_line(&frame.code, line);
        let subject = self.running_entity();
        self.log.emit_line(subject, place);
        false
    }

    #[cold]
    #[inline(never)]
    fn watched_line(&mut self, frame: &mut PyFrame, line: u32) -> bool {
        if self.log.is_halted() {
            frame.pc = frame.pc.saturating_sub(1);
            return true;
        }
        let place = self.place_of_line(&frame.code, line);
        let subject = self.running_entity();
        self.log
            .emit(Kind::LineReached, subject, Cause::Current, place, 0, 0);
        self.log.is_halted()
    }

    /// The entity on whose behalf code runs: a task, or main.
    pub fn running_entity(&self) -> EntityId {
        self.running.get()
    }

    /// Says on whose behalf code runs from now on; returns who it was before.
    pub fn set_running_entity(&self, entity: EntityId) -> EntityId {
        self.running.replace(entity)
    }

    pub(crate) fn log_generator_created(&mut self, generator: &Rc<Generator>) {
        let kind = match generator.kind {
            CodeKind::Coroutine => {
                let entity = self.log_coroutine_created(&generator.code, &generator.qualname());
                generator.entity.set(entity.0);
                return;
            }
            CodeKind::AsyncGenerator => EntityKind::AsyncGenerator,
            _ => EntityKind::Generator,
        };
        let name = self.log.intern_short(generator.qualname().as_str());
        let entity = self.log.new_entity(kind, name, self.running_entity());
        generator.entity.set(entity.0);
        if !self.log.is_recording() || generator.code.file.is_library {
            return;
        }
        let place = self.current_place();
        self.log
            .emit(Kind::GeneratorCreated, entity, Cause::Current, place, 0, 0);
    }

    /// A name of code, which is its own as a rule, as a text of the log.
    pub fn name_in_log(&mut self, code: &Code, name: &StrRef) -> TextId {
        if !self.log.is_recording() || !Rc::ptr_eq(name, &code.qualname) {
            return self.log.intern_short(name.as_str());
        }
        let (machine, known) = code.name_in_log.get();
        if machine == self.number {
            return known;
        }
        let text = self.log.intern_short(name.as_str());
        code.name_in_log.set((self.number, text));
        text
    }

    /// A new coroutine of this `__qualname__`.
    pub(crate) fn log_coroutine_created(&mut self, code: &Code, name: &StrRef) -> EntityId {
        let name = self.name_in_log(code, name);
        let parent = self.running_entity();
        let entity = self.log.new_entity(EntityKind::Coroutine, name, parent);
        let place = self.current_place();
        self.log
            .emit(Kind::CoroutineCreated, entity, Cause::Current, place, 0, 0);
        entity
    }

    /// The same of a call of this function.
    pub(super) fn log_coroutine_of(&mut self, function: &Function) -> EntityId {
        self.log_coroutine_created(&function.code.borrow(), &function.qualname.borrow())
    }

    /// Steps of coroutines are told by the tasks that run them; generators
    /// have nobody else to tell of them.
    fn tells(&self, generator: &Generator) -> bool {
        self.log.is_recording() && generator.kind != CodeKind::Coroutine
    }

    #[inline]
    pub(crate) fn log_generator_resumed(
        &mut self,
        generator: &Rc<Generator>,
        frame: &PyFrame,
        sent: &Value,
    ) {
        if self.tells(generator) && !frame.code.file.is_library {
            self.tell_resumed(generator, frame, sent);
        }
    }

    #[inline(never)]
    fn tell_resumed(&mut self, generator: &Generator, frame: &PyFrame, sent: &Value) {
        let text = if sent.is_none() {
            TextId::EMPTY
        } else {
            self.repr_text(sent)
        };
        let place = self.place_of(&frame.code, frame.pc.saturating_sub(1));
        self.log.emit(
            Kind::GeneratorResumed,
            EntityId(generator.entity.get()),
            Cause::Current,
            place,
            text.0,
            0,
        );
    }

    pub(crate) fn log_generator_thrown(
        &mut self,
        generator: &Rc<Generator>,
        frame: &PyFrame,
        raise: &Raise,
    ) {
        if !self.tells(generator) || frame.code.file.is_library {
            return;
        }
        let text = self.short_exception(raise);
        let text = self.log.intern_short(&text);
        let place = self.place_of(&frame.code, frame.pc.saturating_sub(1));
        let flags = coroscope_trace::flags::RESUME_THROW;
        let entity = EntityId(generator.entity.get());
        self.log.emit_flagged(
            Kind::GeneratorResumed,
            flags,
            entity,
            Cause::Current,
            place,
            text.0,
            0,
        );
    }

    pub(crate) fn log_generator_yielded(&mut self, frame: &PyFrame, value: &Value) {
        let Some(generator) = &frame.generator else {
            return;
        };
        if !self.tells(generator) || frame.code.file.is_library {
            return;
        }
        let text = self.repr_text(value);
        let place = self.place_of(&frame.code, frame.pc.saturating_sub(1));
        self.log.emit(
            Kind::GeneratorYielded,
            EntityId(generator.entity.get()),
            Cause::Current,
            place,
            text.0,
            0,
        );
    }

    pub(crate) fn log_generator_returned(&mut self, generator: &Rc<Generator>, value: &Value) {
        if !self.tells(generator) {
            return;
        }
        let text = self.repr_text(value);
        self.log.emit(
            Kind::GeneratorReturned,
            EntityId(generator.entity.get()),
            Cause::Current,
            Place::NONE,
            text.0,
            0,
        );
    }

    pub(crate) fn log_generator_raised(&mut self, generator: &Rc<Generator>, raise: &Raise) {
        if !self.tells(generator) {
            return;
        }
        let entity = EntityId(generator.entity.get());
        if raise.class().is_subclass_of(&self.types.generator_exit) {
            self.log.emit(
                Kind::GeneratorClosed,
                entity,
                Cause::Current,
                Place::NONE,
                0,
                0,
            );
            return;
        }
        let text = self.short_exception(raise);
        let text = self.log.intern_short(&text);
        self.log.emit(
            Kind::GeneratorRaised,
            entity,
            Cause::Current,
            Place::NONE,
            text.0,
            0,
        );
    }

    pub(crate) fn log_generator_closed(&mut self, generator: &Rc<Generator>) {
        if self.tells(generator) {
            let entity = EntityId(generator.entity.get());
            self.log.emit(
                Kind::GeneratorClosed,
                entity,
                Cause::Current,
                Place::NONE,
                0,
                0,
            );
        }
    }

    /// A generator hands over to another one by `yield from`.
    pub(crate) fn log_delegation(
        &mut self,
        frame: &PyFrame,
        is_await: bool,
        inner: &Rc<Generator>,
    ) {
        if is_await || !self.log.is_recording() || frame.code.file.is_library {
            return;
        }
        let first = inner.state.get() == crate::object::GeneratorState::Running
            && frame.resume_register != frame.pc as u16;
        if let Some(outer) = &frame.generator
            && first
            && self.tells(outer)
        {
            let place = self.place_of(&frame.code, frame.pc);
            let outer = EntityId(outer.entity.get());
            self.log.emit(
                Kind::DelegationBegan,
                outer,
                Cause::Current,
                place,
                inner.entity.get(),
                0,
            );
        }
    }

    /// The text of a value for an event, see [`Vm::short_repr`].
    pub fn repr_text(&mut self, value: &Value) -> TextId {
        if let Value::Int(number) = value {
            return self.log.intern_int(*number);
        }
        let text = self.short_repr(value);
        self.log.intern_short(&text)
    }

    /// `Class: message` of an exception, without running Python code.
    pub fn short_exception(&mut self, raise: &Raise) -> String {
        let name = raise.class().name();
        // Its message is a key, and shown as one.
        let is_key = raise.class().is_subclass_of(&self.types.key_error);
        let args = raise.data().map(|data| data.args.borrow().clone());
        match args {
            Some(Value::Tuple(args)) => match args.items() {
                [] => name.to_string(),
                [Value::Str(message)] if !is_key => format!("{name}: {message}"),
                [one] => format!("{name}: {}", self.short_repr(one)),
                [Value::Str(message), Value::List(members)]
                    if raise
                        .class()
                        .is_subclass_of(&self.types.base_exception_group) =>
                {
                    let count = members.items.borrow().len();
                    let plural = if count == 1 { "" } else { "s" };
                    format!("{name}: {message} ({count} sub-exception{plural})")
                }
                more => {
                    let all = Value::tuple(more.iter().cloned());
                    format!("{name}: {}", self.short_repr(&all))
                }
            },
            _ => name.to_string(),
        }
    }

    /// Writes to the program's standard output.
    pub fn write_stdout(&mut self, text: &str) -> Result<(), Raise> {
        if surrogates::any_in(text) {
            let text = Rc::new(Str::new(text));
            self.encode_text(&text, &Str::new("utf-8"), &Str::new("strict"))?;
        }
        self.write(Stream::Stdout, text)
    }

    /// Writes to the program's standard error; what exceeds the budget is dropped.
    pub fn write_stderr(&mut self, text: &str) {
        let _ = self.write(Stream::Stderr, &surrogates::escaped(text));
    }

    fn write(&mut self, stream: Stream, text: &str) -> Result<(), Raise> {
        if text.is_empty() {
            return Ok(());
        }
        if self.log.output().len() + text.len() > self.options.max_output {
            return Err(self.stop_for(super::Stop::Output));
        }
        let place = self.visitor_place();
        let subject = self.running_entity();
        self.log
            .write_output(stream, text.as_bytes(), subject, place);
        Ok(())
    }

    /// Remembers which handler of the program has got an exception that is no
    /// `Exception`: a cancellation, as a rule.
    #[cold]
    pub(crate) fn note_caught(&mut self, frame: &PyFrame, raise: &Raise) {
        let class = raise.class();
        let of_interest = !class.is_subclass_of(&self.types.exception)
            && !class.is_subclass_of(&self.types.generator_exit);
        if of_interest && !frame.code.file.is_library {
            // The first instruction belongs to the whole `try`, those behind
            // it to the clause.
            let line = |pc: u32| frame.code.positions.line(pc as usize);
            let first = frame.pc;
            let inside = (first..first.saturating_add(LANDING)).find(|pc| line(*pc) != line(first));
            self.caught_at = self.place_of(&frame.code, inside.unwrap_or(first));
        }
    }

    /// The line that was last reached by such an exception; then none is known.
    pub fn take_caught_place(&mut self) -> Place {
        std::mem::take(&mut self.caught_at)
    }

    /// Tells the log that a coroutine was never awaited, at the line that made
    /// it; returns what the warning says.
    pub(crate) fn note_never_awaited(&mut self, generator: &Generator) -> Value {
        let qualname = generator.qualname();
        let message = format!("coroutine '{qualname}' was never awaited");
        let place = match &generator.created {
            Some(entry) if self.log.is_recording() => self.place_of(&entry.code, entry.instruction),
            _ => Place::NONE,
        };
        let text = self.log.intern_short(&message);
        let flags = coroscope_trace::flags::NOTICE_NEVER_AWAITED;
        let entity = EntityId(generator.entity.get());
        self.log.emit_flagged(
            Kind::Notice,
            flags,
            entity,
            Cause::Current,
            place,
            text.0,
            0,
        );
        Value::string(message + &self.origin_text(generator))
    }
}
