//! "Did you mean": a name that exists and is spelled much like the one that
//! does not.

use crate::object::{Instance, StrRef, TracebackEntry, Value, intern};
use crate::vm::Vm;
use std::rc::Rc;

/// More names than this are not searched.
const MAX_CANDIDATES: usize = 750;
/// Longer names are not compared.
const MAX_LENGTH: usize = 40;
/// Cost of inserting, removing or replacing a letter.
const MOVE: usize = 2;
/// Cost of writing a letter in the other case.
const CASE: usize = 1;

/// The name that was perhaps meant where an attribute, a variable or an
/// imported name was not found.
pub(super) fn suggestion(
    vm: &Vm,
    exception: &Instance,
    entries: &[TracebackEntry],
) -> Option<String> {
    let class = exception.class();
    let get = |name: &str| exception.dict.get()?.get_name(&intern(name));
    let t = &vm.types;
    if class.is_subclass_of(&t.import_error) {
        let (Some(Value::Str(wrong)), Some(Value::Str(module))) = (get("name_from"), get("name"))
        else {
            return None;
        };
        let module = vm.modules.get_name(&module)?;
        return closest(wrong.as_str(), attributes(vm, &module));
    }
    let Some(Value::Str(wrong)) = get("name") else {
        return None;
    };
    if class.is_subclass_of(&t.attribute_error) {
        return closest(wrong.as_str(), attributes(vm, &get("obj")?));
    }
    if class.is_subclass_of(&t.name_error) && !class.is_subclass_of(&t.unbound_local_error) {
        return closest(wrong.as_str(), variables(vm, entries.first()?));
    }
    None
}

/// What `dir(object)` lists, as far as no Python code is asked.
fn attributes(vm: &Vm, object: &Value) -> Vec<StrRef> {
    if let Value::Module(module) = object {
        return sorted(vm.module_dir(module));
    }
    let mut names = Vec::new();
    let mut add = |dict: &crate::object::DictObj| names.extend(keys(dict));
    if let Some(dict) = vm.own_dict(object) {
        add(&dict);
    }
    let class = match object {
        Value::Class(class) => Rc::clone(class),
        other => vm.class_of(other),
    };
    for class in class.mro() {
        add(&class.dict);
    }
    sorted(names)
}

/// The variables that code can name. Which of its locals are bound is not
/// known any more.
fn variables(vm: &Vm, entry: &TracebackEntry) -> Vec<StrRef> {
    let mut names: Vec<StrRef> = entry.code.local_names.clone();
    if let Some(globals) = super::objects::globals_of(vm, entry) {
        names.extend(keys(&globals));
    }
    names.extend(builtin_names(vm));
    names
}

/// In CPython's order, of which the first of two names is suggested that are as near:
/// functions, constants, types, exceptions.
fn builtin_names(vm: &Vm) -> Vec<StrRef> {
    let table = vm.builtins.table.borrow();
    if table.len() > MAX_CANDIDATES {
        return keys(&vm.builtins);
    }
    let mut kinds: [Vec<StrRef>; 4] = Default::default();
    let [functions, constants, types, exceptions] = &mut kinds;
    for entry in table.iter() {
        let Value::Str(name) = &entry.key else {
            continue;
        };
        let (of_its_kind, is_sorted) = match &entry.value {
            Value::Native(_) => (&mut *functions, true),
            Value::Class(class) if vm.is_exception_class(class) => (&mut *exceptions, false),
            Value::Class(_) => (&mut *types, true),
            _ => (&mut *constants, false),
        };
        // They are few: sorting them in place would be much more code.
        let place = match is_sorted {
            true => of_its_kind.partition_point(|other| other.as_str() < name.as_str()),
            false => of_its_kind.len(),
        };
        of_its_kind.insert(place, Rc::clone(name));
    }
    kinds.concat()
}

fn keys(dict: &crate::object::DictObj) -> Vec<StrRef> {
    let table = dict.table.borrow();
    let texts = table.iter().filter_map(|entry| match &entry.key {
        Value::Str(name) => Some(Rc::clone(name)),
        _ => None,
    });
    texts.collect()
}

fn sorted(mut names: Vec<StrRef>) -> Vec<StrRef> {
    names.sort_by(|a, b| a.as_str().cmp(b.as_str()));
    names.dedup_by(|a, b| a.as_str() == b.as_str());
    names
}

/// The name nearest to `wrong`, if one is near enough: at most a third of the
/// letters of both may differ.
fn closest(wrong: &str, candidates: Vec<StrRef>) -> Option<String> {
    if candidates.len() > MAX_CANDIDATES || wrong.chars().count() > MAX_LENGTH {
        return None;
    }
    let wrong_letters: Vec<char> = wrong.chars().collect();
    let mut best: Option<(usize, &str)> = None;
    for candidate in &candidates {
        let name = candidate.as_str();
        // Names of compiler's variables and of machinery are nobody's wish.
        if name == wrong
            || name.starts_with(['.', '<'])
            || (name.starts_with('_') && !wrong.starts_with('_'))
        {
            continue;
        }
        let letters: Vec<char> = name.chars().collect();
        if letters.len() > MAX_LENGTH {
            continue;
        }
        let mut limit = (letters.len() + wrong_letters.len() + 3) * MOVE / 6;
        if let Some((distance, _)) = best {
            limit = limit.min(distance.saturating_sub(1));
        }
        let distance = distance(&wrong_letters, &letters);
        if distance <= limit && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, name));
        }
    }
    best.map(|(_, name)| name.to_owned())
}

/// The cost of making one word of the other (Levenshtein).
fn distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).map(|n| n * MOVE).collect();
    for (i, x) in a.iter().enumerate() {
        let mut next = Vec::with_capacity(row.len());
        let mut left = (i + 1) * MOVE;
        next.push(left);
        for ((y, above), diagonal) in b.iter().zip(row.iter().skip(1)).zip(&row) {
            left = (diagonal + replacement(*x, *y))
                .min(above + MOVE)
                .min(left + MOVE);
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or(0)
}

fn replacement(a: char, b: char) -> usize {
    if a == b {
        0
    } else if a.eq_ignore_ascii_case(&b) {
        CASE
    } else {
        MOVE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn best(wrong: &str, names: &[&str]) -> Option<String> {
        closest(wrong, names.iter().map(|name| intern(name)).collect())
    }

    #[test]
    fn near_names_are_suggested_and_far_ones_are_not() {
        assert_eq!(
            best("prnt", &["open", "print", "input"]).as_deref(),
            Some("print")
        );
        assert_eq!(best("fooo", &["foo", "bar"]).as_deref(), Some("foo"));
        assert_eq!(best("Sleep", &["sheep", "sleep"]).as_deref(), Some("sleep"));
        assert_eq!(best("nothing", &["something_else", "x"]), None);
        assert_eq!(best("nam", &["_nam"]), None);
    }
}
