//! Programs beside what CPython prints for them: `NAME.py`, `NAME.out` and,
//! where the program ends with a status other than 0, `NAME.err`, whose first
//! line is `exit N` and whose last line is the one of standard error that names
//! the exception.

mod runner;

use runner::{Program, collect, differences, read_list};
use std::path::Path;

/// The programs whose numbers stand in `passing.txt` pass. Others that pass
/// too are named, so that they can be added.
#[test]
fn conformance_programs_print_what_cpython_prints() {
    let folder = Path::new("tests/conformance");
    let required = read_list(&folder.join("passing.txt"));
    let programs = collect(folder);
    let known: Vec<&str> = programs.iter().map(Program::number).collect();
    let unknown: Vec<_> = required
        .iter()
        .filter(|number| !known.contains(&number.as_str()))
        .collect();
    assert!(
        unknown.is_empty(),
        "passing.txt names programs that do not exist: {unknown:?}"
    );
    let (must, may): (Vec<_>, Vec<_>) = programs
        .into_iter()
        .partition(|program| required.iter().any(|number| number == program.number()));
    assert!(!must.is_empty());
    let surprising: Vec<_> = may
        .iter()
        .filter(|program| program.run().is_ok())
        .map(|program| program.name.as_str())
        .collect();
    println!("not in passing.txt, but they pass: {surprising:?}");
    let report = differences(&must);
    assert!(report.is_empty(), "{report}");
}

/// All programs of our own pass.
#[test]
fn programs_of_language_and_library_print_what_cpython_prints() {
    let mut programs = collect(Path::new("tests/programs"));
    programs.append(&mut collect(Path::new("tests/library")));
    let report = differences(&programs);
    assert!(report.is_empty(), "{report}");
}

/// Every example of the page's gallery prints what CPython prints.
#[test]
fn gallery_examples_print_what_cpython_prints() {
    let mut programs = collect(Path::new("static/gallery"));
    assert!(!programs.is_empty());
    for program in &mut programs {
        program.expect_from(Path::new("tests/gallery"));
    }
    let report = differences(&programs);
    assert!(report.is_empty(), "{report}");
}
