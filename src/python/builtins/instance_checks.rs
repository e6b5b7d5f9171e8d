//! `isinstance` and `issubclass`.

use crate::object::{Class, NativeDef, Payload, Raise, StrRef, Value, intern};
use crate::vm::{Args, Cx, NativeResult, Vm};
use std::pin::Pin;
use std::rc::Rc;

const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("isinstance", is_instance, 2, 2).shortcut(|vm, args| match args {
        [value, classes] => Some(vm.isinstance(value, classes)),
        _ => None,
    }),
    NativeDef::function("issubclass", is_subclass, 2, 2),
];

pub(crate) fn install(vm: &Vm) {
    let builtins = Rc::clone(&vm.builtins);
    vm.add_functions(&builtins, "builtins", FUNCTIONS);
}

fn is_instance(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (value, classes) = (args.take(0), args.take(1));
    vm.isinstance(&value, &classes)
}

fn is_subclass(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (class, classes) = (args.take(0), args.take(1));
    vm.issubclass(&class, &classes)
}

impl Vm {
    /// `isinstance(value, classes)`, a `Bool`.
    pub fn isinstance(&mut self, value: &Value, classes: &Value) -> NativeResult {
        let class = self.class_of(value);
        let hook = self.names.instancecheck.clone();
        let answer = self.check_now(&class, classes, &hook, true);
        let pretends = answer != Some(true) && self.pretends(&class, value);
        if let Some(answer) = answer
            && !pretends
        {
            return Ok(Value::Bool(answer));
        }
        let (value, classes) = (value.clone(), classes.clone());
        self.run_async("isinstance", move |cx| async move {
            if check(&cx, &value, &class, &classes, &hook, true).await? {
                return Ok(Value::Bool(true));
            }
            if !pretends {
                return Ok(Value::Bool(false));
            }
            let claimed = cx.get_attr(&value, &intern("__class__")).await?;
            let Value::Class(claimed) = claimed else {
                return Ok(Value::Bool(false));
            };
            let answer = check(&cx, &value, &claimed, &classes, &hook, true).await?;
            Ok(Value::Bool(answer))
        })
    }

    /// Whether the class of an object says by an attribute of its own what
    /// `__class__` is.
    fn pretends(&self, class: &Rc<Class>, value: &Value) -> bool {
        let name = self.names.class.clone();
        let Value::Instance(_) = value else {
            return false;
        };
        if class.traits.get().custom_getattribute {
            return true;
        }
        let of_object = self.types.object.dict.get_name(&name);
        match (self.class_attr(class, &name), of_object) {
            (Some(own), Some(usual)) => !own.is(&usual),
            (own, _) => own.is_some(),
        }
    }

    /// `issubclass(class, classes)`, a `Bool`.
    pub fn issubclass(&mut self, class: &Value, classes: &Value) -> NativeResult {
        let Value::Class(inner) = class else {
            return Err(self.type_error("issubclass() arg 1 must be a class"));
        };
        let hook = self.names.subclasscheck.clone();
        if let Some(answer) = self.check_now(inner, classes, &hook, false) {
            return Ok(Value::Bool(answer));
        }
        let (value, class, classes) = (class.clone(), Rc::clone(inner), classes.clone());
        self.run_async("issubclass", move |cx| async move {
            Ok(Value::Bool(
                check(&cx, &value, &class, &classes, &hook, false).await?,
            ))
        })
    }

    /// The answer if it needs no hook of a metaclass and is no error.
    fn check_now(
        &self,
        class: &Rc<Class>,
        classes: &Value,
        hook: &StrRef,
        exact_counts: bool,
    ) -> Option<bool> {
        match classes {
            Value::Class(wanted) if exact_counts && Rc::ptr_eq(class, wanted) => Some(true),
            Value::Class(wanted) => {
                let hooked = wanted.metaclass().is_some_and(|meta| {
                    !matches!(self.class_attr(meta, hook), None | Some(Value::Native(_)))
                });
                (!hooked).then(|| class.is_subclass_of(wanted))
            }
            Value::Tuple(tuple) => {
                for wanted in tuple.items() {
                    if !matches!(wanted, Value::Class(_)) {
                        return None;
                    }
                    if self.check_now(class, wanted, hook, exact_counts)? {
                        return Some(true);
                    }
                }
                Some(false)
            }
            _ => None,
        }
    }
}

type Check<'a> = Pin<Box<dyn Future<Output = Result<bool, Raise>> + 'a>>;

/// The check with hooks, in the order in which the classes are given.
fn check<'a>(
    cx: &'a Cx,
    value: &'a Value,
    class: &'a Rc<Class>,
    classes: &'a Value,
    hook: &'a StrRef,
    instance: bool,
) -> Check<'a> {
    Box::pin(async move {
        let _level = cx.deeper()?;
        if let Some(answer) = cx.with(|vm| vm.check_now(class, classes, hook, instance)) {
            return Ok(answer);
        }
        match classes {
            Value::Tuple(tuple) => {
                for wanted in tuple.items() {
                    if check(cx, value, class, wanted, hook, instance).await? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            Value::None => Err(wrong_class(cx, instance)),
            // A class derived from tuple, such as a named one.
            Value::Instance(derived)
                if matches!(&derived.payload, Payload::Base(Value::Tuple(_))) =>
            {
                let classes = cx.with(|vm| vm.unwrap_base(classes.clone()));
                check(cx, value, class, &classes, hook, instance).await
            }
            Value::Instance(union)
                if cx.with(|vm| Rc::ptr_eq(&union.class(), &vm.types.union_type)) =>
            {
                let members = cx.get_attr(classes, &intern("__args__")).await?;
                for member in cx.collect(&members).await? {
                    let wanted = if member.is_none() {
                        Value::Class(cx.with(|vm| Rc::clone(&vm.types.none_type)))
                    } else {
                        member
                    };
                    if check(cx, value, class, &wanted, hook, instance).await? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            _ => match cx.call_special(classes, hook, [value.clone()]).await? {
                Some(answer) => cx.truth(&answer).await,
                None => Err(wrong_class(cx, instance)),
            },
        }
    })
}

fn wrong_class(cx: &Cx, instance: bool) -> Raise {
    cx.with(|vm| {
        vm.type_error(if instance {
            "isinstance() arg 2 must be a type, a tuple of types, or a union"
        } else {
            "issubclass() arg 2 must be a class, a tuple of classes, or a union"
        })
    })
}
