import math
while True: math.isqrt((1 << 33_000_000) - 1)
