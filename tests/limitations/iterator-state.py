import copy
it = iter([1, 2, 3])
next(it)
try:
    print(list(copy.copy(it)))
except TypeError as error:
    print(error)
