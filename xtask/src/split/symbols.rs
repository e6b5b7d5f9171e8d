//! Static data by the linker's symbols, and what refers to which of them.
//!
//! A module linked with `--emit-relocs` says of every address in its code and
//! its data which symbol it was made from ("WebAssembly Object File Linking",
//! tool-conventions, "Relocation Sections"). Optimisers drop that, but move no data.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::ops::Range;

use wasmparser::{
    DataKind, DataSectionReader, FunctionBody, KnownCustom, Linking, Operator, Parser, Payload,
    RelocationEntry, RelocationType, SymbolInfo,
};

use super::{Unsplittable, numbers};

/// How far from an address a constant may be that an optimiser made of it: it
/// adds the offset of a field, or of a table's first index, to what the linker wrote.
const NEAR: u32 = 256;

/// Two symbols with fewer bytes between them have no third one there, and what
/// is there is padding.
const MOST_PADDING: u32 = 16;

/// The static data of a linked module.
#[derive(Default)]
pub(super) struct Symbols {
    /// By address, none over another.
    blocks: Vec<Block>,
    /// The blocks that a number in the code may be an address of.
    addresses: BTreeMap<u32, BTreeSet<usize>>,
    /// The numbers in the code that the linker knows to be something else.
    plain: BTreeSet<u32>,
    /// The blocks that data refers to which belongs to no symbol.
    loose: BTreeSet<usize>,
}

/// A symbol's data, or that of several which share bytes.
struct Block {
    range: Range<u32>,
    /// The blocks whose addresses are in it.
    refers: BTreeSet<usize>,
}

/// What is left of a linked module for [`Symbols`].
#[derive(Default)]
struct Linked<'a> {
    /// The segments: memory address and bytes, and where in the data section they begin.
    segments: Vec<(u32, &'a [u8], usize)>,
    /// The contents of the code section, and where in the file they begin.
    code: &'a [u8],
    code_start: usize,
    /// The data symbols by their number: address and size.
    symbols: BTreeMap<u32, (u32, u32)>,
    code_relocations: Vec<RelocationEntry>,
    data_relocations: Vec<RelocationEntry>,
    /// The functions.
    bodies: Vec<FunctionBody<'a>>,
}

impl Block {
    fn is_just_behind(&self, range: &Range<u32>) -> bool {
        self.range.start - range.end < MOST_PADDING
    }
}

impl Symbols {
    /// Reads what the linker says about a module.
    ///
    /// # Errors
    /// When it says nothing, or something else than the bytes do.
    pub(super) fn of(wasm: &[u8]) -> Result<Self, Unsplittable> {
        let linked = Linked::parse(wasm)?;
        let mut ranges: Vec<Range<u32>> = linked
            .symbols
            .values()
            .filter(|(_, size)| *size > 0)
            .map(|&(address, size)| address..address.saturating_add(size))
            .collect();
        ranges.sort_unstable_by_key(|range| (range.start, range.end));
        let mut found = Self::default();
        for range in ranges {
            match found.blocks.last_mut() {
                Some(last) if range.start < last.range.end => {
                    last.range.end = last.range.end.max(range.end);
                }
                _ => found.blocks.push(Block {
                    range,
                    refers: BTreeSet::new(),
                }),
            }
        }
        let of_symbol = |entry: &RelocationEntry| {
            let (address, _) = linked.symbols.get(&entry.index)?;
            let target = u32::try_from(i64::from(*address).checked_add(entry.addend)?).ok()?;
            Some((target, found.block_at(*address)))
        };
        let unknown = || Unsplittable::new("an address belongs to no symbol");
        let differs = || Unsplittable::new("a relocation and the linked bytes differ");

        let mut addresses: BTreeMap<u32, BTreeSet<usize>> = BTreeMap::new();
        for entry in &linked.code_relocations {
            let (target, block) = of_symbol(entry).ok_or_else(unknown)?;
            if leb(linked.code, entry.offset as usize) != Some(target) {
                return Err(differs());
            }
            addresses.entry(target).or_default().extend(block);
        }
        let mut edges = Vec::new();
        for entry in &linked.data_relocations {
            let (target, block) = of_symbol(entry).ok_or_else(unknown)?;
            let (place, word) = linked.word_at(entry.offset as usize).ok_or_else(differs)?;
            if word != target {
                return Err(differs());
            }
            edges.extend(block.map(|block| (found.block_at(place), block)));
        }
        for (from, to) in edges {
            match from.and_then(|from| found.blocks.get_mut(from)) {
                Some(from) => from.refers.insert(to),
                None => found.loose.insert(to),
            };
        }
        found.addresses = addresses;
        found.plain = linked.plain_numbers()?;
        Ok(found)
    }

    /// The block that an address is in.
    fn block_at(&self, address: u32) -> Option<usize> {
        let next = self
            .blocks
            .partition_point(|block| block.range.start <= address);
        let last = next.checked_sub(1)?;
        let block = self.blocks.get(last)?;
        block.range.contains(&address).then_some(last)
    }

    /// The data that code with these numbers in it cannot come to, neither
    /// directly nor through other data: ranges by address.
    pub(super) fn out_of_reach(&self, numbers: &BTreeSet<u32>) -> Vec<Range<u32>> {
        let mut waiting: Vec<usize> = self.loose.iter().copied().collect();
        for &number in numbers {
            match self.addresses.get(&number) {
                Some(blocks) => waiting.extend(blocks),
                None if self.plain.contains(&number) => {
                    let from = number.saturating_sub(NEAR);
                    let addresses = self.addresses.range(from..=number.saturating_add(NEAR));
                    waiting.extend(addresses.flat_map(|(_, blocks)| blocks));
                }
                None => waiting.extend(self.near(number)),
            }
        }
        let mut reached = vec![false; self.blocks.len()];
        while let Some(number) = waiting.pop() {
            if let (Some(reached), Some(block)) = (reached.get_mut(number), self.blocks.get(number))
                && !std::mem::replace(reached, true)
            {
                waiting.extend(&block.refers);
            }
        }
        let mut ranges: Vec<Range<u32>> = Vec::new();
        let mut was_reached = true;
        for (block, reached) in self.blocks.iter().zip(reached) {
            match ranges.last_mut() {
                Some(last) if !reached && !was_reached && block.is_just_behind(last) => {
                    last.end = block.range.end;
                }
                _ if !reached => ranges.push(block.range.clone()),
                _ => {}
            }
            was_reached = reached;
        }
        ranges
    }

    /// The blocks around a number that is not in the linked code: an optimiser
    /// may have made it of any address.
    fn near(&self, number: u32) -> Range<usize> {
        let first = self
            .blocks
            .partition_point(|block| block.range.end.saturating_add(NEAR) <= number);
        let end = self
            .blocks
            .partition_point(|block| block.range.start <= number.saturating_add(NEAR));
        first..end.max(first)
    }
}

impl<'a> Linked<'a> {
    fn parse(wasm: &'a [u8]) -> Result<Self, Unsplittable> {
        let mut linked = Self::default();
        let mut found = false;
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::DataSection(section) => linked.segments(section)?,
                Payload::CodeSectionEntry(body) => linked.bodies.push(body),
                Payload::CodeSectionStart { range, .. } => {
                    linked.code_start = range.start;
                    linked.code = wasm.get(range).unwrap_or_default();
                }
                Payload::CustomSection(section) => match section.as_known() {
                    KnownCustom::Linking(section) => {
                        for part in section.subsections() {
                            if let Linking::SymbolTable(symbols) = part? {
                                found = true;
                                for (number, symbol) in (0..).zip(symbols) {
                                    linked.symbol(number, &symbol?)?;
                                }
                            }
                        }
                    }
                    KnownCustom::Reloc(relocations) => {
                        let into = match section.name() {
                            "reloc.CODE" => &mut linked.code_relocations,
                            "reloc.DATA" => &mut linked.data_relocations,
                            _ => continue,
                        };
                        for entry in relocations.entries() {
                            let entry = entry?;
                            if is_address(entry.ty)? {
                                into.push(entry);
                            }
                        }
                    }
                    _ => {}
                },
                _ => {}
            }
        }
        if !found || linked.code_relocations.is_empty() {
            return Err(Unsplittable::new("it was linked without `--emit-relocs`"));
        }
        Ok(linked)
    }

    fn segments(&mut self, section: DataSectionReader<'a>) -> Result<(), Unsplittable> {
        let start = section.range().start;
        for segment in section {
            let segment = segment?;
            let address = address(&segment.kind)?;
            let at = segment.range.end - segment.data.len() - start;
            self.segments.push((address, segment.data, at));
        }
        Ok(())
    }

    fn symbol(&mut self, number: u32, symbol: &SymbolInfo<'_>) -> Result<(), Unsplittable> {
        if let SymbolInfo::Data {
            symbol: Some(place),
            flags,
            name,
        } = symbol
        {
            let base = if flags.contains(wasmparser::SymbolFlags::ABSOLUTE) {
                0
            } else {
                self.segments
                    .get(place.index as usize)
                    .map(|(address, ..)| *address)
                    .ok_or_else(|| {
                        Unsplittable::new(format!("the symbol {name} is in no segment"))
                    })?
            };
            let address = base.saturating_add(place.offset);
            self.symbols.insert(number, (address, place.size));
        }
        Ok(())
    }

    /// The address and the contents of a word of the data section.
    fn word_at(&self, offset: usize) -> Option<(u32, u32)> {
        let next = self.segments.partition_point(|(_, _, at)| *at <= offset);
        let (address, bytes, at) = self.segments.get(next.checked_sub(1)?)?;
        let inside = offset - at;
        let word = bytes.get(inside..)?.first_chunk::<4>()?;
        let address = address.checked_add(u32::try_from(inside).ok()?)?;
        Some((address, u32::from_le_bytes(*word)))
    }
}

impl Linked<'_> {
    /// The numbers in the code that no relocation says to be addresses.
    fn plain_numbers(&self) -> Result<BTreeSet<u32>, Unsplittable> {
        let relocated: HashSet<usize> = self
            .code_relocations
            .iter()
            .map(|entry| self.code_start + entry.offset as usize)
            .collect();
        let mut found = BTreeSet::new();
        for body in &self.bodies {
            for operator in body.get_operators_reader()?.into_iter_with_offsets() {
                let (operator, at) = operator?;
                // The number follows the instruction, or its alignment, a byte too.
                if !(at + 1..=at + 2).any(|at| relocated.contains(&at)) {
                    numbers::add(&operator, &mut found);
                }
            }
        }
        Ok(found)
    }
}

/// Whether what is relocated is an address of data.
fn is_address(ty: RelocationType) -> Result<bool, Unsplittable> {
    use RelocationType as R;
    match ty {
        R::MemoryAddrLeb | R::MemoryAddrSleb | R::MemoryAddrI32 => Ok(true),
        R::FunctionIndexLeb
        | R::FunctionIndexI32
        | R::TableIndexSleb
        | R::TableIndexI32
        | R::TableNumberLeb
        | R::TypeIndexLeb
        | R::GlobalIndexLeb
        | R::GlobalIndexI32
        | R::FunctionOffsetI32
        | R::SectionOffsetI32 => Ok(false),
        other => Err(Unsplittable::new(format!("it has relocations {other:?}"))),
    }
}

/// The address of a segment.
pub(super) fn address(kind: &DataKind<'_>) -> Result<u32, Unsplittable> {
    if let DataKind::Active {
        memory_index: 0,
        offset_expr,
    } = kind
        && let Ok(Operator::I32Const { value }) = offset_expr.get_operators_reader().read()
    {
        return Ok(value.cast_unsigned());
    }
    Err(Unsplittable::new("a segment has no fixed address"))
}

/// A number of 32 bits in LEB128.
fn leb(bytes: &[u8], at: usize) -> Option<u32> {
    let mut value = 0;
    for (shift, byte) in (0..35).step_by(7).zip(bytes.get(at..)?) {
        value |= u64::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Some(value as u32);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(range: Range<u32>, refers: &[usize]) -> Block {
        Block {
            range,
            refers: refers.iter().copied().collect(),
        }
    }

    /// A table at 1000 of texts at 2000 and 3000, and two tables of their own.
    fn symbols() -> Symbols {
        Symbols {
            blocks: vec![
                block(1000..1040, &[1, 2]),
                block(2000..2009, &[]),
                block(3000..3005, &[]),
                block(4000..4100, &[3, 2]),
                block(4104..4200, &[]),
            ],
            // The code subtracts 8 first.
            addresses: BTreeMap::from([
                (992, BTreeSet::from([0])),
                (4100, BTreeSet::from([3])),
                (4104, BTreeSet::from([4])),
            ]),
            plain: BTreeSet::from([2100, 4300, 4500]),
            loose: BTreeSet::new(),
        }
    }

    fn out_of_reach(numbers: &[u32]) -> Vec<Range<u32>> {
        symbols().out_of_reach(&numbers.iter().copied().collect())
    }

    #[test]
    fn what_a_table_refers_to_is_reached_through_it() {
        assert!(out_of_reach(&[992]).iter().eq([&(4000..4200)]));
        assert_eq!(
            out_of_reach(&[4104]),
            [1000..1040, 2000..2009, 3000..3005, 4000..4100]
        );
        assert_eq!(
            out_of_reach(&[4100]),
            [1000..1040, 2000..2009, 4104..4200],
            "it is the end of the fourth, and 4104 is another"
        );
    }

    #[test]
    fn what_belongs_to_no_symbol_may_be_read_any_time() {
        let mut symbols = symbols();
        symbols.loose.insert(1);
        let out = symbols.out_of_reach(&BTreeSet::new());
        assert_eq!(out, [1000..1040, 3000..3005, 4000..4200]);
    }

    #[test]
    fn a_number_that_the_linker_did_not_write_reaches_what_is_near() {
        assert_eq!(out_of_reach(&[2200]), [1000..1040, 3000..3005, 4000..4200]);
        assert_eq!(out_of_reach(&[2265])[1], 2000..2009);
        assert_eq!(out_of_reach(&[3800]), [1000..1040, 2000..2009, 4104..4200]);
    }

    #[test]
    fn a_number_that_the_linker_knows_reaches_what_it_might_be_added_to() {
        assert_eq!(
            out_of_reach(&[2100]),
            out_of_reach(&[]),
            "no address is near"
        );
        assert_eq!(out_of_reach(&[4300]), [1000..1040, 2000..2009]);
        assert_eq!(out_of_reach(&[4500]), out_of_reach(&[]));
    }

    #[test]
    fn without_relocations_nothing_is_known() {
        assert!(Symbols::of(b"\0asm\x01\0\0\0").is_err());
        assert_eq!(leb(&[0xff, 0xff, 0xff, 0xff, 0x0f], 0), Some(u32::MAX));
        assert_eq!(leb(&[0x80], 0), None);
    }
}
