//! The engine module: the interpreter as an ES module at a stable path.
//!
//! `engine/coroscope.js` and `.wasm` load in a page, a worker and Node;
//! `engine/worker.js` is how the page starts them.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::optimiser;
use crate::scripts;
use crate::sections;
use crate::setup::wasm_target::TARGET;
use crate::short_copies;
use crate::split;
use crate::workshop::{self, Workshop};

/// Where the parts beside the page go, and how much they are optimised.
pub(crate) struct Bundle {
    /// The folder that trunk will turn into `dist`.
    pub(crate) staging: PathBuf,
    /// Whether this is an optimised build.
    pub(crate) release: bool,
}

impl Bundle {
    /// As trunk tells its hooks; by hand, an optimised build straight into `dist`.
    pub(crate) fn from_hook_environment(workshop: &Workshop) -> Self {
        Self {
            staging: env::var_os("TRUNK_STAGING_DIR")
                .map_or_else(|| workshop.root().join("dist"), PathBuf::from),
            release: env::var("TRUNK_PROFILE").map_or(true, |profile| profile == "release"),
        }
    }
}

/// The files written by hand that go beside the wasm.
const COMPANIONS: [&str; 2] = ["coroscope.d.ts", WORKER];

/// The page's worker, which has the engine's script in itself.
const WORKER: &str = "worker.js";

/// The file with the library's texts.
const LIBRARY: &str = "library.txt";

/// The section of the compiled wasm that holds the texts.
const LIBRARY_SECTION: &str = "library-texts";

/// The sections in which the linker tells the splitter what refers to what.
const RELOCATIONS: [&str; 3] = ["linking", "reloc.CODE", "reloc.DATA"];

/// What wasm-bindgen calls the wasm, and what we call it.
const BINDGEN_WASM: &str = "coroscope_bg.wasm";
const WASM: &str = "coroscope.wasm";

/// Compiles the engine and writes it into the staging folder.
///
/// # Errors
/// When a tool fails or a file cannot be written.
pub(crate) fn build(workshop: &Workshop, bundle: &Bundle) -> Result<(), Failure> {
    let compiled = compile(workshop, bundle.release)?;
    let folder = bundle.staging.join("engine");
    fs::create_dir_all(&folder).map_err(|error| Failure::file("cannot make", &folder, &error))?;

    let work = workshop.root().join("target/engine");
    fs::create_dir_all(&work).map_err(|error| Failure::file("cannot make", &work, &error))?;
    let bytes = fs::read(&compiled).map_err(|e| Failure::file("cannot read", &compiled, &e))?;
    let (texts, code) = sections::cut_out(&bytes, LIBRARY_SECTION)
        .ok_or_else(|| Failure::new("the engine's wasm lacks the library's texts"))?;
    write(&folder.join(LIBRARY), texts)?;
    let code = RELOCATIONS.iter().fold(code, |code, name| {
        sections::cut_out(&code, name).map_or(code.clone(), |(_, rest)| rest)
    });
    let without_texts = work.join("worker.wasm");
    write(&without_texts, code)?;
    workshop::run(
        workshop
            .command("wasm-bindgen")
            .args([
                "--target",
                "web",
                "--no-typescript",
                "--out-name",
                "coroscope",
            ])
            .arg("--out-dir")
            .arg(&work)
            .arg(&without_texts),
    )?;
    let bound = work.join(BINDGEN_WASM);
    let wasm = folder.join(WASM);
    if bundle.release {
        optimiser::optimise(workshop, &bound, &wasm, &["-O3", "--strip-debug"])?;
        let optimised = fs::read(&wasm).map_err(|e| Failure::file("cannot read", &wasm, &e))?;
        write(&wasm, short_copies::by_a_function(&optimised)?)?;
    } else {
        copy(&bound, &wasm)?;
    }
    let script = read(&work.join("coroscope.js"))?;
    if !script.contains(BINDGEN_WASM) {
        return Err(Failure::new(format!(
            "wasm-bindgen's script no longer names {BINDGEN_WASM}"
        )));
    }
    let script = script.replace(BINDGEN_WASM, WASM);
    let script = bytes_first(&script)?;
    let (script, rest_name) = without_import(&script, "* as ", "\"./rest.js\"")?;
    let (script, library_names) = without_import(&script, "", "'./library.js'")?;
    let (script, events_names) = without_import(&script, "* as ", "\"./events.js\"")?;
    let by_hand = |name| read(&workshop.root().join("static/engine").join(name));
    let loader = by_hand("rest.js")?;
    let library = by_hand("library.js")?.replace("export ", "");
    let events = by_hand("events.js")?.replace("export ", "");
    let write_script = |rest: &str| {
        let whole = format!(
            "const REST = {rest:?};\n{loader}\nconst {rest_name} = {{ link_rest }};\n\
             const {library_names} = (() => {{\n{library}\n\
             return {{ readLibrary, fetchLibraryAhead }};\n}})();\n\
             const {events_names} = (() => {{\n{events}\nreturn {{ giveEvents }};\n}})();\n{script}"
        );
        write(&folder.join("coroscope.js"), whole)
    };
    write_script("")?;
    if bundle.release {
        write_script(&split::split(workshop, &folder, &bytes)?)?;
    }
    for name in COMPANIONS {
        copy(
            &workshop.root().join("static/engine").join(name),
            &folder.join(name),
        )?;
    }
    // The worker needs not wait until it has read which script it imports.
    let worker = folder.join(WORKER);
    scripts::in_one(workshop, bundle, &worker, &worker)
}

/// wasm-bindgen's script without its import of a module, and the name or names
/// that were imported: what is written by hand goes into the same file, which
/// makes files less to fetch before the first run.
fn without_import(script: &str, form: &str, module: &str) -> Result<(String, String), Failure> {
    let missing = || Failure::new(format!("wasm-bindgen's script does not import {module}"));
    let (before, after) = script
        .split_once(&format!(" from {module}"))
        .ok_or_else(missing)?;
    let (before, names) = before
        .rsplit_once(&format!("import {form}"))
        .ok_or_else(missing)?;
    let after = after.trim_start_matches([';', '\n']);
    Ok((format!("{before}{after}"), names.to_owned()))
}

/// wasm-bindgen's script, which asks whether it was given a `Request` or a
/// `Response` only where it was not given the wasm itself: in Node, to name
/// these classes loads an HTTP client, which takes longer than the engine. There
/// bytes are also compiled in this thread, which has nothing else to do: the
/// background is a millisecond or two later.
fn bytes_first(script: &str) -> Result<String, Failure> {
    let mut script = script.to_owned();
    for (class, given) in [("Request", "module_or_path"), ("Response", "module")] {
        let question = format!("typeof {class} === 'function' && {given} instanceof {class}");
        if script.matches(&question).count() != 1 {
            return Err(Failure::new(format!(
                "wasm-bindgen's script no longer asks once for a {class}"
            )));
        }
        script = script.replace(&question, &format!("!isWasm({given}) && {question}"));
    }
    let later = "const instance = await WebAssembly.instantiate(module, imports);";
    if script.matches(later).count() != 1 {
        return Err(Failure::new(
            "wasm-bindgen's script no longer makes an instance once",
        ));
    }
    script = script.replace(
        later,
        "const instance = inNode && !(module instanceof WebAssembly.Module)\n\
         ? new WebAssembly.Instance(new WebAssembly.Module(module), imports)\n\
         : await WebAssembly.instantiate(module, imports);",
    );
    Ok(format!(
        "const inNode = globalThis.process?.versions?.node !== undefined;\n\
         const isWasm = (given) =>\n  ArrayBuffer.isView(given) || given instanceof ArrayBuffer || \
         given instanceof WebAssembly.Module;\n{script}"
    ))
}

/// The programs of the gallery: what they use of the library comes first.
fn first_programs(workshop: &Workshop) -> Result<Vec<PathBuf>, Failure> {
    let folder = workshop.root().join("static/gallery");
    let entries =
        fs::read_dir(&folder).map_err(|error| Failure::file("cannot read", &folder, &error))?;
    let mut programs: Vec<PathBuf> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "py"))
        .collect();
    programs.sort();
    Ok(programs)
}

/// Compiles the library's core with the native tool; the path of the file.
fn pack(workshop: &Workshop) -> Result<PathBuf, Failure> {
    let path = workshop.target_folder().join("library.pack");
    let made = path.with_extension("new");
    workshop::run(
        workshop
            .command("cargo")
            .args(["run", "--quiet", "--bin", "coroscope", "--", "pack"])
            .arg(&made)
            .args(first_programs(workshop)?),
    )?;
    // An unchanged file keeps its date, and cargo need not build again.
    if fs::read(&path).ok() != fs::read(&made).ok() {
        fs::rename(&made, &path).map_err(|e| Failure::file("cannot write", &path, &e))?;
    }
    Ok(path)
}

/// What rustc is told for the engine, in place of `.cargo/config.toml`'s flags for
/// the page: where programs run, a call less is worth some bytes.
const FLAGS: [&str; 4] = [
    "-C",
    "llvm-args=-inline-threshold=100",
    "-C",
    "link-arg=--emit-relocs",
];

/// Runs cargo; the path of the wasm it made.
fn compile(workshop: &Workshop, release: bool) -> Result<PathBuf, Failure> {
    let mut command = workshop.wasm_command("cargo");
    command.args(["build", "--quiet", "--bin", "worker", "--target", TARGET]);
    command.env("COROSCOPE_PACK", pack(workshop)?);
    command.env("CARGO_ENCODED_RUSTFLAGS", FLAGS.join("\x1f"));
    if release {
        command.arg("--release");
    }
    workshop::run(&mut command)?;
    let profile = if release { "release" } else { "debug" };
    Ok(workshop
        .target_folder()
        .join(TARGET)
        .join(profile)
        .join("worker.wasm"))
}

fn read(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|error| Failure::file("cannot read", path, &error))
}

fn write(path: &Path, text: impl AsRef<[u8]>) -> Result<(), Failure> {
    fs::write(path, text).map_err(|error| Failure::file("cannot write", path, &error))
}

fn copy(from: &Path, to: &Path) -> Result<(), Failure> {
    fs::copy(from, to)
        .map(|_| ())
        .map_err(|error| Failure::file("cannot copy", from, &error))
}
