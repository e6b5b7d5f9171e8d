//! Patterns and texts with what CPython's `re` finds in them.

use super::{Goal, Haystack, Program, compile};

fn plain(text: &str) -> String {
    let mut out = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match (c, c == '\\') {
            (_, true) => match chars.next() {
                Some('n') => out.push('\n'),
                Some('t') => out.push('\t'),
                Some(other) => out.push(other),
                None => {}
            },
            (c, _) => out.push(c),
        }
    }
    out
}

fn find_all(program: &Program, text: &[char]) -> String {
    let mut found = Vec::new();
    let (mut at, mut must_advance, mut steps) = (0, false, 1_000_000);
    while at <= text.len() {
        let result = program.run(
            Haystack::Chars(text),
            at,
            text.len(),
            Goal::Search,
            must_advance,
            &mut steps,
        );
        let Ok(Some((spans, last))) = result else {
            break;
        };
        let shown: Vec<String> = spans
            .iter()
            .map(|span| span.map_or("-1:-1".to_owned(), |(a, b)| format!("{a}:{b}")))
            .collect();
        let last = last.map_or("None".to_owned(), |last| last.to_string());
        found.push(format!("{}/{last}", shown.join(" ")));
        let (start, end) = spans[0].unwrap_or_default();
        must_advance = start == end;
        at = end;
    }
    found.join("|")
}

#[test]
fn same_as_cpython() {
    let mut program = None;
    let mut pattern = String::new();
    let mut wrong = Vec::new();
    for line in include_str!("testdata/matches.txt").lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let text = plain(fields[1]);
        match fields[0] {
            "!" => {
                let (message, position) = (plain(fields[2]), fields[3].parse().ok());
                match compile(&text, 0, false) {
                    Err(error) if error.message == message && error.position == position => {}
                    other => wrong.push(format!(
                        "{text:?}: {message} {position:?}, not {:?}",
                        other.map(drop)
                    )),
                }
            }
            "p" => {
                pattern = text;
                program = match compile(&pattern, 0, false) {
                    Ok(program) => Some(program),
                    Err(error) => {
                        wrong.push(format!("{pattern:?}: {error:?}"));
                        None
                    }
                };
                if let Some(program) = &program {
                    let names: Vec<String> = program
                        .names
                        .iter()
                        .map(|(name, group)| format!("{name}={group}"))
                        .collect();
                    let facts =
                        format!("{}\t{}\t{}", program.flags, program.groups, names.join(","));
                    if facts != fields[2..].join("\t") {
                        wrong.push(format!("{pattern:?}: {facts}, not {:?}", &fields[2..]));
                    }
                }
            }
            _ => {
                let Some(program) = &program else { continue };
                let chars: Vec<char> = text.chars().collect();
                let found = find_all(program, &chars);
                if found != fields[2] {
                    wrong.push(format!(
                        "{pattern:?} in {text:?}: {found}, not {}",
                        fields[2]
                    ));
                }
                let whole = program.run(
                    Haystack::Chars(&chars),
                    0,
                    chars.len(),
                    Goal::FullMatch,
                    false,
                    &mut 1_000_000,
                );
                if whole.is_ok_and(|found| found.is_some()) != (fields[3] == "True") {
                    wrong.push(format!("{pattern:?} is all of {text:?}: not {}", fields[3]));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn explosions_end() {
    let Ok(program) = compile("(a|a)*b", 0, false) else {
        panic!()
    };
    let text = "a".repeat(60);
    let mut steps = 100_000;
    let result = program.run(
        Haystack::Bytes(text.as_bytes()),
        0,
        60,
        Goal::Search,
        false,
        &mut steps,
    );
    assert!(result.is_err());
}
