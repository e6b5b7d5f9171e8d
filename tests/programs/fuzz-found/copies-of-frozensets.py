# What is its own copy, and the order of copies; symmetric differences with
# dicts, in place.
class Frozen(frozenset):
    pass


class Open(set):
    pass


frozen, derived = frozenset([1]), Frozen([1])
print(frozen.copy() is frozen, type(derived.copy()), frozenset(frozen) is frozen)
print(type(frozenset(derived)), type(Frozen(frozen)), Frozen(derived) is derived)
print(type(Open([1]).copy()), frozenset.copy(derived), set.copy(Open([2])))
for work in (lambda: frozenset.copy({1}), lambda: set.copy(frozen), lambda: derived.copy(1)):
    try:
        print(work())
    except TypeError as error:
        print(error)
for size in range(3, 40, 3):
    items = [(n,) for n in range(size)]
    for kind in (Frozen, Open):
        made = kind(items)
        print(made, made.copy(), frozenset(made), Frozen(made), made | Frozen(), made.union())
for keys in ([1, 0], [9, 1, 17, 33, 0], ["b", "a", 3, 2]):
    other = dict.fromkeys(keys, "x")
    changed = {2**70, 1}
    changed ^= other.keys()
    print(changed)
    changed = {2**70, 1}
    changed.symmetric_difference_update(other)
    print(changed, {2**70: 1}.keys() ^ other, {2**70, 3} ^ set(other))
