# ExceptionGroup: construction, split, subgroup, derive, notes and errors.
def attempt(do):
    try:
        print(do())
    except Exception as error:
        print(type(error).__name__, error)


v, t, k = ValueError(1), TypeError('t'), KeyError('k')
inner = ExceptionGroup('inner', [t, k])
group = ExceptionGroup('outer', [v, inner])
print(group, repr(group), group.message, group.exceptions, group.args)
print(type(BaseExceptionGroup('b', [v])), type(BaseExceptionGroup('b', [KeyboardInterrupt()])))
print(group.subgroup(ValueError), group.subgroup((TypeError, KeyError)), group.subgroup(OSError))
print(group.subgroup(lambda e: isinstance(e, KeyError)), group.subgroup(ExceptionGroup) is group)
print(group.split(TypeError), group.split(OSError), group.split(Exception))
print(group.split(lambda e: e is v)[0].exceptions[0] is v)
print(group.derive([v]), type(group.derive([KeyboardInterrupt()])))
print(str(ExceptionGroup('one', [v])), ExceptionGroup('m', (v, t)).exceptions)
print(issubclass(ExceptionGroup, Exception), ExceptionGroup.__mro__[1:3], ExceptionGroup[int])
group.add_note('a note')
group.__cause__ = OSError('cause')
part = group.subgroup(ValueError)
print(part.__notes__, part.__cause__, part.__context__, part.__traceback__)


class Mine(ExceptionGroup):
    def __new__(cls, message, excs, code=0):
        self = super().__new__(cls, message, excs)
        self.code = code
        return self

    def derive(self, excs):
        return Mine(self.message, excs, self.code)


mine = Mine('m', [v, t], 7)
match, rest = mine.split(ValueError)
print(type(match), match.code, match, rest, rest.code, repr(mine))
attempt(lambda: ExceptionGroup('a', []))
attempt(lambda: ExceptionGroup('a', 5))
attempt(lambda: ExceptionGroup(1, [v]))
attempt(lambda: ExceptionGroup('a', [1]))
attempt(lambda: ExceptionGroup('a', [v, ValueError]))
attempt(lambda: ExceptionGroup('a', [KeyboardInterrupt()]))
attempt(lambda: ExceptionGroup('a'))
attempt(lambda: ExceptionGroup())
attempt(lambda: group.split(5))
attempt(lambda: group.subgroup('x'))
attempt(lambda: group.split([ValueError]))
attempt(lambda: group.split(int))
