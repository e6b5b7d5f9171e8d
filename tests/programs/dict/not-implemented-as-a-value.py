# NotImplemented is a value as any other.
d = {'a': NotImplemented, 1.5: NotImplemented}
def t(f):
    try: print(f())
    except Exception as e: print(repr(e))
t(lambda: d['a']); t(lambda: d[1.5]); t(lambda: d.get('a', 3)); t(lambda: d.setdefault('a', 4)); t(lambda: d.pop('a')); d['a'] = NotImplemented
t(lambda: d.__getitem__('a')); t(lambda: 'a' in d.keys()); t(lambda: ('a', NotImplemented) in d.items())
t(lambda: d == {'a': NotImplemented, 1.5: NotImplemented}); t(lambda: d.popitem()); t(lambda: d | {'b': NotImplemented}); t(lambda: {**d})
from collections import OrderedDict, defaultdict, Counter, ChainMap
for C in (OrderedDict, lambda x: defaultdict(int, x), ChainMap):
    e = C({'k': NotImplemented})
    t(lambda: e['k']); t(lambda: 'k' in e); t(lambda: e.get('k', 1)); t(lambda: e.pop('k'))
class D(dict):
    def __missing__(self, k): return 'missing'
e = D(k=NotImplemented); t(lambda: e['k']); t(lambda: e['x'])
def del_():
    del e['k']; return e
t(del_)
x = [NotImplemented]; t(lambda: NotImplemented in x); t(lambda: x.index(NotImplemented)); t(lambda: x.pop())
t(lambda: next(iter([NotImplemented]))); t(lambda: list(map(lambda v: v, [NotImplemented]))); t(lambda: max([NotImplemented], key=lambda v: 1))
t(lambda: [v for v in (NotImplemented, 1)]); t(lambda: {NotImplemented: 1}[NotImplemented]); t(lambda: {NotImplemented})
class P:
    @property
    def p(self): return NotImplemented
    def __getattr__(self, n): return NotImplemented
    def __getitem__(self, n): return NotImplemented
    def __call__(self): return NotImplemented
    def __iter__(self): return iter([NotImplemented])
p = P(); t(lambda: p.p); t(lambda: p.q); t(lambda: p[1]); t(lambda: p()); t(lambda: [*p]); t(lambda: getattr(p, 'z', 1)); t(lambda: hasattr(p, 'z'))
def g():
    x = yield NotImplemented
    return x
t(lambda: list(g()))
it = g(); next(it)
t(lambda: it.send(NotImplemented))
t(lambda: (lambda *a, **k: (a, k))(NotImplemented, x=NotImplemented))
t(lambda: "%s %r" % (NotImplemented, NotImplemented)); t(lambda: f"{NotImplemented}")
globals()['GG'] = NotImplemented
t(lambda: GG)
setattr(P, 'cls', NotImplemented); t(lambda: P.cls); t(lambda: P().cls)
t(lambda: {'a': 1}.get('b', NotImplemented)); t(lambda: {'a': 1}.pop('b', NotImplemented)); t(lambda: getattr(1, 'zz', NotImplemented)); t(lambda: next(iter([]), NotImplemented)); t(lambda: dict.fromkeys('ab', NotImplemented)); t(lambda: max([], default=NotImplemented))
import asyncio
async def m():
    f = asyncio.get_running_loop().create_future(); f.set_result(NotImplemented)
    print(await f); q = asyncio.Queue(); q.put_nowait(NotImplemented); print(await q.get())
    async def c(): return NotImplemented
    print(await c(), await asyncio.gather(c(), c()), await asyncio.wait_for(c(), 1))
asyncio.run(m())
