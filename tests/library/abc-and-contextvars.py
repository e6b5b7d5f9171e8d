# abc: abstract methods, registration and hooks; contextvars: contexts, tokens and errors.
import contextvars
from abc import ABC, ABCMeta, abstractmethod
def attempt(do):
    try:
        print(do())
    except Exception as error:
        print(type(error).__name__, error)
class A(ABC):
    @abstractmethod
    def one(self): ...
    @property
    @abstractmethod
    def two(self): ...
class B(A):
    def one(self): return 1
class C(B):
    two = 2
class Hook(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, other):
        return hasattr(other, 'quack') or NotImplemented
attempt(lambda: A())
attempt(lambda: B())
print(C().one(), A.__abstractmethods__ == {'one', 'two'}, B.__abstractmethods__, C.__abstractmethods__, A.one.__isabstractmethod__)
A.register(int)
print(issubclass(int, A), isinstance(5, A), issubclass(str, A), A.register(list) is list, isinstance(True, A), issubclass(type('D', (), {'quack': 1}), Hook), issubclass(int, Hook))
attempt(lambda: A.register(5))
attempt(lambda: issubclass(5, A))
v = contextvars.ContextVar('v', default='d')
w = contextvars.ContextVar('w')
print(v.get(), w.get('fallback'), v.name)
attempt(lambda: w.get())
t = v.set('new')
print(v.get(), t.old_value is contextvars.Token.MISSING, t.var is v)
ctx = contextvars.copy_context()
print(ctx[v], v in ctx, w in ctx, len(ctx) >= 1, ctx.get(w, 'none'), v in list(ctx))
print(ctx.run(lambda: (v.set('inside'), v.get())[1]), v.get(), ctx[v])
v.reset(t)
print(v.get())
attempt(lambda: v.reset(t))
attempt(lambda: w.reset(v.set(1)))
attempt(lambda: ctx.run(ctx.run, print))
attempt(lambda: contextvars.ContextVar(5))
attempt(lambda: ctx[w])
attempt(lambda: ctx['x'])
attempt(lambda: contextvars.Context().run(v.get))
attempt(lambda: ctx.run(lambda: v.reset(t)))
