//! The append-only log of one run.

use std::collections::BTreeMap;

use crate::entity::{Entity, EntityId, EntityKind};
use crate::event::{Event, EventIndex, Place, flags};
use crate::kind::Kind;
use crate::numbers::Numbers;
use crate::outbox::Outbox;
use crate::store::Store;
use crate::text::{TextId, Texts};

/// How much a log may hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Limits {
    /// Events; when they are used up, a `RecordingStopped` event ends the recording.
    pub max_events: u32,
    /// Bytes of interned texts; when they are used up, recording ends too.
    pub max_text_bytes: u32,
    /// Characters of one text taken by [`Log::intern_short`]; longer ones are cut.
    pub max_text_chars: u32,
}

impl Default for Limits {
    /// A million events: 32 MB.
    fn default() -> Limits {
        Limits {
            max_events: 1_000_000,
            max_text_bytes: 32 << 20,
            max_text_chars: 120,
        }
    }
}

/// Where output goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stream {
    /// Standard output.
    Stdout,
    /// Standard error.
    Stderr,
}

/// What an event is a consequence of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cause {
    /// The event that is being carried out now, see [`Log::set_current`].
    Current,
    /// That earlier event; `EventIndex::NONE` stands for the current one.
    At(EventIndex),
}

impl From<EventIndex> for Cause {
    fn from(index: EventIndex) -> Cause {
        Cause::At(index)
    }
}

/// A source file that places refer to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FileInfo {
    /// Name as a traceback shows it.
    pub name: String,
    /// Part of the library, not of the visitor's program.
    pub is_library: bool,
}

/// A piece of output: which stream, and which bytes of [`Log::output`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OutputPiece {
    /// Which stream.
    pub stream: Stream,
    /// First byte.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
    /// Its `OutputWritten` event; `NONE` if nothing was recorded.
    pub event: EventIndex,
}

/// Everything that was recorded of one run: events, the entities they speak
/// of, texts, source files and output.
///
/// Output is kept also while nothing is recorded; entities then get numbers
/// but no rows, so that numbers do not depend on recording.
#[derive(Clone, Debug)]
pub struct Log {
    pub(crate) events: Store<Event>,
    /// The events that were let go, see [`Log::hand_over_events`].
    pub(crate) outbox: Option<Box<Outbox>>,
    pub(crate) entities: Store<Entity>,
    pub(crate) texts: Texts,
    pub(crate) numbers: Numbers,
    pub(crate) files: Vec<FileInfo>,
    pub(crate) output: Vec<u8>,
    pub(crate) pieces: Vec<OutputPiece>,
    /// The loops and the events that created them.
    pub(crate) loops: Vec<(EventIndex, EntityId)>,
    /// New names, with the events that gave them.
    pub(crate) renames: BTreeMap<EntityId, Vec<(EventIndex, TextId)>>,
    pub(crate) entity_count: u32,
    kind_counts: [u32; EntityKind::ALL.len()],
    pub(crate) handles_finished: u32,
    recording: bool,
    limits: Limits,
    now: u64,
    current: EventIndex,
    halt: EventIndex,
    /// The first event that is more than an entry: where the log is full or halts.
    watched: u32,
    on_halt: Option<fn()>,
}

impl Log {
    /// A log that holds `RunStarted` and the main entity; an empty one (output only) if not `recording`.
    pub fn new(recording: bool, limits: Limits) -> Log {
        let mut log = Log::blank(limits);
        log.recording = recording;
        log.new_entity(EntityKind::Main, TextId::EMPTY, EntityId::NONE);
        let first = log.emit(
            Kind::RunStarted,
            EntityId::MAIN,
            Cause::Current,
            Place::NONE,
            0,
            0,
        );
        log.current = first;
        log
    }

    /// A log without even its first event, to be filled by [`Log::apply_delta`].
    pub fn blank(limits: Limits) -> Log {
        Log {
            events: Store::new(),
            outbox: None,
            entities: Store::new(),
            texts: Texts::new(),
            numbers: Numbers::new(),
            files: Vec::new(),
            output: Vec::new(),
            pieces: Vec::new(),
            loops: Vec::new(),
            renames: BTreeMap::new(),
            entity_count: 0,
            kind_counts: [0; EntityKind::ALL.len()],
            handles_finished: 0,
            recording: false,
            limits,
            now: 0,
            current: EventIndex::NONE,
            halt: EventIndex::NONE,
            watched: limits.max_events,
            on_halt: None,
        }
    }

    // ---- what emitters call ----

    /// Whether events are taken. Emitters may ask before they make a costly text.
    #[inline]
    pub const fn is_recording(&self) -> bool {
        self.recording
    }

    /// Sets the virtual time of the events to come, in nanoseconds.
    #[inline]
    pub const fn set_time(&mut self, nanoseconds: u64) {
        self.now = nanoseconds;
    }

    /// Makes `index` the event that what follows is a consequence of; returns the
    /// one before, to be set again when a nested activity is over. `NONE` (what
    /// [`Log::emit`] returns when nothing is recorded) changes nothing.
    #[inline]
    pub const fn set_current(&mut self, index: EventIndex) -> EventIndex {
        let before = self.current;
        if index.is_some() {
            self.current = index;
        }
        before
    }

    /// The event that what happens now is a consequence of.
    #[inline]
    pub const fn current(&self) -> EventIndex {
        self.current
    }

    /// From this event on [`Log::is_halted`] is true; `NONE`: never. `then` is
    /// called when the event is recorded.
    pub fn halt_at(&mut self, event: EventIndex, then: fn()) {
        self.halt = event;
        self.watched = self.limits.max_events.min(event.0);
        self.on_halt = Some(then);
    }

    /// Whether the event that was asked for has been recorded: the machine then
    /// stands still where it can, so that somebody may look at it.
    #[inline]
    pub const fn is_halted(&self) -> bool {
        self.events.len() > self.halt.to_usize()
    }

    /// Whether the next event is more than an entry; before, the log [is not
    /// halted](Log::is_halted) and will not be by it.
    #[inline]
    pub const fn is_watched(&self) -> bool {
        self.events.len() >= self.watched as usize
    }

    /// Appends an event; see [`Kind`] for what `a` and `b` hold.
    /// Returns its index, or `NONE` while nothing is recorded.
    #[inline]
    pub fn emit(
        &mut self,
        kind: Kind,
        subject: EntityId,
        cause: Cause,
        place: Place,
        a: u32,
        b: u32,
    ) -> EventIndex {
        self.emit_flagged(kind, 0, subject, cause, place, a, b)
    }

    /// As [`Log::emit`], with a variant of the kind, see [`flags`].
    #[inline]
    #[expect(
        clippy::too_many_arguments,
        reason = "one argument per field of the event"
    )]
    pub fn emit_flagged(
        &mut self,
        kind: Kind,
        flags: u8,
        subject: EntityId,
        cause: Cause,
        place: Place,
        a: u32,
        b: u32,
    ) -> EventIndex {
        if !self.recording {
            return EventIndex::NONE;
        }
        let cause = match cause {
            Cause::At(index) => index,
            Cause::Current => EventIndex::NONE,
        };
        self.record(kind, flags, subject, cause, place, a, b)
    }

    /// Makes an event of its parts: these come in registers. Without a cause, what
    /// is current is the cause.
    #[inline(never)]
    #[expect(
        clippy::too_many_arguments,
        reason = "one argument per field of the event"
    )]
    fn record(
        &mut self,
        kind: Kind,
        flags: u8,
        subject: EntityId,
        cause: EventIndex,
        place: Place,
        a: u32,
        b: u32,
    ) -> EventIndex {
        let cause = if cause.is_some() { cause } else { self.current };
        let event = Event {
            time: self.now,
            subject,
            cause,
            place,
            a,
            b,
            kind,
            flags,
        };
        self.append(event)
    }

    /// Appends a `LineReached`: most events are. Only while the log is not
    /// [watched](Log::is_watched).
    #[inline]
    pub fn emit_line(&mut self, subject: EntityId, place: Place) {
        if !self.recording {
            return;
        }
        self.push_event(Event {
            time: self.now,
            subject,
            cause: self.current,
            place,
            a: 0,
            b: 0,
            kind: Kind::LineReached,
            flags: 0,
        });
    }

    /// Appends an event whose operands are one number (see [`Event::wide`]).
    #[inline]
    pub fn emit_wide(
        &mut self,
        kind: Kind,
        subject: EntityId,
        cause: Cause,
        place: Place,
        value: u64,
    ) -> EventIndex {
        let (a, b) = crate::event::wide(value);
        self.emit_flagged(kind, 0, subject, cause, place, a, b)
    }

    /// Gives a new entity its number, also while nothing is recorded.
    #[inline]
    pub fn new_entity(&mut self, kind: EntityKind, name: TextId, parent: EntityId) -> EntityId {
        let id = EntityId(self.entity_count);
        self.entity_count = self.entity_count.wrapping_add(1);
        if self.recording {
            let number = match self.kind_counts.get_mut(kind as usize) {
                Some(count) => {
                    *count += 1;
                    *count
                }
                None => 0,
            };
            let created_at = EventIndex((self.events.len() as u32).wrapping_sub(1));
            self.entities.push(Entity {
                kind,
                name,
                created_at,
                parent,
                number,
            });
        }
        id
    }

    /// Stores a text once; `EMPTY` while nothing is recorded.
    pub fn intern(&mut self, text: &str) -> TextId {
        if !self.recording || text.is_empty() {
            return TextId::EMPTY;
        }
        let id = self.texts.intern(text);
        if self.texts.byte_len() > self.limits.max_text_bytes as usize {
            self.stop_recording();
        }
        id
    }

    /// As [`Log::intern`], but a long text is cut and ends in "…".
    pub fn intern_short(&mut self, text: &str) -> TextId {
        let limit = self.limits.max_text_chars as usize;
        if !self.recording || text.len() <= limit {
            return self.intern(text);
        }
        match text.char_indices().nth(limit) {
            None => self.intern(text),
            Some((end, _)) => {
                let kept = text.get(..end).unwrap_or("");
                self.intern(&format!("{kept}…"))
            }
        }
    }

    /// Registers a source file. After 255 files all further ones share the last number.
    pub fn add_file(&mut self, name: &str, is_library: bool) -> u8 {
        if let Some(number) = self.files.iter().position(|file| file.name == name) {
            return number as u8;
        }
        if self.files.len() < 255 {
            self.files.push(FileInfo {
                name: name.to_owned(),
                is_library,
            });
        }
        (self.files.len() - 1) as u8
    }

    /// Appends output and records it. Writing nothing is no event.
    pub fn write_output(
        &mut self,
        stream: Stream,
        bytes: &[u8],
        subject: EntityId,
        place: Place,
    ) -> EventIndex {
        if bytes.is_empty() {
            return EventIndex::NONE;
        }
        let start = self.output.len() as u32;
        self.output.extend_from_slice(bytes);
        let end = self.output.len() as u32;
        let flag = match stream {
            Stream::Stdout => flags::STDOUT,
            Stream::Stderr => flags::STDERR,
        };
        let event = self.emit_flagged(
            Kind::OutputWritten,
            flag,
            subject,
            Cause::Current,
            place,
            start,
            end - start,
        );
        self.append_piece(OutputPiece {
            stream,
            start,
            end,
            event,
        });
        event
    }

    /// Appends a piece, joined to the one before where no event tells them apart.
    pub(crate) fn append_piece(&mut self, piece: OutputPiece) {
        match self.pieces.last_mut() {
            Some(last)
                if !piece.event.is_some()
                    && !last.event.is_some()
                    && last.stream == piece.stream =>
            {
                last.end = piece.end;
            }
            _ => self.pieces.push(piece),
        }
    }

    /// Ends the recording with a `RecordingStopped` event; it cannot be taken up again.
    pub fn stop_recording(&mut self) {
        if self.recording {
            self.recording = false;
            self.append_known(Event {
                time: self.now,
                subject: EntityId::MAIN,
                cause: self.current,
                place: Place::NONE,
                a: 0,
                b: 0,
                kind: Kind::RecordingStopped,
                flags: 0,
            });
        }
    }

    /// Appends an event that is not made here.
    #[inline(never)]
    pub(crate) fn append_known(&mut self, event: Event) {
        self.keep_numbers_of(&event);
        self.push_event(event);
    }

    // The event is not written anywhere before it is known where it goes.
    #[inline(always)]
    fn push_event(&mut self, event: Event) {
        match event.kind {
            Kind::HandleFinished => self.handles_finished = self.handles_finished.wrapping_add(1),
            Kind::LoopCreated | Kind::Renamed => {
                self.list_event(event.kind, event.subject, event.text_a());
            }
            _ => {}
        }
        match &mut self.outbox {
            Some(outbox) => {
                outbox.packed.add(event);
                self.events.pass_over();
            }
            None => self.keep(
                event.time,
                event.subject,
                event.cause,
                event.place,
                (event.a, event.b),
                event.kind,
                event.flags,
            ),
        }
    }

    /// Takes an event's parts, not to have whoever packs them put them together.
    #[inline(never)]
    #[expect(
        clippy::too_many_arguments,
        reason = "one argument per field of the event"
    )]
    fn keep(
        &mut self,
        time: u64,
        subject: EntityId,
        cause: EventIndex,
        place: Place,
        (a, b): (u32, u32),
        kind: Kind,
        flags: u8,
    ) {
        self.events.push(Event {
            time,
            subject,
            cause,
            place,
            a,
            b,
            kind,
            flags,
        });
    }

    #[cold]
    #[inline(never)]
    fn list_event(&mut self, kind: Kind, subject: EntityId, name: TextId) {
        let index = EventIndex(self.events.len() as u32);
        if kind == Kind::LoopCreated {
            self.loops.push((index, subject));
        } else {
            let names = self.renames.entry(subject).or_default();
            names.push((index, name));
        }
    }

    // Nothing but the push takes the event: it is written where it belongs, and not
    // somewhere else first.
    #[inline(always)]
    fn append(&mut self, event: Event) -> EventIndex {
        let is_watched = self.is_watched();
        if is_watched && !self.has_room() {
            return EventIndex::NONE;
        }
        let index = EventIndex(self.events.len() as u32);
        self.push_event(event);
        if is_watched {
            self.halt_after(index);
        }
        index
    }

    /// Whether one event more may be recorded; ends the recording if not.
    #[cold]
    #[inline(never)]
    fn has_room(&mut self) -> bool {
        let has_room = self.events.len() < self.limits.max_events as usize;
        if !has_room {
            self.stop_recording();
        }
        has_room
    }

    #[cold]
    #[inline(never)]
    fn halt_after(&self, index: EventIndex) {
        if index == self.halt
            && let Some(then) = self.on_halt
        {
            then();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_do_not_depend_on_recording() {
        let mut on = Log::new(true, Limits::default());
        let mut off = Log::new(false, Limits::default());
        for log in [&mut on, &mut off] {
            let name = log.intern("Task-1");
            assert_eq!(
                log.new_entity(EntityKind::Task, name, EntityId::MAIN),
                EntityId(1)
            );
            log.write_output(Stream::Stdout, b"a", EntityId::MAIN, Place::NONE);
            log.write_output(Stream::Stdout, b"b", EntityId::MAIN, Place::NONE);
            log.write_output(Stream::Stderr, b"c", EntityId::MAIN, Place::NONE);
        }
        assert_eq!(on.len(), 4);
        assert!(off.is_empty() && off.entity(EntityId(1)).is_none());
        assert_eq!(on.output_of(Stream::Stdout), off.output_of(Stream::Stdout));
        assert_eq!(
            (on.output_pieces().len(), off.output_pieces().len()),
            (3, 2)
        );
    }

    #[test]
    fn causes_default_to_the_current_event() {
        let mut log = Log::new(true, Limits::default());
        let main = EntityId::MAIN;
        let first = log.emit(Kind::LineReached, main, Cause::Current, Place::NONE, 0, 0);
        let before = log.set_current(first);
        let second = log.emit(Kind::LineReached, main, Cause::Current, Place::NONE, 0, 0);
        log.set_current(before);
        let third = log.emit(Kind::LineReached, main, second.into(), Place::NONE, 0, 0);
        let causes: Vec<_> = log
            .events_from(EventIndex(0))
            .map(|(_, e)| e.cause)
            .collect();
        assert_eq!(causes, [EventIndex::NONE, EventIndex(0), first, second]);
        assert_eq!(third, EventIndex(3));
    }

    #[test]
    fn a_full_log_ends_in_a_marker() {
        let mut log = Log::new(
            true,
            Limits {
                max_events: 3,
                ..Limits::default()
            },
        );
        for _ in 0..9 {
            log.emit(
                Kind::LineReached,
                EntityId::MAIN,
                Cause::Current,
                Place::NONE,
                0,
                0,
            );
        }
        let kinds: Vec<_> = log
            .events_from(EventIndex(0))
            .map(|(_, e)| e.kind)
            .collect();
        let line = Kind::LineReached;
        assert_eq!(
            kinds,
            [Kind::RunStarted, line, line, Kind::RecordingStopped]
        );
        assert!(!log.is_recording());
    }

    #[test]
    fn long_texts_are_cut_at_a_character() {
        let mut log = Log::new(
            true,
            Limits {
                max_text_chars: 3,
                ..Limits::default()
            },
        );
        let cut = log.intern_short("äöüß");
        let whole = log.intern_short("äöü");
        assert_eq!((log.text(cut), log.text(whole)), ("äöü…", "äöü"));
    }

    #[test]
    fn a_new_name_holds_from_its_event_on() {
        let mut log = Log::new(true, Limits::default());
        let (old, new) = (log.intern("Task-1"), log.intern("fetcher"));
        let task = log.new_entity(EntityKind::Task, old, EntityId::MAIN);
        let before = log.emit(Kind::TaskCreated, task, Cause::Current, Place::NONE, 0, 0);
        let renamed = log.emit(Kind::Renamed, task, Cause::Current, Place::NONE, new.0, 0);
        assert_eq!(
            (log.name_at(task, before), log.name_at(task, renamed)),
            (old, new)
        );
    }

    #[test]
    fn files_are_registered_once() {
        let mut log = Log::new(true, Limits::default());
        assert_eq!(log.add_file("main.py", false), 0);
        assert_eq!(log.add_file("asyncio/locks.py", true), 1);
        assert_eq!(log.add_file("main.py", false), 0);
        assert_eq!(log.files().len(), 2);
    }
}
