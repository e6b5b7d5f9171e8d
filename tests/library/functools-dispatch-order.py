# singledispatch among abstract classes; pickles of total_ordering; where the classes say they live.
import collections.abc as abc
import functools
import pickle
import typing


@functools.singledispatch
def kind(arg):
    return 'base'


class Sized(abc.Sized):
    def __len__(self):
        return 0


class Plain:
    pass


for name in ('Iterable', 'Container', 'Sized', 'Set'):
    kind.register(getattr(abc, name), lambda arg, name=name: name)
print(kind(Sized()), kind(Plain()))
abc.Iterable.register(Sized)
abc.Container.register(Sized)
print(kind(Sized()))
abc.Set.register(Sized)
print(kind(Sized()))
abc.Iterable.register(Plain)
print(kind(Plain()))
abc.Container.register(Plain)
try:
    kind(Plain())
except RuntimeError as error:
    print(sorted(str(error).replace('Ambiguous dispatch: ', '').split(' or ')))
print(abc.Iterable, abc.Mapping.__module__, abc.MutableSet.__qualname__, issubclass(abc.Set, abc.Collection))


@kind.register
def _(arg: typing.Union[int, bytes]):
    return 'union'


@kind.register
def _(arg: typing.Optional[float]):
    return 'optional'


print(kind(1), kind(b''), kind(None), kind(1.5), kind(1j))
for annotation in (typing.List[int], typing.Union[int, typing.List[str]], 'int | str'):
    def function(arg: annotation):
        pass
    try:
        kind.register(function)
        print('registered')
    except TypeError as error:
        print(error)


@functools.total_ordering
class Number:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        return self.value < other.value


print(pickle.loads(pickle.dumps(Number.__ge__)) is Number.__ge__, Number.__ge__.__qualname__, Number(1) <= Number(2))
