class Point(tuple):
    def __init__(self, items, name=None):
        self.name = name


class Number(float):
    def __init__(self, value, name=None):
        self.name = name


class Frozen(frozenset):
    def __init__(self, items, name=None):
        self.name = name


for kind, value in ((Point, [1, 2]), (Number, 2.5), (Frozen, [1])):
    made = kind(value, name='n')
    print(kind.__name__, made, made.name)
for kind in (tuple, list, float, frozenset, set):
    try:
        kind([], name=1)
    except TypeError as error:
        print(error)
    derived = type('Derived', (kind,), {})
    try:
        derived(name=1)
    except TypeError as error:
        print(error)


class Descriptor:
    def __set__(self, instance, value):
        pass


class Meta(type):
    pass


class Y(metaclass=Meta):
    pass


Y.a = 42
Meta.a = Descriptor()
print(Y.a)

p = property(lambda self: 1, doc='first')
p.__doc__ = 'second'
print(p.__doc__)
