//! Telling two outcomes apart.

use crate::outcome::Outcome;

/// Lines of either side that a report shows.
const SHOWN: usize = 6;

/// What differs, as lines to read; `None` if nothing does.
pub fn difference(reference: &Outcome, ours: &Outcome) -> Option<String> {
    let (expected, printed) = (
        hide_addresses(&reference.stdout),
        hide_addresses(&ours.stdout),
    );
    if expected != printed {
        let mut report = lines(&expected, &printed);
        if reference.complaint != ours.complaint {
            report.push_str(&format!("stderr: {}\n", ours.complaint));
        }
        return Some(report);
    }
    if reference.status != ours.status {
        return Some(format!(
            "exit {} instead of {}\nstderr: {}\n",
            ours.status, reference.status, ours.complaint
        ));
    }
    let (expected, complaint) = (
        hide_addresses(&reference.complaint),
        hide_addresses(&ours.complaint),
    );
    (expected != complaint).then(|| lines(&expected, &complaint))
}

/// What a difference is about: how the two lines begin, and the status. While
/// a program shrinks, this stays, so that it does not turn into another one.
pub fn kind(reference: &Outcome, ours: &Outcome) -> Option<Kind> {
    difference(reference, ours)?;
    let (want, have) = if hide_addresses(&reference.stdout) == hide_addresses(&ours.stdout) {
        (&reference.complaint, &ours.complaint)
    } else {
        (&reference.stdout, &ours.stdout)
    };
    let (want, have) = (hide_addresses(want), hide_addresses(have));
    let same = want
        .lines()
        .zip(have.lines())
        .take_while(|(a, b)| a == b)
        .count();
    let word = |text: &str| {
        let line = text.lines().nth(same).unwrap_or("");
        line.split([' ', ':']).next().unwrap_or("").to_owned()
    };
    Some(Kind {
        words: [word(&want), word(&have)],
        status: reference.status,
    })
}

/// See [`kind`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kind {
    words: [String; 2],
    status: i32,
}

/// Addresses are never the same twice: the digits after `at 0x` become dots.
fn hide_addresses(text: &str) -> String {
    let mut pieces = text.split(" at 0x");
    let mut hidden = pieces.next().unwrap_or("").to_owned();
    for piece in pieces {
        hidden.push_str(" at 0x...");
        hidden.push_str(piece.trim_start_matches(|c: char| c.is_ascii_hexdigit()));
    }
    hidden
}

/// The first lines that differ: `-` is the reference, `+` is ours.
fn lines(reference: &str, ours: &str) -> String {
    let (want, have): (Vec<_>, Vec<_>) = (reference.lines().collect(), ours.lines().collect());
    let same = want.iter().zip(&have).take_while(|(a, b)| a == b).count();
    let mut report = format!("line {}\n", same + 1);
    for (sign, lines) in [("-", &want), ("+", &have)] {
        for line in lines.iter().skip(same).take(SHOWN) {
            report.push_str(&format!("{sign} {line}\n"));
        }
    }
    report
}

#[cfg(test)]
mod tests {
    use super::difference;
    use crate::outcome::Outcome;

    fn outcome(stdout: &str, complaint: &str, status: i32) -> Outcome {
        Outcome {
            stdout: stdout.to_owned(),
            complaint: complaint.to_owned(),
            status,
        }
    }

    #[test]
    fn addresses_are_not() {
        let (one, other) = (
            outcome("<f at 0x7f12> 1\n", "", 0),
            outcome("<f at 0x33> 1\n", "", 0),
        );
        assert_eq!(difference(&one, &other), None);
    }

    #[test]
    fn output_status_and_complaint_are_compared() {
        let reference = outcome("a\nb\n", "E: x", 1);
        assert_eq!(difference(&reference, &reference), None);
        for other in [
            outcome("a\nc\n", "E: x", 1),
            outcome("a\nb\n", "E: y", 1),
            outcome("a\nb\n", "E: x", 0),
        ] {
            assert!(difference(&reference, &other).is_some(), "{other:?}");
        }
    }
}
