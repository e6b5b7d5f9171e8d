from collections import UserDict
from types import MappingProxyType
try:
    print(MappingProxyType(UserDict(a=1))['a'])
except TypeError as error:
    print(error)
