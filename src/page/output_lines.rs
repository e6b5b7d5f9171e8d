//! The output as lines, each with the event that began it.

use coroscope_trace::log::OutputPiece;
use coroscope_trace::{EventIndex, Kind, Log, Stream, TextId};

/// A line of output.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OutputLine {
    /// Its first byte in the log's output.
    pub start: u32,
    /// The byte after its last, without the line break.
    pub end: u32,
    /// The event that wrote its beginning; `NONE` if that was not recorded.
    pub event: EventIndex,
    /// Where it went.
    pub stream: Stream,
    /// What the visitor typed at its end, as a terminal shows it.
    pub typed: Option<TextId>,
}

impl OutputLine {
    /// Whether it is there at a cursor, where so many bytes have been written.
    pub fn is_reached(&self, cursor: u32, written: u32) -> bool {
        let is_echo = self.start == self.end && self.typed.is_some();
        self.start < written || (is_echo && self.event.0 <= cursor)
    }
}

/// Lines of a traceback that show calls of the library, one after the other.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Fold {
    /// The first of the lines.
    pub first: usize,
    /// How many there are.
    pub lines: usize,
    /// How many calls they show.
    pub frames: usize,
    /// Characters before the text of the last call.
    indent: usize,
}

impl Fold {
    /// A fold of these lines.
    pub const fn new(first: usize, lines: usize, frames: usize) -> Fold {
        Fold {
            first,
            lines,
            frames,
            indent: 0,
        }
    }
}

/// All lines of a log, kept up as it grows.
#[derive(Clone, Debug)]
pub struct OutputLines {
    lines: Vec<OutputLine>,
    folds: Vec<Fold>,
    /// Pieces that were seen; the last of them may have grown since.
    pieces: usize,
    /// Bytes that were seen.
    bytes: u32,
    /// Whether the last line has no line break yet.
    is_open: bool,
    /// The first event not yet searched for what was typed.
    next: EventIndex,
}

impl Default for OutputLines {
    fn default() -> OutputLines {
        OutputLines {
            lines: Vec::new(),
            folds: Vec::new(),
            pieces: 0,
            bytes: 0,
            is_open: false,
            next: EventIndex(0),
        }
    }
}

impl OutputLines {
    /// The lines, in the order in which they were begun. A change of stream ends a line.
    pub fn all(&self) -> &[OutputLine] {
        &self.lines
    }

    /// What the library shows of itself in tracebacks, in order.
    pub fn folds(&self) -> &[Fold] {
        &self.folds
    }

    /// Takes in what was added to the log since the last call.
    pub fn follow(&mut self, log: &Log) {
        let mut typed = log
            .events_from(self.next)
            .filter(|(_, event)| event.kind == Kind::InputRead && event.flags == 0)
            .map(|(index, event)| (index, event.text_a()))
            .peekable();
        let pieces = log.output_pieces();
        let first = self.pieces.saturating_sub(1);
        for piece in pieces.get(first..).unwrap_or(&[]) {
            while let Some((index, text)) = typed.next_if(|(index, _)| index.0 < piece.event.0) {
                self.echo(index, text);
            }
            self.add(log.output(), piece);
        }
        self.pieces = pieces.len();
        typed.for_each(|(index, text)| self.echo(index, text));
        self.next = EventIndex(log.len() as u32);
    }

    /// A terminal shows what is typed, with its line break.
    fn echo(&mut self, event: EventIndex, text: TextId) {
        match self.lines.last_mut() {
            Some(last) if self.is_open && last.stream == Stream::Stdout => last.typed = Some(text),
            _ => self.lines.push(OutputLine {
                start: self.bytes,
                end: self.bytes,
                event,
                stream: Stream::Stdout,
                typed: Some(text),
            }),
        }
        self.is_open = false;
    }

    fn add(&mut self, output: &[u8], piece: &OutputPiece) {
        let mut at = piece.start.max(self.bytes);
        let bytes = output.get(at as usize..piece.end as usize).unwrap_or(&[]);
        for part in bytes.split_inclusive(|byte| *byte == b'\n') {
            let after = at + part.len() as u32;
            let closes = part.ends_with(b"\n");
            let end = if closes { after - 1 } else { after };
            match self.lines.last_mut() {
                Some(last) if self.is_open && last.stream == piece.stream => last.end = end,
                _ => self.lines.push(OutputLine {
                    start: at,
                    end,
                    event: piece.event,
                    stream: piece.stream,
                    typed: None,
                }),
            }
            self.is_open = !closes;
            at = after;
            if closes && piece.stream == Stream::Stderr {
                self.fold_last(output);
            }
        }
        self.bytes = self.bytes.max(piece.end);
    }

    /// Puts the last line, which is whole now, into a fold if it belongs to one.
    fn fold_last(&mut self, output: &[u8]) {
        let Some((line, number)) = self.lines.last().zip(self.lines.len().checked_sub(1)) else {
            return;
        };
        let bytes = output.get(line.start as usize..line.end as usize);
        let text = String::from_utf8_lossy(bytes.unwrap_or(&[]));
        let indent = text.chars().take_while(|c| matches!(c, ' ' | '|')).count();
        let begins = library_spoken_of(&text).is_some();
        let last = self.folds.last_mut();
        let last = last.filter(|fold| fold.first + fold.lines == number);
        match last {
            Some(fold) if begins => {
                fold.lines += 1;
                fold.frames += 1;
                fold.indent = indent;
            }
            // The text of the call, and what points at a part of it.
            Some(fold) if indent > fold.indent => fold.lines += 1,
            _ if begins => self.folds.push(Fold {
                first: number,
                lines: 1,
                frames: 1,
                indent,
            }),
            _ => {}
        }
    }
}

/// What may stand before a line of a traceback: spaces, and the frame that an
/// exception group is drawn in.
const fn before_text(c: char) -> bool {
    matches!(c, ' ' | '|' | '+' | '-')
}

/// The text of a line, as far as it is UTF-8.
pub fn text_of(log: &Log, line: &OutputLine) -> String {
    let bytes = log
        .output()
        .get(line.start as usize..line.end as usize)
        .unwrap_or(&[]);
    String::from_utf8_lossy(bytes).into_owned()
}

/// The line of the program that a line of output speaks of: of a traceback, or
/// of a warning.
pub fn line_spoken_of(text: &str, file: &str) -> Option<u32> {
    let in_traceback = text
        .trim_start_matches(before_text)
        .strip_prefix("File \"")
        .and_then(|rest| rest.strip_prefix(file))
        .and_then(|rest| rest.strip_prefix("\", line "));
    let in_warning = || {
        text.strip_prefix(file)
            .and_then(|rest| rest.strip_prefix(':'))
            .filter(|rest| rest.contains("Warning"))
    };
    let digits = in_traceback.or_else(in_warning)?;
    let end = digits
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(digits.len());
    digits.get(..end)?.parse().ok()
}

/// The file and line of the library that a line of a traceback speaks of.
pub fn library_spoken_of(text: &str) -> Option<(&str, u32)> {
    let rest = text
        .trim_start_matches(before_text)
        .strip_prefix("File \"")?;
    let (file, rest) = rest.split_once("\", line ")?;
    file.starts_with("<library>/").then_some(())?;
    let end = rest
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(rest.len());
    Some((file, rest.get(..end)?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use coroscope_trace::{EntityId, Limits, Place};

    #[test]
    fn pieces_join_to_lines_and_streams_do_not_mix() {
        let mut log = Log::new(true, Limits::default());
        let write = |log: &mut Log, stream, text: &str| {
            log.write_output(stream, text.as_bytes(), EntityId::MAIN, Place::NONE);
        };
        write(&mut log, Stream::Stdout, "one ");
        write(&mut log, Stream::Stdout, "line\ntwo\n\n");
        write(&mut log, Stream::Stdout, "open");
        write(&mut log, Stream::Stderr, "error\n");
        write(&mut log, Stream::Stdout, "last");
        let mut all = OutputLines::default();
        all.follow(&log);
        let found: Vec<_> = all
            .all()
            .iter()
            .map(|line| (text_of(&log, line), line.stream, line.event.0))
            .collect();
        let out = Stream::Stdout;
        assert_eq!(
            found,
            [
                ("one line".to_owned(), out, 1),
                ("two".to_owned(), out, 2),
                (String::new(), out, 2),
                ("open".to_owned(), out, 3),
                ("error".to_owned(), Stream::Stderr, 4),
                ("last".to_owned(), out, 5),
            ]
        );
    }

    #[test]
    fn what_was_typed_ends_the_line_of_its_prompt() {
        let mut log = Log::new(true, Limits::default());
        let mut all = OutputLines::default();
        let write = |log: &mut Log, text: &str| {
            log.write_output(Stream::Stdout, text.as_bytes(), EntityId::MAIN, Place::NONE);
        };
        let read = |log: &mut Log, text: &str| {
            let typed = log.intern(text).0;
            let (main, cause) = (EntityId::MAIN, coroscope_trace::Cause::Current);
            log.emit(Kind::InputRead, main, cause, Place::NONE, typed, 0);
        };
        write(&mut log, "name? ");
        all.follow(&log);
        read(&mut log, "Ada");
        write(&mut log, "hello\n");
        all.follow(&log);
        read(&mut log, "alone");
        all.follow(&log);
        let typed = |line: &OutputLine| line.typed.map(|text| log.text(text).to_owned());
        let found: Vec<_> = all
            .all()
            .iter()
            .map(|line| (text_of(&log, line), typed(line)))
            .collect();
        let expected = [
            ("name? ".to_owned(), Some("Ada".to_owned())),
            ("hello".to_owned(), None),
            (String::new(), Some("alone".to_owned())),
        ];
        assert_eq!(found, expected);
        let reached = |cursor, written| {
            let lines = all.all().iter();
            lines
                .filter(|line| line.is_reached(cursor, written))
                .count()
        };
        assert_eq!((reached(3, 12), reached(4, 12)), (2, 3));
    }

    #[test]
    fn tracebacks_and_warnings_lead_to_lines_of_the_program() {
        let line = |text| line_spoken_of(text, "main.py");
        assert_eq!(line("  File \"main.py\", line 12, in f"), Some(12));
        assert_eq!(line("  |   File \"main.py\", line 3, in g"), Some(3));
        assert_eq!(line("main.py:6: RuntimeWarning: coroutine"), Some(6));
        assert_eq!(line("  File \"<library>/asyncio/tasks.py\", line 2"), None);
        assert_eq!(
            library_spoken_of("  File \"<library>/asyncio/tasks.py\", line 2, in sleep"),
            Some(("<library>/asyncio/tasks.py", 2))
        );
        assert_eq!(library_spoken_of("  File \"main.py\", line 12, in f"), None);
        assert_eq!(line("main.py:6"), None);
        assert_eq!(line("line 12"), None);
    }

    #[test]
    fn calls_of_the_library_that_follow_each_other_are_one_fold() {
        let text = "Traceback (most recent call last):\n  File \"main.py\", line 9, in <module>\n    run(main())\n  File \"<library>/asyncio/runners.py\", line 2, in run\n    return runner.run(main)\n           ^^^^^^^^\n  File \"<library>/asyncio/runners.py\", line 3, in run\n    f()\n  File \"main.py\", line 4, in main\n  | File \"<library>/asyncio/tasks.py\", line 5, in f\n  |   x\n  +-+---------------- 1 ----------------\nE: x\n";
        let mut log = Log::new(true, Limits::default());
        let mut lines = OutputLines::default();
        for part in text.split_inclusive('f') {
            log.write_output(Stream::Stderr, part.as_bytes(), EntityId::MAIN, Place::NONE);
            lines.follow(&log);
        }
        let folds = lines.folds().iter();
        let folds: Vec<_> = folds
            .map(|fold| (fold.first, fold.lines, fold.frames))
            .collect();
        assert_eq!(folds, [(3, 5, 2), (9, 2, 1)]);
    }

    #[test]
    fn following_bit_by_bit_gives_the_same_lines() {
        let mut log = Log::new(true, Limits::default());
        let mut followed = OutputLines::default();
        for (number, text) in ["a", "b\nc", "\n", "", "d\n\ne", "f"]
            .into_iter()
            .enumerate()
        {
            if number == 3 {
                // From here on pieces grow instead of becoming more.
                log.stop_recording();
            }
            log.write_output(Stream::Stdout, text.as_bytes(), EntityId::MAIN, Place::NONE);
            followed.follow(&log);
        }
        let mut at_once = OutputLines::default();
        at_once.follow(&log);
        let spans = |lines: &OutputLines| {
            lines
                .all()
                .iter()
                .map(|line| text_of(&log, line))
                .collect::<Vec<_>>()
        };
        assert_eq!(spans(&followed), spans(&at_once));
        assert_eq!(spans(&followed), ["ab", "c", "d", "", "ef"]);
    }
}
