//! The command-line tool: runs a program as `python3` would, on virtual time,
//! or prints its event log.

use coroscope_session::RunOptions;
use coroscope_session::engine::Engine;
use coroscope_trace::{Language, export};
use std::io::{self, BufRead, Read, Write};
use std::process::ExitCode;
use std::{env, fs};

#[global_allocator]
static ALLOCATOR: coroscope_session::engine::CountingAllocator =
    coroscope_session::engine::CountingAllocator;

const USAGE: &str = "\
usage: coroscope run FILE|-    run a program or a session with prompts; time is virtual
       coroscope trace FILE|-  run it and print its event log as JSON lines
       coroscope pack FILE PROGRAM...
                               compile the library's core into FILE, for the engine's build;
                               what the programs use of it comes first
options:
       --text                  trace: print sentences instead
       --chinese               trace: print sentences in Chinese
       --seed N                seed of the random module (0)
       --max-instructions N    end the run after so many instructions
";

fn main() -> ExitCode {
    match command(env::args().skip(1).collect()) {
        Ok(code) => code,
        Err(message) => {
            eprintln!("coroscope: {message}");
            ExitCode::from(2)
        }
    }
}

/// What the command line asks for.
struct Request {
    trace: bool,
    /// The language of a log in sentences.
    language: Option<Language>,
    file: String,
    options: RunOptions,
}

fn parse(arguments: Vec<String>) -> Result<Request, String> {
    let mut words = arguments.into_iter();
    let trace = match words.next().as_deref() {
        Some("run") => false,
        Some("trace") => true,
        _ => return Err(USAGE.to_owned()),
    };
    let mut options = RunOptions {
        record: trace,
        max_instructions: u64::MAX,
        ..RunOptions::default()
    };
    let mut file = None;
    let mut language = None;
    while let Some(word) = words.next() {
        let mut number = |name: &str| {
            let text = words
                .next()
                .ok_or_else(|| format!("{name} needs a number"))?;
            text.parse::<u64>()
                .map_err(|_| format!("{name}: {text} is not a number"))
        };
        match word.as_str() {
            "--seed" => options.seed = number("--seed")?,
            "--text" => language = Some(Language::English),
            "--chinese" => language = Some(Language::Chinese),
            "--max-instructions" => options.max_instructions = number("--max-instructions")?,
            _ if file.is_none() && (word == "-" || !word.starts_with("--")) => file = Some(word),
            _ => return Err(format!("unknown argument {word}\n{USAGE}")),
        }
    }
    let file = file.ok_or_else(|| USAGE.to_owned())?;
    Ok(Request {
        trace,
        language,
        file,
        options,
    })
}

fn pack(file: &str, programs: &[String]) -> Result<(), String> {
    let texts = programs
        .iter()
        .map(|path| fs::read_to_string(path).map_err(|e| format!("cannot read {path}: {e}")))
        .collect::<Result<Vec<_>, _>>()?;
    let pack = coroscope_library::pack(|| {
        for record in [true, false] {
            let options = RunOptions {
                record,
                ..RunOptions::default()
            };
            for text in &texts {
                Engine::new(text, "main.py", &options).finish();
            }
        }
    })?;
    fs::write(file, pack).map_err(|e| format!("cannot write {file}: {e}"))
}

fn command(arguments: Vec<String>) -> Result<ExitCode, String> {
    if let [word, file, programs @ ..] = arguments.as_slice()
        && word == "pack"
    {
        pack(file, programs)?;
        return Ok(ExitCode::SUCCESS);
    }
    let request = parse(arguments)?;
    let (source, name) = if request.file == "-" {
        let mut text = String::new();
        io::stdin()
            .read_to_string(&mut text)
            .map_err(|e| format!("cannot read the program: {e}"))?;
        (text, "<stdin>".to_owned())
    } else {
        let text = fs::read_to_string(&request.file)
            .map_err(|e| format!("cannot read {}: {e}", request.file))?;
        (text, request.file.clone())
    };
    let mut engine = Engine::new(&source, &name, &request.options);
    engine.set_input(|| {
        let mut line = Vec::new();
        io::stdin().lock().read_until(b'\n', &mut line).ok()?;
        (!line.is_empty()).then(|| String::from_utf8_lossy(&line).into_owned())
    });
    let status = engine.finish().ending.exit_code();
    let written = if let (true, Some(language)) = (request.trace, request.language) {
        let text = export::story(engine.log(), language);
        io::stdout().write_all(text.as_bytes())
    } else if request.trace {
        let mut out = io::BufWriter::new(io::stdout().lock());
        export::json_pieces(engine.log())
            .try_for_each(|piece| out.write_all(piece.as_bytes()))
            .and_then(|()| out.flush())
    } else {
        let (out, err) = engine.printed();
        io::stdout()
            .write_all(out.as_bytes())
            .and_then(|()| io::stderr().write_all(err.as_bytes()))
    };
    // A reader that stopped reading is no error of ours.
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(format!("cannot write: {error}"))
        }
        _ => Ok(ExitCode::from(status as u8)),
    }
}
