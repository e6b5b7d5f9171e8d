//! A profile that is kept as a file: for each function that ran, which stretches of it did.
//!
//! Building must not need a browser, so what a browser found is kept. Functions
//! are known by their names and their instructions. One that has
//! changed since counts as run as a whole; a new one, as never run.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use wasmparser::{KnownCustom, Name, Operator, Parser, Payload};

use super::Unsplittable;
use super::flow::is_marked;
use super::module::Module;
use crate::fnv;

/// By what a function is found again.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    /// A hash of its name.
    name: u64,
    /// A hash of its instructions, as far as another build has the same (`kept`).
    shape: u32,
}

/// Which marks of which functions were reached, in the order of `mark::encode`.
#[derive(Default, PartialEq, Eq, Debug)]
pub(super) struct Stored {
    functions: BTreeMap<Key, Vec<bool>>,
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:016x} {:08x}", self.name, self.shape)
    }
}

impl Stored {
    /// What was reached in a module.
    ///
    /// # Errors
    /// When the module is not valid or has no names.
    pub(super) fn of(
        wasm: &[u8],
        module: &Module<'_>,
        reached: &[bool],
    ) -> Result<Self, Unsplittable> {
        let mut stored = Self::default();
        let mut rest = reached;
        for (key, marks) in keys(wasm, module)? {
            let (own, others) = rest
                .split_at_checked(marks)
                .ok_or_else(|| Unsplittable::new("the profile is too short"))?;
            rest = others;
            if !own.contains(&true) {
                continue;
            }
            // Functions that look alike cannot be told apart: what any of them reached counts.
            let known = stored
                .functions
                .entry(key)
                .or_insert_with(|| vec![false; marks]);
            for (known, own) in known.iter_mut().zip(own) {
                *known |= own;
            }
        }
        Ok(stored)
    }

    /// For each mark of a module, whether what is there ran.
    ///
    /// # Errors
    /// When the module is not valid or has no names.
    pub(super) fn marks(
        &self,
        wasm: &[u8],
        module: &Module<'_>,
    ) -> Result<Vec<bool>, Unsplittable> {
        let keys = keys(wasm, module)?;
        let present: BTreeSet<Key> = keys.iter().map(|&(key, _)| key).collect();
        // Names of which a function is no longer as it was.
        let changed: BTreeSet<u64> = self
            .functions
            .keys()
            .filter(|key| !present.contains(key))
            .map(|key| key.name)
            .collect();
        let mut marks = Vec::new();
        for (key, count) in keys {
            match self.functions.get(&key) {
                Some(known) if known.len() == count => marks.extend(known),
                Some(_) => marks.extend(std::iter::repeat_n(true, count)),
                None => marks.extend(std::iter::repeat_n(changed.contains(&key.name), count)),
            }
        }
        Ok(marks)
    }

    /// The file: a line for each function.
    pub(super) fn write(&self) -> String {
        let mut text = String::new();
        for (key, marks) in &self.functions {
            // Writing into a text cannot fail.
            let _ = write!(text, "{:016x} {:08x} {} ", key.name, key.shape, marks.len());
            for four in marks.chunks(4) {
                let digit = four
                    .iter()
                    .rev()
                    .fold(0, |sum, &mark| sum * 2 + u8::from(mark));
                let _ = write!(text, "{digit:x}");
            }
            text.push('\n');
        }
        text
    }

    /// Reads what [`Stored::write`] wrote.
    ///
    /// # Errors
    /// When a line is not one of a profile.
    pub(super) fn read(text: &str) -> Result<Self, Unsplittable> {
        let mut stored = Self::default();
        for (number, line) in (1..).zip(text.lines()) {
            let (key, marks) = function(line).ok_or_else(|| {
                Unsplittable::new(format!("line {number} of its profile is damaged"))
            })?;
            stored.functions.insert(key, marks);
        }
        Ok(stored)
    }
}

fn function(line: &str) -> Option<(Key, Vec<bool>)> {
    let mut words = line.split(' ');
    let key = Key {
        name: u64::from_str_radix(words.next()?, 16).ok()?,
        shape: u32::from_str_radix(words.next()?, 16).ok()?,
    };
    let count: usize = words.next()?.parse().ok()?;
    let mut marks = Vec::new();
    for digit in words.next()?.chars() {
        let digit = digit.to_digit(16)?;
        marks.extend((0..4).map(|bit| digit >> bit & 1 == 1));
    }
    if marks.len() != count.next_multiple_of(4) {
        return None;
    }
    marks.truncate(count);
    Some((key, marks))
}

/// The keys of the defined functions, and how many marks each has.
fn keys(wasm: &[u8], module: &Module<'_>) -> Result<Vec<(Key, usize)>, Unsplittable> {
    let names: BTreeMap<u32, String> = names(wasm)?
        .into_iter()
        .map(|(index, name)| (index, without_hashes(name)))
        .collect();
    let name = |index| names.get(&index).map_or("", String::as_str);
    let mut keys = Vec::with_capacity(module.bodies.len());
    for (index, body) in (module.imported..).zip(&module.bodies) {
        let mut shape = fnv::hash(b"");
        let mut marks = 0;
        let mut previous = None;
        let mut reader = body.code.get_operators_reader()?;
        while !reader.eof() {
            let (operator, at) = reader.read_with_offset()?;
            marks += usize::from(is_marked(previous.as_ref(), &operator));
            shape = fnv::extend(shape, kept(wasm.get(at..reader.original_position())));
            if let Operator::Call { function_index } = operator {
                shape = fnv::extend(shape, name(function_index).as_bytes());
            }
            previous = Some(operator);
        }
        let key = Key {
            name: fnv::hash(name(index).as_bytes()),
            shape: (shape ^ (shape >> 32)) as u32,
        };
        keys.push((key, marks));
    }
    Ok(keys)
}

/// What of an instruction is the same in another build: its kind, and for one that
/// loads or stores the offset in what a pointer points to. Where things lie in
/// memory and in tables changes with every build.
fn kept(instruction: Option<&[u8]>) -> &[u8] {
    /// Static data begins so high that its addresses have more than two bytes.
    const LONGEST: usize = 4;
    match instruction {
        Some(bytes @ [0x28..=0x3e, ..]) if bytes.len() <= LONGEST => bytes,
        Some([kind, ..]) => std::slice::from_ref(kind),
        _ => &[],
    }
}

/// The names of functions by their indices.
fn names(wasm: &[u8]) -> Result<BTreeMap<u32, &str>, Unsplittable> {
    let mut found = BTreeMap::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let Payload::CustomSection(section) = payload? else {
            continue;
        };
        let KnownCustom::Name(kinds) = section.as_known() else {
            continue;
        };
        for kind in kinds {
            if let Name::Function(functions) = kind? {
                for function in functions {
                    let function = function?;
                    found.insert(function.index, function.name);
                }
            }
        }
    }
    if found.is_empty() {
        return Err(Unsplittable::new("its functions have no names"));
    }
    Ok(found)
}

/// A name without the hashes in it, which the compiler makes from its own version
/// and the folder it works in: `::h` or `17h` and sixteen digits at the end, as names
/// are told to people and to the linker, and digits in brackets behind a crate. The
/// number behind a dot that the linker gives to the second of two names is one of
/// those, too: it depends on what else was compiled.
fn without_hashes(name: &str) -> String {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|at| at.is_ascii_digit());
    let name = match name.rsplit_once('.') {
        Some((before, number)) if is_number(number) => before,
        _ => name,
    };
    let is_hash = |text: &str| text.len() == 16 && text.bytes().all(|at| at.is_ascii_hexdigit());
    let name = match name.rsplit_once("::h").or_else(|| {
        let (before, hash) = name.rsplit_once("17h")?;
        Some((before, hash.strip_suffix('E')?))
    }) {
        Some((before, hash)) if is_hash(hash) => before,
        _ => name,
    };
    let mut kept = String::with_capacity(name.len());
    let mut rest = name;
    while let Some((before, after)) = rest.split_once('[') {
        kept.push_str(before);
        rest = match after.split_once(']') {
            Some((hash, after)) if is_hash(hash) => after,
            _ => {
                kept.push('[');
                after
            }
        };
    }
    kept.push_str(rest);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module of functions with these names; each has a branch, and those
    /// that are `long` an instruction more.
    fn sample(functions: &[(&str, bool)]) -> Vec<u8> {
        use wasm_encoder::*;
        let mut wasm = wasm_encoder::Module::new();
        let mut types = TypeSection::new();
        types.ty().function([ValType::I32], []);
        let mut declared = FunctionSection::new();
        let mut memories = MemorySection::new();
        memories.memory(crate::split::tests::ONE_PAGE);
        let mut code = CodeSection::new();
        let mut names = NameMap::new();
        for (index, (name, long)) in (0..).zip(functions) {
            declared.function(0);
            let mut function = Function::new([]);
            let mut body = function.instructions();
            body.local_get(0).if_(BlockType::Empty).nop().end();
            if *long {
                body.nop();
            }
            body.end();
            code.function(&function);
            names.append(index, name);
        }
        let mut custom = NameSection::new();
        custom.functions(&names);
        wasm.section(&types).section(&declared).section(&memories);
        wasm.section(&code).section(&custom);
        wasm.finish()
    }

    const HASHED: &str = "_ZN4page3runE17h0123456789abcdefE";
    const HASHED_ANEW: &str = "_ZN4page3runE17hfedcba9876543210E";

    fn taken(functions: &[(&str, bool)], reached: &[bool]) -> Stored {
        let wasm = sample(functions);
        let module = Module::parse(&wasm).expect("it is a module");
        Stored::of(&wasm, &module, reached).expect("it has names")
    }

    fn applied(stored: &Stored, functions: &[(&str, bool)]) -> Vec<bool> {
        let wasm = sample(functions);
        let module = Module::parse(&wasm).expect("it is a module");
        stored.marks(&wasm, &module).expect("it has names")
    }

    #[test]
    fn what_is_written_is_read() {
        let marks = [true, false, true, false, false, false, true, true, true];
        let stored = taken(&[(HASHED, true), ("b", true), ("c", true)], &marks);
        assert_eq!(Stored::read(&stored.write()).expect("it is whole"), stored);
        assert_eq!(stored.write().lines().count(), 2, "b never ran");
    }

    #[test]
    fn functions_are_found_again_wherever_they_are() {
        let stored = taken(
            &[(HASHED, true), ("b", true)],
            &[true, false, true, false, false, false],
        );
        let again = applied(&stored, &[("new", true), ("b", true), (HASHED_ANEW, true)]);
        assert_eq!(again[..6], [false; 6]);
        assert_eq!(again[6..], [true, false, true]);
    }

    #[test]
    fn names_lose_their_hashes() {
        for (name, kept) in [
            ("page::run::h0123456789abcdef", "page::run"),
            ("_ZN4page3runE17h0123456789abcdefE", "_ZN4page3runE"),
            (
                "<[u8] as core[0123456789abcdef]::fmt::Debug>::fmt",
                "<[u8] as core::fmt::Debug>::fmt",
            ),
            ("page::run.830", "page::run"),
            ("page::run::h0123456789abcdef.2754", "page::run"),
            ("page::run.llvm", "page::run.llvm"),
            ("std::hash", "std::hash"),
            ("a[b", "a[b"),
        ] {
            assert_eq!(without_hashes(name), kept);
        }
    }

    #[test]
    fn a_changed_function_ran_as_a_whole() {
        let stored = taken(&[("a", true)], &[true, false, true]);
        assert_eq!(applied(&stored, &[("a", false)]), [true; 2]);
    }

    #[test]
    fn a_damaged_line_is_told() {
        for text in ["x", "0 0 3 ", "0 0 3 00", "0 0 z 0", "0 0 3 g"] {
            assert!(Stored::read(text).is_err(), "{text}");
        }
    }
}
