# weakref: references, callbacks, proxies, finalizers and containers.
import weakref


def attempt(do):
    try:
        print(do())
    except Exception as error:
        print(type(error).__name__, error)


class C:
    def __init__(self, n): self.n = n
    def __repr__(self): return f'C{self.n}'
    def m(self): return self.n


c = C(1)
r = weakref.ref(c, lambda ref: print('gone', ref() is None))
print(r(), r() is c, weakref.ref(c) is weakref.ref(c), r == weakref.ref(c), weakref.getweakrefcount(c), len(weakref.getweakrefs(c)), hash(r) == hash(c), r.__callback__ is not None)
p = weakref.proxy(c)
print(p.n, p.m(), repr(p)[:3], type(p).__name__)
m = weakref.WeakMethod(c.m)
print(m()(), m() == c.m)
f = weakref.finalize(c, print, 'finalized', sep='-')
print(f.alive, f.peek()[2])
del c
print(r(), f.alive, m())
attempt(lambda: p.n)
attempt(lambda: weakref.ref(5))
attempt(lambda: weakref.ref('a'))
attempt(lambda: weakref.ref([]))
attempt(lambda: weakref.proxy(1))
attempt(lambda: weakref.ref(type('S', (), {'__slots__': ()})()))
a, b = C(2), C(3)
d = weakref.WeakValueDictionary(x=a)
d['y'] = b
k = weakref.WeakKeyDictionary({a: 'va'})
s = weakref.WeakSet([a, b])
print(sorted(d), d['x'], len(d), dict(k), len(s), a in s, d.get('q'), list(k.keys()), d.pop('y'), 'y' in d)
del a
print(sorted(d), len(k), len(s), list(s))
attempt(lambda: d['x'])
attempt(lambda: k.__setitem__(5, 1))
attempt(lambda: d.__setitem__('q', 5))
g = weakref.finalize(b, lambda: 'result')
print(g(), g(), g.alive, weakref.ref(b)() is b, weakref.ref(C)() is C)
