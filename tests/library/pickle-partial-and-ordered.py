# Partial calls and ordered dicts, and classes derived from them.
import copy
import functools
import pickle
from collections import OrderedDict
from collections.abc import MutableMapping

made = pickle.loads(pickle.dumps(functools.partial(int, base=2)))
print(made('101'), made.func, made.args, made.keywords)
made.note = [1]
again = copy.copy(made)
print(again('11'), again.note is made.note, copy.deepcopy(made).note)
print(pickle.loads(pickle.dumps({'k': functools.partial(sorted, [3, 1], reverse=True)}))['k']())


class Logged(OrderedDict):
    def __init__(self, *args):
        super().__init__(*args)
        self.made = getattr(self, 'made', 0) + 1


logged = Logged([('a', 1), ('b', 2)])
logged.extra = 'x'
for other in pickle.loads(pickle.dumps(logged)), copy.deepcopy(logged):
    print(type(other).__name__, list(other.items()), vars(other))


class Both(MutableMapping, OrderedDict):
    def __init__(self):
        self.inner = OrderedDict()

    def __setitem__(self, key, value):
        self.inner[key] = value

    def __getitem__(self, key):
        return self.inner[key]

    def __delitem__(self, key):
        del self.inner[key]

    def __iter__(self):
        return iter(self.inner)

    def __len__(self):
        return len(self.inner)


both = Both()
both['a'] = 1
other = pickle.loads(pickle.dumps(both))
print(list(other.items()), other.inner)
