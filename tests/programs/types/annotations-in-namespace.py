# The annotations of a class stand in its namespace when its body is over.
class Meta(type):
    def __new__(mcls, name, bases, namespace):
        fields = namespace.get('__annotations__', {})
        made = super().__new__(mcls, name, bases, namespace)
        made._fields = {n: t.__name__ for n, t in fields.items()}
        return made


class Model(metaclass=Meta):
    id: int
    name: str = 'x'


print(Model._fields, list(Model.__dict__)[:4])


def with_repr(cls):
    names = list(cls.__dict__.get('__annotations__', {}))
    cls.__repr__ = lambda self: ', '.join(f'{n}={getattr(self, n)}' for n in names)
    return cls


@with_repr
class Point:
    x: int = 0
    y: 'Later' = 1


print(Point(), Point.__annotations__, Point().__annotations__ is Point.__annotations__)


class Sub(Point):
    pass


print(Sub.__annotations__, '__annotations__' in dir(Point))
