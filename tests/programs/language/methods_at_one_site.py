# One call site, many receivers: what an object or its class gets later must be seen at once.


class A:
    def __init__(self, name):
        self.name = name

    def who(self):
        return "A " + self.name


class B(A):
    def who(self):
        return "B " + self.name


class Slotted:
    __slots__ = ("name",)

    def __init__(self, name):
        self.name = name

    def who(self):
        return "slotted " + self.name


def ask(thing):
    return thing.who()


one, other, derived = A("one"), A("other"), B("derived")
print([ask(thing) for thing in (one, one, other, derived, Slotted("s"), one)])

one.who = lambda: "its own"
print(ask(one), ask(other), ask(one))
del one.who
print(ask(one), ask(other))
one.extra = 1
print(ask(one), ask(one))
one.__dict__["who"] = lambda: "put into the dict"
print(ask(one), ask(other))
one.__dict__ = {"name": "renamed"}
print(ask(one), ask(one))
one.__dict__ = {"name": "hidden", "who": lambda: "in a new dict"}
print(ask(one), ask(other))
one.__dict__.clear()
one.name = "cleared"
print(ask(one), ask(one))

A.who = lambda self: "new " + self.name
print(ask(one), ask(other), ask(derived))
del B.who
print(ask(derived), ask(derived))
derived.__class__ = A
print(ask(derived))

A.who = property(lambda self: lambda: "by a property of " + self.name)
print(ask(one), ask(other))
one.__dict__["who"] = lambda: "a property comes first"
print(ask(one))
A.who = lambda self: "a method does not"
print(ask(one), ask(other))
A.who = staticmethod(lambda: "static")
print(ask(other), ask(other))
A.who = classmethod(lambda cls: "of " + cls.__name__)
print(ask(other), ask(other))
A.who = lambda self: "back"
print(ask(other), ask(other))

A.__getattribute__ = lambda self, name: lambda: "asked for " + name
print(ask(other), ask(one))
del A.__getattribute__
print(ask(other), ask(one))
del A.who
A.__getattr__ = lambda self, name: lambda: "missing " + name
print(ask(other), ask(other))
del A.__getattr__
try:
    ask(other)
except AttributeError as error:
    print(error)


class Empty:
    def who(self):
        return "empty"


first, second = Empty(), Empty()
print(ask(first), ask(second), ask(first))
second.who = lambda: "no longer"
print(ask(first), ask(second), ask(first))
