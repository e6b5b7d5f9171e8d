//! Making programs.

use crate::dice::Dice;
use crate::grammar::Grammar;
use std::sync::LazyLock;

/// The grammars; together they are one.
const GRAMMARS: [&str; 14] = [
    include_str!("grammar/program.txt"),
    include_str!("grammar/expressions.txt"),
    include_str!("grammar/texts.txt"),
    include_str!("grammar/containers.txt"),
    include_str!("grammar/statements.txt"),
    include_str!("grammar/functions.txt"),
    include_str!("grammar/classes.txt"),
    include_str!("grammar/generators.txt"),
    include_str!("grammar/exceptions.txt"),
    include_str!("grammar/matching.txt"),
    include_str!("grammar/coroutines.txt"),
    include_str!("grammar/asynchronous.txt"),
    include_str!("grammar/library.txt"),
    include_str!("grammar/numbers.txt"),
];

/// Levels of rules below a program. More makes longer expressions.
const DEPTH: u32 = 8;

#[expect(
    clippy::panic,
    reason = "the grammars are part of this crate; a test reads them"
)]
static GRAMMAR: LazyLock<Grammar> = LazyLock::new(|| match Grammar::read(&GRAMMARS) {
    Ok(grammar) => grammar,
    Err(error) => panic!("grammar: {error}"),
});

/// How closely error texts are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorTexts {
    /// Word by word. Only with the release of CPython that the project's
    /// expectations were made with ([`TEXTS_OF`]): others word some differently.
    Compared,
    /// Programs print only the exceptions' types.
    Hidden,
}

/// Version of CPython whose error texts are compared.
pub const TEXTS_OF: (u32, u32) = (3, 11);

/// The program that belongs to a seed.
pub fn program(seed: u64, texts: ErrorTexts) -> String {
    let mut dice = Dice::new(seed);
    let text = match texts {
        ErrorTexts::Compared => "str(e)",
        ErrorTexts::Hidden => "''",
    };
    let body = GRAMMAR.expand("program", DEPTH, &mut dice);
    format!("def told(e):\n    return {text}\n{body}\n")
}

#[cfg(test)]
mod tests {
    use super::{ErrorTexts, program};

    #[test]
    fn a_seed_gives_one_program_and_another_seed_another() {
        let make = |seed| program(seed, ErrorTexts::Compared);
        assert_eq!(make(7), make(7));
        assert_ne!(make(7), make(8));
    }
}
