//! tmp
use crate::object::*;
use crate::vm::*;
pub fn format_exception(vm: &mut Vm, raise: &Raise) -> String {
    let mut s = String::from("Traceback (most recent call last):\n");
    if let Some(d) = raise.data() {
        for e in d.traceback.borrow().iter().rev() {
            let p = e
                .code
                .positions
                .get(e.instruction as usize)
                .map_or(0, |p| p.line);
            s.push_str(&format!(
                "  File \"{}\", line {}, in {}\n",
                e.code.file.name, p, e.code.name
            ));
        }
    }
    s.push_str(&vm.short_exception(raise));
    s.push('\n');
    s
}
