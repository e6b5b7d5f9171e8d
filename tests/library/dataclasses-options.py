# dataclasses: fields, defaults, ordering, frozen, slots, inheritance and errors.
from dataclasses import KW_ONLY, FrozenInstanceError, InitVar, asdict, astuple, dataclass, field, fields, is_dataclass, make_dataclass, replace


def attempt(do):
    try:
        print(do())
    except Exception as error:
        print(type(error).__name__, error)


@dataclass(order=True)
class P:
    x: int
    y: int = 2
    tags: list = field(default_factory=list, compare=False, repr=False)
    total: int = field(init=False, default=0)
    scale: InitVar[int] = 1

    def __post_init__(self, scale):
        self.total = (self.x + self.y) * scale


@dataclass(frozen=True, slots=True)
class F:
    a: int
    _: KW_ONLY
    b: str = 'b'


@dataclass
class Child(P):
    z: float = 1.5


p = P(1, scale=3)
print(p, p.total, P(1) == P(1), P(1) < P(2), p.tags, Child(1, z=2), P.__match_args__, sorted([P(3), P(1)])[0].x)
print(asdict(p), astuple(F(1)), [f.name for f in fields(Child)], is_dataclass(P), is_dataclass(p), is_dataclass(int))
print(replace(F(1), b='c'), hash(F(1)) == hash(F(1)), F.__slots__, repr(fields(F)[1].default), P.__hash__, fields(P)[0].type)
attempt(lambda: P())
attempt(lambda: P(1, 2, [], 5, 6))
attempt(lambda: P(1, q=2))
attempt(lambda: setattr(F(1), 'a', 2))
attempt(lambda: delattr(F(1), 'a'))
attempt(lambda: F(1, 'x'))
attempt(lambda: hash(p))
attempt(lambda: P(1) < 5)
attempt(lambda: replace(p, total=5))
attempt(lambda: asdict(5))
attempt(lambda: fields(int))
attempt(lambda: dataclass(type('B', (), {'__annotations__': {'a': list}, 'a': []})))
attempt(lambda: dataclass(type('C', (), {'__annotations__': {'a': int, 'b': int}, 'a': 1})))
attempt(lambda: field(default=1, default_factory=int))
M = make_dataclass('M', ['a', ('b', int), ('c', int, field(default=3))], namespace={'sum': lambda s: s.b + s.c})
print(M(1, 2), M(1, 2).sum(), FrozenInstanceError.__mro__[1].__name__, dataclass(eq=False)(type('E', (), {})).__eq__ is object.__eq__)
attempt(lambda: dataclass(order=True, eq=False)(type('O', (), {})))
