# Patterns of all kinds and their errors.
class A:
    class B:
        t = "global"
match [1, [2, 3], {"k": "v", "z": 1}]:
    case [int(a), [b, *c], {"k": str() as s, **rest}] if a < b: print(a, b, c, s, rest)
def m(v):
    match v:
        case 0 | 1: return "01"
        case True: return "T"
        case None: return "N"
        case "s": return "str"
        case -1 | 1.5 | 1+2j: return "num"
        case []: return "empty"
        case [x]: return "one", x
        case [x, y]: return "two", x, y
        case [x, *_, y]: return "many", x, y
        case {"t": "a", "v": v}: return "map", v
        case {}: return "anymap"
        case str(): return "anystr"
        case bytes() | bytearray(): return "b"
        case A.B.t: return "dotted"
        case complex(real=r, imag=i): return r, i
        case object(x=1): return "attr"
        case _: return "other"
print([m(v) for v in [0, 1, True, None, "s", "q", -1, 1.5, 1+2j, [], [1], (1, 2), [1,2,3,4], {"t": "a", "v": 5}, {"q": 1}, b"x", 5j, set(), 2, type("X", (), {"x": 1})()]])
class Pt:
    __match_args__ = ("a", "b")
    def __init__(s, a, b): s.a = a; s.b = b
def mp(p):
    match p:
        case Pt(0, 0): return "origin"
        case Pt(a, 0) | Pt(0, a): return "axis", a
        case Pt(a=a, b=b) if a == b: return "diag"
        case Pt(): return "pt"
print([mp(Pt(*v)) for v in [(0,0),(1,0),(0,2),(3,3),(1,2)]])
for bad in ["match Pt(1,2):\n case Pt(1,2,3): pass", "match Pt(1,2):\n case Pt(1, a=1): pass", "match 1:\n case int(1, 2): pass", "match 1:\n case x.y: pass", "class Z: __match_args__ = 5\nmatch Z():\n case Z(1): pass", "class Z: __match_args__ = (5,)\nmatch Z():\n case Z(1): pass"]:
    try: exec(bad)
    except Exception as e: print(type(e).__name__, e)
