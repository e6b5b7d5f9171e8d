# Objects as keys: by identity unless the class says otherwise, and also when it says so later.
class Plain:
    pass


class Equal:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        return isinstance(other, Equal) and self.value == other.value

    def __hash__(self):
        print("hash", self.value, end="; ")
        return hash(self.value)


class Unhashable:
    def __eq__(self, other):
        return True


class Back(Equal):
    __hash__ = object.__hash__


class Number(int):
    pass


a, b = Plain(), Plain()
table = {a: 1, b: 2}
table[a] += 10
print(table[a], table[b], a in table, Plain() in table, {a, b, a} == {b, a})
print(hash(a) == hash(a), hash(a) == object.__hash__(a), (a, 1) in {(a, 1): 0}, (b, 1) in {(a, 1): 0})
table = {Equal(1): "one"}
print(table[Equal(1)], Equal(2) in table, (Equal(1), a) in {(Equal(1), a)})
for value in (Unhashable(), [1], (1, Unhashable())):
    try:
        print({value: 1})
    except TypeError as error:
        print(error)
first = Back(1)
print(first in {first}, Back(1) in {first}, Back(1) == first)
print({Number(3): "x"}[3], Number(3) in {3}, 3 in {Number(3): 0})
Plain.__hash__ = lambda self: 7
Plain.__eq__ = lambda self, other: True
print(hash(a), {a: 1, b: 2} == {b: 2}, len({a, b}))
del Plain.__hash__, Plain.__eq__
print(len({a, b}), hash(a) == object.__hash__(a))
