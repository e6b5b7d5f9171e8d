//! Cycles cost nothing in the long run: a program that leaves many of them
//! stays within its memory, and a worker that runs many such programs does not
//! grow. The allocator counts for the whole process, so all is one test.

use coroscope_session::engine::{CountingAllocator, Engine, allocated_bytes};
use coroscope_session::{Ending, RunOptions};
use coroscope_trace::Stream;

#[global_allocator]
static ALLOCATOR: CountingAllocator = CountingAllocator;

const MEGABYTE: u64 = 1 << 20;

/// Every kind of object that a cycle can go through.
const LEAVES_CYCLES: &str = "\
import asyncio, collections, contextvars, functools, itertools, weakref
class Node: pass
def mixed():
    n = Node()
    n.list, n.dict, n.set, n.tuple = [n], {'n': n}, {n}, (n,)
    n.frozen, n.slice, n.iter = frozenset([n]), slice(n), iter([n])
    n.method, n.partial, n.deque = n.__init__, functools.partial(print, n), collections.deque([n])
    n.chain, n.map, n.zip = itertools.chain([n], [n]), map(print, [n]), zip([n], [n])
    n.view, n.ref = n.dict.items(), weakref.ref(n, print)
    n.cache = functools.lru_cache(lambda x: n)
    n.cache(1)
    n.error = ValueError(n)
    n.error.__context__ = KeyError(n.error)
    n.property = property(lambda self: n)
    n.alias = list[n]
def closures():
    def f(x=[]):
        def g(): return f, g
        x.append(g)
        return g
    f.attribute = f()
def classes():
    class A:
        def f(self): return super()
    class B(A): pass
    A.b = B()
def generators():
    def g():
        me = yield
        yield me
    a = g()
    next(a)
    a.send(a)
async def waits(box):
    box.task = asyncio.current_task()
    await box.future
async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda *a: None)
    variable = contextvars.ContextVar('v')
    for _ in range(3):
        box = Node()
        box.future = loop.create_future()
        box.token = variable.set(box)
        loop.create_task(waits(box))
        loop.call_later(1, print, box)
        box.handle = loop.call_soon(len, (box,))
        await asyncio.sleep(0)
for _ in range(20):
    mixed(); closures(); classes(); generators()
loop = asyncio.new_event_loop()
loop.run_until_complete(main())
";

/// Many times its budget, in cycles.
const RUNS_LONG: &str = "\
class Node: pass
ended = 0
class Noisy:
    def __del__(self):
        global ended
        ended += 1
for n in range(3000):
    node = Node()
    node.me, node.data = node, ['x'] * 2000
    if n % 100 == 0:
        noisy = Noisy()
        noisy.me, noisy.data = noisy, ['y'] * 2000
print('through', ended > 0)
";

/// Nearly all of its budget is in use for good; cycles come and go in the rest.
const RUNS_LONG_IN_A_CORNER: &str = "\
kept = []
try:
    while True:
        kept.append([0] * 100)
except MemoryError:
    pass
del kept[-2000:]
refused = 0
for n in range(20_000):
    try:
        cycle = [0] * 100
        cycle.append(cycle)
    except MemoryError:
        refused += 1
print('refused', refused)
";

fn options() -> RunOptions {
    RunOptions {
        max_memory: 32 * MEGABYTE,
        ..RunOptions::default()
    }
}

fn run(source: &str) -> String {
    let mut engine = Engine::new(source, "main.py", &options());
    let report = engine.finish();
    let stderr = engine.output(Stream::Stderr);
    assert_eq!(report.ending, Ending::Completed, "{stderr}");
    engine.output(Stream::Stdout)
}

#[test]
fn cycles_are_let_go() {
    run(LEAVES_CYCLES);
    let before = allocated_bytes();
    for _ in 0..200 {
        run(LEAVES_CYCLES);
    }
    let kept = allocated_bytes().saturating_sub(before);
    assert!(kept < 50_000, "200 runs keep {kept} bytes");
    assert_eq!(run(RUNS_LONG), "through True\n");
    assert_eq!(run(RUNS_LONG_IN_A_CORNER), "refused 0\n");
}
