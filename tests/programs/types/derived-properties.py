# A class derived from property makes its setters with its own __init__; messages have qualified names.
class Tagged(property):
    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        super().__init__(fget, fset, fdel, doc)
        self.tag = 'tag'


def make():
    class Thing:
        @Tagged
        def x(self):
            "an x"
            return 1

        @x.setter
        def x(self, value):
            print('set', value)

        @property
        def y(self):
            return 2

        z = property(None, None)
    return Thing


Thing = make()
thing = Thing()
thing.x = 3
print(Thing.x.tag, Thing.x.__doc__, thing.x, type(Thing.x).__name__)
for code in ('thing.y = 1', 'del thing.y', 'thing.z', 'Thing.y.__set__(thing, 1)'):
    try:
        exec(code)
    except AttributeError as error:
        print(error)
print(hasattr(int, '__annotations__'), hasattr(Thing, '__annotations__'))
