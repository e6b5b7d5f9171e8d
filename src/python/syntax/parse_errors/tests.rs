//! Wrong programs beside what CPython says of them.
//!
//! In `cases.txt` every case starts with a line `=== Class line:offset
//! message` (or `=== compiles`), followed by the program.

use crate::compile::{Mode, compile_source};

/// Stack of a browser's worker, in bytes.
const STACK: usize = 1 << 20;

fn outcome(source: &str) -> String {
    match compile_source(source, "<case>", Mode::Exec) {
        Ok(_) => "compiles".to_owned(),
        Err(problem) => format!(
            "{} {}:{} {}",
            problem.kind.class_name(),
            problem.start.line,
            problem.start.column + 1,
            problem.message
        ),
    }
}

#[test]
fn messages_and_places_are_those_of_cpython() {
    let mut failures = Vec::new();
    let mut count = 0;
    for case in include_str!("cases.txt").split("=== ").skip(1) {
        let (expected, source) = case.split_once('\n').unwrap_or((case, ""));
        let source = source.strip_suffix('\n').unwrap_or(source);
        let found = outcome(source);
        count += 1;
        if found != expected {
            failures.push(format!(
                "{source}\n  expected {expected}\n  found    {found}"
            ));
        }
    }
    assert!(count > 200, "{count} cases found");
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn deep_nesting_is_refused_without_recursion() {
    for (source, message) in [
        (
            "(".repeat(10_000) + &")".repeat(10_000),
            "too many nested parentheses",
        ),
        ("[".repeat(10_000), "too many nested parentheses"),
        (
            "x = ".to_owned() + &"-".repeat(50_000) + "1",
            "too deeply nested expression",
        ),
        ("not ".repeat(50_000) + "x", "too deeply nested expression"),
        (
            "x".to_owned() + &".y".repeat(50_000),
            "too deeply nested expression",
        ),
        (
            "x".to_owned() + &"()".repeat(50_000),
            "too deeply nested expression",
        ),
        (
            "lambda: ".repeat(50_000) + "1",
            "too deeply nested expression",
        ),
        (
            "lambda a, b: ".repeat(50_000) + "1",
            "too deeply nested expression",
        ),
        (
            "1 if x else ".repeat(50_000) + "2",
            "too deeply nested expression",
        ),
        ("2 ** ".repeat(50_000) + "2", "too deeply nested expression"),
        (
            "await ".repeat(50_000) + "x",
            "too deeply nested expression",
        ),
    ] {
        let found = outcome(&source);
        assert!(found.ends_with(message), "{}: {found}", &source[..20]);
    }
    let blocks: String = (0..200)
        .map(|depth| " ".repeat(depth) + "if x:\n")
        .collect();
    assert!(outcome(&blocks).contains("too many levels of indentation"));
}

#[test]
fn long_flat_programs_compile() {
    let sum = vec!["a"; 20_000].join(" + ");
    let conditions = vec!["a"; 20_000].join(" and ");
    let list = format!("[{}]", vec!["-1, (2), x.y"; 5_000].join(", "));
    let branches = format!("if a: pass\n{}", "elif b: pass\n".repeat(5_000));
    let products = vec!["-a.b.c(1)[2] ** -d"; 2_000].join(" + ");
    let negations = vec!["not a.b"; 2_000].join(" or ");
    let statements = "x = f(1)\n".repeat(5_000);
    for source in [
        sum, conditions, list, branches, products, negations, statements,
    ] {
        assert_eq!(outcome(&source), "compiles", "{}", &source[..20]);
    }
}

#[test]
fn a_long_chain_with_an_error_is_dropped_without_recursion() {
    let source = vec!["a"; 50_000].join(" + ") + " b c";
    assert_eq!(outcome(&source).split(' ').next(), Some("SyntaxError"));
}

/// The deepest programs that are accepted, on a stack no larger than a
/// browser gives a worker.
#[test]
fn accepted_programs_fit_a_small_stack() {
    let inner = "(".repeat(98) + &"-".repeat(390) + "x" + &")".repeat(98);
    let functions: String = (0..98)
        .map(|depth| " ".repeat(depth) + "def f():\n")
        .collect();
    let classes: String = (0..98)
        .map(|depth| " ".repeat(depth) + "class A:\n")
        .collect();
    let branches: String = (0..98).map(|depth| " ".repeat(depth) + "if x:\n").collect();
    let statement = format!("{}x = {inner}\n", " ".repeat(98));
    let lists = format!("x = {}y{}", "[*".repeat(99), "]".repeat(99));
    let calls = format!("x = {}y{}", "f(a, *b, c=".repeat(99), ")".repeat(99));
    let comprehensions = format!("x = {}y{}", "[".repeat(99), " for x in y]".repeat(99));
    let generators = format!("x = {}y{}", "(".repeat(99), " for x in y)".repeat(99));
    let lambdas = "x = ".to_owned() + &"lambda x: ".repeat(100) + "x";
    let conditions = "x = ".to_owned() + &"1 if x else ".repeat(399) + "x";
    let strings = format!("x = {}y{}", "f'{".repeat(49), "}'".repeat(49));
    let patterns = format!(
        "match x:\n case {}y{}: pass",
        "[".repeat(99),
        "]".repeat(99)
    );
    for source in [
        inner.clone(),
        functions + &statement,
        classes + &statement,
        branches + &statement,
        lists,
        calls,
        comprehensions,
        generators,
        lambdas,
        conditions,
        strings,
        patterns,
    ] {
        let start = source.get(..20).unwrap_or_default().to_owned();
        let found = std::thread::Builder::new()
            .stack_size(STACK)
            .spawn(move || outcome(&source))
            .unwrap()
            .join()
            .unwrap();
        assert_eq!(found, "compiles", "{start:?}");
    }
}
