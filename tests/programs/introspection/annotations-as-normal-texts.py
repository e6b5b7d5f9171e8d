"""Annotations that stay texts are written as `ast.unparse` writes them."""

from __future__ import annotations


def f(a: Dict[str,int], b: int|None = None, *c: 'x', d: x[(1,2)] = 1,
      e: tuple[ int,... ] = 1, f: -1 = 1, g: Field( 1,gt = 2 ) = 1,
      h: Callable[[int],str] = 1, i: () = 1, j: (1,) = 1, k: 1_000 = 1,
      l: 0x10 = 1, m: "a" "b" = 1, n: a . b[c]|None = 1, o: x[()] = 1,
      p: Literal["it's",-1,True] = 1, q: x[y,] = 1, r: (int|str) = 1,
      s: not_known = 1) -> List [ int ]:
    pass


for name, text in f.__annotations__.items():
    print(name, '=', text)
x: Dict[str,int]


class A:
    y: int|None
    z: "str" = 'a'
    __w: __V


print(__annotations__, A.__annotations__)
