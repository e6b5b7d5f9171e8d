# operator: functions of the operators, getters and in-place forms.
import operator as op
class P:
    x = 1
    class y: z = 2
    def m(self, *a, **k): return a, k
    def __index__(self): return 5

for source in r'''
op.add(1, 2), op.sub(5, 3), op.mul('a', 3), op.truediv(1, 4), op.floordiv(7, 2), op.mod('%d', 5), op.pow(2, 3), op.matmul.__name__, op.neg(3), op.pos(-3), op.inv(5), op.invert(0), op.lshift(1, 3), op.rshift(8, 1), op.and_(6, 3), op.or_(6, 3), op.xor(6, 3), op.abs(-2), op.index(P())
op.lt(1, 2), op.le(2, 2), op.eq(1, 1.0), op.ne(1, 2), op.ge(1, 2), op.gt(3, 2), op.not_(0), op.truth([]), op.is_(None, None), op.is_not(1, None), op.contains([1], 1), op.concat([1], [2]), op.countOf([1, 2, 1], 1), op.indexOf('abc', 'c'), op.length_hint([1, 2]), op.length_hint(iter([1])), op.length_hint(5, 7) if False else ''
op.getitem([1, 2], 0), op.getitem({'a': 1}, 'a'), op.getitem('abc', slice(1, None)), op.iadd([1], [2]), op.imul(3, 4), op.ior({1}, {2}), op.iconcat([1], [2]), op.isub(5, 1), op.ipow(2, 3)
op.itemgetter(1)('abc'), op.itemgetter(0, 2)('abc'), op.itemgetter('k')({'k': 1}), op.itemgetter(slice(1))([1, 2]), op.attrgetter('x')(P), op.attrgetter('x', 'y.z')(P), op.methodcaller('m', 1, k=2)(P()), op.methodcaller('upper')('a'), repr(op.itemgetter(1, 2)), repr(op.attrgetter('a.b')), repr(op.methodcaller('m', 1, k=2))
(lambda l: (op.setitem(l, 0, 9), l))([1]), (lambda l: (op.delitem(l, 0), l))([1, 2]), op.call(max, 1, 2), op.add([1], [2]), op.__add__(1, 2), sorted([{'a': 2}, {'a': 1}], key=op.itemgetter('a'))
op.add(1, 'a')
op.itemgetter(5)('abc')
op.itemgetter('x')({})
op.attrgetter(1)
op.attrgetter('nope')(P)
op.methodcaller()
op.methodcaller(1)
op.methodcaller('nope')(P())
op.index(1.5)
op.concat(1, 2)
op.indexOf([1], 2)
op.add(1)
op.getitem([1], 'a')
op.inv(1.5)
'''.strip().splitlines():
    try:
        print(source, '->', repr(eval(source)))
    except Exception as error:
        print(source, '!!', type(error).__name__, error)
