//! `str.format` and `str.format_map`. The values may need Python code at every
//! step: attributes, subscripts, conversions and formats.

use super::receiver;
use crate::object::{NativeDef, Raise, Str, StrRef, Value, intern};
use crate::text::format_string::{
    self, Access, Conversion, Field, FieldName, First, Numbering, Template,
};
use crate::text::{TextError, repr};
use crate::vm::{Args, Cx, NativeResult, Vm};
use std::pin::Pin;
use std::rc::Rc;

pub(super) const METHODS: &[NativeDef] = &[
    NativeDef::method("format", format, 0, 0)
        .walks_all()
        .any_keywords(),
    NativeDef::method("format_map", format_map, 1, 1).walks_all(),
];

/// Where fields get their values.
struct Source {
    positional: Vec<Value>,
    named: Vec<(StrRef, Value)>,
    /// The argument of `format_map`, in place of the other two.
    mapping: Option<Value>,
}

fn format(vm: &mut Vm, mut args: Args) -> NativeResult {
    let named = args.take_keywords();
    let template = receiver(vm, &mut args)?;
    let positional = args.values.into_iter().skip(1).collect();
    run(
        vm,
        template,
        Source {
            positional,
            named,
            mapping: None,
        },
    )
}

fn format_map(vm: &mut Vm, mut args: Args) -> NativeResult {
    let template = receiver(vm, &mut args)?;
    let mapping = Some(args.take(1));
    run(
        vm,
        template,
        Source {
            positional: Vec::new(),
            named: Vec::new(),
            mapping,
        },
    )
}

fn run(vm: &mut Vm, template: StrRef, source: Source) -> NativeResult {
    vm.run_async("format", move |cx| async move {
        let mut numbering = Numbering::default();
        let text = expand(
            &cx,
            template.as_str(),
            &source,
            &mut numbering,
            format_string::DEEPEST,
        )
        .await?;
        Ok(Value::string(text))
    })
}

fn raise(cx: &Cx, error: TextError) -> Raise {
    cx.with(|vm| vm.text_error(error))
}

/// The template with its fields replaced; specs that hold fields are templates too.
fn expand<'a>(
    cx: &'a Cx,
    template: &'a str,
    source: &'a Source,
    numbering: &'a mut Numbering,
    levels: usize,
) -> Pin<Box<dyn Future<Output = Result<String, Raise>> + 'a>> {
    Box::pin(async move {
        let Some(levels) = levels.checked_sub(1) else {
            return Err(raise(cx, format_string::too_deep()));
        };
        let mut out = String::new();
        let mut pieces = Template::new(template);
        while let Some(piece) = pieces.next_piece().map_err(|error| raise(cx, error))? {
            out.push_str(piece.literal);
            if let Some(field) = piece.field {
                let text = replace(cx, &field, source, numbering, levels).await?;
                out.push_str(text.as_str());
                cx.with(|vm| vm.has_room(out.len()))?;
                cx.with(|vm| vm.charge(text.as_str().len()))?;
            }
        }
        Ok(out)
    })
}

async fn replace(
    cx: &Cx,
    field: &Field<'_>,
    source: &Source,
    numbering: &mut Numbering,
    levels: usize,
) -> Result<StrRef, Raise> {
    let mut name = FieldName::parse(field.name, numbering).map_err(|error| raise(cx, error))?;
    let mut value = first(cx, &name.first, source).await?;
    while let Some(access) = name.next_access().map_err(|error| raise(cx, error))? {
        value = match access {
            Access::Attribute(name) => cx.get_attr(&value, &intern(name)).await?,
            Access::Index(index) => cx.get_item(&value, &Value::from(index)).await?,
            Access::Key(key) => cx.get_item(&value, &Value::str(key)).await?,
        };
    }
    if let Some(code) = field.conversion {
        let text = match format_string::conversion(code).map_err(|error| raise(cx, error))? {
            Conversion::Str => cx.str(&value).await?,
            Conversion::Repr => cx.repr(&value).await?,
            Conversion::Ascii => Rc::new(Str::from_string(repr::ascii_of_repr(
                cx.repr(&value).await?.as_str(),
            ))),
        };
        value = Value::Str(text);
    }
    let spec = if field.nested {
        expand(cx, field.spec, source, numbering, levels).await?
    } else {
        field.spec.to_owned()
    };
    let spec = Rc::new(Str::from_string(spec));
    let started = cx.with(|vm| vm.format(&value, &spec));
    let formatted = cx.finish(started).await?;
    cx.with(|vm| match vm.text_of(&formatted) {
        Some(text) => Ok(text),
        None => Err(vm.system_error("a format is no text")),
    })
}

async fn first(cx: &Cx, first: &First<'_>, source: &Source) -> NativeResult {
    match (first, &source.mapping) {
        (First::Position(_), Some(_)) => Err(raise(cx, format_string::no_positions())),
        (First::Name(name), Some(mapping)) => cx.get_item(mapping, &Value::str(name)).await,
        (First::Position(position), None) => match source.positional.get(*position) {
            Some(value) => Ok(value.clone()),
            None => Err(raise(cx, format_string::missing_position(*position))),
        },
        (First::Name(name), None) => match source
            .named
            .iter()
            .find(|(known, _)| known.as_str() == *name)
        {
            Some((_, value)) => Ok(value.clone()),
            None => Err(cx.with(|vm| vm.key_error(Value::str(name)))),
        },
    }
}
