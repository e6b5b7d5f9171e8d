# In-place and binary operators on subclasses of builtin types, and their errors.
OPERATORS = '+ - * @ % | &'.split()


class Int(int): pass
class Str(str): pass
class List(list): pass
class Tuple(tuple): pass
class Dict(dict): pass
class Set(set): pass
class Frozen(frozenset): pass


class Reflects:
    def __radd__(self, other): return 'radd'
    def __rmul__(self, other): return 'rmul'
    def __ior__(self, other): return NotImplemented
    def __index__(self): return 2


MAKERS = [lambda: Int(5), lambda: Str('ab'), lambda: List([1, 2]), lambda: Tuple((1, 2)),
          lambda: Dict(a=1), lambda: Set([1, 2]), lambda: Frozen([1, 3]), Reflects,
          lambda: 3, lambda: 'x', lambda: [1], lambda: {1}]
for op in OPERATORS:
    for left in MAKERS:
        for right in MAKERS:
            if op == '*' and type(left()) in (Int, Reflects) or op == '%' and type(left()) in (Str, str):
                continue  # CPython's answers there follow its slots, not the rules
            for form in (f'x {op}= y', f'x = x {op} y'):
                names = {'x': left(), 'y': right()}
                old = names['x']
                kinds = type(old).__name__, type(names['y']).__name__
                try:
                    exec(form, names)
                except Exception as error:
                    print(form, *kinds, type(error).__name__, error)
                else:
                    new = names['x']
                    print(form, *kinds, type(new).__name__, new is old)
