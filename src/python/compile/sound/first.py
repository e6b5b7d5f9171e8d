def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)

def loop(n):
    total = 0
    i = 0
    while i < n:
        total += i * 2
        i += 1
    for x in range(n):
        if x % 3 == 0 and x != 5:
            continue
        total = total + x
    return total

class A(Base, metaclass=M):
    "doc"
    x: int = 3
    def __init__(self, a, *, b=2):
        super().__init__(a)
        self.a = a
        self.b = b
    def f(self):
        return [self.a + y for y in self.items() if y]

def t():
    try:
        g()
    except ValueError as e:
        print(e)
        return 1
    finally:
        done()
    with open("x") as f:
        f.read()
    a, b = b, a

async def m():
    async with lock as l:
        await foo(1, x=2)
    async for i in agen():
        yield i
