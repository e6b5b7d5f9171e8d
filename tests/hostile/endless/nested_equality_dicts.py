a, b = {}, {}
for _ in range(18):
    a, b = dict.fromkeys(range(50), a), dict.fromkeys(range(50), b)
a == b
