# A module and a class change their class; __builtins__ outside of __main__ is a dict.
import sys
import types


class Sentinel(type):
    def __new__(cls, name, bases, namespace):
        made = super().__new__(cls, name, bases, namespace)
        made.__class__ = made
        return made

    def __repr__(self):
        return self.__name__


class DONE(Sentinel, metaclass=Sentinel):
    pass


print(DONE, type(DONE) is DONE, isinstance(DONE, Sentinel), DONE == DONE)


class Loud(types.ModuleType):
    @property
    def answer(self):
        return f'{self.base} from {self.__name__}'

    def __getattr__(self, name):
        return f'no {name}'

    def __setattr__(self, name, value):
        print('set', name)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        print('delete', name)
        super().__delattr__(name)


plain = types.ModuleType('plain')
plain.base = 42
plain.__class__ = Loud
print(type(plain).__name__, isinstance(plain, Loud), plain.answer, plain.other)
plain.base = 1
del plain.base
print(plain.base)
for target, new in ((plain, int), (int, Sentinel), (DONE, int), (3, bool)):
    try:
        target.__class__ = new
    except TypeError as error:
        print(error)

namespace = {}
exec('', namespace)
print(type(namespace['__builtins__']), type(__builtins__))
for key in (0, 'x'):
    for thing in ((), 1, {}.keys(), Sentinel.__dict__, frozenset()):
        try:
            del thing[key]
        except TypeError as error:
            print(error)
