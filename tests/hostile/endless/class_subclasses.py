class A: pass
subs = [type('B', (A,), {}) for _ in range(20_000)]
while True: A.x = 1
