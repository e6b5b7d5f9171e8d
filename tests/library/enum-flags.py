from enum import Flag, IntFlag, auto, KEEP, CONFORM, EJECT, STRICT, show_flag_values
class Perm(Flag):
    R = 4
    W = 2
    X = 1
    RWX = 7
    NONE = 0
rw = Perm.R | Perm.W
print(rw, repr(rw), rw.value, rw.name, list(rw), len(rw), Perm.R in rw, Perm.X in rw)
print(Perm.RWX, repr(Perm.RWX), list(Perm), Perm(0), repr(Perm(0)), bool(Perm(0)), ~Perm.R, repr(~Perm.RWX))
print(rw & Perm.W, rw ^ Perm.W, rw == Perm.W | Perm.R, rw is Perm(6), Perm(3))
class A(Flag):
    P = auto()
    Q = auto()
    S = auto()
print([a.value for a in A], A.P | A.S, repr(A(0)), str(A(0)), ~A.P, list(A.P | A.Q | A.S))
for bad in (lambda: A(8), lambda: A.P | 1, lambda: 1 in A.P, lambda: A(-1), lambda: A('x')):
    try:
        print(repr(bad()))
    except Exception as e:
        print(type(e).__name__, e)
class I(IntFlag):
    ONE = 1
    TWO = 2
    FOUR = 4
i = I.ONE | I.FOUR
print(i, repr(i), i + 1, isinstance(i, int), repr(I(9)), repr(I(8)), I.ONE | 8, repr(~I.ONE), i == 5, f'{i}', list(i), repr(I(0)))
class C(Flag, boundary=CONFORM):
    A = 1
    B = 2
print(repr(C(7)), C(4))
class K(Flag, boundary=KEEP):
    A = 1
    B = 4
print(repr(K(7)), repr(K(2)), list(K(7)), len(K(7)))
class E(IntFlag, boundary=EJECT):
    A = 1
print(repr(E(5)), type(E(5)).__name__)
print(show_flag_values(13))
class Col(Flag):
    BLACK = 0
    RED = auto()
    GREEN = auto()
    YELLOW = RED | GREEN
print(Col.BLACK, Col.YELLOW, list(Col), Col.RED | Col.GREEN, Col.__members__['YELLOW'], bool(Col.BLACK))
