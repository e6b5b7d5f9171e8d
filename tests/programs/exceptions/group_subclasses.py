# except*, split and subgroup of groups with a derive of their own; wrong groups.
class MyG(ExceptionGroup):
    def derive(self, excs): print("derive"); return MyG(self.message, excs)
class Other(ExceptionGroup):
    def __new__(cls, msg, excs, code): o = super().__new__(cls, msg, excs); o.code = code; return o
    def derive(self, excs): return Other(self.message, excs, self.code)
try:
    try: raise MyG("m", [ValueError(1), TypeError(2), KeyError(3)])
    except* ValueError as e: print(type(e), e.exceptions)
    except* TypeError as e: print(type(e), e.exceptions)
except BaseException as e: print("out", type(e), e.exceptions, repr(e.__cause__), repr(e.__context__))
try:
    try: raise Other("m", [ValueError(1), Other("in", [TypeError(2), ValueError(5)], 7)], 42)
    except* ValueError as e: print(type(e), e.exceptions, e.code)
except BaseException as e: print("out", type(e), e.exceptions, e.code)
g = ExceptionGroup("a", [ValueError(1), ExceptionGroup("b", [TypeError(2)])])
print(g.split(TypeError), g.subgroup(lambda e: isinstance(e, ValueError)), g.split((KeyError,)), g.subgroup(ExceptionGroup) is g)
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
t(lambda: ExceptionGroup("a", [])); t(lambda: ExceptionGroup("a")); t(lambda: ExceptionGroup(1, [ValueError()])); t(lambda: ExceptionGroup("a", 5)); t(lambda: ExceptionGroup("a", [1])); t(lambda: ExceptionGroup("a", [KeyboardInterrupt()])); t(lambda: BaseExceptionGroup("a", [ValueError()])); t(lambda: BaseExceptionGroup("a", [KeyboardInterrupt()]))
t(lambda: g.split(5)); t(lambda: g.subgroup("a")); t(lambda: ExceptionGroup("a", (ValueError(),)).exceptions)
def tr(body):
    try: exec(body)
    except BaseException as e: print(type(e).__name__, e, getattr(e, "exceptions", None), repr(e.__context__))
tr("try:\n  raise ValueError(1)\nexcept* ValueError as e:\n  print(repr(e))")
tr("try:\n  raise ValueError(1)\nexcept* TypeError as e:\n  print(repr(e))")
tr("try:\n  raise ValueError(1)\nexcept* ExceptionGroup as e:\n  print(repr(e))")
tr("try:\n  raise ValueError(1)\nexcept* 5 as e:\n  print(repr(e))")
tr("try:\n  raise ExceptionGroup('x', [ValueError(1), TypeError()])\nexcept* ValueError as e:\n  raise KeyError('new')")
tr("try:\n  raise ExceptionGroup('x', [ValueError(1), TypeError()])\nexcept* ValueError as e:\n  raise\nexcept* TypeError: raise OSError('z')")
class Bad(ExceptionGroup):
    def derive(self, excs): return 5
t(lambda: Bad("x", [ValueError(), TypeError()]).split(ValueError))
try:
    g = MyG("notes", [ValueError(1), TypeError(2)]); g.add_note("n1"); raise g
except* ValueError as e: print(e.__notes__, e.__traceback__ is not None, e.__context__)
except* TypeError as e: print(e.__notes__)
