# Keywords behind `**` that repeat what it gave.
def f(**given):
    return given


def seen(value):
    print('seen', value)
    return value


print(f(**{'a': 1}, b=2, **{'c': 3}, d=4, e=5))
for call in (lambda: f(**{'a': 1}, a=2),
             lambda: f(b=1, **{'a': 1}, **{'b': 2}),
             lambda: f(x=seen(1), **seen({'y': 2}), z=seen(3), y=seen(4)),
             lambda: f(**{'a': 1}, b=2, **{'b': 3}),
             lambda: f(*[], **{'a': 1}, b=2, a=seen(3))):
    try:
        print(call())
    except TypeError as error:
        print(error)


class A:
    def __init_subclass__(cls, **given):
        print(given)


class B(A, **{'x': 1}, y=2):
    pass


try:
    class C(A, **{'x': 1}, x=2):
        pass
except TypeError as error:
    print(error)
