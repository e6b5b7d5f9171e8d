# property, classmethod, staticmethod, and the descriptor protocol.
class P:
    def __init__(self):
        self._v = 1
    @property
    def v(self):
        """The value."""
        return self._v
    @v.setter
    def v(self, new):
        self._v = new
    @v.deleter
    def v(self):
        print('deleted')
    r = property(lambda self: 'read')
    w = property(None, lambda self, v: print('written', v), doc='write only')
    @classmethod
    def c(cls):
        return cls
    @staticmethod
    def s(a=1):
        return a
class D:
    def __set_name__(self, owner, name):
        print('named', owner.__name__, name)
    def __get__(self, obj, kind=None):
        return f'got from {type(obj).__name__} {kind.__name__}'
    def __set__(self, obj, value):
        print('set', value)
    def __delete__(self, obj):
        print('delete')
def attempt(do):
    try:
        print(do())
    except Exception as error:
        print(type(error).__name__, error)
class H(P):
    d = D()
p, h = P(), H()
p.v = 5
del p.v
print(p.v, P.v.__doc__, P.v.fget.__name__, P.v.fset(p, 6), p.v, P.w.__doc__, P.r.fset, type(P.v))
p.w = 3
print(p.c(), H.c(), P.s(), p.s(2), P.__dict__['c'].__func__(int), P.__dict__['s'].__wrapped__(4), P.__dict__['s'](5))
print(h.d, H.d, vars(h))
h.d = 9
del h.d
attempt(lambda: setattr(p, 'r', 1))
attempt(lambda: delattr(p, 'r'))
attempt(lambda: p.w)
attempt(lambda: property().__get__(1))
attempt(lambda: property(1, 2, 3, 4, 5))
attempt(lambda: P.v.__get__(None, P) is P.v)
attempt(lambda: classmethod(5).__get__(1, int)())
attempt(lambda: (P.v.getter(len).fget, P.v.__set__(p, 1), P.v.__isabstractmethod__))
attempt(lambda: D.__get__.__get__(1, int))
attempt(lambda: str.upper.__get__('a')() + str.__dict__['upper'].__get__('b', str)())
attempt(lambda: P.s.__get__(1, int)(3))
