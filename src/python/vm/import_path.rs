//! Modules that the program brings itself: its finders in `sys.meta_path`, and
//! the files of the run (Python reference, 5.3). What finders and files are
//! stands in Python, in the library's `_imports`.

use super::{Cx, NativeResult, Vm};
use crate::object::{Raise, Value, intern};

/// The library's part, which no finder is asked for.
const IMPORTS: &str = "_imports";

/// Makes a module that is not in `sys.modules` yet.
pub(super) async fn load(cx: &Cx, name: &str) -> NativeResult {
    if let Some(find) = find_function(cx, name).await? {
        let found = cx.call(&find, [Value::str(name)]).await;
        let found = found.map_err(without_steps_of_import)?;
        if !found.is_none() {
            return Ok(found);
        }
    }
    let started = cx.with(|vm| vm.load_module(name));
    cx.finish(started).await
}

/// Takes the steps of the import itself out of a traceback, which shows those
/// of the program only.
fn without_steps_of_import(raise: Raise) -> Raise {
    if let Some(data) = raise.data() {
        data.traceback.borrow_mut().retain(|entry| {
            let file = entry.code.file.name.as_str();
            file != "<library>/_imports.py" && file != "<library>/importlib/machinery.py"
        });
    }
    raise
}

/// `_imports.load`, if there is anything that it could find.
async fn find_function(cx: &Cx, name: &str) -> Result<Option<Value>, Raise> {
    let (wanted, is_loaded) = cx.with(|vm| {
        let wanted = if vm.comes_with_us(name) {
            vm.has_finders()
        } else {
            vm.has_finders() || vm.has_files()
        };
        (
            wanted && name != IMPORTS,
            vm.modules.get_name(&intern(IMPORTS)).is_some(),
        )
    });
    if !wanted {
        return Ok(None);
    }
    if !is_loaded {
        let started = cx.with(|vm| vm.load_module(IMPORTS));
        cx.finish(started).await?;
    }
    // While it is being loaded itself it has no such function yet.
    Ok(cx.with(|vm| match vm.modules.get_name(&intern(IMPORTS)) {
        Some(Value::Module(imports)) => imports.dict.get_name(&intern("load")),
        _ => None,
    }))
}

impl Vm {
    /// Whether the program has put finders into `sys.meta_path`.
    fn has_finders(&self) -> bool {
        let Some(Value::Module(sys)) = self.modules.get_name(&intern("sys")) else {
            return false;
        };
        match sys.dict.get_name(&intern("meta_path")) {
            Some(Value::List(finders)) => !finders.is_empty(),
            _ => false,
        }
    }

    /// Whether the run has files: it begins without, and who makes one has
    /// loaded the module of the file system.
    fn has_files(&self) -> bool {
        self.modules.get_name(&intern("_files")).is_some()
    }

    /// Whether `package.name` may be a module that the program brings: the
    /// package is not of the library, and has no such attribute.
    pub(super) fn may_have_submodule(&self, package: &str, name: &str) -> bool {
        if name == "*" || self.comes_with_us(package) || !(self.has_finders() || self.has_files()) {
            return false;
        }
        match self.module_named(package) {
            Some(module) => {
                module.dict.get_name(&self.names.path).is_some()
                    && module.dict.get_name(&intern(name)).is_none()
            }
            // Not imported yet: told when it is there.
            None => self.modules.get_name(&intern(package)).is_none(),
        }
    }

    /// The module that a ModuleNotFoundError is about.
    pub(super) fn missing_module(&self, raise: &Raise) -> Option<String> {
        let Value::Instance(error) = raise.value() else {
            return None;
        };
        match error.dict.get()?.get_name(&intern("name"))? {
            Value::Str(name) => Some(name.to_string()),
            _ => None,
        }
    }
}
