# Methods, unions and the getters of `operator` can be copied and pickled.
import copy
import operator
import pickle


class Thing:
    value = 5

    def method(self, by=1, *, plus=0):
        return self.value * by + plus


def ways(what):
    return copy.copy(what), copy.deepcopy(what), pickle.loads(pickle.dumps(what))


thing = Thing()
for same in ways(thing.method):
    print(same(2))
for same in ways(int | None):
    print(same)
for getter in (operator.itemgetter(0), operator.itemgetter('a', 'b'), operator.attrgetter('value'),
               operator.methodcaller('method', 3), operator.methodcaller('method', 3, plus=1)):
    print(*ways(getter))
print(operator.methodcaller('method', 3, plus=1).__reduce__()[1])
print(copy.deepcopy(operator.methodcaller('method', 3, plus=1))(thing))
