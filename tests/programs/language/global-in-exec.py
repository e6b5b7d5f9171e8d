# `global` in the text of exec that has locals of its own.
names, own = {}, {}
exec('global y; y = 42\nx = 1\ndel x\nz = y', names, own)
print(names['y'], own)


class A:
    exec('global shared\nshared = 1\nlocal = 2')


print(shared, A.local)


def f():
    exec('global w; w = 3\nprint(w)')


f()
print(w)
global late
late = 5
print(late, eval('late', {'late': 6}))
