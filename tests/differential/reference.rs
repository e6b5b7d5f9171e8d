//! CPython as the reference: one process that runs many programs.

use crate::outcome::Outcome;
use serde::Deserialize;
use std::io::{self, BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// The program that runs programs.
const DRIVER: &str = include_str!("driver.py");

/// A running `python3`.
pub struct Reference {
    child: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
    /// Major and minor version.
    pub version: (u32, u32),
}

/// One answer of the driver.
#[derive(Deserialize)]
#[serde(untagged)]
enum Answer {
    Outcome(Outcome),
    Costly { costly: bool },
}

impl Reference {
    /// Starts `python3`.
    ///
    /// # Errors
    /// When there is none, or it does not say its version.
    pub fn start() -> io::Result<Reference> {
        let mut child = Command::new("python3")
            .args(["-u", "-c", DRIVER])
            .env("PYTHONHASHSEED", "0")
            .env("PYTHONIOENCODING", "utf-8")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let missing = || io::Error::other("python3 has no pipes");
        let to = child.stdin.take().ok_or_else(missing)?;
        let mut from = BufReader::new(child.stdout.take().ok_or_else(missing)?);
        let mut line = String::new();
        from.read_line(&mut line)?;
        let version = line
            .trim()
            .split_once('.')
            .and_then(|(major, minor)| Some((major.parse().ok()?, minor.parse().ok()?)))
            .ok_or_else(|| io::Error::other("python3 does not say its version"))?;
        Ok(Reference {
            child,
            to,
            from,
            version,
        })
    }

    /// Runs a program; `None` if it takes more than a second of computing or
    /// much memory, or ends python3 itself.
    ///
    /// # Errors
    /// When there is no python3 any more.
    pub fn run(&mut self, source: &str) -> io::Result<Option<Outcome>> {
        writeln!(self.to, "{}", source.len())?;
        self.to.write_all(source.as_bytes())?;
        self.to.flush()?;
        let mut line = String::new();
        if self.from.read_line(&mut line)? == 0 {
            *self = Reference::start()?;
            return Ok(None);
        }
        match serde_json::from_str(&line)? {
            Answer::Outcome(outcome) => Ok(Some(outcome)),
            Answer::Costly { costly } => {
                debug_assert!(costly, "the driver says it only when it is so");
                *self = Reference::start()?;
                Ok(None)
            }
        }
    }
}

impl Drop for Reference {
    fn drop(&mut self) {
        // It may be in the midst of an endless program; nothing of it is kept.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
