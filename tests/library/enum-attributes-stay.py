# What cannot be set or deleted on members.
import enum
from enum import *
class C(Enum):
    A = 1
    @enum.property
    def p(self): return self.value + 1
    @property
    def q(self): return 5
for f in (lambda: setattr(C.A,'value',1), lambda: setattr(C.A,'name',1), lambda: delattr(C.A,'value'), lambda: setattr(C.A,'p',1), lambda: delattr(C.A,'p'), lambda: C.p, lambda: setattr(C.A,'q',1), lambda: C.value, lambda: delattr(C, 'A'), lambda: setattr(C, 'new', 3)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(C.A.p, C.new, verify, unique.__module__, FlagBoundary.STRICT, enum.show_flag_values(6))
class V(Enum):
    _ignore_ = 'i'
    for i in range(2):
        locals()[f'V{i}'] = i
print(list(V))
