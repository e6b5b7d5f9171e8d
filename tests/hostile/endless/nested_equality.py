a, b = [], []
for _ in range(18):
    a, b = [a] * 50, [b] * 50
a == b
