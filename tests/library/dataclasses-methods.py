from dataclasses import *
from typing import ClassVar
@dataclass
class P:
    x: int
    y: int = 2
    tags: list = field(default_factory=list)
    count: ClassVar[int] = 0
    hidden: str = field(default='h', repr=False, compare=False)
print(P(1), P(1) == P(1, 2, []), P(1) == 1, P(1).tags is P(1).tags, P.count, P.y, hasattr(P, 'tags'))
print([f.name for f in fields(P)], P.__match_args__, str(fields(P(1))[1]).split('default_factory')[0])
for bad in (lambda: P(), lambda: P(1, 2, 3, 4, 5), lambda: P(z=1), lambda: hash(P(1)), lambda: P(1) < P(2), lambda: fields(3), lambda: asdict(P)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
@dataclass(frozen=True, order=True)
class F:
    a: int
    b: str = 'x'
f = F(1)
for bad in (lambda: setattr(f, 'a', 2), lambda: delattr(f, 'a'), lambda: setattr(f, 'zz', 2)):
    try:
        bad()
    except FrozenInstanceError as e:
        print(e)
print(hash(f) == hash((1, 'x')), F(1) < F(2), sorted([F(3), F(1, 'b'), F(1, 'a')]), {F(1): 2}[F(1)], replace(f, b='q'))
@dataclass
class Child(P):
    z: float = 0.5
    x: int = 10
print(Child(), Child(5, z=1.5))
@dataclass
class K:
    a: int
    _: KW_ONLY
    b: int
    c: int = 3
print(K(1, b=2), K.__match_args__)
try:
    K(1, 2)
except TypeError as e:
    print(e)
@dataclass
class Init:
    a: int
    factor: InitVar[int]
    result: int = field(init=False)
    def __post_init__(self, factor):
        self.result = self.a * factor
print(Init(3, 4))
try:
    print(replace(Init(3, 4), a=2))
except ValueError as e:
    print(e)
print(replace(Init(3, 4), a=2, factor=10))
@dataclass(slots=True)
class S:
    a: int
    b: int = 5
s = S(1)
print(s, S.__slots__, hasattr(s, '__dict__'))
try:
    s.c = 1
except AttributeError as e:
    print(e)
@dataclass
class Tree:
    value: int
    children: list = field(default_factory=list)
t = Tree(1, [Tree(2), Tree(3, [Tree(4)])])
print(asdict(t)); print(astuple(t))
t.children.append(t)
print(t)
def attempt(body):
    try:
        body()
    except Exception as e:
        print(type(e).__name__, e)
def mutable():
    @dataclass
    class M:
        x: list = []
def order():
    @dataclass
    class M:
        x: int = 1
        y: int
def frozen():
    @dataclass
    class M(F):
        y: int = 1
def both():
    field(default=1, default_factory=list)
def noann():
    @dataclass
    class M:
        x = field()
for body in (mutable, order, frozen, both, noann):
    attempt(body)
D = make_dataclass('D', [('x', int), ('y', int, field(default=7)), 'z'][:2], namespace={'sum': lambda self: self.x + self.y})
print(D(1), D(1).sum(), is_dataclass(D), is_dataclass(D(1)), is_dataclass(3))
@dataclass(eq=False)
class NoEq:
    a: int
n = NoEq(1)
print(n == NoEq(1), n == n, hash(n) == object.__hash__(n))
@dataclass(unsafe_hash=True)
class U:
    a: int
    b: list = field(default_factory=list, hash=False)
print(hash(U(1)) == hash((1,)))
@dataclass(repr=False)
class Own:
    a: int
    def __repr__(self): return 'own'
print(Own(1))
match P(1, 5):
    case P(x, y): print('matched', x, y)
class Meta:
    @dataclass
    class Inner:
        a: int = 1
print(Meta.Inner(), F.__dataclass_params__.frozen, Field.__name__)
