# Signatures of builtin functions, documentation of what replaces a method, and
# annotations with notes.
import inspect
from typing import Annotated, Optional


class Base:
    def method(self):
        "documented here"


class Derived(Base):
    def method(self):
        pass


def f(a: Annotated[int, 'note'], b: Optional[str] = None):
    pass


for function in (print, len, sorted, isinstance, open, sum):
    print(function.__name__, inspect.signature(function))
print(inspect.getfullargspec(len))
print(inspect.getdoc(Derived.method), inspect.getdoc(Derived().method))
print(inspect.signature(f))
print(inspect.ismethoddescriptor(len), inspect.ismethoddescriptor(str.upper),
      inspect.isroutine(len))
