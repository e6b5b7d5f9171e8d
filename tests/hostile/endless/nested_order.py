a, b = (), ()
for _ in range(30):
    a, b = (a,) * 50, (b,) * 50
a < b
