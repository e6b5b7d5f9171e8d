//! Old spellings that a text shows before it runs, found by its tokens. What
//! only a run can tell (`await lock`, a plain generator that is used as a
//! coroutine) is told then.

use std::collections::HashSet;

use coroscope_trace::old_spelling::OldSpelling;
use ruff_python_ast::token::TokenKind;
use ruff_text_size::Ranged;

use super::parse;
use super::position::{LineColumn, LineIndex};

/// The module whose names these are.
const MODULE: &str = "asyncio";

/// What had an argument `loop=` until Python 3.9.
const HAD_LOOP: [&str; 16] = [
    "sleep",
    "wait",
    "wait_for",
    "gather",
    "shield",
    "as_completed",
    "open_connection",
    "start_server",
    "Lock",
    "Event",
    "Condition",
    "Semaphore",
    "BoundedSemaphore",
    "Queue",
    "LifoQueue",
    "PriorityQueue",
];

/// An old spelling in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// Which.
    pub spelling: OldSpelling,
    /// Where it begins.
    pub start: LineColumn,
    /// Where it ends.
    pub end: LineColumn,
}

/// The old spellings of a text, in the order in which they stand there.
pub fn old_spellings(source: &str) -> Vec<Found> {
    if !source.contains(MODULE) {
        return Vec::new();
    }
    let lines = LineIndex::new(source);
    let tokens = tokens_of(&lines);
    let mut reader = Reader {
        lines,
        tokens: &tokens,
        coroutines: coroutine_functions(&tokens),
        lists: HashSet::new(),
        calls: Vec::new(),
        blocks: Vec::new(),
        in_header: false,
        found: Vec::new(),
    };
    for at in 0..tokens.len() {
        reader.read(at);
    }
    reader.found
}

/// A token with its text.
#[derive(Clone, Copy)]
struct Token<'s> {
    kind: TokenKind,
    text: &'s str,
    start: u32,
    end: u32,
}

fn tokens_of<'s>(lines: &LineIndex<'s>) -> Vec<Token<'s>> {
    let is_read = |kind| !matches!(kind, TokenKind::Comment | TokenKind::NonLogicalNewline);
    parse::tokens(lines)
        .into_iter()
        .filter(|token| is_read(token.kind()))
        .map(|token| {
            let (start, end) = (token.start(), token.end());
            let text = lines.source().get(start.to_usize()..end.to_usize());
            Token {
                kind: token.kind(),
                text: text.unwrap_or(""),
                start: start.to_u32(),
                end: end.to_u32(),
            }
        })
        .collect()
}

/// The names behind `async def`.
fn coroutine_functions<'s>(tokens: &[Token<'s>]) -> HashSet<&'s str> {
    let threes = tokens.windows(3).filter_map(|three| match three {
        [first, second, name]
            if first.kind == TokenKind::Async && second.kind == TokenKind::Def =>
        {
            Some(name.text)
        }
        _ => None,
    });
    threes.collect()
}

struct Reader<'t, 's> {
    lines: LineIndex<'s>,
    tokens: &'t [Token<'s>],
    coroutines: HashSet<&'s str>,
    /// Names of lists that begin with a call of a coroutine function.
    lists: HashSet<&'s str>,
    /// The open brackets: the function of asyncio that is called, if it is one.
    calls: Vec<Option<&'s str>>,
    /// The open blocks: whether each is the body of a function.
    blocks: Vec<bool>,
    /// The current line has begun with `def`.
    in_header: bool,
    found: Vec<Found>,
}

impl<'s> Reader<'_, 's> {
    fn kind(&self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    fn name(&self, at: usize) -> &'s str {
        match self.tokens.get(at) {
            Some(token) if token.kind == TokenKind::Name => token.text,
            _ => "",
        }
    }

    fn tell(&mut self, spelling: OldSpelling, first: usize, last: usize) {
        let (Some(first), Some(last)) = (self.tokens.get(first), self.tokens.get(last)) else {
            return;
        };
        self.found.push(Found {
            spelling,
            start: self.lines.line_column(first.start),
            end: self.lines.line_column(last.end),
        });
    }

    fn read(&mut self, at: usize) {
        let Some(token) = self.tokens.get(at) else {
            return;
        };
        match token.kind {
            TokenKind::Def => self.in_header = true,
            TokenKind::Newline if self.kind(at + 1) != Some(TokenKind::Indent) => {
                self.in_header = false;
            }
            TokenKind::Indent => self.blocks.push(std::mem::take(&mut self.in_header)),
            TokenKind::Dedent => drop(self.blocks.pop()),
            TokenKind::Lpar => {
                let called = self.function_of_module(at);
                self.calls.push(called);
            }
            TokenKind::Lsqb | TokenKind::Lbrace => self.calls.push(None),
            TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace => drop(self.calls.pop()),
            TokenKind::With => self.read_with(at),
            TokenKind::From if self.name(at + 1) == MODULE => self.read_import(at + 2),
            TokenKind::Name => self.read_name(at, token.text),
            _ => {}
        }
    }

    /// The function that a bracket calls, if it is written `asyncio.name(`.
    fn function_of_module(&self, bracket: usize) -> Option<&'s str> {
        let module = bracket.checked_sub(3)?;
        let is_ours = self.name(module) == MODULE && self.kind(module + 1) == Some(TokenKind::Dot);
        Some(self.name(module + 2)).filter(|name| is_ours && !name.is_empty())
    }

    /// `with await …`, `with (yield from …)`
    fn read_with(&mut self, at: usize) {
        let kinds = [1, 2, 3].map(|ahead| self.kind(at + ahead));
        let last = match kinds {
            [Some(TokenKind::Await), ..] => at + 1,
            [
                Some(TokenKind::Lpar),
                Some(TokenKind::Yield),
                Some(TokenKind::From),
            ] => at + 3,
            _ => return,
        };
        self.tell(OldSpelling::AwaitLock, at, last);
    }

    /// `from asyncio import coroutine`
    fn read_import(&mut self, from: usize) {
        let mut at = from;
        while !matches!(self.kind(at), None | Some(TokenKind::Newline)) {
            let spelling = match self.name(at) {
                "coroutine" => Some(OldSpelling::Coroutine),
                "JoinableQueue" => Some(OldSpelling::JoinableQueue),
                _ => None,
            };
            if let Some(spelling) = spelling {
                self.tell(spelling, at, at);
            }
            at += 1;
        }
    }

    fn read_name(&mut self, at: usize, name: &'s str) {
        let is_attribute = at > 0 && self.kind(at - 1) == Some(TokenKind::Dot);
        match name {
            MODULE if !is_attribute && self.kind(at + 1) == Some(TokenKind::Dot) => {
                self.read_attribute(at);
            }
            "Task" if self.kind(at + 1) == Some(TokenKind::Dot) => {
                let spelling = match self.name(at + 2) {
                    "current_task" => OldSpelling::CurrentTask,
                    "all_tasks" => OldSpelling::AllTasks,
                    _ => return,
                };
                self.tell(spelling, at, at + 2);
            }
            "loop" if self.kind(at + 1) == Some(TokenKind::Equal) => {
                let called = self.calls.last().copied().flatten();
                if called.is_some_and(|called| HAD_LOOP.contains(&called)) {
                    self.tell(OldSpelling::LoopArgument, at, at);
                }
            }
            _ if is_attribute => {}
            _ if self.is_coroutine_call(at) && self.is_in_list_of_wait() => {
                self.tell(OldSpelling::WaitOnCoroutines, at, at);
            }
            _ if self.lists.contains(name) && self.is_argument_of_wait(at) => {
                self.tell(OldSpelling::WaitOnCoroutines, at, at);
            }
            _ if self.kind(at + 1) == Some(TokenKind::Equal) && self.calls.is_empty() => {
                let begins_list = self.kind(at + 2) == Some(TokenKind::Lsqb);
                if begins_list && self.is_coroutine_call(at + 3) {
                    self.lists.insert(name);
                } else {
                    self.lists.remove(name);
                }
            }
            _ => {}
        }
    }

    /// What stands behind `asyncio.`
    fn read_attribute(&mut self, module: usize) {
        let at = module + 2;
        let is_call = self.kind(at + 1) == Some(TokenKind::Lpar);
        let spelling = match (self.kind(at), self.name(at)) {
            (Some(TokenKind::Async), _) => OldSpelling::AsyncFunction,
            (_, "coroutine") => OldSpelling::Coroutine,
            (_, "JoinableQueue") => OldSpelling::JoinableQueue,
            // In a function a loop may be running.
            (_, "get_event_loop") if is_call && !self.is_in_function() => OldSpelling::GetEventLoop,
            _ => return,
        };
        self.tell(spelling, module, at);
    }

    fn is_in_function(&self) -> bool {
        self.in_header || self.blocks.contains(&true)
    }

    fn is_coroutine_call(&self, at: usize) -> bool {
        self.kind(at + 1) == Some(TokenKind::Lpar) && self.coroutines.contains(self.name(at))
    }

    /// Whether this place is in the list that `asyncio.wait` is given.
    fn is_in_list_of_wait(&self) -> bool {
        matches!(self.calls.as_slice(), [.., Some("wait"), None])
    }

    /// Whether this name alone is the first argument of `asyncio.wait`.
    fn is_argument_of_wait(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.kind(before));
        let after = self.kind(at + 1);
        self.calls.last() == Some(&Some("wait"))
            && before == Some(TokenKind::Lpar)
            && matches!(after, Some(TokenKind::Comma | TokenKind::Rpar))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(source: &str) -> Vec<(u32, u32, &'static str)> {
        old_spellings(source)
            .into_iter()
            .map(|found| {
                (
                    found.start.line,
                    found.start.column,
                    found.spelling.as_str(),
                )
            })
            .collect()
    }

    #[test]
    fn names_that_are_gone_are_found_where_they_stand() {
        let source = "import asyncio\n@asyncio.coroutine\ndef f():\n    yield from asyncio.async(g())\n    asyncio.Task.all_tasks()\nq = asyncio.JoinableQueue()\n";
        let expected = [
            (2, 1, "asyncio.coroutine"),
            (4, 15, "asyncio.async"),
            (5, 12, "Task.all_tasks"),
            (6, 4, "asyncio.JoinableQueue"),
        ];
        assert_eq!(told(source), expected);
        let source = "from asyncio import (sleep,\n    coroutine)\n";
        assert_eq!(told(source), [(2, 4, "asyncio.coroutine")]);
    }

    #[test]
    fn a_loop_is_asked_for_outside_of_functions_only() {
        let source = "import asyncio\nasync def main():\n    loop = asyncio.get_event_loop()\nif True:\n    loop = asyncio.get_event_loop()\ndef f(): return asyncio.get_event_loop()\nasyncio.get_event_loop()\n";
        let lines: Vec<u32> = told(source).iter().map(|(line, ..)| *line).collect();
        assert_eq!(lines, [5, 7]);
    }

    #[test]
    fn loop_arguments_and_coroutines_given_to_wait() {
        let source = "import asyncio\nasync def work(n): pass\nasyncio.sleep(f(1, loop=2), loop=loop)\nasyncio.run_coroutine_threadsafe(work(1), loop=loop)\nasyncio.wait([work(1), asyncio.create_task(work(2))])\nall = [work(n) for n in x]\nasyncio.wait(all, timeout=3)\nall = []\nasyncio.wait(all)\n";
        let expected = [
            (3, 28, "loop-argument"),
            (5, 14, "wait-on-coroutines"),
            (7, 13, "wait-on-coroutines"),
        ];
        assert_eq!(told(source), expected);
    }

    #[test]
    fn locks_that_with_waits_for() {
        let source = "import asyncio\nwith await lock:\n    pass\nwith (yield from lock):\n    pass\nasync with lock: pass\n";
        assert_eq!(told(source), [(2, 0, "await-lock"), (4, 0, "await-lock")]);
    }

    #[test]
    fn other_texts_have_none() {
        for source in [
            "",
            "coroutine = 1\n",
            "import asyncio\nx = my.asyncio.coroutine\n",
            "asyncio (((",
            "asyncio.",
            "with",
        ] {
            assert_eq!(told(source), [], "{source}");
        }
    }
}
