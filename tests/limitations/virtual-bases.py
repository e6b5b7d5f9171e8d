# An object that is no class, but has `__bases__`, does not stand for one.
class Stand:
    def __init__(self, *bases):
        self.__bases__ = bases


base = Stand()
try:
    print(issubclass(Stand(base), base))
except TypeError as error:
    print(error)
