# A mappingproxy shows any mapping, and joins and compares as the mapping does.
import collections
import types

proxy = types.MappingProxyType({'a': 1})
print(proxy | {'b': 2}, {'c': 3} | proxy, proxy == {'a': 1}, proxy != {'a': 1})
print(types.MappingProxyType(collections.OrderedDict(a=1)), types.MappingProxyType(collections.ChainMap({'a': 1})))
users = types.MappingProxyType(collections.UserDict(a=1))
print(users['a'], len(users), list(users), users.get('b'), 'a' in users, list(users.items()))
for wrong in ([1], 3, 'text', None):
    try:
        types.MappingProxyType(wrong)
    except TypeError as error:
        print(error)
try:
    proxy |= {}
except TypeError as error:
    print(error)


class Box(set):
    pass


print(Box([1]) in {frozenset([1])}, Box([1]) in {2})
module = types.ModuleType('m', 'first')
module.__doc__ = 'second'
print(module.__doc__)
