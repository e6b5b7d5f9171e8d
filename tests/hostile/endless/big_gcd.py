import math
a = (1 << 30_000_000) - 1
b = (1 << 15_000_000) - 1
while True: math.gcd(a, b); math.lcm(a, b)
