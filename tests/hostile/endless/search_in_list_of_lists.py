a = [[0] * 100_000 for _ in range(10)]
wanted = [0] * 99_999 + [1]
while True: wanted in a
