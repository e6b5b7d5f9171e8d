//! Slices of lists: replaced, removed.

use super::sequence::Span;
use crate::object::{ListObj, Raise, Slice, Value};
use crate::vm::{NativeResult, Vm, drop_deep};
use std::rc::Rc;

impl Vm {
    /// Fits a slice to a list and goes on with the span; the list's length is
    /// taken when the bounds are known, as they may run Python code.
    fn with_span(
        &mut self,
        list: &Rc<ListObj>,
        slice: &Rc<Slice>,
        then: impl FnOnce(&mut Vm, &Rc<ListObj>, Span) -> NativeResult + 'static,
    ) -> NativeResult {
        if let Some(span) = self.span_now(slice, list.len()) {
            return then(self, list, span?);
        }
        let (list, slice) = (Rc::clone(list), Rc::clone(slice));
        self.run_async("slice", move |cx| async move {
            cx.span(&slice, list.len()).await?;
            let span = cx.span(&slice, list.len()).await?;
            cx.with(|vm| then(vm, &list, span))
        })
    }

    /// `del list[slice]`
    pub fn list_delete_slice(&mut self, list: &Rc<ListObj>, slice: &Rc<Slice>) -> NativeResult {
        self.with_span(list, slice, |vm, list, span| {
            vm.work(list.len().saturating_sub(span.start.max(0) as usize));
            let removed = remove_span(list, span);
            let_go(removed, span);
            Ok(Value::None)
        })
    }

    /// `list[slice] = iterable`
    pub fn list_store_slice(
        &mut self,
        list: &Rc<ListObj>,
        slice: &Rc<Slice>,
        iterable: &Value,
    ) -> NativeResult {
        if let Some(items) = self.collect_now(iterable) {
            let items = items?;
            return self.with_span(list, slice, move |vm, list, span| {
                vm.replace_span(list, span, items)
            });
        }
        let extended = !matches!(slice.step, Value::None | Value::Int(1));
        let (list, slice, iterable) = (Rc::clone(list), Rc::clone(slice), iterable.clone());
        self.run_async("slice", move |cx| async move {
            let items = match cx.iter(&iterable).await {
                Ok(iterator) => cx.collect(&iterator).await?,
                Err(_)
                    if cx.with(|vm| vm.type_attr(&iterable, &vm.names.iter.clone()).is_none()) =>
                {
                    let wanted = if extended {
                        "must assign iterable to extended slice"
                    } else {
                        "can only assign an iterable"
                    };
                    return Err(cx.with(|vm| vm.type_error(wanted)));
                }
                Err(raise) => return Err(raise),
            };
            let result = cx.with(|vm| {
                vm.with_span(&list, &slice, move |vm, list, span| {
                    vm.replace_span(list, span, items)
                })
            });
            cx.finish(result).await
        })
    }

    fn replace_span(&mut self, list: &ListObj, span: Span, items: Vec<Value>) -> NativeResult {
        if span.step == 1 {
            self.charge_items(items.len())?;
            self.work(list.len().saturating_sub(span.start.max(0) as usize));
            let removed: Vec<Value> = {
                let mut target = list.items.borrow_mut();
                let start = (span.start.max(0) as usize).min(target.len());
                let end = (start + span.count).min(target.len());
                target.splice(start..end, items).collect()
            };
            let_go(removed, span);
            return Ok(Value::None);
        }
        if items.len() != span.count {
            return Err(self.wrong_size(items.len(), span.count));
        }
        self.charge_items(span.count)?;
        let mut old = Vec::with_capacity(span.count);
        {
            let mut target = list.items.borrow_mut();
            for (at, item) in span.indices().zip(items) {
                if let Some(place) = target.get_mut(at) {
                    old.push(std::mem::replace(place, item));
                }
            }
        }
        drop(old);
        Ok(Value::None)
    }

    #[cold]
    fn wrong_size(&self, given: usize, wanted: usize) -> Raise {
        self.value_error(format!(
            "attempt to assign sequence of size {given} to extended slice of size {wanted}"
        ))
    }
}

/// Drops what is no longer in a list: from the last to the first if it was in
/// one piece, as CPython does.
fn let_go(removed: Vec<Value>, span: Span) {
    if span.step == 1 {
        drop_deep(removed.into_iter().rev());
    } else {
        drop_deep(removed);
    }
}

fn remove_span(list: &ListObj, span: Span) -> Vec<Value> {
    let mut items = list.items.borrow_mut();
    if span.step == 1 {
        let start = (span.start.max(0) as usize).min(items.len());
        let end = (start + span.count).min(items.len());
        return items.drain(start..end).collect();
    }
    let mut removed = Vec::with_capacity(span.count);
    let mut kept = Vec::with_capacity(items.len().saturating_sub(span.count));
    let mut doomed: Vec<usize> = span.indices().collect();
    doomed.sort_unstable();
    let mut doomed = doomed.into_iter().peekable();
    for (at, item) in items.drain(..).enumerate() {
        if doomed.next_if_eq(&at).is_some() {
            removed.push(item);
        } else {
            kept.push(item);
        }
    }
    *items = kept;
    removed
}
