# An int asks a class that derives from float before it compares itself.
class Fuzzy(float):
    def __eq__(self, other):
        print('eq', other)
        return abs(float(self) - other) < 1

    def __lt__(self, other):
        print('lt', other)
        return float(self) < other - 1

    def __gt__(self, other):
        print('gt', other)
        return float(self) > other + 1

    __hash__ = float.__hash__


class Plain(float):
    pass


print(1 == Fuzzy(1.5), 1 < Fuzzy(1.5), 1 > Fuzzy(-1.5), True == Fuzzy(1.5), 2**70 == Fuzzy(2.0**70))
print(Fuzzy(1.5) == 1, 1.0 == Fuzzy(1.5), Fuzzy(1.5) in [5, 2], [5, 2].index(Fuzzy(1.5)), max(1, Fuzzy(9.0)))
print(1 == Plain(1), 1 < Plain(1.5), 2 != Plain(2), 1 >= Plain(0.5), 2**70 > Plain(1), sorted([3, Plain(1.5), 2]))
