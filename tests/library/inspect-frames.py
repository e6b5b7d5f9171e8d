# Frames, closures, comments and annotations through inspect.
import inspect

total = 1


# What stands above
# a function.
def outer(a, *rest, k=2, **more):
    def inner():
        return a, total, len, nowhere
    return inner


def names(frames):
    return [(frame.function, frame.lineno) for frame in frames]


def where():
    return names(inspect.getouterframes(inspect.currentframe()))


print(where())
print(inspect.getargs(outer.__code__))
found = inspect.getclosurevars(outer(5))
print(found.nonlocals, found.globals, sorted(found.builtins), found.unbound)
print(repr(inspect.getcomments(outer)), inspect.getcomments(where))
print(inspect.get_annotations(lambda: 0))


def fail(x: 'int' = 1) -> str:
    raise ValueError(x)


print(inspect.get_annotations(fail), inspect.get_annotations(fail, eval_str=True))
try:
    fail()
except ValueError as problem:
    print(names(inspect.getinnerframes(problem.__traceback__)))
    print(names(inspect.trace()))
print(inspect.formatargvalues(['a'], 'b', 'c', {'a': 1, 'b': (2,), 'c': {}}))
print(inspect.findsource(fail)[1])
