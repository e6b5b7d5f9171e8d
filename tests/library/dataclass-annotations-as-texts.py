# Which annotations given as texts mean ClassVar, InitVar and KW_ONLY.
import dataclasses as d
from dataclasses import KW_ONLY
from typing import ClassVar
import typing as t


@d.dataclass
class A:
    a: 'ClassVar[int]' = 1
    b: 't.ClassVar[int]' = 2
    c: 'typing.ClassVar[int]' = 3
    e: 'd.InitVar[int]' = 4
    f: 'dataclasses.InitVar[int]' = 5
    _: 'KW_ONLY' = None
    g: 'Unknown[ClassVar]' = 6

    def __post_init__(self, e):
        print('e is', e)


print(A(), [(field.name, field.kw_only) for field in d.fields(A)])
