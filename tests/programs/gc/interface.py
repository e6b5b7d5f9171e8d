# The functions of the module gc.
import gc

print(gc.isenabled())
gc.disable()
print(gc.isenabled())
gc.enable()
gc.set_threshold(5, 6, 7)
print(gc.get_threshold())
print(len(gc.get_count()), len(gc.get_stats()), sorted(gc.get_stats()[0]))
print(gc.get_debug(), gc.garbage)
try:
    gc.collect(3)
except ValueError as error:
    print('ValueError', error)
try:
    gc.collect('x')
except TypeError as error:
    print('TypeError', error)


class Node:
    pass


class Bare:
    __slots__ = ()


for value in (1, 1.5, 'text', b'', None, (), [], {}, {'a': []}, Node, Node(),
              print, lambda: 1, object(), range(3), {1}, [1]):
    print(type(value).__name__, gc.is_tracked(value))

node = Node()
node.items = [1, 'two']
print(sorted(map(type, gc.get_referents([1, 'two', node])), key=repr))
holders = gc.get_referrers(node.items)
print(len(holders) >= 1)
print(any(o is node for o in gc.get_objects()))


def watch(phase, info):
    print(phase, sorted(info), info['generation'])


gc.callbacks.append(watch)
gc.collect()
gc.collect(1)
gc.callbacks.remove(watch)
before = gc.get_stats()[2]['collections']
gc.collect()
print(gc.get_stats()[2]['collections'] - before)

gc.set_debug(gc.DEBUG_SAVEALL)
loop = []
loop.append(loop)
del loop
print(gc.collect(), len(gc.garbage), gc.garbage[0] is gc.garbage[0][0])
gc.set_debug(0)
gc.garbage.clear()
gc.freeze()
print(gc.get_freeze_count() > 0)
gc.unfreeze()
print(gc.get_freeze_count())
