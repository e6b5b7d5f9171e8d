//! What is read from a pack is what was compiled: the whole library goes
//! through one.

use super::{Origin, Pack, stub, write};
use crate::code::{Code, disassemble};
use crate::compile::{Mode, compile_source};
use crate::library::Library;
use crate::object::{Value, intern};
use std::path::Path;
use std::rc::Rc;

/// Compiles all modules in a folder, at any depth.
fn compile_all(folder: &Path, found: &mut Vec<(String, Rc<Code>)>) {
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            compile_all(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "py") {
            let text = std::fs::read_to_string(&path).expect("a text");
            let name = path.display().to_string();
            let code = compile_source(&text, &name, Mode::Exec).expect("it compiles");
            found.push((name, code));
        }
    }
}

/// Compares two code objects and those inside; gives how many there were.
fn compare(made: &Code, read: &Code) -> usize {
    let name = &made.qualname;
    assert!(read.late.is_none(), "{name}");
    assert_eq!(made.name.as_str(), read.name.as_str());
    assert_eq!(made.qualname.as_str(), read.qualname.as_str());
    assert_eq!(made.instructions, read.instructions, "{name}");
    assert_eq!(made.exceptions, read.exceptions, "{name}");
    assert_eq!(made.cell_registers, read.cell_registers, "{name}");
    let doc = |code: &Code| code.docstring().map(|text| text.to_string());
    assert_eq!(doc(made), doc(read), "{name}");
    assert_eq!(numbers(made), numbers(read), "{name}");
    for at in 0..made.instructions.len() {
        assert_eq!(made.positions.line(at), read.positions.line(at), "{name}");
    }
    assert_eq!(made.constants.len(), read.constants.len(), "{name}");
    let mut count = 1;
    for (made, read) in made.constants.iter().zip(&read.constants) {
        match (made, read) {
            (Value::Code(made), Value::Code(read)) => {
                let read = read.behind_stub().expect("read when first needed");
                count += compare(made, &read);
            }
            (made, read) => assert_eq!(format!("{made:?}"), format!("{read:?}"), "{name}"),
        }
    }
    count
}

fn numbers(code: &Code) -> (Vec<u16>, [bool; 3], String) {
    let numbers = vec![
        code.first_line as u16,
        code.kind as u16,
        code.positional,
        code.positional_only,
        code.keyword_only,
        code.free_count,
        code.register_count,
    ];
    let flags = [code.var_positional, code.var_keyword, code.has_namespace];
    // Names and sites show in the listing of the code without what is inside.
    let listing = disassemble(code);
    let own = listing.split("\n\n").next().unwrap_or_default().to_owned();
    (numbers, flags, own)
}

#[test]
fn the_library_comes_back_as_it_was_compiled() {
    let mut made = Vec::new();
    let library = Path::new(env!("CARGO_MANIFEST_DIR")).join("lib");
    compile_all(&library, &mut made);
    let modules: Vec<(&str, Rc<Code>)> = made
        .iter()
        .map(|(name, code)| (name.as_str(), Rc::clone(code)))
        .collect();
    let parts = write(&modules, None).expect("constants as the compiler makes them");
    let pack = Rc::new(Pack::open(parts.first.leak(), || &[]).expect("a pack"));
    let mut count = 0;
    for (name, code) in modules {
        let origin = Origin {
            library: Library::default(),
            module: 0,
            pack: Rc::clone(&pack),
            file: Rc::clone(&code.file),
        };
        let at = pack.place_of(name).expect("it is in the pack");
        let stub = stub(&origin, at, intern("<module>"), intern("<module>"));
        count += compare(&code, &stub.behind_stub().expect("a stub"));
    }
    assert!(count > 5_000, "{count}");
}

#[test]
fn bytes_that_are_no_pack_are_found_out() {
    assert!(Pack::open(&[], || &[]).is_none());
    assert!(Pack::open(&[200, 1], || &[]).is_none());
}
