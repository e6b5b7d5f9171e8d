# Properties of a class that has its own __get__; attributes of wrapped functions.
class ClassProperty(property):
    def __init__(self, getter, classval=None):
        super().__init__(getter)
        self.classval = classval

    def __get__(self, obj, cls=None):
        if obj is None:
            return self.classval
        return property.__get__(self, obj, cls)

class Doc:
    def __get__(self, obj, cls=None):
        return 'of the class' if obj is None else 'of the object'

class A:
    __doc__ = Doc()
    a = ClassProperty(lambda self: 5, classval='class')
    b = ClassProperty(lambda self: self.missing)

print(A().a, A.a, A.__doc__, A().__doc__, getattr(A, '__doc__', 0), getattr(A(), '__doc__', 0))
print(getattr(A(), 'b', 'none'), hasattr(A(), 'b'), A.b)
try:
    A().b
except AttributeError as error:
    print(error)
try:
    A().a = 3
except AttributeError as error:
    print(error)

def function():
    yield 1
for kind in (classmethod, staticmethod):
    wrapped = kind(function)
    wrapped.mark = 1
    print(wrapped.mark, wrapped.__name__, hasattr(function, 'mark'), 'mark' in vars(wrapped))
generator = function()
print(list(generator), generator.gi_frame, generator.gi_code.co_name)
