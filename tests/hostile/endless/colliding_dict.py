m = 2 ** 61 - 1
s = dict.fromkeys([i * m for i in range(200_000)])
