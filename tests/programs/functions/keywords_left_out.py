# Calls that leave out everything but the positional arguments.


def f(a, b=2, *, c=3, **more):
    more['seen'] = more.get('seen', 0) + 1
    return a, b, c, more


def g(**more):
    return more


def h(a, *, c, **more):
    return a, c, more


def k(*args, **more):
    return args, more


for _ in range(2):
    print(f(1), f(1, 5), g(), k(), k(1))
    one, two = g(), g()
    one['x'] = 1
    print(one, two, one is two)
    for call in (lambda: f(), lambda: f(1, 2, 3), lambda: g(1), lambda: h(1), lambda: h()):
        try:
            print(call())
        except TypeError as error:
            print(error)

print(f(1, d=4), f(a=1), h(1, c=2, d=3))


class C:
    def method(self, x=1, **more):
        return x, more

    async def wait(self, x=1, *, y=2, **more):
        return x, y, more

    def each(self, **more):
        yield more
        yield self


c = C()
print(c.method(), c.method(5), next(c.each()), list(c.each())[1] is c)
try:
    c.wait(7).send(None)
except StopIteration as stop:
    print(stop.value)
