# A partial is copied and pickled with its arguments and attributes; a cached function by its name.
import copy
import functools
import pickle


class Named(functools.partial):
    pass


p = functools.partial(print, 1, 2, sep='-')
p.label = 'x'
q = pickle.loads(pickle.dumps(p))
q(3)
print(q.args, q.keywords, q.label, type(q) is functools.partial)
c = copy.deepcopy(Named(print, [1], end='!\n'))
c(2)
print(type(c).__name__, c.args, c.keywords)
p.__setstate__((len, ([1, 2],), {}, {'other': 1}))
print(p(), p.args, p.keywords, p.other)
for bad in [(), (len, [], {}, None), (1, (), {}, None), None, (len, (), 3, None)]:
    try:
        p.__setstate__(bad)
    except TypeError as error:
        print(type(error).__name__, error)


@functools.lru_cache(maxsize=2)
def double(x):
    return x * 2


print(pickle.loads(pickle.dumps(double)) is double, copy.copy(double) is double)
