# Members that collide: the order tells how a set came about.
u={ 2147483647, 255}
print(u, u&u, u|u, u-set(), u^set(), u.copy(), set(u), frozenset(u)&u, u & {255,2147483647,4})
v=u; v&=v; print(v)
