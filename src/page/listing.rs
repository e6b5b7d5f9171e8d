//! What a run tells about single lines of its text: old spellings, and for a
//! transcript whether it printed what the text shows.

use coroscope_session::transcript::{Compared, compare, is_transcript, units};
use coroscope_trace::notices::{Notices, Trouble};
use coroscope_trace::old_spelling::OldSpelling;
use coroscope_trace::{EventIndex, Log};

use crate::breakpoints::PROGRAM_FILE;
use crate::state::{Hints, Old, Problem};
use crate::text::Lang;

/// Longest text beside a line, in characters.
const LONGEST: usize = 300;

/// A mark beside a line of a transcript's output.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Verdict {
    /// Counted from 1.
    pub line: u32,
    /// Whether the run printed this line.
    pub agrees: bool,
    /// What the run did, for the pointer and for screen readers.
    pub title: String,
}

/// A hint for each old spelling that the text shows.
pub fn hints(hints: &Hints, lang: Lang) -> Vec<Problem> {
    let problem = |old: &Old| Problem {
        from: old.from,
        to: old.to,
        message: lang.old_spelling(old.spelling),
        is_hint: true,
    };
    hints.all.iter().map(problem).collect()
}

/// A hint for each line with an old spelling that has run.
pub fn old_spellings(log: &Log, notices: &Notices, source: &str, lang: Lang) -> Vec<Problem> {
    let all = notices.all().into_iter();
    all.filter(|notice| notice.trouble == Trouble::OldSpelling)
        .filter(|notice| notice.place.file() == PROGRAM_FILE)
        .filter_map(|notice| {
            let old = OldSpelling::from_name(log.text(notice.text))?;
            let line = notice.place.line();
            let text = source.lines().nth((line as usize).checked_sub(1)?)?;
            let indent = text.chars().take_while(|c| c.is_whitespace()).count() as u32;
            let end = text.trim_end().chars().count() as u32;
            Some(Problem {
                from: (line, indent),
                to: (line, end.max(indent)),
                message: lang.old_spelling(old),
                is_hint: true,
            })
        })
        .collect()
}

/// The marks of a transcript at an event; none for other programs.
pub fn verdicts(source: &str, log: &Log, cursor: EventIndex, lang: Lang) -> Vec<Verdict> {
    if !is_transcript(source) {
        return Vec::new();
    }
    compare(&units(source), log, cursor)
        .into_iter()
        .map(|compared| Verdict {
            line: compared.line,
            agrees: compared.agrees,
            title: title(&compared, lang),
        })
        .collect()
}

fn title(compared: &Compared, lang: Lang) -> String {
    if compared.agrees {
        return lang.printed_so().to_owned();
    }
    if compared.printed.is_empty() {
        return lang.not_printed().to_owned();
    }
    let printed = compared.printed.join("\n");
    let mut short: String = printed.chars().take(LONGEST).collect();
    if short.len() < printed.len() {
        short.push('…');
    }
    lang.printed_instead(&short)
}

#[cfg(test)]
mod tests {
    use super::*;
    use coroscope_trace::{Cause, EntityId, Kind, Limits, Place, Stream};

    fn session() -> Log {
        let mut log = Log::new(true, Limits::default());
        let main = EntityId::MAIN;
        for (number, printed) in [(0, "1\n"), (1, "3\n"), (2, "")] {
            let kind = Kind::PromptReached;
            log.emit(kind, main, Cause::Current, Place::NONE, number, 0);
            log.write_output(Stream::Stdout, printed.as_bytes(), main, Place::NONE);
        }
        let kind = Kind::RunEnded;
        log.emit(kind, main, Cause::Current, Place::NONE, 0, 0);
        log
    }

    const SOURCE: &str = ">>> 1\n1\n>>> 3\n2\n>>> x = 1\n4\n";

    #[test]
    fn lines_are_marked_once_their_prompt_is_done() {
        let log = session();
        let lines = |cursor| -> Vec<(u32, bool)> {
            verdicts(SOURCE, &log, EventIndex(cursor), Lang::En)
                .iter()
                .map(|verdict| (verdict.line, verdict.agrees))
                .collect()
        };
        assert_eq!(lines(2), []);
        assert_eq!(lines(3), [(2, true)]);
        let last = log.len() as u32 - 1;
        assert_eq!(lines(last), [(2, true), (4, false), (6, false)]);
        assert_eq!(verdicts("x = 1\n", &log, EventIndex(last), Lang::En), []);
    }

    #[test]
    fn a_mark_says_what_was_printed() {
        let log = session();
        let last = EventIndex(log.len() as u32 - 1);
        let titles: Vec<String> = verdicts(SOURCE, &log, last, Lang::En)
            .into_iter()
            .map(|verdict| verdict.title)
            .collect();
        let expected = [
            "The run printed this line",
            "The run printed: 3",
            "The run did not print this line",
        ];
        assert_eq!(titles, expected);
    }

    #[test]
    fn an_old_spelling_is_underlined_where_it_stands() {
        let mut log = Log::new(true, Limits::default());
        let file = log.add_file("main.py", false);
        let name = log.intern(OldSpelling::Coroutine.as_str());
        let place = Place::new(file, 2);
        let kind = Kind::Hint;
        log.emit(kind, EntityId::MAIN, Cause::Current, place, name.0, 0);
        let mut notices = Notices::default();
        notices.follow(&log);
        let found = old_spellings(&log, &notices, "x\n  @asyncio.coroutine\n", Lang::En);
        let [hint] = found.as_slice() else {
            panic!("one hint was expected: {found:?}");
        };
        assert_eq!((hint.from, hint.to), ((2, 2), (2, 20)));
        assert!(hint.message.contains("gone since Python 3.11"));
    }
}
