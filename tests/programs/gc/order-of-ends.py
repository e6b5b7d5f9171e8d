# In what order the members of lists and tuples end, and weak references hear of it.
import weakref


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)


items = [Noisy(n) for n in 'abc']
items.clear()
pair = (Noisy('first'), Noisy('second'))
del pair
nested = [Noisy('outer'), [Noisy('inner 1'), Noisy('inner 2')]]
del nested
watched = Noisy('watched')
reference = weakref.ref(watched, lambda ref: print('callback', ref()))
del watched
print(reference())
