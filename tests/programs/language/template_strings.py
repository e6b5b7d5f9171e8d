# Template strings (PEP 750, Python 3.14): the expected output follows its documentation.
from string.templatelib import Interpolation, Template, convert

name, price = 'Ada', 3.14159
template = t'Hi {name!r}, pay {price:.2f} now'
print(type(template) is Template, template.strings, template.values)
for part in template:
    print(repr(part))


def render(template):
    pieces = []
    for part in template:
        match part:
            case str() as text:
                pieces.append(text)
            case Interpolation(value, _, conversion, format_spec):
                pieces.append(format(convert(value, conversion), format_spec))
    return ''.join(pieces)


print(render(template), render(t''), render(t'{1}{2}'), render(t'{{braces}}'))
print(t''.strings, t'{1}{2}'.strings, len(t'{1}{2}'.interpolations))
print(render(t'{price = :.1f}|{name=}'))
width = 10
print(t'{name:>{width}}'.interpolations[0].format_spec, render(t'{name:>{width}}'))
joined = t'a{1}' + t'b{2}'
print(joined.strings, joined.values)
print(render(t'one ' t'two {3}'))
nested = t'outer {t"inner {name}"}'
print(render(nested.values[0]), repr(nested.strings))
first = t'{name.upper()!s:>6}'.interpolations[0]
print(first.value, first.expression, first.conversion, first.format_spec)
print(Template('a', 'b', Interpolation(1, 'x'), Interpolation(2)).strings)
print(convert([1], 'r'), convert('é', 'a'), convert(5, None), convert(5, 's'))
for attempt in (lambda: t'a' + 'b', lambda: 'a' + t'b', lambda: Template(5),
                lambda: setattr(template, 'strings', ()), lambda: Interpolation(1, 'x', 'z')):
    try:
        attempt()
    except (TypeError, AttributeError, ValueError) as error:
        print(type(error).__name__, error)
