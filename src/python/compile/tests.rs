//! The compiler, seen from outside: what it makes holds together, and what a
//! few small programs become.

use std::path::Path;

use super::verify::verify;
use super::{Mode, Options, compile_file, compile_source};
use crate::code::{SourceFile, disassemble};
use crate::object::intern;

fn check(source: &str, name: &str) {
    let code = compile_source(source, name, Mode::Exec)
        .unwrap_or_else(|problem| panic!("{name}: {problem}"));
    verify(&code).unwrap_or_else(|problem| panic!("{name}: {problem}"));
    let file = std::rc::Rc::new(SourceFile {
        name: intern(name),
        text: source.into(),
        ..SourceFile::default()
    });
    let options = Options {
        lines: true,
        separate_namespace: true,
        ..Options::default()
    };
    let code = compile_file(&file, Mode::Exec, options)
        .unwrap_or_else(|problem| panic!("{name}: {problem}"));
    verify(&code).unwrap_or_else(|problem| panic!("{name}, with lines: {problem}"));
}

/// All programs in a folder, at any depth.
fn check_folder(folder: &Path) -> usize {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return 0;
    };
    let mut count = 0;
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            count += check_folder(&path);
        } else if path.extension().is_some_and(|extension| extension == "py")
            && let Ok(source) = std::fs::read_to_string(&path)
        {
            check(&source, &path.display().to_string());
            count += 1;
        }
    }
    count
}

#[test]
fn the_library_compiles_to_sound_code() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    assert!(check_folder(&here.join("lib")) > 3);
}

#[test]
fn constructs_compile_to_sound_code() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    assert!(check_folder(&here.join("compile/sound")) > 0);
}

/// Programs beside the code they become: `NAME.py` and `NAME.txt`. With
/// `COROSCOPE_BLESS=1` in the environment the listings are written anew.
#[test]
fn listings_are_as_recorded() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("compile/listings");
    let mut count = 0;
    for entry in std::fs::read_dir(&folder).unwrap().flatten() {
        let path = entry.path();
        if path.extension().is_none_or(|extension| extension != "py") {
            continue;
        }
        let source = std::fs::read_to_string(&path).unwrap();
        let code = compile_source(&source, "listing.py", Mode::Exec).unwrap();
        verify(&code).unwrap();
        let listing = disassemble(&code);
        let recorded = path.with_extension("txt");
        if std::env::var_os("COROSCOPE_BLESS").is_some() {
            std::fs::write(&recorded, &listing).unwrap();
        }
        let expected = std::fs::read_to_string(&recorded).unwrap_or_default();
        assert_eq!(listing, expected, "{}", path.display());
        count += 1;
    }
    assert!(count >= 4, "{count} listings");
}

#[test]
fn the_verifier_notices_a_missing_value() {
    let code = compile_source("print(1 + x)\n", "broken", Mode::Exec).unwrap();
    let mut code = std::rc::Rc::try_unwrap(code).unwrap();
    assert_eq!(verify(&code), Ok(()));
    for index in 0..2 {
        let whole = std::mem::replace(&mut code.instructions[index], crate::code::Instr::Nop);
        assert!(verify(&code).is_err(), "without {whole:?}");
        code.instructions[index] = whole;
    }
}

#[test]
fn very_large_programs_compile_or_are_refused() {
    let numbered = |count: usize, each: &dyn Fn(usize) -> String| -> String {
        (0..count).map(each).collect::<Vec<_>>().join(", ")
    };
    let name = |index: usize| format!("a{index}");
    let fields = format!("x = f'{}'", "{x} ".repeat(40_000));
    check(&fields, "many fields");
    check(
        &format!("x = [{}]", numbered(70_000, &|_| "x".to_owned())),
        "a long list",
    );
    check(&format!("f({})", numbered(1_000, &name)), "many arguments");
    check(&format!("{} = x", numbered(1_000, &name)), "many targets");
    for source in [
        format!("{} = x", numbered(70_000, &name)),
        format!("def f({}): pass", numbered(70_000, &name)),
        format!("def f():\n  {} = x", numbered(70_000, &name)),
        "x.y\n".repeat(70_000),
    ] {
        let problem = compile_source(&source, "large", Mode::Exec).unwrap_err();
        assert_eq!(problem.message, "code object is too large");
    }
}
