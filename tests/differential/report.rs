//! What is said of a program that differs: a smaller one, and its difference.

use crate::compare::{Kind, difference, kind};
use crate::ours;
use crate::reference::Reference;
use crate::shrink::shrink;
use std::io;

/// A small program with the same kind of difference.
#[derive(Clone, Debug)]
pub struct Report {
    /// The program.
    pub source: String,
    /// What differs, as lines to read.
    pub difference: String,
}

/// Shrinks a program whose difference is of this kind.
///
/// # Errors
/// When python3 cannot be run.
pub fn report(source: &str, wanted: &Kind) -> io::Result<Report> {
    let mut reference = Reference::start()?;
    let mut still = |text: &str| match reference.run(text) {
        Ok(Some(outcome)) => kind(&outcome, &ours::run(text)).as_ref() == Some(wanted),
        Ok(None) | Err(_) => false,
    };
    let source = shrink(source, &mut still);
    let difference = match reference.run(&source)? {
        Some(outcome) => difference(&outcome, &ours::run(&source)).unwrap_or_default(),
        None => String::new(),
    };
    Ok(Report { source, difference })
}
