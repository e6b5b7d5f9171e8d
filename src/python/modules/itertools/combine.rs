//! `product`, `permutations`, `combinations`, and with replacement.

use super::{State, tool};
use crate::object::Value;
use crate::vm::{Args, NativeResult, Vm};
use std::rc::Rc;

/// Walks the ways to choose from pools, in the order of the places chosen.
pub(super) struct Combination {
    kind: Kind,
    /// One pool for each place of a product, else one for all.
    pools: Vec<Rc<[Value]>>,
    /// What each place of the result holds: an index into its pool.
    indices: Vec<usize>,
    started: bool,
    finished: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Product,
    Permutations,
    Combinations,
    WithReplacement,
}

impl Combination {
    fn pool_len(&self, place: usize) -> usize {
        let pool = if self.kind == Kind::Product {
            self.pools.get(place)
        } else {
            self.pools.first()
        };
        pool.map_or(0, |pool| pool.len())
    }

    /// The next result.
    pub(super) fn next(&mut self) -> Option<Value> {
        if self.finished {
            return None;
        }
        if self.started && !self.advance() {
            self.finished = true;
            return None;
        }
        self.started = true;
        let product = self.kind == Kind::Product;
        let chosen = self
            .indices
            .iter()
            .enumerate()
            .filter_map(|(place, index)| {
                let pool = if product {
                    self.pools.get(place)
                } else {
                    self.pools.first()
                };
                pool.and_then(|pool| pool.get(*index)).cloned()
            });
        Some(Value::tuple(chosen))
    }

    /// Goes on to the next choice; false if there is none.
    fn advance(&mut self) -> bool {
        let places = self.indices.len();
        for place in (0..places).rev() {
            let Some(&now) = self.indices.get(place) else {
                return false;
            };
            let Some(next) = self.successor(place, now) else {
                continue;
            };
            // The places behind take the lowest choice that is allowed there.
            self.indices.truncate(place);
            self.indices.push(next);
            while self.indices.len() < places {
                let at = self.indices.len();
                match self.lowest(at) {
                    Some(index) => self.indices.push(index),
                    None => return false,
                }
            }
            return true;
        }
        false
    }

    /// The next higher choice for a place, the ones before it staying.
    fn successor(&self, place: usize, now: usize) -> Option<usize> {
        let n = self.pool_len(place);
        match self.kind {
            Kind::Product | Kind::WithReplacement => (now + 1 < n).then_some(now + 1),
            // Enough must be left for the places behind.
            Kind::Combinations => (now + (self.indices.len() - place) < n).then_some(now + 1),
            Kind::Permutations => {
                let taken = self.indices.get(..place).unwrap_or_default();
                (now + 1..n).find(|index| !taken.contains(index))
            }
        }
    }

    fn lowest(&self, place: usize) -> Option<usize> {
        let last = self.indices.last().copied();
        match self.kind {
            Kind::Product => Some(0),
            Kind::WithReplacement => Some(last.unwrap_or(0)),
            Kind::Combinations => Some(last.map_or(0, |last| last + 1)),
            Kind::Permutations => {
                (0..self.pool_len(place)).find(|index| !self.indices.contains(index))
            }
        }
    }
}

pub(super) fn product(vm: &mut Vm, mut args: Args) -> NativeResult {
    let mut repeat = 1;
    for (name, value) in args.take_keywords() {
        if name.as_str() != "repeat" {
            return Err(vm.type_error(format!(
                "product() got an unexpected keyword argument '{name}'"
            )));
        }
        repeat = vm.int_argument(&value)?;
    }
    let Some(repeat) = crate::number::size::count(repeat) else {
        return Err(vm.value_error("repeat argument cannot be negative"));
    };
    let class = args.take(0);
    let iterables: Vec<Value> = args.values.drain(1..).collect();
    vm.charge(
        iterables
            .len()
            .saturating_mul(repeat)
            .saturating_mul(size_of::<Vec<Value>>()),
    )?;
    vm.run_async("product", move |cx| async move {
        let mut pools = Vec::new();
        for iterable in &iterables {
            pools.push(Rc::from(cx.collect(iterable).await?));
        }
        // Any number of times nothing is nothing, and no walk to the end of it.
        let repeat = if pools.is_empty() { 0 } else { repeat };
        let pools: Vec<Rc<[Value]>> = std::iter::repeat_n(&pools, repeat)
            .flatten()
            .cloned()
            .collect();
        let finished = pools.iter().any(|pool| pool.is_empty());
        let indices = vec![0; pools.len()];
        let combination = Combination {
            kind: Kind::Product,
            pools,
            indices,
            started: false,
            finished,
        };
        cx.with(|vm| tool(vm, &class, State::Combination(combination)))
    })
}

pub(super) fn permutations(vm: &mut Vm, args: Args) -> NativeResult {
    // Only here no other number will do.
    if let Some(r) = args.values.get(2)
        && !matches!(r, Value::Undefined | Value::None)
        && !matches!(
            vm.unwrap_base(r.clone()),
            Value::Int(_) | Value::Bool(_) | Value::BigInt(_)
        )
    {
        return Err(vm.type_error("Expected int as r"));
    }
    choose(vm, args, Kind::Permutations)
}

pub(super) fn combinations(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(result) = vm.after_index(&mut args, &[2], combinations) {
        return result;
    }
    choose(vm, args, Kind::Combinations)
}

pub(super) fn combinations_with_replacement(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(result) = vm.after_index(&mut args, &[2], combinations_with_replacement) {
        return result;
    }
    choose(vm, args, Kind::WithReplacement)
}

fn choose(vm: &mut Vm, mut args: Args, kind: Kind) -> NativeResult {
    let (class, iterable) = (args.take(0), args.take(1));
    let all = |r: &Value| kind == Kind::Permutations && r.is_none();
    let places = match args.optional(2).filter(|r| !all(r)) {
        None => None,
        Some(places) => match crate::number::size::count(vm.int_argument(&places)?) {
            Some(places) => Some(places),
            None => return Err(vm.value_error("r must be non-negative")),
        },
    };
    vm.run_async("combinations", move |cx| async move {
        let pool = cx.collect(&iterable).await?;
        let n = pool.len();
        let places = places.unwrap_or(n);
        let finished = if kind == Kind::WithReplacement {
            n == 0 && places > 0
        } else {
            places > n
        };
        let indices = match kind {
            _ if finished => Vec::new(),
            Kind::WithReplacement | Kind::Product => {
                cx.with(|vm| vm.charge(places.saturating_mul(size_of::<usize>())))?;
                vec![0; places]
            }
            Kind::Permutations | Kind::Combinations => (0..places).collect(),
        };
        let combination = Combination {
            kind,
            pools: vec![Rc::from(pool)],
            indices,
            started: false,
            finished,
        };
        cx.with(|vm| tool(vm, &class, State::Combination(combination)))
    })
}
