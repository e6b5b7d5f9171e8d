import inspect, functools
def f(a, b: int, /, c=3, *args: str, d, e: float = 2.5, **kw) -> bool: pass
s = inspect.signature(f)
print(s, list(s.parameters), s.return_annotation, s.parameters['e'], repr(s.parameters['a']), s.parameters['c'].kind)
b = s.bind(1, 2, d=4, z=5)
print(b, b.args, b.kwargs)
b.apply_defaults()
print(b.arguments)
for call in (lambda: s.bind(1), lambda: s.bind(1, 2), lambda: inspect.signature(lambda x: 0).bind(1, 2), lambda: inspect.signature(lambda x: 0).bind(1, x=2), lambda: inspect.signature(lambda x: 0).bind(x=2, y=3), lambda: inspect.signature(5)):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
class C:
    def __init__(self, x, y=1): pass
    def m(self, z): pass
    @classmethod
    def k(cls, q): pass
    @staticmethod
    def st(w): pass
    def __call__(self, u): pass
for o in (C, C.m, C(1).m, C.k, C.st, C(1), lambda *a, k=1: 0, functools.partial(f, 1, d=9), functools.partial(lambda a, b, c: 0, b=1)):
    print(inspect.signature(o))
@functools.wraps(f)
def w(*a): pass
print(inspect.signature(w), inspect.unwrap(w) is f)
print(inspect.getfullargspec(f))
print(inspect.getcallargs(lambda a, b=2, *c: 0, 1, 5, 6), inspect.getcallargs(C(1).m, 3)['z'])
P = inspect.Parameter
print(inspect.Signature([P('a', P.POSITIONAL_ONLY), P('b', P.KEYWORD_ONLY, default=1)]), s == inspect.signature(f), s.replace(return_annotation=int))
for bad in (lambda: P('1', P.KEYWORD_ONLY), lambda: P('a', P.VAR_KEYWORD, default=1), lambda: inspect.Signature([P('a', P.KEYWORD_ONLY), P('b', P.POSITIONAL_ONLY)])):
    try:
        bad()
    except ValueError as e:
        print(e)
print(P.empty, P.KEYWORD_ONLY.description, str(P.VAR_KEYWORD))
