a = ()
for _ in range(30):
    a = (a,) * 50
hash(a)
