import inspect, types, functools
def g():
    x = 1
    yield x
    print(inspect.getgeneratorstate(me))
async def c(): pass
async def ag(): yield
me = g()
print(inspect.getgeneratorstate(me), next(me), inspect.getgeneratorstate(me), inspect.getgeneratorlocals(me))
print(list(me), inspect.getgeneratorstate(me), inspect.getgeneratorlocals(me))
co = c()
print(inspect.getcoroutinestate(co), inspect.iscoroutine(co), inspect.isawaitable(co)); co.close()
print(inspect.getcoroutinestate(co))
class A:
    """Doc of A.

        indented
    """
    x = 1
    def m(self):
        """doc of m"""
    @property
    def p(self): return 5
    @staticmethod
    def s(): pass
class B(A):
    def m(self): pass
for o in (A, A.m, A().m, len, [].append, A.p, g, c, ag, me, inspect, functools.partial(c), lambda: 0, A.s, g.__code__):
    print(*[n for n in ('isclass', 'isfunction', 'ismethod', 'isbuiltin', 'isroutine', 'isdatadescriptor', 'isgenerator', 'isgeneratorfunction', 'iscoroutinefunction', 'isasyncgenfunction', 'ismodule', 'iscode') if getattr(inspect, n)(o)])
print(repr(inspect.getdoc(A)), inspect.getdoc(B().m), inspect.getmro(B)[1].__name__, inspect.cleandoc('  a\n    b\n      c\n'))
print([n for n, v in inspect.getmembers(A) if not n.startswith('__')], [n for n, v in inspect.getmembers(A(), inspect.ismethod)])
print(type(inspect.getattr_static(A(), 'p')).__name__, inspect.getattr_static(A(), 'zz', 7), inspect.isabstract(A))
print(inspect.currentframe().f_code.co_name, inspect.getmodule(A).__name__)
@types.coroutine
def old(): yield
o = old(); print(inspect.isawaitable(o), inspect.isgenerator(o), inspect.isawaitable(g()), inspect.iscoroutinefunction(old))
