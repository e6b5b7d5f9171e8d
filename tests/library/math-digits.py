# The last digits of elementary functions are the C library's.
import math
import random

random.seed(3)
names = ['exp', 'log', 'log10', 'sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'cosh', 'tanh',
         'asinh']
for name in names:
    function = getattr(math, name)
    top = 1 if name in ('asin', 'acos') else 9
    bottom = 0.1 if name.startswith('log') else -top
    for _ in range(8):
        x = random.uniform(bottom, top)
        print(name, x, function(x))
for _ in range(8):
    x, y = random.uniform(0.1, 9), random.uniform(-9, 9)
    print(x ** y, math.atan2(x, y), math.hypot(x, y), math.acosh(1 + x))
print(math.exp(1), math.e ** 2, 2 ** 0.5, 10 ** -3, 1.1 ** 10, (-8) ** (1 / 3))
