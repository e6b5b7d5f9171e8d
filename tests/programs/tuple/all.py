# tuple: construction, operators, methods, comparing, hashing and errors.
t = (1, 'a', 2.5, 'a')
class T(tuple): pass

for source in r'''
(), (1,), 1, (1, 2), tuple(), tuple('ab'), tuple([1]), tuple({1: 2}), tuple(x for x in 'ab'), tuple(t) is t, t[:] is t, () is (), tuple(range(3)), (1, *'ab', *[2])
t[0], t[-1], t[1:3], t[::-1], t[::2], t[5:], len(t), t.index('a'), t.index('a', 2), t.count('a'), t.count(9), 'a' in t, 3 not in t
t + (1,), t * 2, 0 * t, t * -1, (1,) * True, t + (), () + t, (1, 2) == (1, 2), (1, 2) == [1, 2], (1, 2) < (1, 3), (1,) < (1, 0), () < (1,), (2,) > (1, 9), (1, 'a') != (1, 'b')
hash(()) , hash((1, 2)), hash((1, 'a')) == hash((1, 'a')), hash((1, (2, 3))), hash((None,)) == hash((None,)), {(1, 2): 'k'}[1, 2], {(): 0}[()]
T([1]), type(T()), T((1, 2)) == (1, 2), T([1]) + (2,), type(T([1])[:]), repr(T('a')), T.__mro__[1], isinstance(T(), tuple), type(T([1]) * 2), hash(T([1])) == hash((1,))
str((1,)), repr(()), str(('a', None)), f'{(1, 2)}', '%s %s' % (1, 2), '{}'.format((1,)), '{0[0]}'.format((5,))
a, b = (1, 2) if False else (0, 0)
(lambda *args: args)(*t), (lambda a, *r: r)(*t), max((1, 2)), min((2,), (1, 9)), sum((1, 2)), sorted((2, 1)), list(reversed((1, 2))), all((1, 0)), any((0, 1))
t.__getitem__(0), t.__contains__(1), t.__add__((3,)), t.__eq__([1]), t.__getnewargs__(), t.__len__(), t.__rmul__(1), t.__lt__((2,)), t.__lt__([1]), t.__hash__() == hash(t), t.__class_getitem__(int)
t[4]
t['a']
t[1.0]
t[::0]
t.index('z')
t.index(1, 1)
t.index()
t.append(1)
t + [1]
t + 1
t * 1.0
t * 'a'
t < [1]
(1, 'a') < (1, 2)
(1,) < 1
hash(([],))
hash((1, {}))
tuple(5)
tuple(1, 2)
tuple(sequence=[1])
(1, 2).__setitem__
(1, 2)()
del t[0]
T(1)
tuple(None)
divmod(*(7, 2)), pow(*(2, 3)), [*zip((1, 2), 'ab')], dict(((1, 2), (3, 4))), (1, 2, 3)[slice(1, None)], ((1, 2), 3)[0][1], not (), not (0,), (1 == 1, 2)
'''.strip().splitlines():
    try:
        print(source, '->', repr(eval(source)))
    except Exception as error:
        print(source, '!!', type(error).__name__, error)
