# Signatures are pickled and replaced; arguments that do not fit are named as a call names them.
import copy
import functools
import inspect
import pickle


def f(a, /, b: int = 2, *args, c, d=4, **kw) -> str: ...


s = inspect.signature(f)
print(pickle.loads(pickle.dumps(s)) == s, copy.deepcopy(s), hash(s) == hash(copy.copy(s)))
p = s.parameters['b']
print(pickle.loads(pickle.dumps(p)) == p, p.replace(default=None), p.replace(annotation=p.empty), p.replace(kind=p.KEYWORD_ONLY))
print(s.replace(return_annotation=None), s.replace(return_annotation=s.empty), s.replace(parameters=[]))
print(pickle.loads(pickle.dumps(s.bind(1, c=3))))
one = inspect.signature(lambda *, a, b: 0)
print(hash(one) == hash(inspect.signature(lambda *, b, a: 0)), one == inspect.signature(lambda *, b, a: 0))
for args, kwargs in (((), {}), ((1,), {}), ((1, 2), {'b': 3, 'c': 1}), ((), {'a': 1, 'c': 2})):
    try:
        print(s.bind(*args, **kwargs))
    except TypeError as error:
        print(error)
only = inspect.signature(lambda *, foo: foo)
for args in ((1,), ()):
    try:
        only.bind(*args)
    except TypeError as error:
        print(error)
for make in (lambda: inspect.Parameter('x', '123'), lambda: inspect.Parameter('from', inspect.Parameter.KEYWORD_ONLY),
             lambda: inspect.signature(functools.partial(lambda: 0, 1))):
    try:
        make()
    except ValueError as error:
        print(str(error)[:40])


def g(a, b=2, *rest, c=3):
    return a


print(sorted(inspect.getcallargs(g, 1).items()), sorted(inspect.getcallargs(g, 1, 5, 6, c=7).items()))
for args, kwargs in (((), {}), ((1,), {'a': 2}), ((1,), {'x': 2})):
    try:
        inspect.getcallargs(g, *args, **kwargs)
    except TypeError as error:
        print(error)


class Data:
    def __get__(self, obj, owner):
        return 'computed'

    def __delete__(self, obj): ...


class Holder:
    d = Data()
    e = 1


h = Holder()
h.__dict__.update(d='own', e=2)
print(type(inspect.getattr_static(h, 'd')).__name__, inspect.getattr_static(h, 'e'), inspect.getattr_static(h, 'z', None))
print([a.name for a in inspect.classify_class_attrs(Holder) if a.kind == 'data' and a.name in 'de'], inspect.Attribute._fields)
