//! The output as lines, each with the event that began it.

use coroscope_trace::log::OutputPiece;
use coroscope_trace::{EventIndex, Log, Stream};

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
}

/// All lines, in the order in which they were begun. A change of stream ends a line.
pub fn lines(log: &Log) -> Vec<OutputLine> {
    let output = log.output();
    let mut lines: Vec<OutputLine> = Vec::new();
    let mut open = false;
    for &OutputPiece {
        stream,
        start,
        end,
        event,
    } in log.output_pieces()
    {
        let mut at = start;
        let bytes = output.get(start as usize..end as usize).unwrap_or(&[]);
        for part in bytes.split_inclusive(|byte| *byte == b'\n') {
            let after = at + part.len() as u32;
            let closes = part.ends_with(b"\n");
            let line_end = if closes { after - 1 } else { after };
            match lines.last_mut() {
                Some(last) if open && last.stream == stream => last.end = line_end,
                _ => lines.push(OutputLine {
                    start: at,
                    end: line_end,
                    event,
                    stream,
                }),
            }
            open = !closes;
            at = after;
        }
    }
    lines
}

/// The text of a line, as far as it is UTF-8.
pub fn text_of(log: &Log, line: &OutputLine) -> String {
    let bytes = log
        .output()
        .get(line.start as usize..line.end as usize)
        .unwrap_or(&[]);
    String::from_utf8_lossy(bytes).into_owned()
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
        let found: Vec<_> = lines(&log)
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
}
