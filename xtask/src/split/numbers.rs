//! The numbers in code.

use std::collections::BTreeSet;

use wasmparser::Operator;

/// Adds the numbers of an instruction that may be addresses, or two of them side by side.
pub(super) fn add(operator: &Operator<'_>, found: &mut BTreeSet<u32>) {
    match operator {
        Operator::I32Const { value } => {
            found.insert(value.cast_unsigned());
        }
        Operator::I64Const { value } => {
            let value = value.cast_unsigned();
            found.extend([value as u32, (value >> 32) as u32]);
        }
        _ => found.extend(offset(operator).and_then(|offset| u32::try_from(offset).ok())),
    }
}

/// What an instruction adds to the address it is given.
fn offset(operator: &Operator<'_>) -> Option<u64> {
    macro_rules! memory_instructions {
        ($($name:ident)*) => {
            match operator {
                $(Operator::$name { memarg, .. })|* => Some(memarg.offset),
                _ => None,
            }
        };
    }
    memory_instructions!(
        I32Load I64Load F32Load F64Load I32Load8S I32Load8U I32Load16S I32Load16U
        I64Load8S I64Load8U I64Load16S I64Load16U I64Load32S I64Load32U
        I32Store I64Store F32Store F64Store I32Store8 I32Store16
        I64Store8 I64Store16 I64Store32
        V128Load V128Store V128Load8x8S V128Load8x8U V128Load16x4S V128Load16x4U
        V128Load32x2S V128Load32x2U V128Load8Splat V128Load16Splat V128Load32Splat
        V128Load64Splat V128Load32Zero V128Load64Zero V128Load8Lane V128Load16Lane
        V128Load32Lane V128Load64Lane V128Store8Lane V128Store16Lane V128Store32Lane
        V128Store64Lane
    )
}
