//! `import`.

use super::constant::Literal;
use super::{Compiler, Outcome};
use crate::code::{Instr, Intrinsic, NO_REG};
use crate::syntax::Span;
use crate::syntax::tree::{Constant, ExprKind, ImportFrom, ImportedModule, Name, Stmt, StmtKind};

/// Names that `from __future__ import` knows.
const FEATURES: [&str; 10] = [
    "nested_scopes",
    "generators",
    "division",
    "absolute_import",
    "with_statement",
    "print_function",
    "unicode_literals",
    "barry_as_FLUFL",
    "generator_stop",
    "annotations",
];

impl<'tree> Compiler<'tree> {
    pub(super) fn import(&mut self, modules: &'tree [ImportedModule], span: Span) -> Outcome {
        for module in modules {
            let mark = self.unit.mark();
            self.at(span);
            let level = self.unit.temp();
            let names = self.unit.temp();
            self.load_literal(&Literal::Int(0.into()), level);
            self.load_literal(&Literal::None, names);
            let d = self.unit.temp();
            let name = self.name16(&module.module);
            self.unit.emit(Instr::ImportName { d, a: level, name });
            self.unit.soil(d);
            if module.alias.is_some() {
                // `import a.b as c` binds the module b, not a.
                for part in module.module.split('.').skip(1) {
                    let name = self.name16(&Name::from(part));
                    self.unit.emit(Instr::ImportFrom { d, a: d, name });
                }
            }
            self.store_name(&module.binds.name, d, true, span)?;
            self.unit.release(mark);
        }
        Ok(())
    }

    pub(super) fn import_from(&mut self, import: &'tree ImportFrom, span: Span) -> Outcome {
        let empty: Name = Name::from("");
        let module = import.module.as_ref().unwrap_or(&empty);
        if &**module == "__future__" && import.level == 0 && span.start >= self.future_end {
            let message = "from __future__ imports must occur at the beginning of the file";
            return Err(self.problem(message, span));
        }
        let mark = self.unit.mark();
        self.at(span);
        let level = self.unit.temp();
        let wanted = self.unit.temp();
        self.load_literal(&Literal::Int(import.level.into()), level);
        let listed = match &import.names {
            Some(names) => names
                .iter()
                .map(|name| Literal::Str(name.name.clone()))
                .collect::<Vec<_>>(),
            None => vec![Literal::Str("*".into())],
        };
        self.load_literal(&Literal::Tuple(listed), wanted);
        let from = self.unit.temp();
        let name = self.name16(module);
        self.unit.emit(Instr::ImportName {
            d: from,
            a: level,
            name,
        });
        self.unit.soil(from);
        match &import.names {
            None => {
                let what = Intrinsic::ImportStar;
                self.unit.emit(Instr::Intrinsic {
                    what,
                    d: NO_REG,
                    a: from,
                    b: NO_REG,
                });
            }
            Some(names) => {
                for imported in names {
                    let d = self.unit.temp();
                    self.at(span);
                    let name = self.name16(&imported.name);
                    self.unit.emit(Instr::ImportFrom { d, a: from, name });
                    self.unit.soil(d);
                    self.store_name(&imported.binds.name, d, true, span)?;
                    self.unit.release(d);
                }
            }
        }
        self.unit.release(mark);
        Ok(())
    }

    /// Checks the names imported from `__future__`, and notes where such
    /// imports are no longer allowed.
    pub(super) fn check_future_imports(&mut self, body: &[Stmt]) -> Outcome {
        for (index, statement) in body.iter().enumerate() {
            match &statement.kind {
                StmtKind::Expr(value)
                    if index == 0 && matches!(value.kind, ExprKind::Constant(Constant::Str(_))) => {
                }
                StmtKind::ImportFrom(import)
                    if import.level == 0 && import.module.as_deref() == Some("__future__") =>
                {
                    let names = import.names.as_ref().map(|names| names.iter());
                    let star = names.is_none().then_some("*");
                    let names = names.into_iter().flatten().map(|name| &*name.name);
                    for name in names.chain(star) {
                        let message = match name {
                            "braces" => "not a chance".to_owned(),
                            known if FEATURES.contains(&known) => continue,
                            other => format!("future feature {other} is not defined"),
                        };
                        return Err(self.problem(message, statement.span).without_end(0));
                    }
                }
                _ => break,
            }
            self.future_end = statement.span.end;
        }
        Ok(())
    }
}
