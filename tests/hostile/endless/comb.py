import math
while True: math.comb(2_000_000, 1_000_000)
