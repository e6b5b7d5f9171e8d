//! `docs/limitations.md` says no more and no less than what is so.
//!
//! Beside each program `NAME.py` of `tests/limitations` stand `NAME.cpython`,
//! what CPython prints, and `NAME.out`, what we print.

#[expect(dead_code, reason = "other tests need more of it")]
mod runner;

use runner::{collect, differences};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const FOLDER: &str = "tests/limitations";

/// Every line of the page links one program, and every program has one line.
#[test]
fn the_page_names_each_program_once() {
    let page = fs::read_to_string("docs/limitations.md").unwrap_or_default();
    let mut named = BTreeSet::new();
    for line in page.lines().filter(|line| line.starts_with("- ")) {
        let links: Vec<&str> = line
            .split("(../tests/limitations/")
            .skip(1)
            .filter_map(|rest| rest.split_once(".py)"))
            .map(|(name, _)| name)
            .collect();
        let [name] = links.as_slice() else {
            panic!("not one program in: {line}");
        };
        assert!(named.insert((*name).to_owned()), "{name} has two lines");
    }
    let programs: BTreeSet<String> = collect(Path::new(FOLDER))
        .into_iter()
        .map(|program| program.name)
        .collect();
    assert!(!programs.is_empty());
    assert_eq!(named, programs);
}

/// What the page claims is still so. Where a limitation is gone, its line and
/// its files are to go too.
#[test]
fn each_limitation_still_holds() {
    let programs = collect(Path::new(FOLDER));
    let report = differences(&programs);
    assert!(report.is_empty(), "the page is no longer true: {report}");
    for program in &programs {
        let text = |extension: &str| {
            let path = Path::new(FOLDER).join(format!("{}.{extension}", program.name));
            fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
        };
        assert_ne!(
            text("cpython"),
            text("out"),
            "{}: nothing differs",
            program.name
        );
    }
}
