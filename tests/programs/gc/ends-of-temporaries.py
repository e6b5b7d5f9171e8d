# An object that only a temporary value holds ends with the operation.
class T:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
    def __eq__(self, o): return True
    def __lt__(self, o): return True
    def __add__(self, o): return 1
    def __radd__(self, o): return 1
    def __neg__(self): return 1
    def __getitem__(self, i): return 1
    def __contains__(self, i): return True
    def __call__(self): return 1
    def __iter__(self): return iter([1])
    def __len__(self): return 3
    def __invert__(self): return 0
    def __str__(self): return "s"
    __hash__ = None
def f():
    x = T("eq") == 1; print(1)
    x = T("lt") < 1; print(2)
    x = T("add") + 1; print(3)
    x = 1 + T("radd"); print(4)
    x = -T("neg"); print(5)
    x = T("item")[0]; print(6)
    x = T("itemi")["a"]; print(7)
    x = 1 in T("in"); print(8)
    x = T("is") is None; print(9)
    x = T("call")(); print(10)
    x = [*T("iter")]; print(11)
    x = len(T("len")); print(12)
    x = T("attr").n; print(13)
    x = not T("not"); print(14)
    x = T("and") and 3; print(15)
    x = 5 if T("cond") else 3; print(18)
    if T("ifeq") == 1: print(19)
    if 1 in T("ifin"): print(21)
    if T("ifis") is not None: print(22)
    if T("ifeq2") == T("ifeq3"): print(23)
    if T("if") and T("if2"): print(24)
    x = T("ret") and (T("ret2") and 5); print(25)
    x = T("a") < T("b") < T("c"); print(26)
    x = (T("w1") + 1, T("w2") == 1); print(27)
    a, = T("unpack"); print(28)
    for i in T("for"): print(29)
    print(T("arg").n, T("arg2") == 2)
    x = {T("dv").n: T("dv2").n}; print(30)
    x = T("slice")[1:2]; print(31)
    x = (lambda: T("lam"))().n; print(32)
    T("stmt"); print(33)
    T("stmt") == 1; print(34)
    x = T("aug"); x += 1; print(35)
    assert T("assert") == 1; print(36)
    while T("while") == 1: print(37); break
    x = ~T("inv"); print(38)
    x = [T("lc").n for _ in range(2)]; print(39)
    x = T("os") and T("os2") or T("os3"); x = 0; print(40)
    x = str(T("str")) + "x"; print(41)
    x = T("m").__len__() + 1; print(42)
    x = not (T("ne") == 1); print(43)
    x = 1 if T("ci") == 1 else 2; print(44)
    y = z = T("chain") == 1; print(45)
    return T("r") == 1
print(f())
def g(): return T("g") and 4
print(g())
def g(): return 1 if T("g2") < 2 else 3
print(g())
def g():
    if T("g3") == 1: return 5
print(g())
