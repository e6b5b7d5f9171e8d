//! `asyncio.async`: a name until Python 3.6, a keyword since. Old programs are
//! full of it, and in this place it can mean nothing else.

use ruff_python_ast::token::{Token, TokenKind};
use ruff_text_size::Ranged;

/// The name behind `asyncio.`
pub(super) const NAME: &str = "async";

/// What the parser reads in its place; as long, so that no position moves.
/// Lowering puts the name back where the source has it.
pub(super) const STAND_IN: &str = "_sync";

/// The module that had the function.
const MODULE: &str = "asyncio";

/// The source with a stand-in wherever it says `asyncio.async`; `None` if it
/// does not.
pub(super) fn replaced(source: &str, tokens: &[Token]) -> Option<String> {
    let mut text = String::with_capacity(source.len());
    let mut done = 0;
    for three in tokens.windows(3) {
        let [module, dot, name] = three else {
            continue;
        };
        let kinds = [module.kind(), dot.kind(), name.kind()];
        if kinds != [TokenKind::Name, TokenKind::Dot, TokenKind::Async] {
            continue;
        }
        let (start, end) = (name.start().to_usize(), name.end().to_usize());
        let module = source.get(module.start().to_usize()..module.end().to_usize());
        if module == Some(MODULE) && source.get(start..end) == Some(NAME) {
            text.push_str(source.get(done..start)?);
            text.push_str(STAND_IN);
            done = end;
        }
    }
    if done == 0 {
        return None;
    }
    text.push_str(source.get(done..)?);
    Some(text)
}
