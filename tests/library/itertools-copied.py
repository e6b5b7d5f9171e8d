# Counters and repetitions are copied and pickled at their place.
import copy
import itertools
import pickle


class Numbered:
    def __init__(self):
        self.ids = itertools.count(10)
        self.steps = itertools.count(1, 0.5)
        self.again = itertools.repeat('x', 3)
        self.ever = itertools.repeat([1])


one = Numbered()
print(next(one.ids), next(one.steps), next(one.again))
two = copy.deepcopy(one)
three = pickle.loads(pickle.dumps(one))
for each in (one, two, three):
    print(next(each.ids), next(each.steps), list(each.again), next(each.ever), each.ids, each.steps)
print(next(two.ever) is next(one.ever), copy.copy(one.ids), itertools.count(3).__reduce__())
