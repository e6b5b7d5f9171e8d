//! Errors of wrong calls for functions that CPython has in C and we in Python.
//!
//! A library module says which of its functions these are in a global
//! `_in_c`: the module's name in C, then a tuple of their names.

use super::Vm;
use crate::object::{Function, StrRef, Value, intern};

/// The parameters of a function as C's argument parsers count them.
struct Signature<'a> {
    /// Name with the module, and without.
    full: String,
    name: &'a str,
    /// All of them: first those by position only, then those by position or
    /// name, then those by name only.
    parameters: &'a [StrRef],
    positional_only: usize,
    /// How many can be given by position.
    positional: usize,
    /// How many of those that can be given by position have no default.
    required: usize,
}

impl Vm {
    /// What CPython says of a call with this many arguments by position and
    /// these names; `None` for functions that are in Python there too.
    #[cold]
    pub(super) fn worded_in_c(
        &self,
        function: &Function,
        given: usize,
        names: Option<&[StrRef]>,
    ) -> Option<String> {
        let code = function.code();
        let names = names.unwrap_or_default();
        let entry = function.globals.get_name(&intern("_in_c"))?;
        let Value::Tuple(entry) = &entry else {
            return None;
        };
        let [Value::Str(module), Value::Tuple(listed)] = entry.items() else {
            return None;
        };
        let name = function.qualname.borrow();
        let is_listed =
            |item: &Value| matches!(item, Value::Str(text) if text.as_str() == name.as_str());
        if !listed.items().iter().any(is_listed) {
            return None;
        }
        // The receiver of a method is not counted.
        let (full, bare, own) = match name.as_str().split_once('.') {
            Some((_, method)) => (name.to_string(), method, 1),
            None => (format!("{module}.{name}"), name.as_str(), 0),
        };
        let positional = usize::from(code.positional).saturating_sub(own);
        let all = own + positional + usize::from(code.keyword_only);
        let signature = Signature {
            full,
            name: bare,
            parameters: code.local_names.get(own..all)?,
            positional_only: usize::from(code.positional_only).saturating_sub(own),
            positional,
            required: positional.saturating_sub(function.defaults.borrow().len()),
        };
        Some(signature.complaint(given.saturating_sub(own), names))
    }
}

impl Signature<'_> {
    fn complaint(&self, given: usize, names: &[StrRef]) -> String {
        if self.positional_only == self.parameters.len() {
            self.by_position(given, names)
        } else {
            self.by_name(given, names)
        }
    }

    /// Of a function without parameters that have names.
    fn by_position(&self, given: usize, names: &[StrRef]) -> String {
        let (full, name, least, most) = (&self.full, self.name, self.required, self.positional);
        if !names.is_empty() {
            return format!("{full}() takes no keyword arguments");
        }
        match (least, most) {
            (0, 0) => format!("{full}() takes no arguments ({given} given)"),
            (1, 1) => format!("{full}() takes exactly one argument ({given} given)"),
            _ if least == most => format!("{name} expected {least} arguments, got {given}"),
            _ => {
                let (bound, count) = if given < least {
                    ("at least", least)
                } else {
                    ("at most", most)
                };
                let count = counted(count, "argument");
                format!("{name} expected {bound} {count}, got {given}")
            }
        }
    }

    fn by_name(&self, given: usize, names: &[StrRef]) -> String {
        let name = self.name;
        let all = given + names.len();
        let most = counted(self.parameters.len(), "argument");
        if all > self.parameters.len() {
            return format!("{name}() takes at most {most} ({all} given)");
        }
        let needed = self.positional_only.min(self.required);
        let exactly = needed == self.positional;
        if given > self.positional {
            let bound = if exactly { "exactly" } else { "at most" };
            let count = counted(self.positional, "positional argument");
            return match self.positional {
                0 => format!("{name}() takes no positional arguments"),
                _ => format!("{name}() takes {bound} {count} ({given} given)"),
            };
        }
        if given < needed {
            let bound = if exactly { "exactly" } else { "at least" };
            let count = counted(needed, "positional argument");
            return format!("{name}() takes {bound} {count} ({given} given)");
        }
        let is_named = |parameter: &StrRef| names.iter().any(|n| n.as_str() == parameter.as_str());
        let nameable = self
            .parameters
            .iter()
            .enumerate()
            .skip(self.positional_only);
        let twice = |(index, parameter): &(usize, &StrRef)| *index < given && is_named(parameter);
        if let Some((index, parameter)) = nameable.clone().find(twice) {
            return format!(
                "argument for {name}() given by name ('{parameter}') and position ({})",
                index + 1
            );
        }
        let missing = |(index, parameter): &(usize, &StrRef)| {
            (given..self.required).contains(index) && !is_named(parameter)
        };
        if let Some((index, parameter)) = nameable.clone().find(missing) {
            return format!(
                "{name}() missing required argument '{parameter}' (pos {})",
                index + 1
            );
        }
        let unknown =
            |given: &&StrRef| !nameable.clone().any(|(_, p)| p.as_str() == given.as_str());
        let unknown = names.iter().find(unknown).map_or("", |name| name.as_str());
        format!("'{unknown}' is an invalid keyword argument for {name}()")
    }
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}
