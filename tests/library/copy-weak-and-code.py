# What is its own copy, copies of weak dictionaries, and what cannot be copied.
import copy
import weakref


class Thing:
    pass


class Closed:
    def __getattribute__(self, name):
        if name.startswith('__reduce'):
            raise AttributeError(name)
        return object.__getattribute__(self, name)


thing = Thing()
reference = weakref.ref(thing)
code = (lambda: 0).__code__
for one in (reference, code, Thing, print, ...):
    print(copy.copy(one) is one, copy.deepcopy(one) is one)
holder = [reference, {'k': reference}]
print(copy.deepcopy(holder)[1]['k'] is reference)

values = weakref.WeakValueDictionary(a=thing)
made = copy.deepcopy(values)
print(type(made).__name__, made['a'] is thing)
keys = weakref.WeakKeyDictionary({thing: [1]})
made = copy.deepcopy(keys)
print(list(made) == [thing], made[thing], made[thing] is keys[thing], copy.copy(keys)[thing] is keys[thing])
for function in (copy.copy, copy.deepcopy):
    try:
        function(Closed())
    except copy.Error as error:
        print(error)
