//! Code objects as text, for tests and for looking at what the compiler made.

use super::{Code, Instr};
use crate::object::Value;
use std::fmt::Write;

/// Lists the instructions of a code object and of those inside it: index,
/// line, instruction, and the constant or name that it means.
pub fn disassemble(code: &Code) -> String {
    let mut out = String::new();
    list(code, &mut out);
    out
}

fn list(code: &Code, out: &mut String) {
    let locals: Vec<&str> = code.local_names.iter().map(|name| name.as_str()).collect();
    let _ = writeln!(
        out,
        "{} ({:?}) registers {} [{}]",
        code.qualname.as_str(),
        code.kind,
        code.register_count,
        locals.join(" ")
    );
    let mut last_line = 0;
    for (index, instruction) in code.instructions.iter().enumerate() {
        let line = code.positions.line(index).unwrap_or_default();
        let shown = if line == last_line {
            String::new()
        } else {
            line.to_string()
        };
        last_line = line;
        let meaning = meaning(code, instruction);
        let text = format!("{instruction:?}");
        let _ = writeln!(out, "{shown:>4} {index:>4} {text}{meaning}");
    }
    for range in &code.exceptions {
        let _ = writeln!(
            out,
            "     {}..{} -> {} in r{}",
            range.start, range.end, range.handler, range.exception
        );
    }
    for constant in &code.constants {
        if let Value::Code(inner) = constant {
            out.push('\n');
            list(inner, out);
        }
    }
}

/// The constant, name or target behind the numbers of an instruction.
fn meaning(code: &Code, instruction: &Instr) -> String {
    let name = |index: u32| {
        code.names
            .get(index as usize)
            .map(|name| format!("  ; {}", name.as_str()))
    };
    let site = |index: u32| {
        code.sites
            .get(index as usize)
            .map(|site| format!("  ; {}", site.name.as_str()))
    };
    let constant = |index: u32| match code.constants.get(index as usize) {
        Some(Value::Code(inner)) => Some(format!("  ; <code {}>", inner.qualname.as_str())),
        Some(Value::Str(text)) => Some(format!("  ; {:?}", text.as_str())),
        Some(Value::Tuple(items)) => Some(format!("  ; tuple of {}", items.items().len())),
        other => other.map(|value| format!("  ; {value:?}")),
    };
    let text = match *instruction {
        Instr::LoadConst { k, .. } => constant(k),
        Instr::MakeFunction { code, .. } => constant(code.into()),
        Instr::LoadGlobal { site: index, .. } => site(index),
        Instr::LoadAttr { site: index, .. }
        | Instr::LoadMethod { site: index, .. }
        | Instr::StoreAttr { site: index, .. }
        | Instr::DeleteAttr { site: index, .. }
        | Instr::LoadSuperAttr { site: index, .. } => site(index.into()),
        Instr::StoreGlobal { name: index, .. }
        | Instr::DeleteGlobal { name: index }
        | Instr::LoadName { name: index, .. }
        | Instr::StoreName { name: index, .. }
        | Instr::DeleteName { name: index }
        | Instr::LoadFromMapping { name: index, .. } => name(index),
        Instr::LoadClassCell { name: index, .. }
        | Instr::CheckComprehensionVariable { name: index, .. }
        | Instr::LoadComprehensionCell { name: index, .. }
        | Instr::LoadFromMappingOrCell { name: index, .. }
        | Instr::ImportName { name: index, .. }
        | Instr::ImportFrom { name: index, .. } => name(index.into()),
        _ => None,
    };
    text.unwrap_or_default()
}
