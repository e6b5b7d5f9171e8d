import math
print(math.cbrt(27), 123456789.0 ** 2)
