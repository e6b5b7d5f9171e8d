import typing, copy, pickle, collections
from typing import *
print(typing.Counter([1,1]), typing.Counter[int]([1]).most_common(), typing.DefaultDict(int), typing.DefaultDict[str,int](int), typing.Deque([1]), typing.OrderedDict(a=1), typing.ChainMap({1:2}))
for t in (typing.List, typing.Dict[int,str], typing.Iterable):
    try: t()
    except TypeError as e: print(e)
class C:
    x=1
    def __init__(self, a=0): self.a=a
A=Annotated[C, 'meta']
print(A(5).a, A.x, A(3).__orig_class__)
try: Annotated[List[int],1]()
except TypeError as e: print(e)
A.y=7
print(C.y)
print([(t.__name__, t.__qualname__, t.__module__) for t in (typing.List, typing.List[int], typing.Dict, typing.Callable, typing.Callable[[int],str], typing.Tuple[int], typing.Counter, typing.Type[int], typing.Iterable[int])])
T=TypeVar('T')
class G(Generic[T]):
    y=1
    @classmethod
    def make(cls): return cls()
print(G[int].__name__, G[int].__module__, G[int]().__orig_class__, G[int].y, 'make' in dir(G[int]), 'append' in dir(List[int]))
G[int].z=4; print(G.z)
print(copy.copy(typing.List) is typing.List, copy.deepcopy(typing.List[int])==typing.List[int], pickle.loads(pickle.dumps(typing.Dict)) is typing.Dict, pickle.loads(pickle.dumps(typing.Dict[str,int]))==typing.Dict[str,int], copy.copy(typing.Union[int,str])==typing.Union[int,str], pickle.loads(pickle.dumps(Optional[int]))==Optional[int])
print(pickle.loads(pickle.dumps(G[int]))==G[int], pickle.loads(pickle.dumps(Callable[[int],str])), pickle.loads(pickle.dumps(Literal[1,2])))
