import copy, string, reprlib, operator, keyword
class A:
    def __init__(self, x): self.x = x
class S:
    __slots__ = ('a', 'b')
class D:
    def __copy__(self): return 'copied'
    def __deepcopy__(self, memo): return 'deep'
class L(list): pass
a = A([1, [2]]); b = copy.copy(a); c = copy.deepcopy(a)
print(b.x is a.x, c.x is a.x, c.x == a.x, c.x[1] is a.x[1], type(c).__name__)
s = S(); s.a = [1]; t = copy.deepcopy(s); print(t.a, t.a is s.a, hasattr(t, 'b'))
print(copy.copy(D()), copy.deepcopy([D()]), copy.copy(5), copy.deepcopy((1, 'a')) == (1, 'a'))
r = [1]; r.append(r); q = copy.deepcopy(r); print(q[1] is q, q is r)
shared = [0]; two = copy.deepcopy([shared, shared]); print(two[0] is two[1])
tup = (1, (2, 3)); print(copy.deepcopy(tup) is tup, copy.deepcopy(([],))[0] == [])
l = L([1, 2]); l.extra = 3; m = copy.copy(l); print(m, m.extra, type(m).__name__)
print(copy.deepcopy({'a': {1, 2}, 'b': frozenset([1])}), copy.copy({1: [2]}), copy.deepcopy(len) is len)
print(string.capwords('hello  big world'), string.digits, string.hexdigits, string.Template('$a and ${b} $$').substitute(a=1, b=2), string.Template('$x $y').safe_substitute({'x': 1}))
try:
    string.Template('a $ b').substitute()
except ValueError as e:
    print(e)
try:
    string.Template('$q').substitute()
except KeyError as e:
    print(e)
print(string.Template('$a $b ${a}').get_identifiers(), string.Formatter().format('{0} {x!r:>5} {}'.replace('{}', '{1}'), 1, 2, x='s'))
print(reprlib.repr(list(range(100))), reprlib.repr('x' * 100), reprlib.repr({i: i for i in range(10)}), reprlib.repr([[[[[[[[1]]]]]]]]), reprlib.repr(10 ** 60), reprlib.repr((1,)), reprlib.repr(set()))
print(operator.itemgetter(1, 0)('ab'), operator.attrgetter('x')(a), operator.methodcaller('upper')('q'), operator.add(2, 3), operator.__mul__(2, 4), operator.countOf([1, 1], 1), operator.indexOf([5, 6], 6))
print(keyword.iskeyword('async'), keyword.iskeyword('match'), keyword.issoftkeyword('match'), len(keyword.kwlist))
