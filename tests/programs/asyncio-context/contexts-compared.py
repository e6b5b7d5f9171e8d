"""Contexts are equal as mappings are."""
import contextvars

one, other = contextvars.ContextVar('one'), contextvars.ContextVar('other')
one.set([1])
a, b = contextvars.copy_context(), contextvars.copy_context()
print(a == b, a != b, a == a.copy(), a == {one: [1]})
b.run(one.set, [1])
print(a == b)
b.run(one.set, [2])
print(a == b)
b.run(one.set, [1])
b.run(other.set, 1)
print(a == b, b == a, contextvars.Context() == contextvars.Context())
try:
    hash(a)
except TypeError as error:
    print(error)
