# None, Ellipsis, NotImplemented, bool and object.
for source in r'''
None is None, None == None, None == 0, bool(None), str(None), repr(None), type(None)(), hash(None) == hash(None), None in [None], f'{None}', None.__class__, isinstance(None, type(None)), [None] * 2, {None: 1}
..., Ellipsis is ..., type(...)() is ..., repr(...), bool(...), str(Ellipsis), {...: 1}, [..., 1], hash(...) == hash(...)
NotImplemented, repr(NotImplemented), type(NotImplemented)() is NotImplemented, NotImplemented == NotImplemented, hash(NotImplemented) is not None
True, False, bool(), bool(1), bool(''), bool('a'), bool([]), bool(0.0), bool(0j), bool(object()), True + 1, True == 1, True is True, repr(True), str(False), int(True), isinstance(True, int), bool.__mro__, True & False, True | 2, ~True, not True, True < 2, hash(True), {True: 'a', 1: 'b'}, f'{True:d} {True}', bool.__name__, True.real, True.__class__, (True).bit_length(), True ** 2, -True, True // 1, divmod(True, True), max(True, False), sum([True, True]), [1, 2][True], 'ab'[False]
object() == object(), object.__name__, repr(object()).startswith('<object object at 0x'), bool(object()), object().__class__, object().__str__().startswith('<object'), object().__format__('').startswith('<object'), object().__eq__(1), object().__ne__(1), object().__lt__(1), object().__init__(), object.__hash__(1) is not None, object().__dir__()[:0], object().__sizeof__() > 0, object().__reduce_ex__(2)[0].__name__
None + 1
None()
None[0]
None.foo
len(None)
iter(None)
None < None
None > 1
int(None)
type(None)(1)
type(...)(1)
type(NotImplemented)(1)
bool(1, 2)
bool(x=1)
object(1)
object().x
object() < object()
object() + 1
... + 1
-None
[][None]
None.x.y
'a' + None
'%d' % None
sum([None])
max(None, 1)
type('B', (bool,), {})
type('N', (type(None),), {})
type('E', (type(...),), {})
type('F', (type(lambda: 0),), {})
type('R', (range,), {})
type('S', (slice,), {})
type('G', (type(i for i in ''),), {})
type('V', (memoryview,), {})
type('K', (type({}.keys()),), {})
'''.strip().splitlines():
    try:
        print(source, '->', repr(eval(source)))
    except Exception as error:
        print(source, '!!', type(error).__name__, error)
