import weakref
class O:
    def __init__(self, n): self.n = n
    def __repr__(self): return f'O{self.n}'
    def m(self): return self.n
a, b = O(1), O(2)
r = weakref.ref(a, lambda r: print('gone', r() is None))
print(r() is a, weakref.getweakrefcount(a), r == weakref.ref(a))
wv = weakref.WeakValueDictionary({'a': a, 'b': b})
wk = weakref.WeakKeyDictionary({a: 1, b: 2})
ws = weakref.WeakSet([a, b])
wm = weakref.WeakMethod(a.m, lambda r: print('method gone'))
f = weakref.finalize(a, print, 'finalized', 1)
print(sorted(wv.items()), sorted(wk.values()), len(ws), a in ws, wm()(), f.alive)
print('z' in wv, wv.get('z'), 5 in ws, wk.get(O(3), 'none'))
del a
print(sorted(wv), list(wk.items()), list(ws), wm(), f.alive, r())
p = weakref.proxy(b)
print(p.n, p.m())
del b
try:
    p.n
except ReferenceError as e:
    print(e)
print(len(wv), len(wk), len(ws))
for bad in (lambda: weakref.ref(5), lambda: wv['a'], lambda: weakref.WeakMethod(len)):
    try:
        bad()
    except (TypeError, KeyError) as e:
        print(type(e).__name__, e)
keep = O(9)
g = weakref.finalize(keep, print, 'detached')
print(g.peek()[1:], g.detach()[1:], g(), g.alive)
h = weakref.finalize(O, print, 'at exit')
print(h is not None)
