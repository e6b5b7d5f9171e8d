from graphlib import *
print(list(TopologicalSorter({'D': {'B', 'C'} and ['B', 'C'], 'C': ['A'], 'B': ['A']}).static_order()))
t = TopologicalSorter(); t.add('x', 'y', 'z'); t.add('y', 'z'); t.prepare()
while t:
    r = t.get_ready(); print(r); t.done(*r)
for bad in (lambda: t.add(1), lambda: t.done('q'), lambda: t.done('x'), lambda: TopologicalSorter().get_ready(), lambda: t.prepare()):
    try:
        bad()
    except ValueError as e:
        print(e)
try:
    TopologicalSorter({1: [2], 2: [3], 3: [1]}).prepare()
except CycleError as e:
    print(e.args[0], len(e.args[1]), e.args[1][0] == e.args[1][-1])
u = TopologicalSorter({'a': ['b']}); u.prepare()
try:
    u.done('a')
except ValueError as e:
    print(e)
import numbers
print(isinstance(3, numbers.Integral), isinstance(2.5, numbers.Rational), isinstance(1j, numbers.Complex), isinstance(True, numbers.Number), issubclass(float, numbers.Real))
