def f(*args):
    raise ValueError('x')

x = 1; y = f(x); z = 2
