# Derived from property and its kin, with an `__init__` of their own.
class P(property):
    def __init__(self, fget=None, *, tag=None):
        super().__init__(fget, doc='about ' + str(tag))
        self.tag = tag
class A:
    @property
    def plain(self): return 1
    b = P(lambda self: 2, tag='x')
print(A().plain, A().b, A.b.tag, A.b.fset)
class S(staticmethod):
    def __init__(self, f, *, tag=None):
        super().__init__(f)
        self.tag = tag
class C(classmethod):
    def __init__(self, f, *, tag=None):
        super().__init__(f)
        self.tag = tag
class B:
    s = S(len, tag=3)
    c = C(lambda cls: cls.__name__, tag=4)
print(B.s([1, 2]), B().c(), vars(B)['s'].tag, vars(B)['c'].tag)
class Late(property):
    def __new__(cls, *args):
        return super().__new__(cls)
    def __init__(self, name):
        super().__init__(lambda self: name)
class D:
    late = Late('made later')
print(D().late)
for make in (lambda: property(bogus=1), lambda: staticmethod(), lambda: classmethod(1, 2),
             lambda: staticmethod(f=1), lambda: property(1, 2, 3, 4, 5)):
    try:
        print(type(make()).__name__)
    except TypeError as error:
        print(error)
