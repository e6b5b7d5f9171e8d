# Type variables inside of builtin aliases and unions.
from typing import TypeVar

T = TypeVar('T')
K = TypeVar('K')
print(list[T].__parameters__, dict[str, list[T]].__parameters__, list[int].__parameters__)
print(list[T][int], dict[K, list[T]][str, int], tuple[T, ...][bytes])
print(dict[T, dict[T, K]][int, str])
for wrong in (lambda: dict[K, T][int], lambda: list[T][int, str], lambda: list[int][str]):
    try:
        print(wrong())
    except TypeError as error:
        print(error)
print(type(dict.__dict__['fromkeys']).__name__, dict.__dict__['fromkeys'])
