# hypot and dist are rounded once, for any number of coordinates.
import math
import random

print(math.hypot(), math.hypot(-3), math.hypot(1, 2, 3), math.dist((1, 2, 3), (4, 5, 7)))
print(math.hypot(5e-324, 5e-324), math.hypot(1e308, 1e308), math.hypot(1.7e308, 1.7e308))
print(math.hypot(math.inf, math.nan), math.hypot(math.nan, 1), math.hypot(0.0, -0.0))
numbers = random.Random(7)
for _ in range(40):
    point = [numbers.uniform(-10, 10) for _ in range(numbers.randrange(1, 6))]
    print(math.hypot(*point), math.dist(point, [0.5] * len(point)))
