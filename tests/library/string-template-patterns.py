# Templates with patterns of their own.
from string import Formatter, Template


class At(Template):
    pattern = r'''
        (?P<escaped>@{2})             |  # two of them
        @(?P<named>[_a-z][._a-z0-9]*) |
        @\{(?P<braced>[_a-z]+)\}      |
        (?P<invalid>@)
    '''


class Strange(Template):
    pattern = r'(?P<what>!)|(?P<escaped>\$\$)|\$(?P<named>\w+)|(?P<braced>x)|(?P<invalid>y)'


class Percent(Template):
    delimiter = '%'
    idpattern = '[a-z]+'
    flags = 0


print(At('@a.b and @{c} @@').substitute({'a.b': 1, 'c': 2}), At('@x @1').safe_substitute(x=5))
print(At('@a @{b} @@ @a').get_identifiers(), At('@a @').is_valid(), At('@a').is_valid())
print(Percent('%who likes %What %%').safe_substitute(who='tim'), Percent.pattern.flags, Percent.flags)
print(Template.pattern.groupindex, Template.flags)
for wrong in [lambda: At('one\ntwo @').substitute(), lambda: Strange('a!').substitute(),
              lambda: Strange('a!').get_identifiers(), lambda: Strange('a!').is_valid(),
              lambda: Template('$a $').substitute(a=1), lambda: Template('$').substitute({}),
              lambda: At('@x').substitute()]:
    try:
        print(wrong())
    except (KeyError, ValueError) as error:
        print(type(error).__name__, error.args[0])
print(Formatter()._vformat('{} {}', (1, 2), {}, set(), 2))
