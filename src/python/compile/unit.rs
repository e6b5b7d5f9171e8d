//! One code object under construction: instructions, labels, registers,
//! constants, handlers.

use rustc_hash::{FxHashMap, FxHashSet};
use std::rc::Rc;

use super::constant::Literal;
use crate::code::{ExceptionRange, Inlined, Instr, Position, Reg, Site, SiteCache};
use crate::object::{StrRef, Value, intern};
use crate::syntax::tree::{Name, ScopeId};

/// A place in the code that jumps lead to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label(pub(super) u32);

/// What is known of a label.
#[derive(Debug, Default)]
pub(super) struct LabelState {
    /// Index of the instruction, once placed.
    pub(super) at: Option<u32>,
    /// Whether something jumps there.
    is_used: bool,
    /// Variables that are bound on every way there so far.
    bound: Option<Vec<bool>>,
}

/// What kind of source a unit is compiled from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum UnitKind {
    Module,
    Class,
    Function,
    AsyncFunction,
    Lambda,
    GeneratorExpression,
    Annotation,
}

/// A code object under construction.
pub(super) struct Unit<'tree> {
    pub(super) kind: UnitKind,
    /// The scope that names are looked up in: the unit's, or an inlined one.
    pub(super) scope: ScopeId,
    pub(super) name: Name,
    pub(super) qualname: String,
    pub(super) first_line: u32,
    /// Registers of variables, by the scope that owns them.
    pub(super) variables: FxHashMap<(ScopeId, Name), Reg>,
    pub(super) local_names: Vec<StrRef>,
    /// Variables that are cells.
    pub(super) cell_registers: Vec<Reg>,
    pub(super) free_count: u16,
    /// Variables that can become unbound again or change inside an expression.
    pub(super) volatile: Vec<bool>,
    /// Constructs around the current place, outermost first.
    pub(super) blocks: Vec<super::blocks::Block<'tree>>,
    pub(super) position: Position,
    /// First temporary not in use.
    next_temp: u32,
    register_count: u32,
    /// Highest register in use since the last [`Unit::start_peak`].
    peak: u32,
    /// Registers above the variables that belong to variables of inlined
    /// comprehensions.
    pinned: FxHashSet<Reg>,
    /// Temporaries which may hold a value that somebody waits to see dropped,
    /// indexed by register.
    dirty: Vec<bool>,
    pub(super) instructions: Vec<Instr>,
    pub(super) positions: Vec<Position>,
    pub(super) labels: Vec<LabelState>,
    /// Relative jumps and where they lead.
    pub(super) relative: Vec<(u32, Label)>,
    /// Index of the last instruction that a label stands for.
    last_placed: u32,
    /// Instructions before this one are not left out: their order shows.
    kept_until: u32,
    /// Whether the current place cannot be reached.
    dead: bool,
    /// Variables that are certainly bound here.
    bound: Vec<bool>,
    pub(super) exceptions: Vec<HandledRange>,
    /// Comprehensions inside, outer ones first.
    pub(super) inlined: Vec<Inlined>,
    pub(super) constants: Vec<Value>,
    constant_keys: FxHashMap<Literal, u32>,
    pub(super) names: Vec<StrRef>,
    name_keys: FxHashMap<Name, u32>,
    pub(super) sites: Vec<Site>,
    /// Whether a table has outgrown the operand of an instruction.
    pub(super) is_too_large: bool,
}

/// A range of instructions with its handler, before labels are resolved.
#[derive(Clone, Copy, Debug)]
pub(super) struct HandledRange {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) handler: Label,
    pub(super) exception: Reg,
}

impl HandledRange {
    pub(super) fn resolved(self, place: impl Fn(u32) -> u32, handler: u32) -> ExceptionRange {
        ExceptionRange {
            start: place(self.start),
            end: place(self.end),
            handler,
            exception: self.exception,
        }
    }
}

impl<'tree> Unit<'tree> {
    pub(super) fn new(kind: UnitKind, scope: ScopeId, name: Name, qualname: String) -> Self {
        Self {
            kind,
            scope,
            name,
            qualname,
            first_line: 1,
            variables: FxHashMap::default(),
            local_names: Vec::new(),
            cell_registers: Vec::new(),
            free_count: 0,
            volatile: Vec::new(),
            blocks: Vec::new(),
            position: Position::default(),
            next_temp: 0,
            register_count: 0,
            peak: 0,
            pinned: FxHashSet::default(),
            dirty: Vec::new(),
            instructions: Vec::new(),
            positions: Vec::new(),
            labels: Vec::new(),
            relative: Vec::new(),
            last_placed: 0,
            kept_until: 0,
            dead: false,
            bound: Vec::new(),
            exceptions: Vec::new(),
            inlined: Vec::new(),
            constants: Vec::new(),
            constant_keys: FxHashMap::default(),
            names: Vec::new(),
            name_keys: FxHashMap::default(),
            sites: Vec::new(),
            is_too_large: false,
        }
    }

    // ----- registers

    /// Gives a variable of the unit its register; before any temporary.
    pub(super) fn declare(&mut self, scope: ScopeId, name: &Name, volatile: bool) -> Reg {
        let register = self.next_temp;
        self.local_names.push(intern(name));
        self.volatile.push(volatile);
        self.bound.push(false);
        self.next_temp += 1;
        self.grow();
        let register = register_number(register);
        self.variables.insert((scope, Rc::clone(name)), register);
        register
    }

    /// A new temporary, the next above all in use.
    pub(super) fn temp(&mut self) -> Reg {
        let register = self.next_temp;
        self.next_temp += 1;
        self.grow();
        register_number(register)
    }

    fn grow(&mut self) {
        self.register_count = self.register_count.max(self.next_temp);
        self.peak = self.peak.max(self.next_temp);
        let count = self.register_count as usize;
        if self.dirty.len() < count {
            self.dirty.resize(count, false);
        }
    }

    /// All registers ever in use.
    pub(super) fn register_count(&self) -> u32 {
        self.register_count
    }

    /// The first temporary not in use; see [`Unit::release`].
    pub(super) fn mark(&self) -> Reg {
        register_number(self.next_temp)
    }

    /// Starts to measure how many registers a piece of code uses. Give the
    /// result to [`Unit::end_peak`].
    pub(super) fn start_peak(&mut self) -> u32 {
        std::mem::replace(&mut self.peak, self.next_temp)
    }

    /// How many registers from `mark` on were in use since `start_peak`.
    pub(super) fn end_peak(&mut self, before: u32, mark: Reg) -> u16 {
        let used = self.peak.saturating_sub(u32::from(mark));
        self.peak = self.peak.max(before);
        register_number(used)
    }

    /// Whether a register holds an intermediate value and no variable.
    pub(super) fn is_temp(&self, register: Reg) -> bool {
        usize::from(register) >= self.local_names.len() && !self.pinned.contains(&register)
    }

    /// Whether a register holds a variable of an inlined comprehension.
    pub(super) fn is_pinned(&self, register: Reg) -> bool {
        self.pinned.contains(&register)
    }

    /// A register for a variable of an inlined comprehension, given back with
    /// the temporaries around it.
    pub(super) fn pin(&mut self, scope: ScopeId, name: &Name) -> Reg {
        let register = self.temp();
        self.pinned.insert(register);
        self.variables.insert((scope, Rc::clone(name)), register);
        register
    }

    /// Notes that a temporary holds a value that must be let go of in time.
    pub(super) fn soil(&mut self, register: Reg) {
        if usize::from(register) >= self.local_names.len()
            && let Some(dirty) = self.dirty.get_mut(usize::from(register))
        {
            *dirty = true;
        }
    }

    /// Notes that a temporary holds nothing, or nothing worth letting go of.
    pub(super) fn cleanse(&mut self, register: Reg) {
        if let Some(dirty) = self.dirty.get_mut(usize::from(register)) {
            *dirty = false;
        }
    }

    pub(super) fn is_dirty(&self, register: Reg) -> bool {
        self.dirty
            .get(usize::from(register))
            .copied()
            .unwrap_or(false)
    }

    /// Gives back the temporaries from `mark` on, letting go of their values.
    pub(super) fn release(&mut self, mark: Reg) {
        self.clear_from(mark);
        self.forget(mark);
    }

    /// Gives back the temporaries from `mark` on without any instruction:
    /// their values were consumed or are let go of elsewhere.
    pub(super) fn forget(&mut self, mark: Reg) {
        for dirty in self.dirty.iter_mut().skip(usize::from(mark)) {
            *dirty = false;
        }
        for bound in self.bound.iter_mut().skip(usize::from(mark)) {
            *bound = false;
        }
        self.pinned.retain(|&register| register < mark);
        self.next_temp = u32::from(mark);
    }

    /// The temporaries from `mark` on that hold values, as a list.
    pub(super) fn dirty_from(&self, mark: Reg) -> Vec<Reg> {
        (usize::from(mark)..self.dirty.len())
            .filter(|&index| self.dirty[index])
            .filter_map(|index| Reg::try_from(index).ok())
            .collect()
    }

    /// Emits what lets go of the values of temporaries from `mark` on.
    fn clear_from(&mut self, mark: Reg) {
        let dirty = self.dirty_from(mark);
        self.clear_registers(&dirty);
    }

    /// Emits what lets go of the values of these registers (ascending).
    pub(super) fn clear_registers(&mut self, registers: &[Reg]) {
        let mut rest = registers;
        while let Some((&start, tail)) = rest.split_first() {
            let mut count = 1u16;
            rest = tail;
            while let Some((&next, tail)) = rest.split_first() {
                if next != start + count {
                    break;
                }
                count += 1;
                rest = tail;
            }
            self.emit(match count {
                1 => Instr::Clear { d: start },
                n => Instr::ClearRange { start, n },
            });
        }
    }

    // ----- variables that are certainly bound

    pub(super) fn set_bound(&mut self, register: Reg) {
        let index = usize::from(register);
        if self.volatile.get(index).copied().unwrap_or(false) {
            return;
        }
        if self.bound.len() <= index {
            self.bound.resize(index + 1, false);
        }
        self.bound[index] = true;
    }

    pub(super) fn is_bound(&self, register: Reg) -> bool {
        self.bound
            .get(usize::from(register))
            .copied()
            .unwrap_or(false)
    }

    // ----- instructions

    /// Index of the next instruction.
    pub(super) fn here(&self) -> u32 {
        u32::try_from(self.instructions.len()).unwrap_or(u32::MAX)
    }

    /// Appends an instruction, unless it could not be reached.
    pub(super) fn emit(&mut self, instruction: Instr) {
        if self.dead {
            return;
        }
        if let Instr::Return { a } = instruction {
            self.drop_clears_before_return(a);
        }
        self.instructions.push(instruction);
        self.positions.push(self.position);
        if matches!(
            instruction,
            Instr::Return { .. }
                | Instr::ReturnNone
                | Instr::Raise { .. }
                | Instr::RaiseCurrent
                | Instr::Reraise { .. }
                | Instr::Jump { .. }
                | Instr::ForIterBack { .. }
        ) {
            self.dead = true;
        }
    }

    /// Moves the instructions from `start` on to another place in the text.
    pub(super) fn set_positions_from(&mut self, start: u32, position: Position) {
        for moved in self.positions.iter_mut().skip(start as usize) {
            *moved = position;
        }
        self.position = position;
    }

    /// Keeps what was emitted last even before a `return`.
    pub(super) fn keep_last(&mut self) {
        self.kept_until = self.here();
    }

    /// A frame that returns lets go of all its registers anyway.
    fn drop_clears_before_return(&mut self, result: Reg) {
        while let Some(Instr::Clear { d }) = self.instructions.last()
            && *d != result
            && self.last_placed.max(self.kept_until) < self.here()
        {
            self.instructions.pop();
            self.positions.pop();
        }
    }

    // ----- labels

    pub(super) fn label(&mut self) -> Label {
        self.labels.push(LabelState::default());
        Label(u32::try_from(self.labels.len() - 1).unwrap_or(u32::MAX))
    }

    /// Notes that control can come from here to the label.
    pub(super) fn reaches(&mut self, label: Label) {
        if self.dead {
            return;
        }
        let bound = self.bound.clone();
        self.reaches_with(label, &bound);
    }

    /// The variables that are certainly bound here.
    pub(super) fn bound(&self) -> Vec<bool> {
        self.bound.clone()
    }

    /// Notes that control can come to the label with these variables bound.
    pub(super) fn reaches_with(&mut self, label: Label, bound: &[bool]) {
        if let Some(state) = self.labels.get_mut(label.0 as usize) {
            state.is_used = true;
            match &mut state.bound {
                Some(known) => {
                    known.truncate(bound.len());
                    for (known, here) in known.iter_mut().zip(bound) {
                        *known &= *here;
                    }
                }
                None => state.bound = Some(bound.to_vec()),
            }
        }
    }

    /// The label stands for the next instruction.
    pub(super) fn place(&mut self, label: Label) {
        self.reaches(label);
        let here = self.here();
        self.last_placed = here;
        if let Some(state) = self.labels.get_mut(label.0 as usize) {
            state.at = Some(here);
            if state.is_used {
                self.dead = false;
            }
            if let Some(bound) = &state.bound {
                self.bound.clone_from(bound);
            }
        }
    }

    /// Emits a jump made from a label by `make`.
    pub(super) fn jump_with(&mut self, label: Label, make: impl FnOnce(u32) -> Instr) {
        if !self.dead {
            self.reaches(label);
            self.emit(make(label.0));
        }
    }

    pub(super) fn jump(&mut self, label: Label) {
        self.jump_with(label, |target| Instr::Jump { target });
    }

    /// Emits a jump whose distance is filled in when the unit is assembled.
    pub(super) fn relative_jump(&mut self, label: Label, instruction: Instr) {
        if !self.dead {
            self.reaches(label);
            self.relative.push((self.here(), label));
            self.emit(instruction);
        }
    }

    // ----- tables

    /// An index for an instruction with a short operand.
    pub(super) fn short(&mut self, index: u32) -> u16 {
        u16::try_from(index).unwrap_or_else(|_| {
            self.is_too_large = true;
            u16::MAX
        })
    }

    /// Index of a constant.
    pub(super) fn constant(&mut self, literal: &Literal) -> u32 {
        if let Some(&index) = self.constant_keys.get(literal) {
            return index;
        }
        let index = self.add_constant(literal.value());
        self.constant_keys.insert(literal.clone(), index);
        index
    }

    /// Index of a new constant.
    pub(super) fn add_constant(&mut self, value: Value) -> u32 {
        self.constants.push(value);
        u32::try_from(self.constants.len() - 1).unwrap_or(u32::MAX)
    }

    /// Index of a name.
    pub(super) fn name_index(&mut self, name: &Name) -> u32 {
        if let Some(&index) = self.name_keys.get(name) {
            return index;
        }
        self.names.push(intern(name));
        let index = u32::try_from(self.names.len() - 1).unwrap_or(u32::MAX);
        self.name_keys.insert(Rc::clone(name), index);
        index
    }

    /// Index of a new site with an inline cache of its own.
    pub(super) fn site(&mut self, name: &str) -> u32 {
        self.sites.push(Site {
            name: intern(name),
            cache: SiteCache::default().into(),
        });
        u32::try_from(self.sites.len() - 1).unwrap_or(u32::MAX)
    }
}

/// Registers a frame may have. Less than operands can name, so that the few
/// registers behind one in use still have numbers.
pub(super) const MAX_REGISTERS: u32 = 60_000;

/// Units with more registers are refused when they are assembled.
fn register_number(index: u32) -> Reg {
    Reg::try_from(index.min(MAX_REGISTERS)).unwrap_or(Reg::MAX)
}
