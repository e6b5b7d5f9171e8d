from typing import *
import typing
T = TypeVar('T'); K = TypeVar('K', bound=int); C = TypeVar('C', int, str)
print(List[int], Dict[str, List[int]], Optional[int], Union[int, str, None], Union[int, int], Tuple[int, ...], Tuple[int, str], Callable[[int, str], bool], Callable[..., Any], Any, T, K, C.__constraints__)
print(Literal[1, 'a'], Annotated[int, 'note'], ClassVar[int], Final[str], Type[int], Iterable[T], Generator[int, None, str], Awaitable[int], Coroutine[Any, Any, int], AsyncIterator[str], Deque[int], NoReturn, Sequence, Mapping[str, int])
print(Optional[int] == Union[None, int], List[int] == List[int], hash(List[int]) == hash(List[int]), List[T][int], Dict[K, T][int, str], Union[T, int][str], Optional['Fwd'])
print(get_origin(List[int]), get_args(Dict[str, int]), get_origin(Optional[int]), get_args(Callable[[int], str]), get_args(Annotated[int, 1, 2]), get_origin(5), get_args(list[int]), get_origin(int | str))
print(isinstance([], List), issubclass(dict, Mapping), issubclass(list, Sequence), isinstance(3, (int, str)))
class Box(Generic[T]):
    def __init__(self, v: T): self.v = v
    def get(self) -> T: return self.v
print(Box[int], Box[int](5).get(), Box.__parameters__, Box.__mro__[1:], Box[int] == Box[int], Box(1).v)
class Sub(Box[int], List[str]): pass
print(Sub.__bases__, Sub.__orig_bases__)
class Point(NamedTuple):
    """A point."""
    x: int
    y: int = 0
    def norm(self) -> float: return (self.x ** 2 + self.y ** 2) ** 0.5
p = Point(3, 4); print(p, p.norm(), p._fields, Point(1), Point._field_defaults, p == (3, 4), Point.__doc__, Point.__annotations__, isinstance(p, tuple))
N = NamedTuple('N', [('a', int), ('b', str)]); print(N(1, 'x'))
class Movie(TypedDict, total=False):
    name: Required[str]
    year: int
m = Movie(name='x', year=1); print(m, type(m), Movie.__required_keys__, Movie.__optional_keys__, Movie.__total__, is_typeddict(Movie))
class Closer(Protocol):
    def close(self) -> None: ...
@runtime_checkable
class Named(Protocol):
    name: str
    def hello(self) -> str: ...
class Good:
    name = 'n'
    def hello(self): return 'h'
print(isinstance(Good(), Named), isinstance(5, Named), isinstance(3, SupportsInt), issubclass(int, SupportsIndex), isinstance('x', SupportsInt))
for bad in (lambda: isinstance(Good(), Closer), lambda: Closer(), lambda: List[int, str], lambda: isinstance([], List[int]), lambda: Box[int, str], lambda: Generic[int], lambda: Union[()], lambda: Any(), lambda: Optional[1, 2], lambda: TypeVar('X', int), lambda: List(), lambda: Callable[int], lambda: Literal(), lambda: Annotated[int]):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, str(e)[:100])
def f(a: 'int', b: Optional['Box'] = None, *c: Annotated[str, 'n']) -> None: pass
print(get_type_hints(f), get_type_hints(f, include_extras=True)['c'], get_type_hints(Point))
class H:
    q: 'List[H]'
print(get_type_hints(H))
UserId = NewType('UserId', int); print(UserId(5), UserId.__name__, UserId.__supertype__, UserId)
@overload
def g(x: int) -> int: ...
@overload
def g(x: str) -> str: ...
def g(x): return x
print(g(1), len(get_overloads(g)), cast(int, 'x'), TYPE_CHECKING)
@final
class Fin: pass
print(Fin.__final__, ForwardRef('x'), P.__name__ if (P := ParamSpec('P')) else 0, Callable[P, int], Concatenate[int, P], List['A'], Set[int] | None, int | List[str])
try:
    assert_never(5)
except AssertionError as e:
    print(e)
print(NamedTuple.__name__, Self, Never, Text, AnyStr, Hashable, Counter[str], ContextManager[int], typing.IO[str])
