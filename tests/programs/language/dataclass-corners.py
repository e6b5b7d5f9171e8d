# A tour, as tutorials give it: dataclass corners.
from dataclasses import dataclass, field, asdict, astuple, replace, fields, KW_ONLY, InitVar
@dataclass(order=True, frozen=True)
class V:
    x: int
    y: int = 0
    def __add__(self, o): return replace(self, x=self.x + o.x)
@dataclass
class C:
    name: str
    tags: list = field(default_factory=list, repr=False)
    _: KW_ONLY
    n: int = field(default=3, metadata={'u': 1}, compare=False)
    seed: InitVar[int] = 5
    def __post_init__(self, seed): self.s = seed
print(V(1) + V(2, 3), V(1) < V(1, 2), sorted([V(3), V(1)]), hash(V(1)) == hash(V(1)), {V(1): 2}[V(1, 0)])
c = C('a', n=4, seed=9); print(c, c.s, asdict(c), astuple(c), [f.name for f in fields(c)], c == C('a'), fields(C)[2].metadata)
try: V(1).x = 2
except Exception as e: print(type(e).__name__, e)
try: C('a', [], 3)
except TypeError as e: print(e)
try:
    @dataclass
    class D:
        a: int = 1
        b: str
except TypeError as e: print(e)
try:
    @dataclass
    class E: l: list = []
except ValueError as e: print(e)
@dataclass(slots=True, match_args=True)
class S: a: int; b: int = 2
match S(1):
    case S(1, b): print('match', b)
print(S.__slots__, C.__match_args__, C.__init__.__annotations__)
S(1).zz = 3
