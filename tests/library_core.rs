//! What is compiled ahead does not need what is not: a program that imports
//! only modules of the library's core needs no file with texts.

use coroscope_library::{CORE, library};
use coroscope_session::RunOptions;
use coroscope_session::engine::Engine;

#[test]
fn the_core_imports_only_the_core() {
    for module in CORE.iter().filter(|name| **name != "_prelude") {
        let program = format!("import sys, {module}\nprint(*sys.modules)\n");
        let mut engine = Engine::new(&program, "main.py", &RunOptions::default());
        engine.finish();
        let (out, err) = engine.printed();
        assert_eq!(err, "", "{module}");
        for imported in out.split_whitespace().filter(|name| library().has(name)) {
            assert!(CORE.contains(&imported), "{module} imports {imported}");
        }
    }
}
