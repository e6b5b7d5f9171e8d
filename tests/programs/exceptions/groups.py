def tree(e):
    if isinstance(e, BaseExceptionGroup):
        return [type(e).__name__, e.message, [tree(x) for x in e.exceptions]]
    return repr(e)

eg = ExceptionGroup('top', [ValueError(1), ExceptionGroup('in', [TypeError(2), ValueError(3)]), OSError(4)])
print(eg, repr(eg))
print(ExceptionGroup('one', [ValueError(1)]))
print(tree(eg.subgroup(ValueError)), tree(eg.subgroup((TypeError, OSError))))
print(eg.subgroup(KeyError), eg.subgroup(ExceptionGroup) is eg)
m, r = eg.split(lambda e: isinstance(e, TypeError))
print(tree(m), tree(r))
print([None if x is None else tree(x) for x in eg.split(Exception)])
print([None if x is None else tree(x) for x in eg.split(KeyError)])
eg.add_note('noted')
eg.__cause__ = KeyError('why')
part = eg.subgroup(OSError)
print(part.__notes__, part.__notes__ is eg.__notes__, repr(part.__cause__))
class Mine(ExceptionGroup):
    def __new__(cls, errors, code):
        self = super().__new__(cls, f'code {code}', errors)
        self.code = code
        return self
    def derive(self, excs):
        return Mine(excs, self.code)
mine = Mine([ValueError(1), TypeError(2)], 7)
print(mine, mine.message, mine.code, mine.exceptions)
part = mine.subgroup(ValueError)
print(type(part).__name__, part.code, tree(part))
class Plain(ExceptionGroup):
    pass
print(type(Plain('p', [ValueError(1), KeyError(2)]).subgroup(ValueError)).__name__)
class Bad(ExceptionGroup):
    def derive(self, excs):
        return 42
cases = [lambda: ExceptionGroup('m'), lambda: ExceptionGroup(1, [ValueError()]), lambda: ExceptionGroup('m', []),
         lambda: ExceptionGroup('m', [1]), lambda: ExceptionGroup('m', {ValueError()}), lambda: ExceptionGroup('m', 5),
         lambda: ExceptionGroup('m', [KeyboardInterrupt()]), lambda: Plain('m', [SystemExit()]),
         lambda: eg.split(5), lambda: eg.subgroup(int), lambda: Bad('b', [ValueError(), KeyError()]).split(ValueError)]
for case in cases:
    try:
        print(case())
    except Exception as e:
        print(type(e).__name__, e)
print(type(BaseExceptionGroup('b', [KeyboardInterrupt()])).__name__, type(BaseExceptionGroup('b', [ValueError()])).__name__)
print(ExceptionGroup.__mro__ == (ExceptionGroup, BaseExceptionGroup, Exception, BaseException, object))
print(ExceptionGroup.__bases__)
def fails(e):
    raise RuntimeError('in condition')
try:
    eg.split(fails)
except RuntimeError as e:
    print(e)
