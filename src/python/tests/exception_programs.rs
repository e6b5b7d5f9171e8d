//! Programs about exceptions, tracebacks and `sys`, beside what CPython
//! writes: `NAME.out`, and for programs that fail `NAME.err` (exit status,
//! then standard error).
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use coroscope_python::builtins::traceback;
use coroscope_python::object::{Raise, Value};
use coroscope_python::vm::{Outcome, RunStatus, Vm, VmOptions};
use coroscope_trace::Stream;
use std::path::Path;

/// Far more than any of the programs needs.
const MAX_INSTRUCTIONS: u64 = 50_000_000;

fn run_to_end(vm: &mut Vm) -> Result<(), Raise> {
    match vm.run(MAX_INSTRUCTIONS) {
        RunStatus::Finished(Outcome::Raised(raise)) => Err(raise),
        RunStatus::Finished(_) => Ok(()),
        other => panic!("the program did not end: {other:?}"),
    }
}

/// Exit status, standard output, standard error.
fn run(source: &str, name: &str) -> (i32, String, String) {
    let mut vm = Vm::new(VmOptions {
        library: coroscope_library::library(),
        ..VmOptions::default()
    });
    let outcome = vm
        .start_program(source, name)
        .and_then(|()| run_to_end(&mut vm));
    let status = match outcome {
        Ok(()) => 0,
        Err(raise) if raise.class().is_subclass_of(&vm.types.system_exit) => {
            match raise.data().map(|data| data.value.borrow().clone()) {
                Some(Value::Int(status)) => i32::try_from(status).unwrap(),
                _ => 0,
            }
        }
        Err(raise) => {
            traceback::start_report(&mut vm, &raise);
            run_to_end(&mut vm).unwrap();
            1
        }
    };
    let text = |stream| String::from_utf8(vm.log.output_of(stream)).unwrap();
    (status, text(Stream::Stdout), text(Stream::Stderr))
}

#[test]
fn programs_write_what_cpython_writes() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/programs/exceptions");
    let mut failures = Vec::new();
    let mut count = 0;
    for entry in std::fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|e| e != "py") {
            continue;
        }
        count += 1;
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let (status, out, err) = run(&std::fs::read_to_string(&path).unwrap(), &name);
        let expected_out = std::fs::read_to_string(path.with_extension("out")).unwrap();
        let expected_err = std::fs::read_to_string(path.with_extension("err"))
            .unwrap_or_else(|_| "exit 0\n".to_owned());
        let err = format!("exit {status}\n{err}");
        if out != expected_out {
            failures.push(format!(
                "{name}: standard output\n--- expected\n{expected_out}--- found\n{out}"
            ));
        }
        if err != expected_err {
            failures.push(format!(
                "{name}: standard error\n--- expected\n{expected_err}--- found\n{err}"
            ));
        }
    }
    assert!(count > 10, "programs are missing");
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
