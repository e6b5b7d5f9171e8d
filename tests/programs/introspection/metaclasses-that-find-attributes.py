# __getattr__ and __getattribute__ of a metaclass.
class Meta(type):
    def __getattr__(cls, name):
        print('getattr', name)
        return super().__getattribute__(name)
class A(metaclass=Meta): pass
try: A.missing
except AttributeError as e: print(e)
class O:
    def __getattr__(self, name):
        print('getattr', name)
        return super().__getattribute__(name)
try: O().missing
except AttributeError as e: print(e)
class M2(type):
    def __getattribute__(cls, name):
        print('get', name)
        return type.__getattribute__(cls, name)
    def __getattr__(cls, name):
        return 'fallback ' + name
class C(metaclass=M2): x = 1
print(C.x, C.y)
try: type.__getattribute__(C, 'z')
except AttributeError as e: print(e)
try: object.__getattribute__(O(), 'z')
except AttributeError as e: print(e)
